"""Where the client keeps things, and what it remembers between runs."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import platformdirs

from accessibility.preferences import Preferences
from app.words import LANGUAGES
from voice.settings import VoiceSettings

HOME_VARIABLE = "TINGJIAN_HOME"
"""Set it to keep all of the client's files in one folder: kiosks, tests, memory sticks."""


@dataclass(frozen=True, slots=True)
class Places:
    """The folders of one customer on one machine."""

    data: Path

    @classmethod
    def of_this_user(cls) -> Places:
        """From ``TINGJIAN_HOME``, else the platform's own place for user data."""
        chosen = os.environ.get(HOME_VARIABLE)
        return cls(Path(chosen).expanduser() if chosen else Path(platformdirs.user_data_path("tingjian")))

    @property
    def bank(self) -> Path:
        """Database and certificates of the bank on this machine."""
        return self.data / "bank"

    @property
    def certificate_authority(self) -> Path:
        """The one authority that the client trusts."""
        return self.bank / "ca.pem"

    @property
    def settings(self) -> Path:
        return self.data / "settings.json"


@dataclass(frozen=True, slots=True)
class Settings:
    """All that is remembered. ``lang`` is one of the languages, ``voice_model`` a folder that the customer named."""

    lang: str = "zh-CN"
    voice_model: str = ""
    preferences: Preferences = field(default_factory=Preferences)
    voice: VoiceSettings = field(default_factory=VoiceSettings)

    @classmethod
    def from_mapping(cls, stored: Mapping[str, Any]) -> Settings:
        """From stored values, each by itself: what is missing, unknown or out of range takes its default."""
        texts = {name: stored[name] for name in ("lang", "voice_model") if isinstance(stored.get(name), str)}
        if texts.get("lang") not in LANGUAGES:
            texts.pop("lang", None)
        percent = stored.get("text_scale")
        if isinstance(percent, int) and not isinstance(percent, bool) and percent >= 100:
            stored = {**stored, "text_scale": percent / 100}  # as earlier versions wrote it
        voice = VoiceSettings.from_mapping(stored.get("voice"))
        return cls(**texts, preferences=Preferences.from_mapping(stored), voice=voice)

    def to_mapping(self) -> dict[str, Any]:
        """Plain values to be stored as JSON."""
        own = {"lang": self.lang, "voice_model": self.voice_model, "voice": self.voice.to_mapping()}
        return {**own, **self.preferences.to_mapping()}

    @property
    def patient_voice(self) -> VoiceSettings:
        """The settings of the voice with the customer's patience in its time limit; 0 waits for ever (WCAG 2.2.1)."""
        wait = self.preferences.limit(self.voice.patience) or 0.0
        return replace(self.voice, patience=wait)


def load_settings(file: Path) -> Settings:
    """The remembered settings; a file that is missing or broken counts as empty."""
    try:
        stored = json.loads(file.read_text(encoding="utf8"))
    except (OSError, ValueError, RecursionError):
        return Settings()
    return Settings.from_mapping(stored) if isinstance(stored, dict) else Settings()


def save_settings(file: Path, settings: Settings) -> None:
    """Write them whole or not at all. OSError: they could not be written, and what was there before stays."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        part.write_text(json.dumps(settings.to_mapping(), ensure_ascii=False, indent=1), encoding="utf8")
        os.replace(part, file)
    except OSError:
        part.unlink(missing_ok=True)
        raise
