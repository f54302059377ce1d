"""What has been scrolled out is neither under a finger nor told as seen, wherever it would stand."""

from __future__ import annotations

from typing import Any

import pytest
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.button import Button
from kivy.uix.scrollview import ScrollView

from accessibility.clipping import pane_around
from accessibility.providers.atspi.events import events_between
from accessibility.providers.atspi.interfaces.component import INTERFACE
from accessibility.providers.atspi.names import Reference, path_of
from accessibility.providers.atspi.snapshot import Snapshot, apply
from accessibility.providers.atspi.states import AtspiState
from accessibility.providers.atspi.subject import Subject
from accessibility.roles import Action
from accessibility.switch.in_sight import in_sight
from accessibility.switch.plan import ScanGroup
from accessibility.switch.scanner import Level, Mark
from accessibility.targets import Target
from accessibility.tree import Changes
from accessibility.voicing.places import under
from tests.accessibility.fake_window import Stage, frame

HIGH = 60


class World:
    bus_name, origin = ":1.1", (0.0, 0.0)

    def perform(self, target: int, action: str, *values: Any) -> None: ...


class Page:
    """A bar above and one below fifty rows of the same height, scrolled to their middle."""

    def __init__(self) -> None:
        rows = BoxLayout(orientation="vertical", size_hint_y=None, height=50 * HIGH)
        for number in range(50):
            rows.add_widget(Button(text=f"row {number}"))
        self.scroll = ScrollView()
        self.scroll.add_widget(rows)
        box = BoxLayout(orientation="vertical", size=(800, 600))
        for widget in (self._bar("Back"), self.scroll, self._bar("Talk")):
            box.add_widget(widget)
        self.stage = Stage(box)
        self.to(0.5)

    def _bar(self, name: str) -> Any:
        return Button(text=name, size_hint_y=None, height=HIGH)

    def to(self, share: float) -> Changes:
        """Scroll; what has changed by it."""
        self.scroll.scroll_y = share
        frame(4)
        tree = self.stage.bridge.tree
        self.stage.bridge.flush()
        return Changes(tree.root, tree.focus, tuple(tree.nodes.values()))

    def snapshot(self) -> Snapshot:
        return apply(Snapshot(), self.stage.bridge.tree.everything())

    def named(self, name: str) -> int:
        return self.stage.only("button", name).id


@pytest.fixture
def page() -> Any:
    made = Page()
    yield made
    made.stage.close()


def test_a_finger_on_a_bar_finds_the_bar(page: Page) -> None:
    nodes, root = page.stage.bridge.nodes, page.stage.bridge.tree.root
    found = [under(nodes, root, 400, y) for y in (HIGH / 2, 300, 600 - HIGH / 2)]
    names = [node.name if node is not None else "" for node in found]
    assert (names[0], names[2]) == ("Back", "Talk")
    assert names[1].startswith("row")


def test_what_a_platform_finds_at_a_point_is_what_is_seen_there(page: Page) -> None:
    tree = page.snapshot()
    window = Subject(tree, tree.nodes[tree.root], World())
    at_point = INTERFACE.methods["GetAccessibleAtPoint"].answer
    assert at_point(window, 400, HIGH // 2, 1) == (Reference(":1.1", path_of(tree.numbers[page.named("Back")])),)
    assert at_point(window, 400, 600 - HIGH // 2, 1) == (Reference(":1.1", path_of(tree.numbers[page.named("Talk")])),)


def showing(tree: Snapshot) -> set[str]:
    return {
        node.name for uid, node in tree.nodes.items() if tree.told(uid) and tree.states(uid) >> AtspiState.SHOWING & 1
    }


def test_only_what_is_in_sight_is_told_as_showing(page: Page) -> None:
    top, bottom = HIGH, 600 - HIGH
    nodes = page.stage.bridge.nodes.values()
    seen = {
        node.name
        for node in nodes
        if node.name.startswith("row") and top < node.bounds.bottom and node.bounds.top < bottom
    }
    frames = {"Test", ""}  # the window's, and the scroll pane's, which has no name
    assert showing(page.snapshot()) - frames == {"Back", "Talk", *seen}


def test_coming_into_sight_and_going_out_of_it_is_told(page: Page) -> None:
    before = page.snapshot()
    seen = showing(before)
    told = page.to(0.47)
    after = apply(before, told)
    events = list(events_between(before, after, told, World()))
    come = {event.source.path for event in events if event.member == "StateChanged" and event.detail == "showing"}
    changed = seen ^ showing(after)
    assert changed
    assert {path_of(after.numbers[page.named(name)]) for name in changed} == come


def test_a_thing_is_seen_within_all_that_scrolls_around_it(page: Page) -> None:
    """A bar in the whole window, a row between the bars only, wherever it stands."""
    nodes, root = page.stage.bridge.nodes, page.stage.bridge.tree.root
    assert pane_around(nodes, root, page.named("Back")) == nodes[root].bounds
    for row in ("row 0", "row 25"):
        pane = pane_around(nodes, root, page.named(row))
        assert (pane.top, pane.bottom) == (HIGH, 600 - HIGH)
    assert pane_around(nodes, root, 999_999).is_empty


def test_the_mark_of_a_group_does_not_lie_on_what_stands_around_the_page(page: Page) -> None:
    tree = page.stage.bridge.tree
    places = [tree.nodes[page.named(f"row {at}")] for at in (20, 40)]
    rows = tuple(Target(node.id, Action.CLICK, node.name, node.bounds) for node in places)
    seen = in_sight(Mark(Level.GROUPS, ScanGroup(rows, "rows"), None), tree.nodes, tree.root, 4.0)
    assert seen is not None
    assert (seen.top, seen.bottom) == (HIGH + 4.0, 600 - HIGH - 4.0)
    far = Target(page.named("row 0"), Action.CLICK, "row 0", tree.nodes[page.named("row 0")].bounds)
    assert in_sight(Mark(Level.ITEMS, ScanGroup((far,), "far"), far), tree.nodes, tree.root, 4.0) is None
