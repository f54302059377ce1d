"""What an archive may hold: plain files, under names that mean the same on every system."""

from __future__ import annotations

import re
import stat
import unicodedata
import zipfile
from pathlib import PurePosixPath

from voice.errors import ModelTrouble

_MOST_RATIO = 100  # a graph packs three to one; a bomb a thousand to one
_SMALL = 1 << 20  # bytes up to which the ratio says nothing
_MOST_NAME, _MOST_PATH = 100, 180  # bytes; a model's own are up to 40, Windows takes 260 with all folders above
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # others may ask for gigabytes of memory to unpack
_NOT_IN_A_NAME = frozenset('\\:<>"|?*')
_DEVICE = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\..*)?", re.IGNORECASE)
_SHOWN = 60  # letters


def safe_path(entry: zipfile.ZipInfo) -> PurePosixPath:
    """Where an entry goes, below the folder. Raises ModelTrouble ``unsafe_archive``."""
    path = PurePosixPath(entry.filename)
    kind = stat.S_IFMT(entry.external_attr >> 16)
    bad_path = not path.parts or path.is_absolute() or len(str(path).encode()) > _MOST_PATH
    bad_kind = kind not in (0, stat.S_IFREG, stat.S_IFDIR) or entry.compress_type not in _PACKINGS
    bomb = entry.file_size > _SMALL and entry.file_size > entry.compress_size * _MOST_RATIO
    if bad_path or bad_kind or bomb or any(_bad_name(name) for name in path.parts):
        raise ModelTrouble("unsafe_archive", shown(entry.filename))
    return path


def key_of(path: PurePosixPath) -> str:
    """The same for names that are one name on some system: for it capitals, or how an accent is written, are alike."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", str(path)).casefold())


def shown(name: str) -> str:
    """A name of theirs for a line of ours: short, and nothing in it that a terminal would obey."""
    plain = "".join(letter if letter.isprintable() else "?" for letter in name)
    return plain if len(plain) <= _SHOWN else plain[: _SHOWN - 1] + "…"


def _bad_name(name: str) -> bool:
    """Windows drops points and blanks at the end, and opens a device where a file is named like one."""
    if name == ".." or name != name.rstrip(". ") or len(name.encode()) > _MOST_NAME:
        return True
    return not name.isprintable() or not _NOT_IN_A_NAME.isdisjoint(name) or _DEVICE.fullmatch(name) is not None
