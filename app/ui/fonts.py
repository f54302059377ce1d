"""Fonts: a sans-serif of this machine that has every Chinese character, in its Simplified face."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.ui.font_collection import is_collection, take_face

FAMILY = "Tingjian"
"""The name under which the font is registered with Kivy."""

_FACES = ("Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei")

_KNOWN: dict[str, tuple[tuple[str, str], ...]] = {
    "linux": (
        ("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
         "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc"),
        ("/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc",
         "/usr/share/fonts/google-noto-cjk/NotoSansCJK-Bold.ttc"),
        ("/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc", "/usr/share/fonts/noto-cjk/NotoSansCJK-Bold.ttc"),
        ("/system/fonts/NotoSansCJK-Regular.ttc", ""),  # Android
    ),
    "win32": ((r"C:\Windows\Fonts\msyh.ttc", r"C:\Windows\Fonts\msyhbd.ttc"),),
    "darwin": (
        ("/System/Library/Fonts/Hiragino Sans GB.ttc", ""),
        ("/System/Library/Fonts/PingFang.ttc", ""),
    ),
}  # fmt: skip


class FontMissing(Exception):
    """No font on this machine can show Chinese; its text says so in one line."""

    def __init__(self) -> None:
        super().__init__(
            "no Chinese sans-serif font found: install Noto Sans CJK (Debian: fonts-noto-cjk), "
            "or name a font file in TINGJIAN_FONT"
        )


@dataclass(frozen=True, slots=True)
class FontFiles:
    """Font files that Kivy can open; ``bold`` is the regular one where there is no other."""

    regular: Path
    bold: Path


def find_fonts(cache: Path, *, chosen: str = "", platform: str = sys.platform) -> FontFiles:
    """The fonts to use. ``chosen`` is a file the customer named; faces of collections are kept in ``cache``.

    Raises:
        FontMissing: nothing here can show Chinese.
    """
    for regular, bold in _candidates(chosen, platform):
        if regular.is_file():
            first = _single_face(regular, cache)
            return FontFiles(first, _single_face(bold, cache) if bold.is_file() else first)
    raise FontMissing


def _candidates(chosen: str, platform: str) -> Iterator[tuple[Path, Path]]:
    nowhere = Path("/nonexistent")
    if chosen:
        yield Path(chosen), nowhere
        return
    for regular, bold in _KNOWN.get(platform, ()):
        yield Path(regular), Path(bold) if bold else nowhere
    if platform == "linux" and shutil.which("fc-match"):
        found = [_fontconfig(weight) for weight in ("regular", "bold")]
        if found[0] is not None:
            yield found[0], found[1] or nowhere


def _fontconfig(weight: str) -> Path | None:
    """What fontconfig gives for Chinese sans-serif; None when its best font does not know Chinese."""
    asked = ["fc-match", f"sans-serif:lang=zh-cn:{weight}", "--format", "%{lang}\t%{file}"]
    answer = subprocess.run(asked, capture_output=True, text=True, timeout=10, check=False)
    languages, _, file = answer.stdout.partition("\t")
    return Path(file) if "zh-cn" in languages.split("|") else None


def _single_face(font: Path, cache: Path) -> Path:
    """A file of one face: Kivy opens the first face of a collection, which is the Japanese one of Noto's."""
    if not is_collection(font):
        return font
    # Size and time are in the name, so that an updated font is taken again.
    facts = font.stat()
    target = cache / f"{font.stem}-{facts.st_size}-{int(facts.st_mtime)}.otf"
    if not target.is_file():
        cache.mkdir(parents=True, exist_ok=True)
        take_face(font, _FACES, target)
    return target


def register_fonts(files: FontFiles) -> None:
    """Make the fonts Kivy's own, also for widgets that name none."""
    from kivy.core.text import DEFAULT_FONT, LabelBase  # noqa: PLC0415 - Kivy must not be imported before it is set up

    for name in (FAMILY, DEFAULT_FONT):
        LabelBase.register(name, fn_regular=str(files.regular), fn_bold=str(files.bold))
