"""What is said of a node, and why: from a node and a reason to words."""

from collections.abc import Iterator, Mapping

from accessibility.figures import in_figures
from accessibility.node import Node
from accessibility.roles import MIXED, Role, Sort, State
from accessibility.speech_keys import (
    HINTED,
    MIXED_KEY,
    SILENT_ROLES,
    SILENT_STATES,
    WORD_KEYS,
    MissingWordError,
    Reason,
)
from accessibility.voicing.settings import Verbosity

_DEEP = frozenset({Role.HEADING, Role.TREEITEM})
"""How deep these stand is part of what they are: the eye has their size, or how far in they begin."""

_MESSAGES = frozenset({Role.ALERTDIALOG, Role.DIALOG})
"""What these tell when they have the focus themselves is why they are there."""

__all__ = ["WORD_KEYS", "MissingWordError", "Reason", "changed", "utterance"]


def utterance(node: Node, reason: Reason, words: Mapping[str, str], verbosity: Verbosity = Verbosity.NORMAL) -> str:
    """What to speak. `words` maps each key of WORD_KEYS to the language's word; nothing is said for ''.

    The name comes first and the description last, for who has heard enough goes on. A question (QUERY) is always
    answered in full.
    """
    if reason is Reason.QUERY:
        verbosity = Verbosity.FULL
    parts = [node.name]
    if verbosity is not Verbosity.BRIEF:
        parts.append(_role(node, words))
    parts += [_value(node, words), *_states(node, words), node.error]
    if verbosity is not Verbosity.BRIEF:
        parts += _places(node, words)
    is_message = State.FOCUSABLE not in node.states or not node.actions or node.role in _MESSAGES
    if verbosity is not Verbosity.BRIEF or is_message:
        parts.append(node.description)  # even a terse reader tells what a heading or a message carries
    if verbosity is Verbosity.FULL:
        parts += _extras(node, words)
    return join(parts, words)


def changed(before: Node, after: Node, words: Mapping[str, str]) -> str:
    """What is said of the node in focus when it has changed: what is new about it, and nothing else.

    Its text is not part of it: what is typed is echoed (`voicing.editing`), by the customer's wish.
    """
    old, new = _states(before, words), _states(after, words)
    gone = [_word(words, "no_longer").format(state=state) for state in old if state not in new and _ends(state, words)]
    parts = [after.name] if after.name != before.name else []
    if after.text is None and _value(after, words) != _value(before, words):
        parts.append(_value(after, words))
    parts += [*(state for state in new if state not in old), *gone]
    if after.error != before.error:
        parts.append(after.error)
    if after.description != before.description:
        parts.append(after.description)
    return join(parts, words)


def join(parts: list[str], words: Mapping[str, str]) -> str:
    """The parts that are there, with the language's pause between them in place of a stop of their own."""
    there = [part.strip() for part in parts if part and part.strip()]
    return _word(words, "separator").join([*(part.rstrip("。.；;，,") or part for part in there[:-1]), *there[-1:]])


def _ends(state: str, words: Mapping[str, str]) -> bool:
    """Only of these states is the end news; the others come with their own no (checked, expanded)."""
    return state in {_word(words, f"state.{name}") for name in (State.BUSY, State.INVALID, State.DISABLED)}


def _role(node: Node, words: Mapping[str, str]) -> str:
    if node.role in SILENT_ROLES:
        return ""
    if node.role is Role.TEXTBOX and node.has(State.PROTECTED):
        return _word(words, "role.password")
    if node.role in _DEEP and node.level:
        return f"{_word(words, f'role.{node.role}')} {_word(words, 'level').format(level=node.level)}"
    return _word(words, f"role.{node.role}")


def _value(node: Node, words: Mapping[str, str]) -> str:
    """A secret is told by its length alone."""
    if node.has(State.PROTECTED):
        key = "characters" if node.value else "empty"
        return _word(words, key).format(count=len(node.value))
    if node.role is Role.TEXTBOX and not node.value:
        return node.placeholder or _word(words, "empty")
    if node.range is not None and not node.value:
        return _measure(node)
    return node.value


def _measure(node: Node) -> str:
    """A progress bar in percent, anything else as its number."""
    if node.range is None:
        return ""
    now, low, high, step = node.range
    if node.role is Role.PROGRESSBAR and high > low:
        return f"{round(100 * (now - low) / (high - low))}%"
    return in_figures(now, step, low, high)


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
        said.append(_word(words, MIXED_KEY))
    if node.current is not None:
        said.append(_word(words, "current"))
    return said + [_word(words, f"state.{state}") for state in State if node.has(state) and state not in SILENT_STATES]


def _places(node: Node, words: Mapping[str, str]) -> Iterator[str]:
    """Where it stands: in its list, and in its table."""
    if node.position and node.set_size:
        yield _word(words, "position").format(position=node.position, size=node.set_size)
    if node.place is not None and node.place.row:
        yield _word(words, "row").format(row=node.place.row)
    if node.place is not None and node.place.column:
        yield _word(words, "column").format(column=node.place.column)
    if node.table is not None:
        yield _word(words, "table").format(rows=node.table.rows, columns=node.table.columns)


def _extras(node: Node, words: Mapping[str, str]) -> Iterator[str]:
    """What only a full account tells: how it is sorted, that it opens something, its key, how it is worked."""
    if node.sort is not None:
        yield _word(words, f"sort.{Sort(node.sort)}")
    if node.popup is not None:
        yield _word(words, "popup")
    if node.shortcut:
        yield _word(words, "shortcut").format(keys=node.shortcut)
    if node.role in HINTED and State.DISABLED not in node.states:
        yield _word(words, f"hint.{node.role}")


def _word(words: Mapping[str, str], key: str) -> str:
    try:
        return words[key]
    except KeyError:
        raise MissingWordError(key) from None
