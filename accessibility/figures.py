"""A measure in figures, as it is shown and said: without the noise of binary fractions, and never as a power of ten."""

import math
from decimal import Decimal

_DIGITS = 6
"""Figures of a number that no step says more of; the whole ones before the point are all told."""


def in_figures(number: float, step: float = 0.0, *grid: float) -> str:
    """A whole number whole, another with as many decimals as the step has by which it goes; step 0: by none.

    grid: where its steps begin or end, for they may have more decimals. A number beside all steps is told as one
    without: "2" of 2.5 would be untrue.
    """
    number = float(number)  # an int has no `is_integer` in Python 3.11
    if not math.isfinite(number):
        return str(number)
    if step:
        decimals = max(map(_decimals, (step, *grid)))
        rounded = round(number, decimals)
        if math.isclose(rounded, number, rel_tol=1e-9, abs_tol=abs(step) * 1e-6):
            return _plain(rounded) if rounded.is_integer() else f"{rounded:.{decimals}f}"
    return _plain(round(number, _enough(number)))


def _plain(number: float) -> str:
    """All figures that a number has and no more."""
    exact = Decimal(repr(number))
    return f"{int(exact)}" if number.is_integer() else f"{exact.normalize():f}"


def _decimals(number: float) -> int:
    exponent = Decimal(f"{number:.{_DIGITS}g}").normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _enough(number: float) -> int:
    return max(0, _DIGITS - 1 - math.floor(math.log10(abs(number)))) if number else 0
