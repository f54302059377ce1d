"""What an engine has written, as samples: WAV, or AIFF as macOS writes it whatever the file is called.

Python's own reader of AIFF is gone from 3.13 on. Runs in the engine's process only.
"""

from __future__ import annotations

import io
import math
import struct
import sys
import wave
from array import array
from collections.abc import Iterator

_NO_SPEECH = "the engine made no 16-bit mono sound"
_LITTLE, _BIG = b"sowt", frozenset({b"NONE", b"twos"})
"""The kinds of AIFF-C whose samples are plain; all else is compressed, or of another kind of number."""


def read_sound(data: bytes) -> tuple[int, bytes]:
    """Its rate in Hz and its samples, int16 in native order.

    Raises:
        ValueError: it is neither WAV nor AIFF, or not 16-bit mono.
    """
    if data[:4] == b"FORM" and data[8:12] in (b"AIFF", b"AIFC"):
        return _aiff(data)
    try:
        with wave.open(io.BytesIO(data), "rb") as sound:
            if (sound.getnchannels(), sound.getsampwidth()) != (1, 2):
                raise ValueError(_NO_SPEECH)
            return sound.getframerate(), _native(sound.readframes(sound.getnframes()), little=True)
    except (wave.Error, EOFError) as failure:
        raise ValueError(f"the engine made no sound file: {failure}") from failure


def _aiff(data: bytes) -> tuple[int, bytes]:
    chunks = dict(_chunks(data))
    common, sound = chunks.get(b"COMM", b""), chunks.get(b"SSND", b"")
    if len(common) < 18:
        raise ValueError("the engine made no sound file: AIFF without a description")
    channels, frames, bits = struct.unpack(">hLh", common[:8])
    kind = common[18:22] if data[8:12] == b"AIFC" else b"NONE"
    if (channels, bits) != (1, 16) or (kind != _LITTLE and kind not in _BIG):
        raise ValueError(_NO_SPEECH)
    begin = 8 + struct.unpack(">L", sound[:4])[0] if len(sound) >= 8 else 0
    return round(_extended(common[8:18])), _native(sound[begin : begin + 2 * frames], little=kind == _LITTLE)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 12
    while at + 8 <= len(data):
        name, size = struct.unpack(">4sL", data[at : at + 8])
        yield name, data[at + 8 : at + 8 + size]
        at += 8 + size + size % 2


def _extended(raw: bytes) -> float:
    """A number of 80 bits, as AIFF tells its rate: an exponent and a mantissa of 64 bits whose point is after one."""
    exponent, mantissa = struct.unpack(">HQ", raw)
    return math.ldexp(mantissa, exponent - 16383 - 63)


def _native(raw: bytes, *, little: bool) -> bytes:
    """Whole samples in this machine's order; half a one at the end of a file that was cut off is none."""
    samples = array("h", raw[: len(raw) // 2 * 2])
    if little != (sys.byteorder == "little"):
        samples.byteswap()
    return samples.tobytes()
