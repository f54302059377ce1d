"""What is said of a node, and why: from a node and a reason to words."""

from collections.abc import Mapping
from enum import StrEnum

from accessibility.node import Node
from accessibility.roles import MIXED, Role, State

# Blanks in words: position {position} {size}, characters {count}, level {level}; separator joins the parts.
WORD_KEYS: tuple[str, ...] = (
    *(f"role.{role}" for role in Role),
    "role.password",
    *(f"state.{state}" for state in State),
    "state.checked",
    "state.unchecked",
    "state.mixed",
    "state.pressed",
    "state.unpressed",
    "state.selected",
    "state.unselected",
    "state.expanded",
    "state.collapsed",
    "position",
    "empty",
    "characters",
    "level",
    "separator",
)

# Nobody is helped by hearing these.
_SILENT_STATES = frozenset(
    {State.FOCUSABLE, State.MULTILINE, State.MULTISELECTABLE, State.PROTECTED, State.MODAL}
)
# The role adds nothing: the words are the thing.
_SILENT_ROLES = frozenset({Role.STATICTEXT, Role.GENERIC, Role.STATUS, Role.WINDOW})


class Reason(StrEnum):
    """Why something is said; it decides how much."""

    FOCUS = "focus"
    CHANGE = "change"
    QUERY = "query"
    MESSAGE = "message"


class MissingWordError(KeyError):
    """The table has no word for a key of WORD_KEYS."""


def utterance(node: Node, reason: Reason, words: Mapping[str, str]) -> str:
    """What to speak. `words` maps each key of WORD_KEYS to the language's word; nothing is said for ''."""
    if reason is Reason.MESSAGE:
        return node.name
    if reason is Reason.CHANGE:
        changed = [_value(node, words), *_states(node, words), node.error]
        return _join(changed if any(changed) else [node.name], words)
    parts = [node.name, _role(node, words), _value(node, words), *_states(node, words), node.error]
    if node.position and node.set_size:
        parts.append(_word(words, "position").format(position=node.position, size=node.set_size))
    if reason is Reason.QUERY or node.description:
        parts.append(node.description)
    return _join(parts, words)


def _role(node: Node, words: Mapping[str, str]) -> str:
    if node.role in _SILENT_ROLES:
        return ""
    if node.role is Role.TEXTBOX and node.has(State.PROTECTED):
        return _word(words, "role.password")
    if node.role is Role.HEADING and node.level:
        return f"{_word(words, 'role.heading')} {_word(words, 'level').format(level=node.level)}"
    return _word(words, f"role.{node.role}")


def _value(node: Node, words: Mapping[str, str]) -> str:
    """A secret is told by its length alone."""
    if node.has(State.PROTECTED):
        key = "characters" if node.value else "empty"
        return _word(words, key).format(count=len(node.value))
    if node.role is Role.TEXTBOX and not node.value:
        return node.placeholder or _word(words, "empty")
    return node.value


def _states(node: Node, words: Mapping[str, str]) -> list[str]:
    said = []
    for value, yes, no in (
        (None if node.checked == MIXED else node.checked, "checked", "unchecked"),
        (node.pressed, "pressed", "unpressed"),
        (node.selected, "selected", "unselected"),
        (node.expanded, "expanded", "collapsed"),
    ):
        if value is not None:
            said.append(_word(words, f"state.{yes if value else no}"))
    if node.checked == MIXED:
        said.append(_word(words, "state.mixed"))
    return said + [_word(words, f"state.{state}") for state in State if _is_said(node, state)]


def _is_said(node: Node, state: State) -> bool:
    return node.has(state) and state not in _SILENT_STATES


def _word(words: Mapping[str, str], key: str) -> str:
    try:
        return words[key]
    except KeyError:
        raise MissingWordError(key) from None


def _join(parts: list[str], words: Mapping[str, str]) -> str:
    return _word(words, "separator").join(part.strip() for part in parts if part and part.strip())
