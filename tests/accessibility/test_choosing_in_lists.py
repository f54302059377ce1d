"""By switches and by twelve keys: every row of a long list, the pages of a carousel, branches and splitters."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.button import Button
from kivy.uix.carousel import Carousel
from kivy.uix.label import Label
from kivy.uix.pagelayout import PageLayout
from kivy.uix.splitter import Splitter
from kivy.uix.treeview import TreeView, TreeViewLabel

from accessibility.keyboard import ENTER, LEFT, PAGE_DOWN, PAGE_UP, RIGHT, SPACE, TAB
from accessibility.keypad.face import Kind, read_face
from accessibility.kivy_adapters import perform
from accessibility.kivy_scan import ScanLayer
from accessibility.node import Bounds, Node
from accessibility.roles import Action, Role
from accessibility.switch.plan import ScanGroup, make_plan
from accessibility.switch.presses import Switch
from accessibility.switch.scanner import Level, Mark, Scanner
from accessibility.switch.settings import ScanMode, SwitchSettings
from tests.accessibility.fake_window import Stage, frame, frames
from tests.accessibility.test_held_item import Row, pressed
from tests.accessibility.test_lists import payments

NEXT, CHOOSE = SPACE, ENTER
ROWS = 60


class Scanned:
    """Things in a column, two switches, and the mark."""

    def __init__(self, *widgets: Any) -> None:
        box = BoxLayout(orientation="vertical", size=(800, 600))
        for widget in widgets:
            box.add_widget(widget)
        self.stage = Stage(box)
        frame(4)
        self.now, self.mark = 0.0, None
        hooks = SimpleNamespace(marked=self._marked, write=lambda field: None, stays=lambda widget: False)
        settings = SwitchSettings(on=True, mode=ScanMode.STEP, switches=2, ignore_again=0.0)
        self.layer = ScanLayer(self.stage.bridge, settings, hooks, now=lambda: self.now)
        self.layer.start()

    def _marked(self, mark: Mark | None, *, moved: bool) -> None:
        self.mark: Mark | None = mark

    def press(self, key: int) -> None:
        self.now += 1
        self.stage.window.press(key)
        for _ in range(4):
            frame()
            self.now += 0.2
            self.layer.tick()

    def rows_of_group(self) -> list[str]:
        """The rows that are marked one after the other, up to the way on or out."""
        met: list[str] = []
        while self.mark is not None and self.mark.level is Level.ITEMS and self.mark.item is not None:
            if self.mark.item.action is Action.SCROLL_DOWN:
                break
            if self.mark.item.action is Action.CLICK:
                met.append(self.mark.item.name)
            self.press(NEXT)
        return met

    def to(self, *names: str) -> bool:
        """Scan on to a thing of one of these names (but no way back); False when the group has been passed."""
        for _ in range(40):
            mark = self.mark
            assert mark is not None
            if mark.item is not None and mark.item.name in names and mark.item.action is not Action.SCROLL_UP:
                return True
            if mark.level is Level.LEAVE:
                return False
            self.press(NEXT)
        return False


@pytest.fixture
def scanned() -> Iterator[Any]:
    made: list[Scanned] = []

    def make(*widgets: Any) -> Scanned:
        made.append(Scanned(*widgets))
        return made[-1]

    yield make
    for one in made:
        one.layer.close()
        one.stage.close()


def test_two_switches_come_to_every_row_of_a_long_list_in_order(scanned: Any) -> None:
    pressed.clear()
    view = payments(ROWS, viewclass=Row)
    page = scanned(Button(text="before"), view, Button(text="after"))
    met: list[str] = []
    assert page.to("before")
    page.press(NEXT)
    for _ in range(ROWS):
        if page.mark.group.name != "Payments":
            break
        page.press(CHOOSE)
        met += [name for name in page.rows_of_group() if name not in met]
        if page.mark.level is Level.ITEMS:
            page.press(CHOOSE)
            assert page.mark.group.name == "Payments", "scanning goes on in the list"
            assert page.mark.group.part in (0, 1), "at its beginning"
        else:
            page.press(CHOOSE)
            page.press(NEXT)
    assert met == [f"item {number}" for number in range(1, ROWS + 1)]
    assert page.mark.item.name == "after", "the list is passed in few steps"


def test_a_row_far_down_is_pressed(scanned: Any) -> None:
    pressed.clear()
    view = payments(ROWS, viewclass=Row)
    page = scanned(view)
    for _ in range(ROWS):
        page.press(CHOOSE)  # into the group, or out of it
        if page.mark.level is Level.GROUPS:
            page.press(NEXT)
        elif page.to("item 14", "Payments"):
            page.press(CHOOSE)
        if pressed:
            break
    assert pressed == ["item 14"]


def test_a_row_that_took_the_marked_ones_widget_is_not_marked_for_it() -> None:
    def plan(first: int) -> tuple[ScanGroup, ...]:
        """Three widgets of a long list, which show the items from `first` on."""
        rows = [
            Node(uid, Role.BUTTON, "row", bounds=Bounds(0, at * 40, 300, at * 40 + 40), actions=("click",),
                 position=first + at, set_size=60)
            for at, uid in enumerate((10, 11, 12))
        ]  # fmt: skip
        unseen = Node(13, Role.LISTITEM, "row", position=first + 3, set_size=60)
        inside = (*(row.id for row in rows), unseen.id)
        rows_of = Node(2, Role.LIST, bounds=Bounds(0, 0, 300, 120), actions=("scroll_down",), children=inside)
        nodes = {node.id: node for node in (Node(1, Role.WINDOW, children=(2,)), rows_of, *rows, unseen)}
        return make_plan(nodes, 1)

    scanner = Scanner(SwitchSettings(mode=ScanMode.STEP, switches=2))
    scanner.show(plan(1), 0, 0.0)
    scanner.begin(0.0)
    scanner.press(Switch.SELECT, 1.0)
    scanner.press(Switch.NEXT, 2.0)
    mark = scanner.mark
    assert mark is not None
    assert mark.item is not None
    assert (mark.item.id, mark.item.position) == (11, 2)
    scanner.show(plan(20), 0, 3.0)
    mark = scanner.mark
    assert mark is None or mark.item is None


def test_twelve_keys_come_to_every_row_of_a_long_list_in_order() -> None:
    view = payments(ROWS, viewclass=Row)
    stage = Stage(view, Button(text="after"))
    frame(4)
    met: list[str] = []
    for _ in range(ROWS):
        tree = stage.bridge.tree
        choices = read_face(tree.nodes, tree.root, 0, lambda uid: Kind.TEXT).choices
        met += [each.name for each in choices if each.name.startswith("item") and each.name not in met]
        on = [each for each in choices if each.action is Action.SCROLL_DOWN]
        if not on:
            break
        assert perform(tree.widget(on[0].id), on[0].action)
        frame(4)
        stage.bridge.flush()
    assert met == [f"item {number}" for number in range(1, ROWS + 1)]
    stage.close()


def offered(stage: Stage) -> list[tuple[str, Action]]:
    frame(4)
    stage.bridge.flush()
    tree = stage.bridge.tree
    return [(item.name, item.action) for group in make_plan(tree.nodes, tree.root) for item in group.items]


def turned(kind: str) -> Any:
    """Three pages with a button each."""
    made = Carousel(size=(400, 300)) if kind == "carousel" else PageLayout(size=(400, 300))
    for name in ("one", "two", "three"):
        made.add_widget(Button(text=name))
    return made


@pytest.mark.parametrize("kind", ["carousel", "pages"])
def test_pages_are_turned_by_switch(kind: str) -> None:
    pages = turned(kind)
    stage = Stage(pages)
    assert [action for _, action in offered(stage)] == [Action.CLICK, Action.SCROLL_RIGHT]
    setattr(pages, "index" if kind == "carousel" else "page", 1)
    assert [action for _, action in offered(stage)] == [Action.SCROLL_LEFT, Action.CLICK, Action.SCROLL_RIGHT]
    stage.close()


@pytest.mark.parametrize("kind", ["carousel", "pages"])
@pytest.mark.parametrize("inside", [True, False])
def test_pages_are_turned_by_key(kind: str, inside: bool) -> None:
    """From the pages themselves, which are a stop, and from what stands on one."""
    pages = turned(kind)
    stage = Stage(pages)
    frame(4)
    stage.window.press(TAB)
    assert stage.bridge.focus.current is pages
    for key, back, page in ((PAGE_DOWN, PAGE_UP, "two"), (RIGHT, LEFT, "two")):
        for pressed_key, wanted in ((key, page), (back, "one")):
            if inside and key == RIGHT:
                continue  # an arrow is for what stands on the page
            if inside:
                while stage.bridge.focus.current is pages:
                    stage.window.press(TAB)
            stage.window.press(pressed_key)
            for _ in frames():
                if any(node.name == wanted for node in stage.log.nodes.values()):
                    break
            assert stage.only("button").name == wanted
            assert stage.log.focus_node is not None, "the focus is somewhere"
    stage.close()


def test_the_branches_of_a_tree_open_and_close_by_switch() -> None:
    tree = TreeView(hide_root=True)
    branch = tree.add_node(TreeViewLabel(text="Accounts"))
    tree.add_node(TreeViewLabel(text="Savings"), branch)
    stage = Stage(tree)
    assert offered(stage) == [("Accounts", Action.CLICK), ("Accounts", Action.EXPAND)]
    assert perform(branch, Action.EXPAND)
    assert offered(stage)[:2] == [("Accounts", Action.CLICK), ("Accounts", Action.COLLAPSE)]
    assert ("Savings", Action.CLICK) in offered(stage)
    stage.close()


def test_a_splitter_is_moved_by_switch() -> None:
    splitter = Splitter(sizable_from="right", size_hint_x=None, width=200, min_size=100, max_size=400)
    splitter.add_widget(Label(text="left"))
    box = BoxLayout(size=(800, 600))
    box.add_widget(splitter)
    stage = Stage(box)
    assert [action for _, action in offered(stage)] == [Action.DECREMENT, Action.INCREMENT]
    stage.close()
