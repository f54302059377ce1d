"""A Node is what an assistive technology is told of one widget: an immutable value."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from accessibility.roles import Current, Live, Orientation, Popup, Role, Sort, State


class Bounds(NamedTuple):
    """A rectangle in window pixels; the origin is the top left corner and y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def is_empty(self) -> bool:
        return self.width <= 0 or self.height <= 0


class NumericRange(NamedTuple):
    """A value between two ends, for sliders, spin buttons and progress bars; `step` 0 means continuous."""

    now: float
    low: float
    high: float
    step: float = 0.0


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line as it is drawn. A line that ends a paragraph holds its newline as last character.

    `positions` and `widths` have one entry a character, in pixels from the line's left edge.
    """

    text: str
    bounds: Bounds
    positions: tuple[float, ...]
    widths: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class TextContent:
    """The text of a field with its geometry, caret and selection.

    `anchor` and `caret` are character indices into the joined lines; equal when nothing is selected.
    A protected field holds bullets here, never its text.
    """

    lines: tuple[TextLine, ...]
    caret: int
    anchor: int

    @property
    def characters(self) -> str:
        return "".join(line.text for line in self.lines)

    @property
    def selected(self) -> str:
        first, last = sorted((self.anchor, self.caret))
        return self.characters[first:last]


Drawn = Callable[[str, Bounds], tuple[TextLine, ...]]
"""The lines in which a name is drawn in these bounds; () when that is not known. Asked on any thread."""

NOWHERE = Bounds(0.0, 0.0, 0.0, 0.0)


class TablePlace(NamedTuple):
    """Where a row or cell stands in its table, counted from 1 (ARIA `aria-rowindex`, `aria-colindex`); 0: not known.

    A row has no column. `rows` and `columns` are how many it covers.
    """

    row: int = 0
    column: int = 0
    rows: int = 1
    columns: int = 1


class TableSize(NamedTuple):
    """How many rows and columns a table has in all, headers included, shown or not (ARIA `aria-rowcount`)."""

    rows: int
    columns: int


Checked = bool | Literal["mixed"] | None
Ids = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """Everything that is told of one widget.

    `checked`, `pressed`, `selected` and `expanded` are None where the question makes no sense, so that
    "not checked" can be told from "cannot be checked". Focus is no part of a node: the tree has one.
    `error` is the text of a failed check; `error_by` (ARIA `aria-errormessage`) are the nodes that show it.
    `description` holds the text of the `described_by` nodes too, for platforms without that relation.
    `labelled_by`, `described_by`, `error_by`, `controls` and `headers` name nodes that need not be told now:
    a provider leaves out what it does not know. `members` are the radio buttons that it belongs to, itself among them,
    where no radio group stands around them. `headers` are the header cells of a cell, row's before column's.
    `position` counts from 1 among `set_size` members; both are those of the data where a list shows a part of it.
    `item` counts from 1 the items of a list that gives its few widgets to others as it scrolls; a node of another item
    is another thing, with all that is inside it.
    `drawn` looks, when it is asked, where the words of a plain text stand; it is no part of what is told.
    `level` is a heading's (1-6) or a tree item's depth from 1. `shortcut` is ARIA's `aria-keyshortcuts` ("Control+S").
    """

    id: int
    role: Role
    name: str = ""
    description: str = ""
    value: str = ""
    bounds: Bounds = NOWHERE
    states: frozenset[State] = frozenset()
    checked: Checked = None
    pressed: bool | None = None
    selected: bool | None = None
    expanded: bool | None = None
    level: int = 0
    live: Live = Live.OFF
    error: str = ""
    placeholder: str = ""
    shortcut: str = ""
    position: int = 0
    set_size: int = 0
    item: int = 0
    range: NumericRange | None = None
    text: TextContent | None = None
    orientation: Orientation | None = None
    popup: Popup | None = None
    current: Current | None = None
    sort: Sort | None = None
    place: TablePlace | None = None
    table: TableSize | None = None
    actions: tuple[str, ...] = ()
    labelled_by: Ids = ()
    described_by: Ids = ()
    error_by: Ids = ()
    controls: Ids = ()
    headers: Ids = ()
    members: Ids = ()
    children: Ids = field(default=())
    drawn: Drawn | None = field(default=None, compare=False, repr=False)

    def has(self, state: State) -> bool:
        return state in self.states
