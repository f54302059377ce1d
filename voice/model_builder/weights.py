"""Weights: what a network has learned, as named matrices, and the fixed shape that they fill."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Weights = dict[str, NDArray[np.float32]]
"""``first``, ``first_bias``, ``first_scale``, ``first_shift``; for each layer ``narrow0``, ``wide0``, ``wide0_bias``,
``scale0``, ``shift0``; ``last``, ``last_bias``, ``out``, ``out_bias``. Matrices are (outputs, inputs).
"""

SPLICE = tuple(range(-3, 4))
"""Frames of 10 ms that the first layer sees side by side."""

SUBSAMPLING = 3
"""Only every third moment goes on: 30 ms."""

DELAYS = (1, 1, 1, 1, 1, 2, 2)
"""How many moments lie between the three that each layer sees."""

SKIP = 0.66
"""The part of a layer's input that goes around it."""

CONTEXT = -SPLICE[0] + SUBSAMPLING * sum(DELAYS)
"""Frames before and after a moment that its scores depend on."""
