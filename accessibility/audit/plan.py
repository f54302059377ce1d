"""What an audit is asked to do: in which looks to open the program, and how to get to each of its screens."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from accessibility.checks.rule import Need

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
class Sign:
    """What tells a place of the program: something of that role whose name begins with `name`."""

    place: str
    role: str
    name: str


@dataclass(frozen=True, slots=True)
class Step:
    """A screen by name, and how to get to it from the screen before. Steps of one `place` may share a title.

    `shows`: what must be there for the screen to count as reached. `untried` is left out on it in a thorough look as
    well: keys that mean something else there, or a moment that would not last as long.
    """

    screen: str
    go: Callable[[Driver], None]
    place: str = ""
    shows: tuple[Sign, ...] = ()
    untried: frozenset[Need] = frozenset()


@dataclass(frozen=True, slots=True)
class Wishes:
    """How its user changes the look of the program while it runs: one step each, from its first screen."""

    recolour: Callable[[Driver], None]
    """To the next set of colours; after the last comes the first."""
    enlarge: Callable[[Driver], None]
    shrink: Callable[[Driver], None]


@dataclass(frozen=True, slots=True)
class Opening:
    """One opening of the program, with settings of its own, and the steps that are gone in it, in order.

    `open_program(look)` starts the program anew and gives a driver. `wishes` are tried on the first screen of a
    thorough look.
    """

    name: str
    steps: tuple[Step, ...]
    open_program: Callable[[Look], AbstractContextManager[Driver]]
    wishes: Wishes | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """Every look goes through all openings in order; no two steps of any of them have one name."""

    program: str
    looks: tuple[Look, ...]
    openings: tuple[Opening, ...]

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps of all openings."""
        return tuple(step for opening in self.openings for step in opening.steps)
