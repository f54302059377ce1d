"""A Scatter without fingers: moved, turned and made larger by keys and by asking, as far as it lets a touch."""

from collections.abc import Callable
from typing import Any

import pytest
from kivy.metrics import dp
from kivy.uix.label import Label
from kivy.uix.relativelayout import RelativeLayout
from kivy.uix.scatter import Scatter
from kivy.uix.slider import Slider

from accessibility.keyboard import DOWN, LEFT, RIGHT, TAB, UP
from accessibility.kivy_scatter import GROWN, MOVED, TURNED
from accessibility.roles import Action, Role, State
from tests.accessibility.fake_window import Stage, frame

Make = Callable[..., Stage]
PLUS, EQUALS, MINUS, R = 43, 61, 45, 114
ALL = {
    Action.MOVE_LEFT, Action.MOVE_RIGHT, Action.MOVE_UP, Action.MOVE_DOWN, Action.ENLARGE, Action.SHRINK,
    Action.TURN_LEFT, Action.TURN_RIGHT,
}  # fmt: skip


def photo(**options: Any) -> Scatter:
    scatter = Scatter(size_hint=(None, None), size=(100, 60), **options)
    scatter.add_widget(Label(text="Map of branches", size=(100, 60)))
    scatter.center = (400, 300)
    return scatter


def test_it_is_a_group_that_tells_where_and_how_it_is(stage: Make) -> None:
    scatter = photo()
    shown = stage(scatter)
    node = shown.node(scatter)
    assert (node.role, node.name, node.value) == (Role.GROUP, "Map of branches", "400:300, 100%, 0°")
    assert set(node.actions) == ALL
    assert State.FOCUSABLE in node.states


def test_keys_move_turn_and_resize_it_around_its_middle(stage: Make) -> None:
    scatter = photo()
    shown = stage(scatter)
    shown.window.press(TAB)
    assert shown.focus == "Map of branches"
    for key, middle in ((RIGHT, (1, 0)), (UP, (1, 1)), (LEFT, (0, 1)), (DOWN, (0, 0))):
        assert shown.window.press(key)
        expected = 400 + middle[0] * dp(MOVED), 300 + middle[1] * dp(MOVED)
        assert scatter.center == pytest.approx(expected)
    for key, scale in ((PLUS, GROWN), (EQUALS, GROWN**2), (MINUS, GROWN)):
        shown.window.press(key)
        assert scatter.scale == pytest.approx(scale)
    shown.window.press(PLUS, "shift")
    assert scatter.scale == pytest.approx(GROWN**2)
    shown.window.press(R)
    assert scatter.rotation == pytest.approx(TURNED)
    shown.window.press(R, "shift")
    shown.window.press(R, "shift")
    assert scatter.rotation == pytest.approx(360 - TURNED)
    assert scatter.center == pytest.approx((400, 300))
    frame()
    assert shown.node(scatter).value == "400:300, 121%, 345°"


@pytest.mark.parametrize("action", sorted(ALL))
def test_each_is_done_when_it_is_asked_for(stage: Make, action: Action) -> None:
    scatter = photo()
    shown = stage(scatter)
    before = shown.node(scatter).value
    shown.ask(scatter, action)
    assert shown.node(scatter).value != before


@pytest.mark.parametrize(
    ("options", "offered", "value"),
    [
        ({"do_rotation": False, "do_scale": False}, {a for a in ALL if a.startswith("move")}, "400:300"),
        ({"do_translation_y": False, "do_scale": False, "do_rotation": False},
         {Action.MOVE_LEFT, Action.MOVE_RIGHT}, "400:300"),
        ({"do_translation": False, "do_rotation": False}, {Action.ENLARGE, Action.SHRINK}, "100%"),
        ({"do_translation": False, "do_scale": False}, {Action.TURN_LEFT, Action.TURN_RIGHT}, "0°"),
    ],
)  # fmt: skip
def test_what_a_touch_may_not_do_keys_may_not_either(
    stage: Make, options: dict[str, Any], offered: set[Action], value: str
) -> None:
    scatter = photo(**options)
    shown = stage(scatter)
    node = shown.node(scatter)
    assert (set(node.actions), node.value) == (offered, value)
    shown.window.press(TAB)
    for key in (LEFT, UP, PLUS, R):
        shown.window.press(key)
    frame()
    moved = scatter.center != pytest.approx((400, 300)), scatter.scale != pytest.approx(1), scatter.rotation != 0
    assert moved == tuple(bool(offered & group) for group in ({Action.MOVE_LEFT}, {Action.ENLARGE}, {Action.TURN_LEFT}))


def test_one_that_nothing_can_be_done_with_is_a_layout(stage: Make) -> None:
    scatter = photo(do_translation=False, do_rotation=False, do_scale=False)
    shown = stage(scatter)
    node = shown.node(scatter)
    assert (node.role, node.value, node.actions) == (Role.GENERIC, "", ())
    assert State.FOCUSABLE not in node.states
    scatter.do_scale = True
    frame()
    assert shown.node(scatter).role is Role.GROUP


def test_it_is_not_lost_out_of_sight_nor_beyond_its_scale(stage: Make) -> None:
    scatter = photo(scale_max=1.5, scale_min=0.5)
    inside = RelativeLayout(pos=(200, 0), size=(400, 600))
    inside.add_widget(scatter)
    shown = stage(inside)
    shown.window.press(TAB)
    for _ in range(60):
        shown.window.press(RIGHT)
        shown.window.press(PLUS)
    assert 800 - dp(MOVED) < scatter.to_window(*scatter.center)[0] <= 800
    assert scatter.scale == pytest.approx(1.5)
    for _ in range(60):
        shown.window.press(MINUS)
        shown.window.press(DOWN)
    assert scatter.scale == pytest.approx(0.5)
    assert 0 <= scatter.to_window(*scatter.center)[1] < dp(MOVED)


def test_keys_inside_belong_to_what_is_inside(stage: Make) -> None:
    scatter = photo()
    slider = Slider(max=10, value=5, step=1)
    scatter.add_widget(slider)
    shown = stage(scatter)
    shown.window.press(TAB)
    shown.window.press(TAB)
    shown.window.press(RIGHT)
    assert (slider.value, scatter.center) == (6, pytest.approx((400, 300)))
