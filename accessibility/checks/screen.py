"""A screen as it was captured: its moments, what was tried on it, and what the rules ask of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from PIL import Image

from accessibility.checks.frame import Frame, Sight
from accessibility.checks.kinds import DIALOGS, is_actionable
from accessibility.checks.tried import (
    Change,
    Deed,
    Held,
    Hover,
    Leaving,
    Mixed,
    Opened,
    Removal,
    Slide,
    Tap,
    Typing,
    Walk,
    Wished,
)
from accessibility.probe.seen import Seen

Outline = tuple[tuple[str, str], ...]
"""Role and name of the controls of a screen, in reading order."""


@dataclass(frozen=True, eq=False)
class Screen:
    """Everything that the rules judge. `scale` is the text size (1.0 is 100 %), `density` pixels a dp."""

    name: str
    theme: str
    scale: float
    frames: tuple[Frame, ...]
    sights: Mapping[str, Sight]
    density: float = 1.0
    place: str = ""
    """Screens of one place (a form before and after it is filled) may share their title."""
    scrolled: frozenset[str] = frozenset()
    """References of what moves when the screen is scrolled; the rest stays."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """The titles of the other places captured before it in the same run, by screen name."""
    walk: Walk | None = None
    rereads: tuple[tuple[str, ...], ...] = ()
    """The references in reading order, at each repeated reading."""
    deeds: tuple[Deed, ...] = ()
    held: tuple[Held, ...] | None = None
    opened: tuple[Opened, ...] | None = None
    """None where it was not tried."""
    changes: tuple[Change, ...] | None = None
    """What became another since the capture before this one, of what was there both times; None for the first."""
    removal: Removal | None = None
    """None where what had the focus at the look before is still there, or the screen is another."""
    leaving: Leaving | None = None
    wished: Wished | None = None
    slides: tuple[Slide, ...] = ()
    taps: tuple[Tap, ...] = ()
    mixed: tuple[Mixed, ...] | None = None
    hovers: tuple[Hover, ...] | None = None
    """None where the pointer was moved nowhere."""
    secrets: tuple[str, ...] = ()
    """What was typed into protected fields before the capture."""
    typed_whole: bool = True
    """Whether a protected field that holds something holds one of the secrets, to its end."""
    heard: tuple[str, ...] = ()
    """Texts that events of the bus carried since the secret was typed."""
    outlines: Mapping[str, Outline] = field(default_factory=dict)
    """The controls of the screens captured before it in the same run, by screen name."""
    pages: bool = True
    """Whether every part was brought into sight; else only what is in the window now was looked at."""
    placed: bool = True
    """Whether it is known what moves when it is scrolled (`scrolled`); else places cannot be compared."""
    arrived: bool = False
    """Captured just after the screen came, before anything was pressed on it."""
    typing: Typing | None = None
    film: tuple[Image.Image, ...] = ()
    """Pictures of the screen while nobody does anything, at even times; `film_seconds` from first to last."""
    film_seconds: float = 0.0

    @property
    def frame(self) -> Frame:
        return self.frames[0]

    @property
    def window(self) -> Seen:
        return self.frame.window

    @property
    def size(self) -> tuple[int, int]:
        """The window's inside in pixels."""
        return self.frame.image.size

    @property
    def title(self) -> str:
        """What says where the user is: the dialog's name while there is one, else the window's title."""
        dialog = self.dialog
        return dialog.name if dialog is not None and dialog.name else self.window.name

    @cached_property
    def nodes(self) -> tuple[Seen, ...]:
        """Everything in the window in reading order, without the window itself."""
        return tuple(self.window.walk())[1:]

    @cached_property
    def actionable(self) -> tuple[Seen, ...]:
        """What a person can operate now."""
        return tuple(node for node in self.nodes if is_actionable(node))

    @cached_property
    def parents(self) -> dict[str, Seen]:
        """The node above each, by reference."""
        return {child.ref: node for node in self.window.walk() for child in node.children}

    def above(self, node: Seen) -> Iterator[Seen]:
        """The nodes above, nearest first."""
        ref = node.ref
        while (parent := self.parents.get(ref)) is not None:
            yield parent
            ref = parent.ref

    def sight(self, node: Seen) -> Sight | None:
        """The frame in which the node is best seen; None when it never is."""
        return self.sights.get(node.ref)

    def path(self, node: Seen | None) -> tuple[str, ...]:
        """Roles and names from the window down to the node; never positions."""
        if node is None:
            return ()
        line = [*reversed(list(self.above(node))), node]
        return tuple(f"{item.role} {item.name!r}" if item.name else item.role for item in line)

    def together(self, one: Seen, other: Seen) -> bool:
        """Whether the two keep their distance: both scroll, or both stay."""
        return (one.ref in self.scrolled) == (other.ref in self.scrolled)

    @property
    def outline(self) -> Outline:
        """Role and name of each control, in reading order."""
        return tuple((node.role, node.name) for node in self.actionable)

    @property
    def dialog(self) -> Seen | None:
        """The dialog that is open, if one is."""
        return next((node for node in self.nodes if node.role in DIALOGS), None)

    def related(self, node: Seen, kind: str) -> tuple[Seen, ...]:
        """What the platform says the node is tied to in that way ("labelled-by"), as far as it is on the screen."""
        told = (self.frame.by_ref.get(ref) for ref in node.relations.get(kind, ()))
        return tuple(other for other in told if other is not None)

    def dp(self, pixels: float) -> float:
        """Pixels as density-independent pixels."""
        return pixels / self.density
