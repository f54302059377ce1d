"""Unpacks an archive that is not trusted: nothing outside its folder, no links, no more than a model can be."""

from __future__ import annotations

import errno
import shutil
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from voice.errors import ModelTrouble
from voice.models.entries import key_of, safe_path, shown
from voice.models.room import require_room, told_when_full

MOST_BYTES = 8 << 30
"""Larger than the largest published model unpacked (about 4 GB)."""

MOST_FILES = 1000
_CHUNK = 1 << 20
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)


def unpack(archive: Path, folder: Path, *, most_bytes: int = MOST_BYTES) -> None:
    """Unpack into ``folder`` (made anew), without the archive's own top folder.

    Raises:
        ModelTrouble: ``unsafe_archive`` (a path that escapes, a link, a name that not every system takes or that
            is there twice, too much), ``archive_broken`` (damaged, encrypted), or ``no_space``; nothing is
            left behind.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        _unpack(archive, folder, most_bytes)
    except _DAMAGED as failure:
        shutil.rmtree(folder, ignore_errors=True)
        raise ModelTrouble("archive_broken", archive.name) from failure
    except BaseException as failure:  # Ctrl-C, too: gigabytes would stay
        shutil.rmtree(folder, ignore_errors=True)
        if isinstance(failure, OSError) and failure.errno == errno.EINVAL:  # it points to before its own beginning
            raise ModelTrouble("archive_broken", archive.name) from failure
        raise


def _unpack(archive: Path, folder: Path, most_bytes: int) -> None:
    with zipfile.ZipFile(archive) as packed:
        planned = _planned(packed, most_bytes)
        needed = sum(entry.file_size for entry, _ in planned)
        require_room(folder, needed)
        with told_when_full(needed):
            for entry, target in planned:
                _write(packed, entry, folder.joinpath(*target.parts))


def _planned(packed: zipfile.ZipFile, most_bytes: int) -> list[tuple[zipfile.ZipInfo, PurePosixPath]]:
    """What goes where; refused as a whole before a single byte is written."""
    entries = packed.infolist()
    if len(entries) > MOST_FILES or sum(entry.file_size for entry in entries) > most_bytes:
        raise ModelTrouble("unsafe_archive", "too much in it")
    paths = [(entry, safe_path(entry)) for entry in entries]
    tops = {path.parts[0] for _, path in paths}
    one_top = len(tops) == 1 and all(len(path.parts) > 1 or entry.is_dir() for entry, path in paths)
    _each_once(paths)
    return [(entry, PurePosixPath(*path.parts[1:]) if one_top else path) for entry, path in paths if not entry.is_dir()]


def _each_once(paths: list[tuple[zipfile.ZipInfo, PurePosixPath]]) -> None:
    """No file twice, and none that is a folder as well."""
    folders = {key_of(above) for _, path in paths for above in path.parents}
    folders |= {key_of(path) for entry, path in paths if entry.is_dir()}
    files: set[str] = set()
    for entry, path in paths:
        if not entry.is_dir():
            if key_of(path) in files | folders:
                raise ModelTrouble("unsafe_archive", shown(entry.filename))
            files.add(key_of(path))


def _write(packed: zipfile.ZipFile, entry: zipfile.ZipInfo, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    left = entry.file_size
    with packed.open(entry) as source, target.open("xb") as out:
        while chunk := source.read(_CHUNK):
            left -= len(chunk)
            if left < 0:
                raise ModelTrouble("unsafe_archive", shown(entry.filename))
            out.write(chunk)
