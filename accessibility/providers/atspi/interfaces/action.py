"""org.a11y.atspi.Action: what an object can be asked to do without further words."""

from typing import Any

from accessibility.node import Node
from accessibility.providers.atspi.names import ACTION
from accessibility.providers.atspi.subject import Interface, Method, Property, Subject
from accessibility.roles import Action, Role

PLAIN = (
    Action.CLICK,
    Action.EXPAND,
    Action.COLLAPSE,
    Action.INCREMENT,
    Action.DECREMENT,
    Action.SCROLL_UP,
    Action.SCROLL_DOWN,
    Action.SCROLL_LEFT,
    Action.SCROLL_RIGHT,
    Action.DISMISS,
    Action.MOVE_LEFT,
    Action.MOVE_RIGHT,
    Action.MOVE_UP,
    Action.MOVE_DOWN,
    Action.ENLARGE,
    Action.SHRINK,
    Action.TURN_LEFT,
    Action.TURN_RIGHT,
)
"""In this order; the first is what a reader does when it is told to activate."""

OTHERWISE = frozenset(
    {
        Action.FOCUS,  # Component.GrabFocus
        Action.SCROLL_INTO_VIEW,  # Component.ScrollTo
        Action.SET_VALUE,  # Value.CurrentValue, EditableText.SetTextContents
        Action.SET_SELECTION,  # Text.SetCaretOffset, Text.SetSelection
        Action.INSERT_TEXT,
        Action.DELETE_TEXT,
        Action.COPY_TEXT,
        Action.CUT_TEXT,
        Action.PASTE_TEXT,  # EditableText
    }
)
"""Asked for through other interfaces."""

# These keep the interface while they are disabled and offer nothing: readers remember what interfaces there are.
_OPERABLE = frozenset(
    {Role.BUTTON, Role.CHECKBOX, Role.COMBOBOX, Role.LINK, Role.MENUITEM, Role.OPTION, Role.RADIO, Role.SLIDER,
     Role.SPINBUTTON, Role.SWITCH, Role.TAB, Role.TREEITEM}
)  # fmt: skip


def plain_actions(node: Node) -> list[str]:
    return [str(action) for action in PLAIN if action in node.actions]


def _has(node: Node) -> bool:
    return node.role in _OPERABLE or bool(plain_actions(node))


def _name(subject: Subject, index: int) -> tuple[Any, ...]:
    names = plain_actions(subject.node)
    return (names[index] if 0 <= index < len(names) else "",)


def _do(subject: Subject, index: int) -> tuple[Any, ...]:
    names = plain_actions(subject.node)
    return (0 <= index < len(names) and subject.perform(names[index]),)


def _key(subject: Subject, index: int) -> tuple[Any, ...]:
    return (subject.node.shortcut if index == 0 else "",)


INTERFACE = Interface(
    ACTION,
    _has,
    methods={
        "GetDescription": Method("i", "s", lambda it, index: ("",)),
        "GetName": Method("i", "s", _name),
        "GetLocalizedName": Method("i", "s", _name),
        "GetKeyBinding": Method("i", "s", _key),
        "GetActions": Method("", "a(sss)", lambda it: ([(name, "", "") for name in plain_actions(it.node)],)),
        "DoAction": Method("i", "b", _do),
    },
    properties={"NActions": Property("i", lambda it: len(plain_actions(it.node)))},
)
