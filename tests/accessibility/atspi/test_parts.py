"""The pure parts: vocabulary, snapshots, units of text, what happened to a text, who listens."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessibility.node import Bounds, Node
from accessibility.providers.accesskit_nodes import ROLES as ACCESSKIT_ROLES
from accessibility.providers.atspi.boundaries import Boundary, Granularity, string_at, text_at
from accessibility.providers.atspi.children import arrivals, departures
from accessibility.providers.atspi.interfaces.action import OTHERWISE, PLAIN
from accessibility.providers.atspi.listeners import Listeners
from accessibility.providers.atspi.names import EVENT_OBJECT, EVENT_WINDOW
from accessibility.providers.atspi.roles import ROLES
from accessibility.providers.atspi.snapshot import Snapshot, apply
from accessibility.providers.atspi.states import STATES
from accessibility.providers.atspi.text_events import text_events
from accessibility.providers.text_units import paragraphs, sentences, words
from accessibility.roles import Action, Role, State
from accessibility.tree import Changes
from tests.accessibility.atspi.served import text

# -- vocabulary ----------------------------------------------------------------------------------------


def test_every_role_state_and_action_has_its_word() -> None:
    assert set(ROLES) == set(Role)
    assert set(ACCESSKIT_ROLES) == set(Role)
    assert set(STATES) == set(State)
    assert set(PLAIN) | OTHERWISE == set(Action)
    assert not set(PLAIN) & OTHERWISE


# -- snapshots -----------------------------------------------------------------------------------------


def node(uid: int, *children: int, role: Role = Role.BUTTON) -> Node:
    return Node(uid, role, str(uid), children=children)


def window(*children: int) -> Node:
    return Node(1, Role.WINDOW, "w", bounds=Bounds(0, 0, 100, 100), children=children)


def first() -> Snapshot:
    nodes = (window(2, 5), node(2, 3, role=Role.GENERIC), node(3, 4, role=Role.GENERIC), node(4), node(5))
    return apply(Snapshot(), Changes(1, 4, nodes, complete=True))


def test_layouts_are_left_out_and_their_children_stand_in_their_place() -> None:
    tree = first()
    assert tree.children[1] == (4, 5)
    assert tree.parents[4] == 1
    assert not tree.told(2)
    assert [tree.index(uid) for uid in (4, 5)] == [0, 1]


def test_a_change_deep_in_layouts_changes_the_children_of_who_is_told() -> None:
    tree = apply(first(), Changes(1, 4, (node(3, 6, 4, role=Role.GENERIC), node(6))))
    assert tree.children[1] == (6, 4, 5)
    tree = apply(tree, Changes(1, 4, (node(3, 4, role=Role.GENERIC),), (6,)))
    assert tree.children[1] == (4, 5)
    assert not tree.told(6)


def test_a_layout_that_gets_a_meaning_is_told_from_then_on() -> None:
    tree = apply(first(), Changes(1, 4, (node(3, 4, role=Role.GROUP),)))
    assert tree.children[1] == (3, 5)
    assert tree.children[3] == (4,)
    assert tree.parents[4] == 3
    tree = apply(tree, Changes(1, 4, (node(3, 4, role=Role.GENERIC),)))
    assert tree.children[1] == (4, 5)


def test_a_number_never_comes_back() -> None:
    tree = first()
    old = tree.numbers[5]
    tree = apply(tree, Changes(1, 4, (window(2),), (5,)))
    tree = apply(tree, Changes(1, 4, (window(2, 5), node(5))))
    assert tree.numbers[5] not in (old, *first().numbers.values())
    assert old not in tree.by_number
    again = apply(tree, Changes(1, 4, tuple(tree.nodes.values()), complete=True))
    assert not set(again.by_number) & set(tree.by_number)


def test_graves_are_kept_for_a_while_and_no_longer() -> None:
    tree = first()
    for uid in range(100, 1300):
        tree = apply(tree, Changes(1, 4, (window(2, 5, uid), node(uid))))
        tree = apply(tree, Changes(1, 4, (window(2, 5),), (uid,)))
    dead = range(tree.last_number - 999, tree.last_number + 1)
    assert {tree.grave(number) for number in dead} == {tree.numbers[1]}
    assert 1000 <= len(tree.graves) + len(tree.elder_graves) <= 2000


def test_a_snapshot_stays_as_it_was() -> None:
    before = first()
    children, nodes = dict(before.children), dict(before.nodes)
    apply(before, Changes(1, 4, (window(2),), (5,)))
    assert before.children == children
    assert before.nodes == nodes


def test_without_structure_nothing_but_the_nodes_is_copied() -> None:
    before = first()
    after = apply(before, Changes(1, 5, (replace(node(5), name="new"),)))
    assert after.children is before.children
    assert after.numbers is before.numbers
    assert after.nodes[5].name == "new"


def test_only_the_active_window_has_a_focus() -> None:
    assert first().focused == 0
    assert replace(first(), active=True).focused == 4


# -- text ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("two words", ["two ", "words"]),
        ("转账 ok1 元", ["转", "账 ", "ok1 ", "元"]),
        ("¥1,200.50", ["¥", "1", ",", "200", ".", "50"]),
        ("", []),
        (" a", [" ", "a"]),
        ("cafe\u0301 bar", ["cafe\u0301 ", "bar"]),
        ("नमस्ते जी", ["नमस्ते ", "जी"]),
        ("مُحَمَّد بن", ["مُحَمَّد ", "بن"]),
        ("می\u200cروم او", ["می\u200cروم ", "او"]),
        ("👩\u200d💻 a", ["👩\u200d💻 ", "a"]),
        ("か\u3099か", ["か\u3099", "か"]),
    ],
)
def test_words(content: str, expected: list[str]) -> None:
    assert [content[start:end] for start, end in words(content)] == expected


def test_sentences_and_paragraphs() -> None:
    content = "你好。“再见！” Bye? ok\n\nend"
    assert [content[start:end] for start, end in sentences(content)] == [
        "你好。",
        "“再见！” ",
        "Bye? ",
        "ok\n\n",
        "end",
    ]
    assert [content[start:end] for start, end in paragraphs(content)] == ["你好。“再见！” Bye? ok\n", "\n", "end"]
    content = "共 1.5 元. 好"
    assert [content[start:end] for start, end in sentences(content)] == ["共 1.5 元. ", "好"]


LINES = text("one two\n", "三四", caret=0)


@pytest.mark.parametrize(
    ("offset", "boundary", "step", "expected"),
    [
        (0, Boundary.CHAR, 0, ("o", 0, 1)),
        (0, Boundary.CHAR, -1, ("", 0, 0)),
        (0, Boundary.CHAR, 1, ("n", 1, 2)),
        (7, Boundary.CHAR, 0, ("\n", 7, 8)),
        (10, Boundary.CHAR, 0, ("", 10, 10)),
        (10, Boundary.CHAR, -1, ("四", 9, 10)),
        (5, Boundary.WORD_START, 0, ("two\n", 4, 8)),
        (5, Boundary.WORD_END, 0, (" two", 3, 7)),
        (5, Boundary.WORD_START, -1, ("one ", 0, 4)),
        (5, Boundary.WORD_START, 1, ("三", 8, 9)),
        (8, Boundary.LINE_START, 0, ("三四", 8, 10)),
        (10, Boundary.LINE_START, 0, ("三四", 8, 10)),
        (9, Boundary.LINE_START, -1, ("one two\n", 0, 8)),
        (9, Boundary.LINE_END, 0, ("\n三四", 7, 10)),
        (0, Boundary.SENTENCE_START, 0, ("one two\n", 0, 8)),
        (99, Boundary.CHAR, 0, ("", 10, 10)),
        (-3, Boundary.LINE_START, 0, ("one two\n", 0, 8)),
    ],
)
def test_the_unit_at_an_offset(offset: int, boundary: Boundary, step: int, expected: tuple[str, int, int]) -> None:
    assert text_at(LINES, offset, boundary, step) == expected


def test_an_empty_field_and_an_empty_last_line() -> None:
    for boundary in Boundary:
        assert text_at(text(""), 0, boundary) == ("", 0, 0)
    assert text_at(text("a\n", ""), 2, Boundary.LINE_START) == ("", 2, 2)


@pytest.mark.parametrize(
    ("granularity", "expected"),
    [
        (Granularity.CHAR, "三"),
        (Granularity.WORD, "三"),
        (Granularity.LINE, "三四"),
        (Granularity.SENTENCE, "三四"),
        (Granularity.PARAGRAPH, "三四"),
        (77, "三"),
    ],
)
def test_newer_readers_ask_by_granularity(granularity: int, expected: str) -> None:
    assert string_at(LINES, 8, granularity)[0] == expected


@pytest.mark.parametrize(
    ("before", "caret", "after", "now", "expected"),
    [
        ("", 0, "a", 1, [("insert", 0, "a")]),
        ("aaa", 1, "aaaa", 2, [("insert", 1, "a")]),
        ("aaaa", 2, "aaa", 1, [("delete", 1, "a")]),
        ("aaa", 0, "aa", 0, [("delete", 0, "a")]),
        ("转账", 2, "转帐户", 3, [("delete", 1, "账"), ("insert", 1, "帐户")]),
        ("abc", 3, "xyz", 3, [("delete", 0, "abc"), ("insert", 0, "xyz")]),
        ("abc", 3, "", 0, [("delete", 0, "abc")]),
    ],
)
def test_what_happened_to_a_text(
    before: str, caret: int, after: str, now: int, expected: list[tuple[str, int, str]]
) -> None:
    told = list(text_events(text(before, caret=caret), text(after, caret=now)))
    changes = [(detail, start, words) for member, detail, start, _, words in told if member == "TextChanged"]
    assert changes == expected
    moved = [start for member, _, start, _, _ in told if member == "TextCaretMoved"]
    assert moved == ([now] if caret != now else [])


def test_a_selection_is_told_and_a_moving_caret_alone_is_none() -> None:
    members = [told[0] for told in text_events(text("abc", caret=1), text("abc", caret=2, anchor=1))]
    assert members == ["TextCaretMoved", "TextSelectionChanged"]
    members = [told[0] for told in text_events(text("abc", caret=1), text("abc", caret=2))]
    assert members == ["TextCaretMoved"]


# -- children that come and go -------------------------------------------------------------------------


@given(st.permutations(range(8)), st.permutations(range(8)), st.integers(0, 8), st.integers(0, 8))
def test_who_replays_the_steps_has_the_children_in_their_order(
    one: list[int], other: list[int], many: int, few: int
) -> None:
    known, children = one[:many], other[:few]
    copy = list(known)
    arriving, line = arrivals(known, children)
    for step in [*arriving, *departures(line, children)]:
        if step.what == "add":
            copy.insert(step.place, step.child)
        else:
            assert copy.pop(step.place) == step.child
    assert copy == children
    assert not [step for step in arriving if step.what == "remove" and step.child not in children]


# -- who listens ---------------------------------------------------------------------------------------


def test_an_event_is_sent_when_somebody_listens_for_it_or_for_its_kind() -> None:
    listeners = Listeners()
    assert not listeners.wants(EVENT_OBJECT, "BoundsChanged", "")
    listeners.replace([(":1.5", "object:bounds-changed"), (":1.6", "window:activate")])
    assert listeners.wants(EVENT_OBJECT, "BoundsChanged", "")
    assert listeners.wants(EVENT_WINDOW, "Activate", "")
    assert not listeners.wants(EVENT_WINDOW, "Destroy", "")
    listeners.add(":1.7", "window")
    assert listeners.wants(EVENT_WINDOW, "Destroy", "")
    listeners.remove(":1.7", "window")
    assert not listeners.wants(EVENT_WINDOW, "Destroy", "")
    listeners.add(":1.8", "Object:PropertyChange:AccessibleValue")
    assert listeners.wants(EVENT_OBJECT, "PropertyChange", "accessible-value")
    assert not listeners.who(EVENT_OBJECT, "PropertyChange", "accessible-name")


def test_what_libatspi_keeps_its_cache_by_is_sent_to_who_listens_for_anything() -> None:
    """It asks for these without telling the registry, but no reader is without an event that it registers."""
    listeners = Listeners()
    for event in (
        ("StateChanged", "focused"),
        ("ChildrenChanged", "add"),
        ("PropertyChange", "accessible-name"),
        ("PropertyChange", "accessible-description"),
        ("PropertyChange", "accessible-role"),
    ):
        assert not listeners.wants(EVENT_OBJECT, *event), "nobody listens"
        listeners.add(":1.5", "window:activate")
        assert listeners.wants(EVENT_OBJECT, *event)
        listeners.forget(":1.5")
        assert not listeners.wants(EVENT_OBJECT, *event), "nobody listens any more"


def test_a_reader_that_hears_no_announcements_is_known_whoever_listens_beside_it() -> None:
    listeners = Listeners()
    assert not listeners.deaf_readers()
    orca = [(":1.5", "object:state-changed:showing"), (":1.5", "object:state-changed:focused")]
    tools = [(":1.6", "object"), (":1.7", "object:announcement"), (":1.8", "object:state-changed:focused")]
    listeners.replace([*orca, *tools])
    assert listeners.deaf_readers() == {":1.5"}
    listeners.add(":1.5", "object:announcement")
    assert not listeners.deaf_readers()
