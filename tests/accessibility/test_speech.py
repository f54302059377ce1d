"""Everything that can be shown has words, in as much detail as the reason asks for."""

import string
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from accessibility import voicing
from accessibility.node import Node, NumericRange, TablePlace, TableSize
from accessibility.roles import Current, Popup, Role, Sort, State
from accessibility.speech import WORD_KEYS, MissingWordError, Reason, changed, utterance
from accessibility.speech_keys import HINTED
from accessibility.voicing.settings import Verbosity

ENGLISH = {key: key.partition(".")[2] or key for key in WORD_KEYS} | {
    "position": "{position} of {size}",
    "characters": "{count} characters",
    "level": "level {level}",
    "row": "row {row}",
    "column": "column {column}",
    "table": "{rows} by {columns}",
    "shortcut": "key {keys}",
    "no_longer": "no longer {state}",
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
    assert utterance(node, Reason.QUERY, ENGLISH) == "Save, checkbox, not checked, 2 of 3, Keeps it, checkbox"
    assert changed(replace(node, checked=True), node, ENGLISH) == "not checked"


@pytest.mark.parametrize("reason", list(Reason))
def test_each_reason_is_one_for_which_the_reader_speaks(reason: Reason) -> None:
    spoken = (path.read_text(encoding="utf-8") for path in Path(voicing.__file__).parent.glob("*.py"))
    assert any(f"Reason.{reason.name}" in text for text in spoken)


def test_how_much_is_the_customer_s_wish() -> None:
    """A terse one never loses what a heading or a message carries; a full one is told how to work it."""
    button = Node(
        1, Role.BUTTON, name="Pay", description="Moves money", position=1, set_size=2, popup=Popup.MENU, shortcut="F9",
        states=frozenset({State.FOCUSABLE}), actions=("click",),
    )  # fmt: skip
    said = {level: utterance(button, Reason.FOCUS, ENGLISH, level) for level in Verbosity}
    assert said[Verbosity.BRIEF] == "Pay"
    assert said[Verbosity.NORMAL] == "Pay, button, 1 of 2, Moves money"
    assert said[Verbosity.FULL] == "Pay, button, 1 of 2, Moves money, popup, key F9, button"
    heading = Node(1, Role.HEADING, name="Done", description="500 yuan sent", states=frozenset({State.FOCUSABLE}))
    assert utterance(heading, Reason.FOCUS, ENGLISH, Verbosity.BRIEF) == "Done, 500 yuan sent"


def test_how_deep_a_thing_stands_is_said_of_headings_and_trees() -> None:
    for role in (Role.HEADING, Role.TREEITEM):
        assert utterance(Node(1, role, name="Cards", level=2), Reason.FOCUS, ENGLISH) == f"Cards, {role} level 2"


@pytest.mark.parametrize("role", HINTED)
def test_a_newcomer_is_told_how_to_work_it(role: Role) -> None:
    words = ENGLISH | {f"hint.{role}": "press Enter"}
    assert utterance(Node(1, role, name="n"), Reason.QUERY, words).endswith("press Enter")


def test_only_what_is_new_is_said_of_a_change() -> None:
    node = Node(1, Role.SWITCH, name="Dark", checked=False, description="At night", value="")
    assert changed(node, replace(node, checked=True), ENGLISH) == "checked"
    busy = replace(node, states=frozenset({State.BUSY}))
    assert changed(node, busy, ENGLISH) == "busy"
    assert changed(busy, node, ENGLISH) == "no longer busy"
    assert changed(node, replace(node, error="Not now"), ENGLISH) == "Not now"
    assert changed(node, replace(node, description="Always"), ENGLISH) == "Always"
    assert changed(node, replace(node, bounds=node.bounds._replace(left=3.0)), ENGLISH) == ""


def test_a_measure_is_a_number_and_progress_a_percentage() -> None:
    half = NumericRange(5, 0, 10)
    assert utterance(Node(1, Role.SLIDER, name="Size", range=half), Reason.FOCUS, ENGLISH) == "Size, slider, 5"
    assert "50%" in utterance(Node(1, Role.PROGRESSBAR, name="Loading", range=half), Reason.FOCUS, ENGLISH)


def test_a_table_says_its_size_and_a_cell_its_place() -> None:
    assert utterance(Node(1, Role.TABLE, name="T", table=TableSize(4, 2)), Reason.FOCUS, ENGLISH) == "T, table, 4 by 2"
    cell = Node(1, Role.CELL, name="500", place=TablePlace(3, 2))
    assert utterance(cell, Reason.FOCUS, ENGLISH) == "500, cell, row 3, column 2"


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
    busy = Node(1, Role.BUTTON, name="n", states=frozenset({State.BUSY}))
    spoken.append(lambda: changed(busy, replace(busy, states=frozenset()), words))
    missed = [say for say in spoken if _misses(say)]
    silent = {f"role.{role}" for role in ("statictext", "generic", "status", "window")}
    silent |= {f"state.{state}" for state in SILENT}
    assert bool(missed) is (key not in silent)


def test_words_have_no_other_blanks() -> None:
    blanks = {name for word in ENGLISH.values() for _, name, _, _ in string.Formatter().parse(word) if name}
    assert blanks == {
        "position", "size", "count", "level", "row", "column", "rows", "columns", "keys", "state"
    }  # fmt: skip


def _every_kind_of_node() -> list[Node]:
    nodes = [Node(1, role, name="n", level=1, position=1, set_size=2) for role in Role]
    nodes += [Node(1, Role.BUTTON, name="n", states=frozenset({state})) for state in State]
    nodes += [
        Node(1, Role.BUTTON, name="n", checked=yes, pressed=yes, selected=yes, expanded=yes) for yes in (True, False)
    ]
    nodes.append(Node(1, Role.CHECKBOX, name="n", checked="mixed"))
    nodes += [Node(1, Role.COLUMNHEADER, name="n", sort=sort, current=Current.TRUE) for sort in Sort]
    nodes += [
        Node(1, Role.TABLE, name="n", table=TableSize(2, 3)),
        Node(1, Role.CELL, name="n", place=TablePlace(2, 3)),
        Node(1, Role.BUTTON, name="n", popup=Popup.MENU, shortcut="F1"),
    ]
    secret = frozenset({State.PROTECTED})
    nodes += [Node(1, Role.TEXTBOX, name="n", value=value, states=secret) for value in ("", "••")]
    return nodes


def _misses(say: Callable[[], str]) -> bool:
    try:
        say()
    except MissingWordError:
        return True
    return False
