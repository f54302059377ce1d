"""What a node is at AccessKit: states, words, text with its geometry, numbers, actions."""

from __future__ import annotations

import sys
from typing import Any

import accesskit as ak
import pytest

from accessibility.node import Bounds, Node, NumericRange, TablePlace, TableSize, TextContent, TextLine
from accessibility.providers.accesskit_nodes import ACTIONS, ROLES, convert
from accessibility.providers.accesskit_provider import AccessKitProvider
from accessibility.providers.accesskit_texts import node_id
from accessibility.roles import Action, Live, Orientation, Popup, Role, State

WORDS = {"state.disabled": "unavailable", "state.expanded": "expanded", "state.collapsed": "collapsed",
         "level": "level {level}", "position": "{position} of {size}"}  # fmt: skip


def told(node: Node, words: dict[str, str] | None = None) -> Any:
    return convert(node, words or {})[0][1]


def test_every_role_has_one_of_accesskit() -> None:
    assert set(ROLES) == set(Role)


@pytest.mark.parametrize(
    ("state", "flag"),
    [
        (State.DISABLED, "is_disabled"),
        (State.REQUIRED, "is_required"),
        (State.READONLY, "is_read_only"),
        (State.BUSY, "is_busy"),
        (State.MODAL, "is_modal"),
        (State.MULTISELECTABLE, "is_multiselectable"),
    ],
)
def test_a_state_is_set_and_is_not_set_without(state: State, flag: str) -> None:
    assert getattr(told(Node(1, Role.TEXTBOX, states=frozenset({state}))), flag)
    assert not getattr(told(Node(1, Role.TEXTBOX)), flag)


def test_what_cannot_be_checked_differs_from_what_is_not_checked() -> None:
    assert told(Node(1, Role.CHECKBOX)).toggled is None
    assert told(Node(1, Role.CHECKBOX, checked=False)).toggled == ak.Toggled.FALSE
    assert told(Node(1, Role.CHECKBOX, checked="mixed")).toggled == ak.Toggled.MIXED
    assert told(Node(1, Role.BUTTON, pressed=True)).toggled == ak.Toggled.TRUE
    assert told(Node(1, Role.TAB)).is_selected is None
    assert told(Node(1, Role.TAB, selected=False)).is_selected is False


def test_an_error_stands_before_the_description() -> None:
    node = told(Node(1, Role.TEXTBOX, "n", "In yuan", error="Too little", states=frozenset({State.INVALID})))
    assert node.description == "Too little In yuan"
    assert node.invalid == ak.Invalid.TRUE
    assert told(Node(1, Role.TEXTBOX, "n")).description is None


@pytest.mark.parametrize(("expanded", "word"), [(True, "expanded"), (False, "collapsed")])
def test_expanded_is_said_in_words_and_takes_no_press_away(expanded: bool, word: str) -> None:
    node = told(Node(1, Role.BUTTON, "n", "more", expanded=expanded, actions=("click",)), WORDS)
    assert node.description == f"{word} more"
    assert node.is_expanded is None
    assert node.supports_action(ak.Action.CLICK)


@pytest.mark.parametrize(
    ("system", "said"),
    [
        ("linux", "level 2 unavailable expanded"),
        ("win32", "expanded"),
        ("darwin", "level 2 expanded 3 of 7"),
    ],
)
def test_words_are_for_what_the_platform_would_not_hear(
    monkeypatch: pytest.MonkeyPatch, system: str, said: str
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    words = AccessKitProvider(words=WORDS)._words
    states = frozenset({State.DISABLED})
    item = Node(1, Role.TREEITEM, level=2, states=states, expanded=True, position=3, set_size=7)
    assert told(item, words).description == said
    assert told(Node(1, Role.LIST, set_size=7), words).description is None, "how many is no place among them"


def line(text: str, top: float = 0.0) -> TextLine:
    return TextLine(
        text, Bounds(0, top, 10 * len(text), top + 20), tuple(10.0 * i for i in range(len(text))), (10.0,) * len(text)
    )


def test_a_text_has_a_run_for_each_line_with_the_length_of_each_character() -> None:
    text = TextContent((line("转账 a\n"), line("é𠮷", 20)), caret=6, anchor=1)
    (_, field), (first, run), (second, other) = convert(Node(7, Role.TEXTBOX, "n", text=text))
    assert list(field.children) == [first, second] == [node_id(7, 1), node_id(7, 2)]
    assert run.role == ak.Role.TEXT_RUN
    assert (run.value, list(run.character_lengths)) == ("转账 a\n", [3, 3, 1, 1, 1])
    assert list(other.character_lengths) == [2, 4]
    assert list(run.character_positions) == [0, 10, 20, 30, 40]
    assert list(run.character_widths) == [10] * 5
    assert sum(run.word_lengths) == len("转账 a\n")
    assert (other.bounds.y0, other.bounds.y1) == (20, 40)
    anchor, focus = field.text_selection.anchor, field.text_selection.focus
    assert (anchor.node, anchor.character_index) == (first, 1)
    assert (focus.node, focus.character_index) == (second, 1)
    assert field.value is None, "the text is in the runs"


def test_an_empty_field_has_a_run_and_a_caret() -> None:
    (_, field), (uid, run) = convert(Node(7, Role.TEXTBOX, text=TextContent((line(""),), 0, 0)))
    assert (run.value, list(run.character_lengths)) == ("", [])
    assert (field.text_selection.focus.node, field.text_selection.focus.character_index) == (uid, 0)


def test_numbers_and_places() -> None:
    slider = told(Node(1, Role.SLIDER, range=NumericRange(3, 0, 10, 1), orientation=Orientation.HORIZONTAL))
    assert (slider.numeric_value, slider.min_numeric_value, slider.max_numeric_value) == (3, 0, 10)
    assert slider.numeric_value_step == 1
    assert slider.orientation == ak.Orientation.HORIZONTAL
    assert told(Node(1, Role.PROGRESSBAR, range=NumericRange(3, 0, 10))).numeric_value_step is None
    item = told(Node(1, Role.LISTITEM, position=3, set_size=7, level=2))
    assert (item.position_in_set, item.size_of_set, item.level) == (2, 7, 2)
    table = told(Node(1, Role.TABLE, table=TableSize(9, 4)))
    assert (table.row_count, table.column_count) == (9, 4)
    cell = told(Node(1, Role.CELL, place=TablePlace(2, 3)))
    assert (cell.row_index, cell.column_index) == (1, 2)


def test_other_nodes_are_named_if_they_are_known() -> None:
    node = Node(1, Role.RADIO, labelled_by=(2, 9), described_by=(3,), error_by=(9, 4), controls=(5, 6), members=(1, 7))
    named = convert(node, known={1, 2, 3, 4, 5, 6, 7})[0][1]
    assert named.labelled_by == [node_id(2)]
    assert named.described_by == [node_id(3)]
    assert named.error_message == node_id(4)
    assert named.controls == [node_id(5), node_id(6)]
    assert named.radio_group == [node_id(1), node_id(7)]
    unknown = told(node)
    assert [unknown.labelled_by, unknown.described_by, unknown.controls, unknown.radio_group] == [[], [], [], []]
    assert unknown.error_message is None


def test_live_and_popup() -> None:
    assert told(Node(1, Role.STATUS, live=Live.POLITE)).live == ak.Live.POLITE
    assert told(Node(1, Role.ALERT, live=Live.ASSERTIVE)).live == ak.Live.ASSERTIVE
    assert told(Node(1, Role.STATUS)).live is None
    assert told(Node(1, Role.COMBOBOX, popup=Popup.LISTBOX)).has_popup == ak.HasPopup.LISTBOX


@pytest.mark.parametrize("action", sorted(ACTIONS))
def test_an_action_is_offered_when_the_node_has_it(action: Action) -> None:
    assert told(Node(1, Role.GENERIC, actions=(action,))).supports_action(ACTIONS[action])
    assert not told(Node(1, Role.GENERIC)).supports_action(ACTIONS[action])


def test_only_what_takes_the_focus_offers_it() -> None:
    assert told(Node(1, Role.BUTTON, states=frozenset({State.FOCUSABLE}))).supports_action(ak.Action.FOCUS)
    assert not told(Node(1, Role.HEADING)).supports_action(ak.Action.FOCUS)


def test_a_cell_is_told_with_the_words_of_its_headers() -> None:
    cell = Node(1, Role.CELL, "12.00", headers=(2, 3, 4), description="late")
    assert convert(cell, headers={2: "Amount", 4: "May"})[0][1].description == "Amount May late"
    assert told(cell).description == "late"
