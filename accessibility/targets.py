"""What can be chosen on a screen, and what choosing it does: for every way that needs no pointer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from accessibility.node import Bounds, Node
from accessibility.roles import Action, Role, State

_GATHERING = frozenset(
    {Role.GROUP, Role.LIST, Role.LISTBOX, Role.MENU, Role.NAVIGATION, Role.RADIOGROUP, Role.REGION, Role.ROW,
     Role.SEARCH, Role.TABLIST, Role.TOOLBAR}
)  # fmt: skip
_STEPPED = frozenset({Role.SLIDER, Role.SPINBUTTON})

_MOVES = (
    Action.MOVE_LEFT, Action.MOVE_RIGHT, Action.MOVE_UP, Action.MOVE_DOWN, Action.ENLARGE, Action.SHRINK,
    Action.TURN_LEFT, Action.TURN_RIGHT,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Target:
    """One thing that can be chosen, and what choosing it does. A slider is two of them: less and more; what fingers
    move is one for each way.
    """

    id: int
    action: Action
    name: str
    bounds: Bounds


def targets(nodes: Mapping[int, Node], root: int) -> Iterator[tuple[int, Target]]:
    """Every target in reading order, with the list, group, landmark… that it stands in (the root when in none)."""
    waiting = [(root, root)]
    while waiting:
        uid, owner = waiting.pop()
        node = nodes.get(uid)
        if node is None:
            continue
        if not node.bounds.is_empty and not node.has(State.DISABLED):
            chosen = chosen_by(node) or tuple(action for action in _MOVES if action in node.actions)
            yield from ((owner, Target(uid, action, node.name, node.bounds)) for action in chosen)
        inner = uid if node.role in _GATHERING else owner
        waiting.extend((kid, inner) for kid in reversed(node.children))


def chosen_by(node: Node) -> tuple[Action, ...]:
    """What choosing this does; nothing for what is only read. A field is gone into, to be written in."""
    if node.role is Role.TEXTBOX:
        return () if node.has(State.READONLY) else (Action.FOCUS,)
    if node.role in _STEPPED and Action.INCREMENT in node.actions:
        return Action.DECREMENT, Action.INCREMENT
    return (Action.CLICK,) if Action.CLICK in node.actions else ()


def is_answered(node: Node | None) -> bool:
    """Whether this field or radio button has been filled in."""
    if node is None:
        return False
    return bool(node.checked) if node.role is Role.RADIO else node.role is Role.TEXTBOX and bool(node.value)
