"""A screen as it was captured: what the platform told, what was painted, and what happened when keys were pressed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from PIL import Image

from accessibility.checks.kinds import DIALOGS, is_actionable
from accessibility.probe.atspi import Seen

Box = tuple[int, int, int, int]
"""x, y, width, height in window pixels, y down."""


@dataclass(frozen=True, eq=False)
class Frame:
    """One moment: the window's tree and its pixels (the window's inside only, no decoration)."""

    window: Seen
    image: Image.Image
    seconds: float = 0.0
    """How long the platform took to give the tree; 0 when it was not measured."""

    @cached_property
    def by_ref(self) -> dict[str, Seen]:
        """Every node of the moment by its reference on the bus."""
        return {node.ref: node for node in self.window.walk()}


@dataclass(frozen=True, eq=False)
class Sight:
    """A node in a frame in which it is seen; `whole` when all of it is."""

    node: Seen
    frame: Frame
    whole: bool

    @property
    def box(self) -> Box:
        assert self.node.bounds is not None
        return self.node.bounds


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
    heard: tuple[str, ...] = ()
    """Texts that events of the bus carried since the secret was typed."""
    outlines: Mapping[str, Outline] = field(default_factory=dict)
    """The controls of the screens captured before it in the same run, by screen name."""
    pages: bool = True
    """Whether every part was brought into sight; else only what is in the window now was looked at."""
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
