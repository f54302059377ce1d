"""Unpacks an archive that is not trusted: nothing outside its folder, no links, no more than a model can be."""

from __future__ import annotations

import shutil
import stat
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from voice.errors import ModelTrouble

MOST_BYTES = 8 << 30
"""Larger than the largest published model unpacked (about 4 GB)."""

MOST_FILES = 1000
_MOST_RATIO = 100  # a graph packs three to one; a bomb a thousand to one
_CHUNK = 1 << 20


def unpack(archive: Path, folder: Path, *, most_bytes: int = MOST_BYTES) -> None:
    """Unpack into ``folder`` (made anew), without the archive's own top folder.

    Raises:
        ModelTrouble: ``unsafe_archive`` (a path that escapes, a link, a doubled name, too much), or
            ``archive_broken``; nothing is left behind.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        with zipfile.ZipFile(archive) as packed:
            for entry, target in _planned(packed, most_bytes):
                _write(packed, entry, folder.joinpath(*target.parts))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as failure:
        shutil.rmtree(folder, ignore_errors=True)
        raise ModelTrouble("archive_broken", archive.name) from failure
    except (ModelTrouble, OSError):
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _planned(packed: zipfile.ZipFile, most_bytes: int) -> list[tuple[zipfile.ZipInfo, PurePosixPath]]:
    """What goes where; refused as a whole before a single byte is written."""
    entries = packed.infolist()
    if len(entries) > MOST_FILES or sum(entry.file_size for entry in entries) > most_bytes:
        raise ModelTrouble("unsafe_archive", "too much in it")
    paths = [(entry, _safe(entry)) for entry in entries]
    tops = {path.parts[0] for _, path in paths}
    one_top = len(tops) == 1 and all(len(path.parts) > 1 or entry.is_dir() for entry, path in paths)
    planned = []
    seen: set[str] = set()
    for entry, path in paths:
        target = PurePosixPath(*path.parts[1:]) if one_top else path
        if entry.is_dir():
            continue
        if str(target).casefold() in seen:
            raise ModelTrouble("unsafe_archive", entry.filename)
        seen.add(str(target).casefold())
        planned.append((entry, target))
    return planned


def _safe(entry: zipfile.ZipInfo) -> PurePosixPath:
    name, path = entry.filename, PurePosixPath(entry.filename)
    kind = stat.S_IFMT(entry.external_attr >> 16)
    bad_name = not path.parts or path.is_absolute() or ".." in path.parts or any(c in name for c in "\\:\0")
    bad_kind = kind not in (0, stat.S_IFREG, stat.S_IFDIR)
    bomb = entry.file_size > _CHUNK and entry.file_size > entry.compress_size * _MOST_RATIO
    if bad_name or bad_kind or bomb:
        raise ModelTrouble("unsafe_archive", name)
    return path


def _write(packed: zipfile.ZipFile, entry: zipfile.ZipInfo, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    left = entry.file_size
    with packed.open(entry) as source, target.open("xb") as out:
        while chunk := source.read(_CHUNK):
            left -= len(chunk)
            if left < 0:
                raise ModelTrouble("unsafe_archive", entry.filename)
            out.write(chunk)
