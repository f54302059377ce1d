"""Builds small Vosk models without Kaldi: phones, lexicon, synthetic speech, network, graphs, evaluation.

Knows languages and numbers, and no word of any product: what is to be understood comes in as a
:class:`voice.model_builder.material.Material`. Its guide is docs/voice-model.md.
"""
