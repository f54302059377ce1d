"""Reads WAV files of any usual kind into the form that recognisers take."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import soxr
from numpy.typing import NDArray

from voice.errors import BadWav
from voice.tts.synthesiser import Samples

_PCM, _FLOAT, _EXTENSIBLE = 1, 3, 0xFFFE
_RATES = range(1_000, 768_001)
_MAX_CHANNELS = 64


@dataclass(frozen=True, slots=True)
class _Format:
    tag: int
    channels: int
    rate: int
    bits: int


def read_wav(path: str | Path, rate: int) -> Samples:
    """The file's sound as mono int16 at ``rate`` Hz; channels are averaged.

    Reads PCM of 8, 16, 24 and 32 bits and floats of 32 and 64 bits, any number of channels, any rate.
    A file that was cut off is read as far as it goes.

    Raises:
        BadWav: when the file is no such WAV file; the message is one line.
        OSError: when it cannot be opened.
    """
    kind, raw = _chunks(Path(path).read_bytes())
    mono = _frames(kind, raw).mean(axis=1)
    if kind.rate != rate:
        mono = soxr.resample(mono, kind.rate, rate)
    samples: Samples = np.clip(np.rint(mono * 32768.0), -32768, 32767).astype(np.int16)
    return samples


def _chunks(data: bytes) -> tuple[_Format, bytes]:
    """The format and the samples' bytes (RIFF: four letters, a length, that many bytes, padded to even)."""
    if len(data) < 12 or data[:4] != b"RIFF" or data[8:12] != b"WAVE":
        raise BadWav("not a WAV file")
    kind: _Format | None = None
    at = 12
    while at + 8 <= len(data):
        name, size = data[at : at + 4], struct.unpack_from("<I", data, at + 4)[0]
        body = data[at + 8 : at + 8 + size]
        if name == b"fmt ":
            kind = _format(body)
        elif name == b"data":
            if kind is None:
                raise BadWav("the WAV file has its sound before its format")
            return kind, body
        at += 8 + size + size % 2
    raise BadWav("the WAV file has no sound in it")


def _format(body: bytes) -> _Format:
    if len(body) < 16:
        raise BadWav("the WAV file's format is cut off")
    tag, channels, rate, _, _, bits = struct.unpack_from("<HHIIHH", body)
    if tag == _EXTENSIBLE and len(body) >= 26:
        tag = struct.unpack_from("<H", body, 24)[0]  # the first bytes of the sub-format's GUID
    known = (tag == _PCM and bits in (8, 16, 24, 32)) or (tag == _FLOAT and bits in (32, 64))
    if not known:
        raise BadWav(f"a WAV file of kind {tag} with {bits} bits is not read; save it as PCM")
    if not 1 <= channels <= _MAX_CHANNELS or rate not in _RATES:
        raise BadWav(f"a WAV file with {channels} channels at {rate} Hz is not read")
    return _Format(tag, channels, rate, bits)


def _frames(kind: _Format, raw: bytes) -> NDArray[np.float64]:
    """All samples in -1..1, one row a moment, one column a channel."""
    width = kind.bits // 8 * kind.channels
    raw = raw[: len(raw) // width * width]
    values: NDArray[Any]
    if kind.tag == _FLOAT:
        values = np.nan_to_num(np.frombuffer(raw, f"<f{kind.bits // 8}").astype(np.float64))
    elif kind.bits == 8:  # the only unsigned kind
        values = (np.frombuffer(raw, np.uint8).astype(np.float64) - 128) / 128
    elif kind.bits == 24:
        wide = np.zeros((len(raw) // 3, 4), np.uint8)
        wide[:, 1:] = np.frombuffer(raw, np.uint8).reshape(-1, 3)
        values = wide.reshape(-1).view("<i4").astype(np.float64) / 2**31
    else:
        values = np.frombuffer(raw, f"<i{kind.bits // 8}").astype(np.float64) / 2 ** (kind.bits - 1)
    return values.reshape(-1, kind.channels)
