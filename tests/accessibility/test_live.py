"""What counts as news in a live region, on a stage without a screen: widgets in, what is told out."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.label import Label

from accessibility.kivy_behavior import AccessibleBehavior, FocusableBehavior
from accessibility.kivy_labelled import Labelled
from accessibility.live import Moments, news
from accessibility.node import Node
from accessibility.roles import Live, Role, State
from accessibility.tree import Changes
from tests.accessibility.fake_window import Stage, frame

Make = Callable[..., Stage]


class Box(AccessibleBehavior, BoxLayout): ...


class Words(AccessibleBehavior, Label): ...


class Stop(FocusableBehavior, Label): ...


class Ear:
    """Hears the news of everything that the stage tells."""

    def __init__(self, stage: Make, *widgets: Any) -> None:
        self.stage = stage(*widgets)
        self._sent = len(self.stage.log.updates)
        self._nodes = dict(self.stage.log.nodes)

    def hears(self) -> list[tuple[str, bool]]:
        """What is new since the last time, and whether it is urgent."""
        frame()
        found: list[tuple[str, bool]] = []
        for changes in self.stage.log.updates[self._sent :]:
            found += self._take(changes)
        self._sent = len(self.stage.log.updates)
        return found

    def _take(self, changes: Changes) -> list[tuple[str, bool]]:
        after = {**self._nodes, **{node.id: node for node in changes.nodes}}
        for uid in changes.removed:
            after.pop(uid, None)
        above = {child: node.id for node in after.values() for child in node.children}
        moments = Moments(self._nodes.get, after.get, above.get, changes.focus)
        found = [(told.text, told.assertive) for told in news(moments, changes.nodes)]
        self._nodes = after
        return found


@pytest.mark.parametrize(
    ("role", "said", "live"),
    [
        ("log", "", Live.POLITE),
        ("status", "", Live.POLITE),
        ("alert", "", Live.ASSERTIVE),
        ("timer", "", Live.OFF),
        ("group", "", Live.OFF),
        ("log", "off", Live.OFF),
        ("status", "assertive", Live.ASSERTIVE),
        ("timer", "polite", Live.POLITE),
    ],
)
def test_a_role_is_live_by_itself_unless_it_says_otherwise(stage: Make, role: str, said: str, live: Live) -> None:
    box = Box(a11y_role=role, a11y_live=said)
    assert stage(box).node(box).live is live


def test_what_comes_into_a_log_is_told_whole_and_once(stage: Make) -> None:
    log, layout = Box(a11y_role="log", a11y_name="Chat"), BoxLayout()
    log.add_widget(layout)
    ear = Ear(stage, log)
    message = BoxLayout()
    message.add_widget(Label(text="Bank:"))
    message.add_widget(Label(text="Hello"))
    layout.add_widget(message)
    heard = ear.hears()
    assert heard == [("Bank: Hello", False)]
    layout.remove_widget(message)
    assert ear.hears() == []


def test_text_that_changes_inside_is_told_and_the_name_of_the_region_is_not(stage: Make) -> None:
    words = Words(text="one")
    box = Box(a11y_role="alert", a11y_name="Warning")
    box.add_widget(words)
    ear = Ear(stage, box)
    words.text = "two"
    assert ear.hears() == [("two", True)]
    box.a11y_name = "Warnings"
    assert ear.hears() == []


def test_a_region_that_comes_with_its_screen_is_no_news_unless_it_is_urgent(stage: Make) -> None:
    page = BoxLayout()
    ear = Ear(stage, page)
    screen = Box(a11y_role="main")
    screen.add_widget(Words(text="Saved", a11y_role="status"))
    screen.add_widget(Words(text="No line", a11y_role="alert"))
    page.add_widget(screen)
    assert ear.hears() == [("No line", True)]
    screen.add_widget(Words(text="Sent", a11y_role="status"))
    assert ear.hears() == [("Sent", False)]


def test_what_the_focus_tells_is_not_told_twice(stage: Make) -> None:
    hint = Words(text="", a11y_live="assertive")
    field = Stop(text="field", a11y_described_by=hint)
    ear = Ear(stage, field, hint)
    ear.stage.bridge.focus.focus(field)
    ear.hears()
    hint.text = "Digits only"
    assert ear.hears() == []


def test_a_field_found_wrong_without_the_focus_is_told_once(stage: Make) -> None:
    shown = Words(text="")
    plain, tied = Stop(text="Amount"), Stop(text="Name", a11y_error_by=shown)
    ear = Ear(stage, plain, tied, shown)
    plain.a11y_invalid = "Too little"
    assert ear.hears() == [("Amount Too little", True)]
    shown.text = "Too long"
    assert ear.hears() == [("Name Too long", True)]
    plain.a11y_invalid = ""
    assert ear.hears() == []
    ear.stage.bridge.focus.focus(plain)
    ear.hears()
    plain.a11y_invalid = "Too much"
    assert ear.hears() == [], "the focus tells it"


def test_a_field_that_comes_wrong_or_whose_error_is_live_itself_is_no_further_news(stage: Make) -> None:
    labelled, page = Labelled(Stop(text="5"), label="Amount"), BoxLayout()
    ear = Ear(stage, page, labelled)
    labelled.error = "Too little"
    assert ear.hears() == [("Too little", True)]
    page.add_widget(Stop(text="6", a11y_invalid="Too much"))
    assert ear.hears() == []


def test_what_comes_with_the_focus_inside_is_heard_by_the_focus() -> None:
    log = Node(1, Role.LOG, live=Live.POLITE)
    after = {1: replace(log, children=(2,)), 2: Node(2, Role.GROUP, children=(3,)), 3: Node(3, Role.BUTTON, "new")}
    above = {2: 1, 3: 2}
    for focus, heard in ((0, ["new"]), (3, [])):
        moments = Moments({1: log}.get, after.get, above.get, focus)
        assert [told.text for told in news(moments, after.values())] == heard


def test_a_busy_region_and_a_timer_in_a_region_are_silent(stage: Make) -> None:
    words = Words(text="1")
    time = Box(a11y_role="timer")
    time.add_widget(words)
    box = Box(a11y_role="status", a11y_busy=True)
    box.add_widget(time)
    other = Words(text="a")
    box.add_widget(other)
    ear = Ear(stage, box)
    words.text, other.text = "2", "b"
    assert ear.hears() == []
    box.a11y_busy = False
    ear.hears()
    words.text, other.text = "3", "c"
    assert ear.hears() == [("c", False)]


def test_scrolling_a_long_list_is_no_news_and_an_item_more_is() -> None:
    """Of ten thousand items three are told; others come and go as the list is scrolled."""

    def tree(first: int, size: int) -> dict[int, Node]:
        items = [
            Node(uid, Role.LISTITEM, f"item {uid}", position=uid - 9, set_size=size) for uid in range(first, first + 3)
        ]
        return {
            1: Node(1, Role.LOG, live=Live.POLITE, children=(2,)),
            2: Node(2, Role.LIST, set_size=size, children=tuple(item.id for item in items)),
            **{item.id: item for item in items},
        }

    def told(before: dict[int, Node], after: dict[int, Node]) -> list[str]:
        above = {child: node.id for node in after.values() for child in node.children}
        changed = [node for uid, node in after.items() if before.get(uid) != node]
        return [each.text for each in news(Moments(before.get, after.get, above.get, 0), changed)]

    assert told(tree(10, 10_000), tree(11, 10_000)) == []
    assert told(tree(10, 10_000), tree(11, 10_001)) == ["item 13"]


def test_a_secret_is_no_news() -> None:
    before = {1: Node(1, Role.STATUS, live=Live.POLITE, states=frozenset({State.PROTECTED}))}
    after = {1: Node(1, Role.STATUS, "1234", live=Live.POLITE, states=frozenset({State.PROTECTED}))}
    assert list(news(Moments(before.get, after.get, {}.get, 0), after.values())) == []
