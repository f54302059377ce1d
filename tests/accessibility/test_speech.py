"""Everything that can be shown has words, in as much detail as the reason asks for."""

import string
from collections.abc import Callable

import pytest

from accessibility.node import Node
from accessibility.roles import Role, State
from accessibility.speech import WORD_KEYS, MissingWordError, Reason, utterance

ENGLISH = {key: key.partition(".")[2] or key for key in WORD_KEYS} | {
    "position": "{position} of {size}",
    "characters": "{count} characters",
    "level": "level {level}",
    "separator": ", ",
    "state.unchecked": "not checked",
}
CHINESE = dict.fromkeys(WORD_KEYS, "字") | {"position": "第{position}个，共{size}个", "separator": "，"}


SILENT = ("focusable", "multiline", "multiselectable", "protected", "modal")


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("words", [ENGLISH, CHINESE], ids=["en", "zh"])
def test_every_role_is_spoken(role: Role, words: dict[str, str]) -> None:
    assert utterance(Node(1, role, name="名字", value="1"), Reason.FOCUS, words).startswith("名字")


@pytest.mark.parametrize("state", [s for s in State if s not in SILENT])
def test_every_state_that_matters_is_spoken(state: State) -> None:
    node = Node(1, Role.BUTTON, name="Go", states=frozenset({state}))
    assert utterance(node, Reason.FOCUS, ENGLISH) == f"Go, button, {state}"


def test_the_reason_decides_how_much() -> None:
    node = Node(1, Role.CHECKBOX, name="Save", checked=False, description="Keeps it", position=2, set_size=3)
    assert utterance(node, Reason.FOCUS, ENGLISH) == "Save, checkbox, not checked, 2 of 3, Keeps it"
    assert utterance(node, Reason.CHANGE, ENGLISH) == "not checked"
    assert utterance(node, Reason.MESSAGE, ENGLISH) == "Save"


def test_the_separator_is_the_language_s() -> None:
    assert utterance(Node(1, Role.BUTTON, name="查询"), Reason.FOCUS, CHINESE) == "查询，字"


def test_a_secret_is_told_by_its_length() -> None:
    node = Node(1, Role.TEXTBOX, name="PIN", value="••••", states=frozenset({State.PROTECTED}))
    assert utterance(node, Reason.FOCUS, ENGLISH) == "PIN, password, 4 characters"


def test_an_error_is_spoken_with_its_field() -> None:
    node = Node(1, Role.TEXTBOX, name="Amount", value="x", error="No amount", states=frozenset({State.INVALID}))
    assert utterance(node, Reason.FOCUS, ENGLISH) == "Amount, textbox, x, invalid, No amount"


@pytest.mark.parametrize("key", WORD_KEYS)
def test_a_table_without_a_word_is_an_error_not_a_silence(key: str) -> None:
    words = {other: word for other, word in ENGLISH.items() if other != key}
    spoken: list[Callable[[], str]] = [
        lambda node=node, reason=reason: utterance(node, reason, words)  # type: ignore[misc]
        for node in _every_kind_of_node()
        for reason in Reason
    ]
    missed = [say for say in spoken if _misses(say)]
    silent = {f"role.{role}" for role in ("statictext", "generic", "status", "window")}
    silent |= {f"state.{state}" for state in SILENT}
    assert bool(missed) is (key not in silent)


def test_words_have_no_other_blanks() -> None:
    blanks = {name for word in ENGLISH.values() for _, name, _, _ in string.Formatter().parse(word) if name}
    assert blanks == {"position", "size", "count", "level"}


def _every_kind_of_node() -> list[Node]:
    nodes = [Node(1, role, name="n", level=1, position=1, set_size=2) for role in Role]
    nodes += [Node(1, Role.BUTTON, name="n", states=frozenset({state})) for state in State]
    nodes += [
        Node(1, Role.BUTTON, name="n", checked=yes, pressed=yes, selected=yes, expanded=yes) for yes in (True, False)
    ]
    nodes.append(Node(1, Role.CHECKBOX, name="n", checked="mixed"))
    secret = frozenset({State.PROTECTED})
    nodes += [Node(1, Role.TEXTBOX, name="n", value=value, states=secret) for value in ("", "••")]
    return nodes


def _misses(say: Callable[[], str]) -> bool:
    try:
        say()
    except MissingWordError:
        return True
    return False
