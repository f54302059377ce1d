"""Matrices in two bytes a value, as Kaldi compresses them."""

from __future__ import annotations

import io
import struct

import numpy as np
import pytest
from numpy.typing import NDArray

from voice.model_builder.errors import BuildProblem
from voice.model_builder.kaldi_stream import KaldiReader, KaldiWriter

CHANCE = np.random.default_rng(3)


def written(values: NDArray[np.float32]) -> bytes:
    file = io.BytesIO()
    KaldiWriter(file).matrix(values)
    return file.getvalue()


@pytest.mark.parametrize(
    "values",
    [
        CHANCE.normal(0, 0.3, (40, 70)),
        CHANCE.uniform(2, 5, (3, 4)),
        CHANCE.uniform(-5, -2, (3, 4)),
        np.zeros((2, 2)),
        np.array([[1e-6, 7.0]]),
    ],
    ids=["both signs", "above nought", "below nought", "nothing", "small beside large"],
)
def test_a_matrix_is_read_as_it_was_within_one_step(values: NDArray[np.float64]) -> None:
    data = written(values.astype(np.float32))
    assert len(data) < 24 + 2 * values.size
    found = KaldiReader(data).matrix()
    span = max(0.0, values.max()) - min(0.0, values.min())
    assert found.shape == values.shape
    assert np.abs(found - values).max() <= span / 65_535
    assert written(found) == data, "what was read is written as it was"


def test_half_a_matrix_is_refused() -> None:
    with pytest.raises(BuildProblem):
        KaldiReader(written(np.ones((9, 9), np.float32))[:-1]).matrix()
    with pytest.raises(BuildProblem, match="'FM' where 'CM2' belongs"):
        KaldiReader(b"FM \x04\x01\0\0\0" + bytes(99)).matrix()


def test_the_bytes_are_those_of_kaldi() -> None:
    """Kaldi's own reckoning: least + range / 65535 * step, by rows (CompressedMatrix, two bytes)."""
    least, span, rows, columns = -1.0, 3.0, 1, 3
    head = b"CM2 " + struct.pack("<ffii", least, span, rows, columns)
    steps = struct.pack("<HHH", 0, 21_845, 65_535)
    assert written(np.array([[-1.0, 0.0, 2.0]], np.float32)) == head + steps
    assert KaldiReader(head + steps).matrix() == pytest.approx(np.array([[-1.0, 0.0, 2.0]]))
