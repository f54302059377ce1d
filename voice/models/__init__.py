"""Recogniser models: the ones that ship, and the official Vosk models that a customer installs."""

from voice.models.finding import VoiceModel, find_model

__all__ = ["VoiceModel", "find_model"]
