"""Where there is no further: the ends of a text, of a slider, of a list, and of the round of Tab stops."""

from collections.abc import Mapping

from accessibility.node import Node
from accessibility.roles import Role
from accessibility.tree import reading_order

# SDL key codes as Kivy passes them.
_UP, _DOWN, _RIGHT, _LEFT, _HOME, _END, _BACKSPACE, _DELETE = 273, 274, 275, 276, 278, 279, 8, 127
_LESS, _MORE = frozenset({_DOWN, _LEFT, _HOME}), frozenset({_UP, _RIGHT, _END})
_ROUND = frozenset({Role.RADIO, Role.TAB, Role.MENUITEM})  # their arrows go around


def stands_at_edge(node: Node, key: int) -> bool:
    """Whether the key would lead beyond the end of the text, slider or list that the focus is in."""
    if node.text is not None:
        at_start, at_end = node.text.caret == 0, node.text.caret == len(node.text.characters)
        return (at_start and key in (_LEFT, _HOME, _BACKSPACE)) or (at_end and key in (_RIGHT, _END, _DELETE))
    if node.role is Role.SLIDER and node.range is not None:
        return (node.range.now <= node.range.low and key in _LESS) or (
            node.range.now >= node.range.high and key in _MORE
        )
    if not node.set_size or node.role in _ROUND:
        return False
    first, last = node.position == 1, node.position == node.set_size
    return (first and key in (_UP, _LEFT, _HOME)) or (last and key in (_DOWN, _RIGHT, _END))


def is_wrapped(nodes: Mapping[int, Node], root: int, was: int, now: int, *, back: bool) -> bool:
    """Whether the focus went around the end of the window: forwards to what stands before, or the other way."""
    if was not in nodes:
        return False
    place = {node.id: at for at, node in enumerate(reading_order(nodes, root))}
    if was not in place or now not in place:
        return False
    return place[now] > place[was] if back else place[now] < place[was]
