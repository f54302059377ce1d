"""What was done on a screen by keys, pointer, wishes and the platform, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass

from accessibility.checks.frame import Frame
from accessibility.probe.seen import Seen


@dataclass(frozen=True, eq=False)
class Stop:
    """Where the focus was after a key press."""

    key: str
    focused: tuple[Seen, ...]
    frame: Frame


@dataclass(frozen=True, eq=False)
class Walk:
    """The focus moved through a screen by Tab, by Shift+Tab, and by arrows inside groups."""

    forward: tuple[Stop, ...]
    backward: tuple[str, ...]
    """References on the bus, one a key press; empty where nothing had the focus."""
    arrows: tuple[Stop, ...] = ()
    whole: bool = True
    """Round the screen in both directions; else a part of that way, as somebody happened to go it."""

    @property
    def stops(self) -> tuple[Stop, ...]:
        """Every stop that has a frame."""
        return self.forward + self.arrows

    @property
    def reached(self) -> frozenset[str]:
        """References of everything that had the focus on the way."""
        return frozenset(node.ref for stop in self.stops for node in stop.focused)


@dataclass(frozen=True, slots=True)
class Deed:
    """An action asked for through the platform: was its effect seen, did an event tell it, did undoing it undo it?"""

    node: Seen
    action: str
    worked: bool
    told: bool | None = None
    """None where no event was waited for."""
    undone: bool | None = None
    """Whether it is told as before again; None where nothing undoes it."""


@dataclass(frozen=True, slots=True)
class Removal:
    """What had the focus went, and its screen stayed; `around` is the nearest of what it stood in that is left."""

    node: Seen
    around: Seen | None


@dataclass(frozen=True, slots=True)
class Held:
    """A key held down on a control until it repeats, and how often the control acted."""

    node: Seen
    key: str
    times: int


@dataclass(frozen=True, slots=True)
class Opened:
    """Something that opens, opened and then left by Escape: whether it closed, and what had the focus after that."""

    node: Seen
    closed: bool
    focused: Seen | None


@dataclass(frozen=True, slots=True)
class Change:
    """Something of a node that became another between two readings: its name, value, text, place or children.

    `late`: seconds that the event came after the second reading, 0 when it was there before; None when none came.
    """

    node: Seen
    what: str
    late: float | None


@dataclass(frozen=True, slots=True)
class Leaving:
    """Escape pressed in a dialog: whether it went, and what had the focus before it opened and after it."""

    dialog: Seen
    went: bool
    opener: Seen | None
    """None when it was not seen, or is no longer there to go back to."""
    focused: Seen | None


@dataclass(frozen=True, eq=False)
class Enlarged:
    """The screen before and after its user asked for larger text, in so many steps, and when that was undone."""

    before: Frame
    after: Frame
    back: Frame
    steps: int


@dataclass(frozen=True, eq=False)
class Wished:
    """The look changed while the program ran: each set of colours, larger text, and the window turned.

    `turned` holds the window as it was and with its sides exchanged; it is empty where it could not be turned.
    """

    colours: tuple[Frame, ...]
    enlarged: Enlarged
    turned: tuple[Frame, ...]


@dataclass(frozen=True, slots=True)
class Slide:
    """The pointer pressed on a control, slid off it and let go there; what the screen did, "" for nothing."""

    node: Seen
    change: str


@dataclass(frozen=True, slots=True)
class Tap:
    """The pointer pressed and let go in the middle of a control's bounds, and whether just that control answered."""

    node: Seen
    answered: bool


@dataclass(frozen=True, slots=True)
class Mixed:
    """One of several ways of input that were used on a control in turn, and whether it had its effect."""

    node: Seen
    way: str
    worked: bool


@dataclass(frozen=True, slots=True)
class Hover:
    """Something appeared while the pointer was on a control: does it stay under the pointer, does Escape hide it?"""

    node: Seen
    shown: Seen
    stays: bool
    hidden: bool


@dataclass(frozen=True, slots=True)
class Typing:
    """Printable characters pressed while `node` (no field) had the focus, and what the screen did.

    `node` is None where there was nothing to type on.
    """

    node: Seen | None
    keys: str
    change: str
    """What became different, in words; "" when nothing did."""
