"""From our states to AT-SPI's.

Sources: W3C Core Accessibility API Mappings 1.2, "ATK/AT-SPI"; enum AtspiStateType of at-spi2-core 2.46.
"""

from collections.abc import Mapping
from enum import IntEnum
from types import MappingProxyType

from accessibility.node import NOWHERE, Bounds, Node
from accessibility.roles import MIXED, Orientation, Role, State


class AtspiState(IntEnum):
    """Of the numbers of AtspiStateType those that occur here; the number is a bit of the set of states."""

    ACTIVE = 1
    BUSY = 3
    CHECKED = 4
    COLLAPSED = 5
    DEFUNCT = 6
    EDITABLE = 7
    ENABLED = 8
    EXPANDABLE = 9
    EXPANDED = 10
    FOCUSABLE = 11
    FOCUSED = 12
    HORIZONTAL = 14
    MODAL = 16
    MULTI_LINE = 17
    MULTISELECTABLE = 18
    PRESSED = 20
    RESIZABLE = 21
    SELECTABLE = 22
    SELECTED = 23
    SENSITIVE = 24
    SHOWING = 25
    SINGLE_LINE = 26
    VERTICAL = 29
    VISIBLE = 30
    INDETERMINATE = 32
    REQUIRED = 33
    INVALID_ENTRY = 36
    SELECTABLE_TEXT = 38
    CHECKABLE = 41
    HAS_POPUP = 42
    READ_ONLY = 43

    @property
    def words(self) -> str:
        """AT-SPI's name of the state, as events have it."""
        return self.name.lower().replace("_", "-")


STATES: Mapping[State, tuple[AtspiState, ...]] = MappingProxyType(
    {
        State.FOCUSABLE: (AtspiState.FOCUSABLE,),
        State.DISABLED: (),  # told by what is missing: ENABLED and SENSITIVE
        State.REQUIRED: (AtspiState.REQUIRED,),
        State.INVALID: (AtspiState.INVALID_ENTRY,),
        State.READONLY: (AtspiState.READ_ONLY,),
        State.BUSY: (AtspiState.BUSY,),
        State.MODAL: (AtspiState.MODAL,),
        State.MULTILINE: (AtspiState.MULTI_LINE,),
        State.MULTISELECTABLE: (AtspiState.MULTISELECTABLE,),
        State.PROTECTED: (),  # told by the role, password text
    }
)

_ORIENTATIONS = {
    Orientation.HORIZONTAL: AtspiState.HORIZONTAL,
    Orientation.VERTICAL: AtspiState.VERTICAL,
}


def states_of(node: Node, *, focused: bool, active: bool, window: Bounds) -> int:
    """All states as one number, a bit for each.

    focused: it has the focus of a window that is active. active: it is such a window. window: what can be seen of
    the window where it stands.
    """
    bits = _bit(AtspiState.VISIBLE)
    for state in node.states:
        for told in STATES[state]:
            bits |= 1 << told
    if State.DISABLED not in node.states:
        bits |= _bit(AtspiState.ENABLED) | _bit(AtspiState.SENSITIVE)
    if focused:
        bits |= _bit(AtspiState.FOCUSED) | _bit(AtspiState.FOCUSABLE)
    if overlaps(node.bounds, window):
        bits |= _bit(AtspiState.SHOWING)
    if node.role is Role.WINDOW:
        bits |= _bit(AtspiState.RESIZABLE) | (_bit(AtspiState.ACTIVE) if active else 0)
    return bits | _answers(node) | _of_text(node)


def _answers(node: Node) -> int:
    """What can be answered with no as well has a state that says that it can be asked."""
    bits = 0
    if node.checked is not None:
        bits |= _bit(AtspiState.CHECKABLE)
        if node.checked == MIXED:
            bits |= _bit(AtspiState.INDETERMINATE)
        elif node.checked:
            bits |= _bit(AtspiState.CHECKED)
    if node.pressed:
        bits |= _bit(AtspiState.PRESSED)
    if node.selected is not None:
        bits |= _bit(AtspiState.SELECTABLE) | (_bit(AtspiState.SELECTED) if node.selected else 0)
    if node.expanded is not None:
        bits |= _bit(AtspiState.EXPANDABLE)
        bits |= _bit(AtspiState.EXPANDED if node.expanded else AtspiState.COLLAPSED)
    if node.popup is not None:
        bits |= _bit(AtspiState.HAS_POPUP)
    if node.orientation is not None:
        bits |= _bit(_ORIENTATIONS[node.orientation])
    if node.role is Role.PROGRESSBAR and node.range is None:
        bits |= _bit(AtspiState.INDETERMINATE)
    return bits


def _of_text(node: Node) -> int:
    if node.text is None:
        return 0
    bits = _bit(AtspiState.SELECTABLE_TEXT)
    if not node.has(State.READONLY) and not node.has(State.DISABLED):
        bits |= _bit(AtspiState.EDITABLE)
    if not node.has(State.MULTILINE):
        bits |= _bit(AtspiState.SINGLE_LINE)
    return bits


def words_of_state(bits: int) -> list[int]:
    """The two 32-bit words that GetState gives."""
    return [bits & 0xFFFFFFFF, bits >> 32]


def changed_states(before: int, after: int) -> list[tuple[AtspiState, bool]]:
    """The states that came (True) or went (False), those that went first."""
    changed = [(state, bool(after >> state & 1)) for state in AtspiState if (before ^ after) >> state & 1]
    return sorted(changed, key=lambda pair: pair[1])


def _bit(state: AtspiState) -> int:
    return 1 << state


def overlaps(bounds: Bounds, window: Bounds) -> bool:
    """Whether some of it can be seen. Something without an extent yet is taken as seen where it stands.

    What has no widget, as an item of a long list beyond its edge, is nowhere.
    """
    if not bounds.is_empty:
        return (
            bounds.left < window.right
            and bounds.right > window.left
            and bounds.top < window.bottom
            and bounds.bottom > window.top
        )
    return (
        bounds != NOWHERE
        and bounds.left <= window.right
        and bounds.right >= window.left
        and bounds.top <= window.bottom
        and bounds.bottom >= window.top
    )
