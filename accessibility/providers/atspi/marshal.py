"""D-Bus values to bytes and back: one small function a type, put together once a signature.

Source: D-Bus Specification 0.41, "Marshaling (Wire Format)". Little endian is written, both are read. Bytes are laid
out as from an offset that is a multiple of 8, which is where a message's header and body begin. Measured beside
jeepney and dbus-fast in docs/decisions.md.
"""

import struct
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

Write = Callable[[bytearray, Any], None]
Read = Callable[[bytes, int], tuple[Any, int]]

_FIXED = {"y": ("B", 1), "n": ("h", 2), "q": ("H", 2), "i": ("i", 4), "u": ("I", 4), "x": ("q", 8), "t": ("Q", 8),
          "d": ("d", 8)}  # fmt: skip
_ALIGNMENT = {"y": 1, "n": 2, "q": 2, "b": 4, "i": 4, "u": 4, "s": 4, "o": 4, "a": 4, "g": 1, "v": 1, "x": 8, "t": 8,
              "d": 8, "(": 8, "{": 8}  # fmt: skip
_GAPS = tuple(bytes(length) for length in range(8))


class MarshalError(ValueError):
    """A signature that means nothing, or bytes that do not fit it."""


def split(signature: str) -> tuple[str, ...]:
    """The complete types that a signature consists of: 'a(so)i' is 'a(so)' and 'i'."""
    types, start = [], 0
    while start < len(signature):
        end = _end(signature, start)
        types.append(signature[start:end])
        start = end
    return tuple(types)


def marshal(signature: str, values: tuple[Any, ...]) -> bytearray:
    """The bytes of one value a complete type. A variant's value is a pair of signature and value."""
    out = bytearray()
    for write, value in zip(_writers(signature), values, strict=True):
        write(out, value)
    return out


def unmarshal(signature: str, data: bytes, prefix: str = "<") -> tuple[Any, ...]:
    """The values in `data`; arrays come as lists, structs as tuples, variants as (signature, value).

    prefix: `struct`'s sign for the sender's byte order.
    """
    values, at = [], 0
    try:
        for read in _readers(signature, prefix):
            value, at = read(data, at)
            values.append(value)
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise MarshalError(f"{signature}: {error}") from None
    return tuple(values)


def align(out: bytearray, to: int) -> None:
    """Fill up to a multiple of `to`, a power of two up to 8."""
    gap = -len(out) & (to - 1)
    if gap:
        out += _GAPS[gap]


def write_string(out: bytearray, text: str) -> None:
    """What D-Bus forbids in a string (NUL, half a surrogate pair) is left out: a bus ends who sends it."""
    raw = text.encode("utf-8", "ignore")
    if 0 in raw:
        raw = raw.replace(b"\0", b"")
    align(out, 4)
    out += len(raw).to_bytes(4, "little") + raw + b"\0"


@lru_cache(maxsize=256)
def _writers(signature: str) -> tuple[Write, ...]:
    return tuple(_writer(kind) for kind in split(signature))


@lru_cache(maxsize=256)
def _readers(signature: str, prefix: str) -> tuple[Read, ...]:
    return tuple(_reader(kind, prefix) for kind in split(signature))


def _end(signature: str, start: int) -> int:
    """Where the complete type that begins at `start` ends."""
    kind = signature[start : start + 1]
    if kind == "a":
        return _end(signature, start + 1)
    if kind in "({" and kind:
        depth = 0
        for at in range(start, len(signature)):
            depth += (signature[at] in "({") - (signature[at] in ")}")
            if depth == 0:
                return at + 1
    if kind not in _ALIGNMENT or kind in "({":
        raise MarshalError(f"no D-Bus signature: {signature!r}")
    return start + 1


# -- writing -------------------------------------------------------------------------------------------


def _writer(kind: str) -> Write:
    first = kind[0]
    if first in _FIXED:
        return _fixed_writer(*_FIXED[first])
    if first == "a":
        return _array_writer(kind[1:])
    if first in "({":
        return _struct_writer(kind[1:-1])
    if first in "so":
        return write_string
    return {"b": _write_boolean, "g": _write_signature, "v": _write_variant}[first]


def _fixed_writer(code: str, size: int) -> Write:
    pack = struct.Struct("<" + code).pack

    def write(out: bytearray, value: Any) -> None:
        align(out, size)
        out += pack(value)

    return write


def _write_boolean(out: bytearray, value: Any) -> None:
    align(out, 4)
    out += b"\1\0\0\0" if value else b"\0\0\0\0"


def _write_signature(out: bytearray, value: Any) -> None:
    raw = value.encode()
    out += bytes((len(raw),)) + raw + b"\0"


def _write_variant(out: bytearray, value: Any) -> None:
    signature, inner = value
    _write_signature(out, signature)
    (write,) = _writers(signature)
    write(out, inner)


def _struct_writer(inside: str) -> Write:
    writers = _writers(inside)

    def write(out: bytearray, value: Any) -> None:
        align(out, 8)
        for write_part, part in zip(writers, value, strict=True):
            write_part(out, part)

    return write


def _array_writer(element: str) -> Write:
    (write_element,) = _writers(element)
    alignment = _ALIGNMENT[element[0]]

    def write(out: bytearray, value: Any) -> None:
        align(out, 4)
        at = len(out)
        out += b"\0\0\0\0"
        align(out, alignment)
        start = len(out)
        for item in value.items() if isinstance(value, Mapping) else value:
            write_element(out, item)
        out[at : at + 4] = (len(out) - start).to_bytes(4, "little")

    return write


# -- reading -------------------------------------------------------------------------------------------


def _reader(kind: str, prefix: str) -> Read:
    first = kind[0]
    if first in _FIXED:
        return _fixed_reader(*_FIXED[first], prefix)
    if first == "b":
        return _boolean_reader(prefix)
    if first in "so":
        return _string_reader(prefix)
    if first == "g":
        return _read_signature
    if first == "v":
        return _variant_reader(prefix)
    return _array_reader(kind[1:], prefix) if first == "a" else _struct_reader(kind[1:-1], prefix)


def _fixed_reader(code: str, size: int, prefix: str) -> Read:
    unpack = struct.Struct(prefix + code).unpack_from

    def read(data: bytes, at: int) -> tuple[Any, int]:
        at += -at & (size - 1)
        return unpack(data, at)[0], at + size

    return read


def _boolean_reader(prefix: str) -> Read:
    number = _fixed_reader("I", 4, prefix)

    def read(data: bytes, at: int) -> tuple[bool, int]:
        value, at = number(data, at)
        return bool(value), at

    return read


def _string_reader(prefix: str) -> Read:
    length = _fixed_reader("I", 4, prefix)

    def read(data: bytes, at: int) -> tuple[str, int]:
        size, at = length(data, at)
        return data[at : at + size].decode(), at + size + 1

    return read


def _read_signature(data: bytes, at: int) -> tuple[str, int]:
    end = at + 1 + data[at]
    return data[at + 1 : end].decode(), end + 1


def _variant_reader(prefix: str) -> Read:
    def read(data: bytes, at: int) -> tuple[tuple[str, Any], int]:
        signature, at = _read_signature(data, at)
        (read_inner,) = _readers(signature, prefix)
        value, at = read_inner(data, at)
        return (signature, value), at

    return read


def _struct_reader(inside: str, prefix: str) -> Read:
    readers = _readers(inside, prefix)

    def read(data: bytes, at: int) -> tuple[tuple[Any, ...], int]:
        at += -at & 7
        parts = []
        for read_part in readers:
            part, at = read_part(data, at)
            parts.append(part)
        return tuple(parts), at

    return read


def _array_reader(element: str, prefix: str) -> Read:
    (read_element,) = _readers(element, prefix)
    length = _fixed_reader("I", 4, prefix)
    alignment = _ALIGNMENT[element[0]]

    def read(data: bytes, at: int) -> tuple[Any, int]:
        size, at = length(data, at)
        at += -at & (alignment - 1)
        end, items = at + size, []
        while at < end:
            item, at = read_element(data, at)
            items.append(item)
        return (dict(items) if element[0] == "{" else items), at

    return read
