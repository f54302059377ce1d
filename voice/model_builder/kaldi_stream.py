"""Kaldi's binary files, as far as models need them: tokens, integers, floats, vectors and matrices."""

from __future__ import annotations

import struct
from typing import IO

import numpy as np
from numpy.typing import ArrayLike, NDArray

from voice.model_builder.errors import BuildProblem

BINARY = b"\0B"
"""What a binary file begins with."""

_HEAD = struct.Struct("<ffii")
"""Of a compressed matrix: the least value, the range, rows and columns."""
_STEPS = 65_535


class KaldiWriter:
    """Writes to an open binary file."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def raw(self, data: bytes) -> None:
        """Bytes as they are."""
        self._file.write(data)

    def token(self, name: str) -> None:
        """A word, ended by a space."""
        self._file.write(name.encode() + b" ")

    def integer(self, value: int) -> None:
        """Four bytes after their size."""
        self._file.write(b"\x04" + struct.pack("<i", value))

    def single(self, value: float) -> None:
        """Four bytes after their size."""
        self._file.write(b"\x04" + struct.pack("<f", value))

    def double(self, value: float) -> None:
        """Eight bytes after their size."""
        self._file.write(b"\x08" + struct.pack("<d", value))

    def integers(self, values: ArrayLike) -> None:
        """A vector of integers."""
        data = np.asarray(values, "<i4")
        self._file.write(b"\x04" + struct.pack("<i", len(data)) + data.tobytes())

    def vector(self, values: ArrayLike) -> None:
        """A vector of floats."""
        data = np.asarray(values, "<f4")
        self._file.write(b"FV \x04" + struct.pack("<i", len(data)) + data.tobytes())

    def matrix(self, values: ArrayLike) -> None:
        """A matrix of floats, (rows, columns), in two bytes each: Kaldi's compressed matrix.

        Each value is one of 65,536 steps from the least to the greatest: at most half a step beside it.
        """
        data = np.asarray(values, np.float32)
        least = min(np.float32(0), data.min())  # nought within the range: what was read is then written as it was
        span = np.float32(max(np.float32(0), data.max()) - least) or np.float32(1)
        steps = np.rint((data.astype(np.float64) - least) * (_STEPS / float(span))).astype("<u2")
        self._file.write(b"CM2 " + _HEAD.pack(float(least), float(span), *data.shape) + steps.tobytes())


class KaldiReader:
    """Reads what :class:`KaldiWriter` wrote. Every method raises :class:`BuildProblem` on anything else."""

    def __init__(self, data: bytes, at: int = 0) -> None:
        self._data = data
        self._at = at

    def token(self) -> str:
        """The next word."""
        end = self._data.find(b" ", self._at)
        if end < 0:
            raise BuildProblem("the Kaldi file ends too early")
        word, self._at = self._data[self._at : end].decode(errors="replace").strip(), end + 1
        return word

    def expect(self, word: str) -> None:
        """The next word must be this one."""
        found = self.token()
        if found != word:
            raise BuildProblem(f"the Kaldi file has {found!r} where {word!r} belongs")

    def until(self, mark: bytes) -> bytes:
        """Everything up to a mark, which is passed."""
        end = self._data.find(mark, self._at)
        if end < 0:
            raise BuildProblem(f"the Kaldi file has no {mark!r}")
        found, self._at = self._data[self._at : end], end + len(mark)
        return found

    def integer(self) -> int:
        """See ``KaldiWriter``."""
        return int(struct.unpack("<i", self._take(b"\x04", 4))[0])

    def single(self) -> float:
        """See ``KaldiWriter``."""
        return float(struct.unpack("<f", self._take(b"\x04", 4))[0])

    def double(self) -> float:
        """See ``KaldiWriter``."""
        return float(struct.unpack("<d", self._take(b"\x08", 8))[0])

    def vector(self) -> NDArray[np.float32]:
        """See ``KaldiWriter``."""
        self.expect("FV")
        size = self.integer()
        return np.frombuffer(self._take(b"", 4 * size), "<f4")

    def matrix(self) -> NDArray[np.float32]:
        """See ``KaldiWriter``."""
        self.expect("CM2")
        least, span, rows, columns = _HEAD.unpack(self._take(b"", _HEAD.size))
        steps = np.frombuffer(self._take(b"", 2 * rows * columns), "<u2").reshape(rows, columns)
        return np.asarray(least + steps * (span / _STEPS), np.float32)

    def _take(self, mark: bytes, size: int) -> bytes:
        begin = self._at + len(mark)
        if self._data[self._at : begin] != mark or begin + size > len(self._data):
            raise BuildProblem("the Kaldi file is not as this builder writes it")
        self._at = begin + size
        return self._data[begin : self._at]
