"""Questions to painted pixels: the ground, the ink on it, its glyphs and lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from accessibility.checks.frame import Box

Pixels = NDArray[np.uint8]
"""Height × width × 3, sRGB."""

VISIBLE = 1.15
"""From this contrast ratio on a pixel counts as ink at all: below it is anti-aliasing and noise."""

FLAT = 0.35
"""The ground must fill at least this share of a crop, or it is no flat colour."""


def cut(image: Image.Image, box: Box, inset: int = 0) -> Pixels:
    """The pixels of a box, clipped to the image; `inset` shrinks it (negative: grows it) in pixels."""
    x, y, width, height = box
    left, top = max(0, x + inset), max(0, y + inset)
    right, bottom = min(image.width, x + width - inset), min(image.height, y + height - inset)
    if right <= left or bottom <= top:
        return np.zeros((0, 0, 3), np.uint8)
    return np.asarray(image.crop((left, top, right, bottom)).convert("RGB"))


def luminance(pixels: Pixels) -> NDArray[np.float64]:
    """Relative luminance of each pixel (see `accessibility.contrast`)."""
    found: NDArray[np.float64] = _LINEAR[pixels] @ np.array((0.2126, 0.7152, 0.0722))
    return found


def ratios(pixels: Pixels, ground: NDArray[np.uint8] | tuple[int, ...]) -> NDArray[np.float64]:
    """Contrast ratio of each pixel to one colour, or to the pixel at the same place of another picture."""
    one = luminance(pixels)
    other = luminance(np.asarray(ground, np.uint8))
    return (np.maximum(one, other) + 0.05) / (np.minimum(one, other) + 0.05)


def ground_of(pixels: Pixels) -> tuple[tuple[int, int, int], float]:
    """The most common colour and the share of the pixels that have it."""
    flat = pixels.reshape(-1, 3).astype(np.uint32)
    codes, counts = np.unique(flat[:, 0] << 16 | flat[:, 1] << 8 | flat[:, 2], return_counts=True)
    best = int(counts.argmax())
    code = int(codes[best])
    return (code >> 16, code >> 8 & 255, code & 255), float(counts[best]) / len(flat)


@dataclass(frozen=True, slots=True)
class Glyph:
    """A piece of ink within a line: columns and rows of the crop, and the highest contrast in it."""

    left: int
    right: int
    top: int
    bottom: int
    peak: float

    @property
    def width(self) -> int:
        return self.right - self.left

    @property
    def height(self) -> int:
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Ink:
    """What stands on the ground of a crop. `lines` hold glyphs from left to right, lines from the top."""

    ground: tuple[int, int, int]
    share: float
    contrast: NDArray[np.float64]
    lines: tuple[tuple[Glyph, ...], ...]

    @property
    def is_flat(self) -> bool:
        return self.share >= FLAT

    @property
    def glyphs(self) -> tuple[Glyph, ...]:
        return tuple(glyph for line in self.lines for glyph in line)


def read_ink(pixels: Pixels) -> Ink | None:
    """The ink of a crop; None when there are no pixels."""
    if pixels.size == 0:
        return None
    ground, share = ground_of(pixels)
    contrast = ratios(pixels, ground)
    mask = contrast >= VISIBLE
    lines = (_glyphs(contrast, mask, top, bottom) for top, bottom in _runs(mask.any(axis=1)))
    return Ink(ground, share, contrast, tuple(line for line in lines if line))


def strength(ink: Ink) -> float | None:
    """The contrast of the text: the weakest quarter of its glyphs, each by its strongest pixel; None without ink.

    The strongest pixel of a glyph is its core without anti-aliasing, so this is no lower than the true contrast
    of the colours unless strokes are thinner than a pixel. Dots and dashes beside taller glyphs are left out.
    """
    tall = max((glyph.height for glyph in ink.glyphs), default=0)
    peaks = sorted(glyph.peak for glyph in ink.glyphs if glyph.height >= 0.5 * tall and glyph.width >= 2)
    return peaks[len(peaks) // 4] if peaks else None


def _glyphs(contrast: NDArray[np.float64], mask: NDArray[np.bool_], top: int, bottom: int) -> tuple[Glyph, ...]:
    found = []
    for left, right in _runs(mask[top:bottom].any(axis=0)):
        rows = np.flatnonzero(mask[top:bottom, left:right].any(axis=1))
        peak = float(contrast[top:bottom, left:right].max())
        found.append(Glyph(left, right, top + int(rows[0]), top + int(rows[-1]) + 1, peak))
    return tuple(found)


def _runs(flags: Any) -> list[tuple[int, int]]:
    """Where a row of flags is true without a break: (first, one past the last)."""
    padded = np.concatenate(([False], flags, [False])).astype(np.int8)
    edges = np.flatnonzero(np.diff(padded))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def _linear_table() -> NDArray[np.float64]:
    part = np.arange(256) / 255
    return np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)


_LINEAR = _linear_table()
