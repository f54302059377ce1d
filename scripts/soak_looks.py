"""Looks at a process while it soaks, and what must not have grown between them."""

from __future__ import annotations

import statistics
from dataclasses import dataclass

MOST_GROWTH = 4.0
"""MiB that the resident memory may grow after warming up."""

_WARMING = 0.3
"""Share of the looks that come before caches and the allocator have settled."""


@dataclass(frozen=True, slots=True)
class Look:
    """One look at the process. ``memory`` in MiB."""

    turns: int
    memory: float
    threads: int
    handles: int


def judge(looks: list[Look]) -> list[str]:
    """What has grown that should not have."""
    calm = looks[int(len(looks) * _WARMING) :]
    if len(calm) < 2:
        return []
    faults = [f"memory grew by {growth(looks):.1f} MiB"] if growth(looks) > MOST_GROWTH else []
    for name in ("threads", "handles"):
        first, last = getattr(calm[0], name), getattr(calm[-1], name)
        if last > first:
            faults.append(f"{name} grew from {first} to {last}")
    return faults


def growth(looks: list[Look]) -> float:
    """MiB between the beginning and the end of the calm part: medians of a quarter each."""
    calm = looks[int(len(looks) * _WARMING) :]
    if len(calm) < 2:
        return 0.0
    quarter = max(1, len(calm) // 4)
    return statistics.median(one.memory for one in calm[-quarter:]) - statistics.median(
        one.memory for one in calm[:quarter]
    )
