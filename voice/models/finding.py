"""Which recogniser model to use: the one that ships, or a folder that the customer points to."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from voice.errors import NoModel

_ASSETS = Path(__file__).resolve().parents[2] / "assets" / "voice"
_SHIPPED = {"zh": "zh-bank", "en": "en-bank"}
# the two layouts of Vosk models: with folders, and flat (older small models)
_ACOUSTIC = ("am/final.mdl", "final.mdl")
_GRAPHS = ("graph/HCLr.fst", "HCLr.fst", "graph/HCLG.fst", "HCLG.fst")
_LOOKAHEAD = ("graph/HCLr.fst", "HCLr.fst")


@dataclass(frozen=True, slots=True)
class VoiceModel:
    """A model folder that has been looked at. ``takes_phrases`` is False for a model with one fixed graph."""

    lang: str
    path: Path
    shipped: bool
    takes_phrases: bool = True


def find_model(
    lang: str, setting: str | None = None, *, assets: Path = _ASSETS, windows: bool = sys.platform == "win32"
) -> VoiceModel:
    """The model for a language; ``setting`` is the customer's own folder and comes first.

    Raises:
        NoModel: ``no_model`` (none ships for the language), ``model_not_found`` (no such folder),
            ``model_incomplete`` (the folder is no Vosk model), ``model_path_not_ascii`` (Vosk on Windows
            cannot open it: move it to a folder with a plain name).
    """
    if setting:
        return _checked(lang, Path(setting).expanduser(), False, windows)
    name = _SHIPPED.get(lang.lower().split("-")[0])
    if name is None or not (assets / name).is_dir():
        raise NoModel("no_model", lang)
    return _checked(lang, assets / name, True, windows)


def _checked(lang: str, path: Path, shipped: bool, windows: bool) -> VoiceModel:
    if not path.is_dir():
        raise NoModel("model_not_found", str(path))
    if not _any(path, _ACOUSTIC) or not _any(path, _GRAPHS):
        raise NoModel("model_incomplete", str(path))
    if windows and not str(path.resolve()).isascii():
        raise NoModel("model_path_not_ascii", str(path))
    return VoiceModel(lang, path, shipped, _any(path, _LOOKAHEAD))


def _any(path: Path, names: tuple[str, ...]) -> bool:
    return any((path / name).is_file() for name in names)
