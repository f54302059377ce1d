"""How often progress is told: at the ends, and now and then between them, so that waiting is not silent."""

from collections.abc import Callable

from accessibility.node import Node

PAUSE = 5.0
"""Seconds between two tellings (TIM-09 asks for ten at most)."""


class Progress:
    """Remembers what was told of each progress bar, and when."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._told: dict[int, float] = {}

    def news(self, node: Node) -> str:
        """What to say of it now, in percent; empty when it is too soon."""
        if node.range is None or node.range.high <= node.range.low:
            return ""
        now, low, high, _ = node.range
        ends = now <= low or now >= high
        moment = self._clock()
        if not ends and moment - self._told.get(node.id, float("-inf")) < PAUSE:
            return ""
        self._told[node.id] = moment
        name = f"{node.name} " if node.name else ""
        return f"{name}{round(100 * (now - low) / (high - low))}%"
