"""Keys that would write in a field that cannot be changed, where nothing would answer them."""

from collections.abc import Sequence

from accessibility.node import Node
from accessibility.roles import Role, State

# Kivy's key codes: what types a sign has its Unicode number, or one of the number pad's; the others lie between.
_BACKSPACE, _ENTER, _DELETE = 8, 13, 127
_LATIN, _LETTERS, _UNNAMED = range(160, 256), 0x370, 0x40000000  # SDL names keys without a sign from there on
_PAD = range(256, 271)
_PASTE_AND_CUT = frozenset(map(ord, "vx"))


def is_refused(node: Node, key: int, modifiers: Sequence[str]) -> bool:
    """Whether the key would have changed the text that the focus is in, which is only to be read (WCAG 4.1.2)."""
    if node.role is not Role.TEXTBOX or State.READONLY not in node.states:
        return False
    if "alt" in modifiers:
        return False
    if {"ctrl", "meta"} & set(modifiers):
        return key in _PASTE_AND_CUT
    if key == _ENTER:
        return State.MULTILINE in node.states
    return key in (_BACKSPACE, _DELETE) or _types(key, modifiers)


def _types(key: int, modifiers: Sequence[str]) -> bool:
    """Without Num Lock the number pad moves the caret."""
    if key in _PAD:
        return "numlock" in modifiers
    return ord(" ") <= key < _DELETE or key in _LATIN or _LETTERS <= key < _UNNAMED
