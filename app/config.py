"""Where the client keeps things, and what it remembers between runs."""

from __future__ import annotations

import json
import os
import tempfile
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

import platformdirs

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
    """What is remembered: how large, which colours, which language, which voice model."""

    lang: str = "zh-CN"
    text_scale: int = 100
    theme: str = "light"
    voice_model: str = ""
    speech_rate: float = 1.0


def load_settings(file: Path) -> Settings:
    """The remembered settings; what is missing, unknown or broken falls back to the default."""
    try:
        stored = json.loads(file.read_text(encoding="utf8"))
    except (OSError, ValueError):
        return Settings()
    return Settings(**_usable(stored)) if isinstance(stored, dict) else Settings()


def _usable(stored: dict[str, Any]) -> dict[str, Any]:
    default = Settings()
    kept: dict[str, Any] = {}
    for item in fields(Settings):
        value = stored.get(item.name)
        wanted = type(getattr(default, item.name))
        if isinstance(value, int) and wanted is float:
            value = float(value)
        if isinstance(value, wanted) and not (wanted is int and isinstance(value, bool)):
            kept[item.name] = value
    return kept


def save_settings(file: Path, settings: Settings) -> None:
    """Write them whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", dir=file.parent, delete=False, encoding="utf8") as part:
        json.dump(asdict(settings), part, ensure_ascii=False, indent=1)
    os.replace(part.name, file)
