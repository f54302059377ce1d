"""What an audit is asked to do: in which looks to open the program, and how to get to each of its screens."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from accessibility.audit.driver import Driver


@dataclass(frozen=True, slots=True)
class Look:
    """One run of the program: a theme at a text size (1.0 is 100 %). `thorough` walks the focus and tries actions."""

    theme: str
    scale: float
    thorough: bool = False

    @property
    def label(self) -> str:
        """For people: `light 100 %`."""
        return f"{self.theme} {self.scale * 100:.0f} %"


@dataclass(frozen=True, slots=True)
class Step:
    """A screen by name, and how to get to it from the screen before. Steps of one `place` may share a title."""

    screen: str
    go: Callable[[Driver], None]
    place: str = ""


@dataclass(frozen=True, slots=True)
class Wishes:
    """How its user changes the look of the program while it runs: one step each, from its first screen."""

    recolour: Callable[[Driver], None]
    """To the next set of colours; after the last comes the first."""
    enlarge: Callable[[Driver], None]
    shrink: Callable[[Driver], None]


@dataclass(frozen=True, slots=True)
class Plan:
    """`open_program(look)` starts the program anew and gives a driver; every look goes through all steps in order.

    `wishes` are tried on the first screen of a thorough look.
    """

    program: str
    looks: tuple[Look, ...]
    steps: tuple[Step, ...]
    open_program: Callable[[Look], AbstractContextManager[Driver]]
    wishes: Wishes | None = None
