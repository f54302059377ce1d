"""Recorded syllables under their names in zhuyin (ㄓㄨㄢ3), as Debian's package gcin-voice has two speakers of them."""

from __future__ import annotations

import importlib
import shutil
from functools import cache
from pathlib import Path

from voice.model_builder.errors import BuildProblem

_MARKS = "ˉˊˇˋ˙"
_FIRST, _NEUTRAL = "1", "5"


def pinyin_of(name: str) -> str:
    """``ㄓㄨㄢ3``: zhuan3; without a number it is the first tone, and 1 is the neutral one. Empty: no syllable."""
    plain = name.rstrip("12345")
    tone = name[len(plain) :]
    syllable = _syllables().get(plain, "")
    return syllable + {"": _FIRST, "1": _NEUTRAL}.get(tone, tone) if syllable else ""


def gather(source: Path, voice: str, folder: Path) -> int:
    """Copy one speaker's ``ㄓㄨㄢ3/5.ogg`` to ``syllables/zhuan3.ogg`` in a folder of recordings; returns how many.

    Raises:
        BuildProblem: there are none of this speaker.
    """
    found = {pinyin_of(path.parent.name): path for path in sorted(source.glob(f"*/{voice}.*"))}
    found.pop("", None)
    if not found:
        raise BuildProblem(f"{source} holds no syllables of speaker {voice}, such as ㄇㄚ3/{voice}.ogg")
    into = folder / "syllables"
    into.mkdir(parents=True, exist_ok=True)
    for syllable, path in found.items():
        shutil.copyfile(path, into / f"{syllable}{path.suffix}")
    return len(found)


@cache
def _syllables() -> dict[str, str]:
    """All syllables of the dictionary, from zhuyin to pinyin, without tones."""
    converter = importlib.import_module("pypinyin.style.bopomofo").converter
    tones = importlib.import_module("pypinyin.style.tone").converter
    readings = importlib.import_module("pypinyin.pinyin_dict").pinyin_dict.values()
    marked = {one for row in readings for one in row.split(",")}
    found: dict[str, str] = {}
    for one in sorted(marked):
        plain = tones.to_tone3(one).rstrip("1234").replace("ü", "v")
        found.setdefault(converter.to_bopomofo(one).strip(_MARKS), plain)
    return found
