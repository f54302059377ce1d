"""Weights: what a network has learned, as named matrices, the shape that they fill, and the pace of the scores."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

SPLICE = tuple(range(-3, 4))
"""Frames of 10 ms that the first layer sees side by side."""

SKIP = 0.66
"""The part of a layer's input that goes around it."""

LAYERS = 7

Matrices = dict[str, NDArray[np.float32]]
"""``first``, ``first_bias``, ``first_scale``, ``first_shift``; for each layer ``narrow0``, ``wide0``, ``wide0_bias``,
``scale0``, ``shift0``; ``last``, ``last_bias``, ``out``, ``out_bias``. Matrices are (outputs, inputs).
"""


@dataclass(frozen=True, slots=True)
class Pace:
    """How often a network scores, and how far apart the moments lie that each layer sees.

    ``subsampling``: frames of 10 ms from one moment to the next; only these go on from the first layer. ``delays``:
    moments between two of the three that each of the :data:`LAYERS` sees; no number but 1 divides all of them.
    """

    subsampling: int
    delays: tuple[int, ...]

    @property
    def context(self) -> int:
        """Frames before and after a moment that its scores depend on."""
        return -SPLICE[0] + self.subsampling * sum(self.delays)

    def moments(self, frames: int) -> int:
        """How many scores so many frames give."""
        return -(-frames // self.subsampling)


EVERY_30_MS = Pace(3, (1, 1, 1, 1, 1, 2, 2))
EVERY_20_MS = Pace(2, (1, 2, 1, 2, 1, 3, 3))
"""Nearly the same span in time, so that a network can change over; half the work more."""

PACES = {30: EVERY_30_MS, 20: EVERY_20_MS}
"""By the milliseconds between two scores."""


@dataclass(frozen=True, slots=True)
class Weights:
    """A network as it is stored."""

    matrices: Matrices
    pace: Pace

    def __getitem__(self, name: str) -> NDArray[np.float32]:
        return self.matrices[name]

    def at(self, pace: Pace) -> Weights:
        """The same matrices asked at another pace: where a training for that pace begins."""
        return replace(self, pace=pace)
