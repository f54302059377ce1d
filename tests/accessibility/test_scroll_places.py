"""Scrolling a thing to an edge of what scrolls around it, or to a point: by the platform, as far as that goes."""

from collections.abc import Callable
from typing import Any

import pytest
from kivy.uix.gridlayout import GridLayout
from kivy.uix.label import Label
from kivy.uix.recycleboxlayout import RecycleBoxLayout
from kivy.uix.recycleview import RecycleView
from kivy.uix.scrollview import ScrollView

from accessibility.edges import Edge, Point
from accessibility.node import Node
from accessibility.providers.atspi.interfaces.component import INTERFACE
from accessibility.providers.atspi.snapshot import Snapshot, apply
from accessibility.providers.atspi.subject import Subject
from accessibility.roles import Action, Role
from accessibility.tree import Changes
from tests.accessibility.fake_window import Stage, frame

Make = Callable[..., Stage]


@pytest.fixture
def board(stage: Make) -> tuple[Stage, Any, list[Any]]:
    """Ten times ten labels of 100 by 100 pixels, of which four by four are seen."""
    grid = GridLayout(cols=10, size_hint=(None, None), size=(1000, 1000))
    labels = [Label(text=str(number)) for number in range(100)]
    for label in labels:
        grid.add_widget(label)
    view = ScrollView(size_hint=(None, None), size=(400, 400))
    view.add_widget(grid)
    shown = stage(view)
    frame(4)
    return shown, view, labels


@pytest.mark.parametrize(
    ("place", "left", "top"),
    [
        (Edge.TOP_LEFT, 0, 200), (Edge.BOTTOM_RIGHT, 300, 500), (Edge.TOP, 290, 200), (Edge.BOTTOM, 290, 500),
        (Edge.LEFT, 0, 490), (Edge.RIGHT, 300, 490), (Point(120.0, 250.0), 120, 250),
    ],
)  # fmt: skip
def test_it_stands_where_it_is_wanted(board: tuple[Stage, Any, list[Any]], place: Any, left: float, top: float) -> None:
    """The area stands at the foot of the window: from 200 to 600 pixels down. Sideways, where nothing is said of it,
    Kivy leaves ten pixels beside what it brings into sight."""
    shown, _, labels = board
    shown.ask(labels[55], Action.SCROLL_INTO_VIEW, place)
    frame(3)
    bounds = shown.node(labels[55]).bounds
    assert (bounds.left, bounds.top) == pytest.approx((left, top))


def test_at_the_end_it_comes_as_near_as_it_can(board: tuple[Stage, Any, list[Any]]) -> None:
    shown, view, labels = board
    shown.ask(labels[99], Action.SCROLL_INTO_VIEW, Edge.TOP_LEFT)
    frame(3)
    assert (view.scroll_x, view.scroll_y) == (1, 0)
    assert shown.node(labels[99]).bounds.top == pytest.approx(500)


def test_an_item_of_a_long_list_that_has_no_widget(stage: Make) -> None:
    layout = RecycleBoxLayout(orientation="vertical", default_size=(None, 50), default_size_hint=(1, None))
    layout.size_hint_y = None
    layout.bind(minimum_height=layout.setter("height"))
    view = RecycleView(size_hint=(None, None), size=(400, 250))
    view.add_widget(layout)
    view.viewclass = Label
    view.data = [{"text": f"Item {number}"} for number in range(1, 51)]
    shown = stage(view)
    frame(4)
    shown.bridge.perform(shown.only("listitem", "Item 30").id, Action.SCROLL_INTO_VIEW, Edge.TOP)
    frame(4)
    assert shown.only("listitem", "Item 30").bounds.top == pytest.approx(350)


# -- what the platform is answered -----------------------------------------------------------------------


class World:
    bus_name, origin = ":1.1", (0.0, 0.0)

    def __init__(self) -> None:
        self.asked: list[tuple[Any, ...]] = []

    def perform(self, target: int, action: str, *values: Any) -> None:
        self.asked.append((action, *values))


def ask(method: str, *values: int, role: Role = Role.GENERIC, actions: tuple[str, ...] = ()) -> tuple[bool, list[Any]]:
    nodes = (
        Node(1, Role.WINDOW, children=(2,)),
        Node(2, role, actions=actions, children=(3,)),
        Node(3, Role.BUTTON, "here"),
    )
    tree, world = apply(Snapshot(), Changes(1, 1, nodes, complete=True)), World()
    answer = INTERFACE.methods[method].answer(Subject(tree, nodes[2], world), *values)
    return answer[0], world.asked


@pytest.mark.parametrize(("number", "edge"), list(enumerate(Edge)))
def test_an_edge_is_asked_for_where_something_scrolls_that_way(number: int, edge: Edge) -> None:
    down, across = bool(edge.down), bool(edge.across)
    wanted = [(Action.SCROLL_INTO_VIEW, edge)]
    assert ask("ScrollTo", number, actions=("scroll_down",)) == (down, wanted if down else [])
    assert ask("ScrollTo", number, actions=("scroll_left",)) == (across, wanted if across else [])
    assert ask("ScrollTo", number) == (False, [])
    assert ask("ScrollTo", number, role=Role.GROUP, actions=("scroll_left",)) == (False, []), "turned by pages"


def test_a_point_is_asked_for_and_what_nobody_knows_is_not() -> None:
    assert ask("ScrollToPoint", 1, 30, 40, actions=("scroll_up",)) == (True, [(Action.SCROLL_INTO_VIEW, (30, 40))])
    assert ask("ScrollToPoint", 1, 30, 40) == (False, [])
    assert ask("ScrollTo", 7, actions=("scroll_up",)) == (False, [])
    assert ask("ScrollTo", 6, actions=("scroll_up",)) == (True, [(Action.SCROLL_INTO_VIEW,)])
    assert ask("ScrollTo", 6)[0] is False, "it is out of sight, and nothing can bring it there"
