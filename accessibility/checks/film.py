"""What moves on a screen while nobody does anything: shared by TIM-06 and TIM-07."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from accessibility.checks.pixels import luminance
from accessibility.checks.screen import Screen

BLOCK = 32
"""Pictures are looked at in squares of so many pixels."""

CHANGE = 0.1
"""WCAG "general flash": opposing changes of relative luminance of a tenth or more…"""

DARK = 0.8
"""…where the darker one is below this."""


@dataclass(frozen=True)
class Flicker:
    """Of each square: how often it turned from lighter to darker or back by a flash's measure, and whether it moved."""

    turns: NDArray[np.int64]
    moved: NDArray[np.bool_]
    seconds: float

    @property
    def flashes(self) -> NDArray[np.float64]:
        """Flashes in a second, of each square: two opposing turns make one."""
        return self.turns / 2 / max(self.seconds, 0.001)


def flicker(screen: Screen) -> Flicker:
    """The film's changes by squares. Pictures that are one object (`Camera.film`) are looked at once."""
    different = {id(picture): picture for picture in screen.film}
    found = {one: _blocks(np.asarray(picture.convert("RGB"))) for one, picture in different.items()}
    light = np.stack([found[id(picture)] for picture in screen.film])
    turns = np.zeros(light.shape[1:], np.int64)
    last, direction = light[0].copy(), np.zeros(light.shape[1:], np.int64)
    for now in light[1:]:
        step = now - last
        strong = (np.abs(step) >= CHANGE) & (np.minimum(now, last) < DARK)
        sign = np.sign(step).astype(np.int64)
        turns += strong & (sign != direction)
        direction = np.where(strong, sign, direction)
        last = np.where(strong | (np.sign(step) == direction), now, last)
    moved = np.any([one != other for one, other in pairwise(light)], axis=0)
    return Flicker(turns, moved, screen.film_seconds)


def _blocks(pixels: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Mean luminance of each whole square."""
    light = luminance(pixels)
    rows, columns = light.shape[0] // BLOCK, light.shape[1] // BLOCK
    cut = light[: rows * BLOCK, : columns * BLOCK]
    found: NDArray[np.float64] = cut.reshape(rows, BLOCK, columns, BLOCK).mean(axis=(1, 3))
    return found
