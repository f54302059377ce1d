"""What can be chosen on a screen, and what choosing it does: for every way that needs no pointer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from accessibility.clipping import scrolls
from accessibility.node import NOWHERE, Bounds, Node
from accessibility.roles import Action, Role, State

_GATHERING = frozenset(
    {Role.GROUP, Role.LIST, Role.LISTBOX, Role.MENU, Role.NAVIGATION, Role.RADIOGROUP, Role.REGION, Role.ROW,
     Role.SEARCH, Role.TABLIST, Role.TOOLBAR}
)  # fmt: skip
_STEPPED = frozenset({Role.SEPARATOR, Role.SLIDER, Role.SPINBUTTON})
_OPENED = (Action.EXPAND, Action.COLLAPSE)
_BACK = (Action.SCROLL_UP, Action.SCROLL_LEFT)
_ON = (Action.SCROLL_DOWN, Action.SCROLL_RIGHT)
TURNS = frozenset({*_BACK, *_ON})
"""What shows more of a long list, or the next page of what is turned."""

_MOVES = (
    Action.MOVE_LEFT, Action.MOVE_RIGHT, Action.MOVE_UP, Action.MOVE_DOWN, Action.ENLARGE, Action.SHRINK,
    Action.TURN_LEFT, Action.TURN_RIGHT,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Target:
    """One thing that can be chosen, and what choosing it does. A slider is two of them: less and more; what fingers
    move is one for each way.

    position: of an item in a long list, whose widget shows another item after scrolling; else 0. role: what it is,
    to call it by when it has no name.
    """

    id: int
    action: Action
    name: str
    bounds: Bounds
    position: int = 0
    role: Role = Role.GENERIC

    @property
    def place(self) -> tuple[int, int]:
        """What tells it from every other thing on the screen."""
        return self.id, self.position


def targets(nodes: Mapping[int, Node], root: int) -> Iterator[tuple[int, Target]]:
    """Every target in reading order, with the list, group, landmark… that it stands in (the root when in none).

    Of a long list those are offered that are in sight, and to scroll it, back before them and on after them: nobody
    wants to pass a thousand one by one.
    """
    waiting: list[tuple[int, int | Target, int]] = [(root, root, 0)]
    long: dict[int, Bounds] = {}
    while waiting:
        owner, found, position = waiting.pop()
        if isinstance(found, Target):
            yield owner, found
            continue
        node = nodes.get(found)
        if node is None:
            continue
        if owner in long:
            position = node.position or position
        if not node.has(State.DISABLED) and _is_there(node.bounds, long.get(owner)):
            chosen = (*chosen_by(node), *(action for action in _MOVES if action in node.actions))
            yield from (
                (owner, Target(found, action, node.name, node.bounds, position, node.role)) for action in chosen
            )
        inner = found if node.role in _GATHERING else owner
        back, on = _turns(nodes, node)
        if back or on:
            long[inner] = node.bounds
        waiting.extend((inner, turn, 0) for turn in on)
        waiting.extend((inner, kid, position) for kid in reversed(node.children))
        waiting.extend((inner, turn, 0) for turn in back)


def _is_there(bounds: Bounds, around: Bounds | None) -> bool:
    """Whether it stands in the window, and in a list that scrolls (`around`) in sight: more than half, or scrolling
    to it would bring another one to the edge, and so on without end."""
    if around is None or bounds.is_empty:
        return not bounds.is_empty
    high = min(bounds.bottom, around.bottom) - max(bounds.top, around.top)
    wide = min(bounds.right, around.right) - max(bounds.left, around.left)
    return high > min(bounds.height, around.height) / 2 and wide > min(bounds.width, around.width) / 2


def _turns(nodes: Mapping[int, Node], node: Node) -> tuple[list[Target], list[Target]]:
    """What scrolls a long list back and on."""
    if not _is_turned(nodes, node):
        return [], []
    back, on = ([action for action in ways if action in node.actions] for ways in (_BACK, _ON))
    return [_turn(node, action) for action in back], [_turn(node, action) for action in on]


def _is_turned(nodes: Mapping[int, Node], node: Node) -> bool:
    """Whether there is more in it than stands in the window: the pages of a carousel, the items of a long list."""
    if node.bounds.is_empty or not scrolls(node):
        return False
    if node.role is Role.GROUP:
        return node.orientation is not None
    return node.role in (Role.LIST, Role.LISTBOX) and any(
        nodes[uid].bounds == NOWHERE for kid in node.children for uid in (kid, *nodes[kid].children) if uid in nodes
    )


def _turn(node: Node, action: Action) -> Target:
    return Target(node.id, action, node.name, node.bounds, role=node.role)


def chosen_by(node: Node) -> tuple[Action, ...]:
    """What choosing this does; nothing for what is only read. A field is gone into, to be written in."""
    if node.role is Role.TEXTBOX:
        return () if node.has(State.READONLY) else (Action.FOCUS,)
    if node.role in _STEPPED and Action.INCREMENT in node.actions:
        return Action.DECREMENT, Action.INCREMENT
    # A press chooses a branch; what hangs from it is shown by another.
    opened = tuple(action for action in _OPENED if node.role is Role.TREEITEM and action in node.actions)
    return (Action.CLICK, *opened) if Action.CLICK in node.actions else opened


def is_answered(node: Node | None) -> bool:
    """Whether this field or radio button has been filled in."""
    if node is None:
        return False
    return bool(node.checked) if node.role is Role.RADIO else node.role is Role.TEXTBOX and bool(node.value)
