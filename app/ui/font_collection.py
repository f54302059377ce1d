"""One face out of an OpenType collection (.ttc), as a font file of its own.

A collection is a list of table directories that share tables (OpenType 1.9, "Font Collections"): a face is
taken by writing its directory and the tables it names.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

_FAMILY_NAMES = (1, 4, 16)
_RECORD = struct.Struct(">4sLLL")


def is_collection(font: Path) -> bool:
    """Does the file hold several faces?"""
    with font.open("rb") as file:
        return file.read(4) == b"ttcf"


def take_face(collection: Path, families: tuple[str, ...], target: Path) -> None:
    """Write to ``target`` the face whose family is the first of ``families`` found, else the first face.

    The file appears whole or not at all.
    """
    with collection.open("rb") as file:
        faces = list(_face_offsets(file))
        named = {name: offset for offset in reversed(faces) for name in _names(file, offset)}
        offset = next((named[family] for family in families if family in named), faces[0])
        unfinished = target.with_suffix(f".{os.getpid()}.part")
        unfinished.write_bytes(_face(file, offset))
    unfinished.replace(target)


def face_names(collection: Path) -> tuple[frozenset[str], ...]:
    """The family and full names of each face, in the file's order."""
    with collection.open("rb") as file:
        return tuple(frozenset(_names(file, offset)) for offset in _face_offsets(file))


def _face_offsets(file: BinaryIO) -> Iterator[int]:
    file.seek(0)
    tag = file.read(4)
    if tag != b"ttcf":
        yield 0
        return
    file.seek(8)
    (count,) = struct.unpack(">L", file.read(4))
    yield from struct.unpack(f">{count}L", file.read(4 * count))


def _tables(file: BinaryIO, offset: int) -> tuple[bytes, list[tuple[bytes, int, int, int]]]:
    """The face's head and its table records: tag, checksum, offset, length."""
    file.seek(offset)
    head = file.read(12)
    (count,) = struct.unpack(">H", head[4:6])
    return head, [_RECORD.unpack(file.read(_RECORD.size)) for _ in range(count)]


def _names(file: BinaryIO, offset: int) -> Iterator[str]:
    """Family and full names in UTF-16 (platforms 0 and 3)."""
    _, records = _tables(file, offset)
    start, length = next((where, size) for tag, _, where, size in records if tag == b"name")
    file.seek(start)
    table = file.read(length)
    count, strings = struct.unpack(">HH", table[2:6])
    for index in range(count):
        platform, _, _, kind, size, at = struct.unpack(">6H", table[6 + index * 12 : 18 + index * 12])
        if platform in (0, 3) and kind in _FAMILY_NAMES:
            yield table[strings + at : strings + at + size].decode("utf-16-be", "replace")


def _face(file: BinaryIO, offset: int) -> bytes:
    head, records = _tables(file, offset)
    place = len(head) + _RECORD.size * len(records)
    directory, body = bytearray(head), bytearray()
    for tag, checksum, where, length in records:
        directory += _RECORD.pack(tag, checksum, place + len(body), length)
        file.seek(where)
        body += file.read(length)
        body += b"\0" * (-len(body) % 4)  # tables begin at multiples of four
    return bytes(directory + body)
