"""Stock Kivy controls, as they come: role, states, and every action really done by asking for it."""

from collections.abc import Callable
from typing import Any

import pytest
from kivy.uix.behaviors import ButtonBehavior, ToggleButtonBehavior
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.button import Button
from kivy.uix.checkbox import CheckBox
from kivy.uix.image import Image
from kivy.uix.label import Label
from kivy.uix.progressbar import ProgressBar
from kivy.uix.slider import Slider
from kivy.uix.splitter import Splitter
from kivy.uix.switch import Switch
from kivy.uix.togglebutton import ToggleButton

from accessibility.kivy_behavior import AccessibleBehavior
from accessibility.roles import Action, Orientation, Role, State
from tests.accessibility.fake_window import Stage, frame

Make = Callable[..., Stage]


def test_a_button_is_named_and_pressed(stage: Make) -> None:
    pressed: list[str] = []
    key = Button(text="Go", on_release=lambda _: pressed.append("go"))
    shown = stage(key)
    assert (shown.node(key).role, shown.node(key).name) == (Role.BUTTON, "Go")
    shown.ask(key, Action.CLICK)
    assert pressed == ["go"]


def test_a_label_made_pressable_keeps_its_text_as_its_name(stage: Make) -> None:
    class Pressable(ButtonBehavior, Label): ...

    class Other(Label, ButtonBehavior): ...

    class Kept(ToggleButtonBehavior, Label): ...

    widgets = [Pressable(text="Balance"), Other(text="Balance"), Kept(text="Balance")]
    shown = stage(*widgets)
    assert [shown.node(widget).name for widget in widgets] == ["Balance"] * 3
    widgets[0].text = "Payments"
    frame()
    assert shown.node(widgets[0]).name == "Payments"
    assert shown.node(widgets[2]).pressed is False


def test_a_pressable_label_with_a_role_of_its_own_is_named_too(stage: Make) -> None:
    class Link(AccessibleBehavior, ButtonBehavior, Label):
        a11y_role = "link"

    class Row(AccessibleBehavior, ButtonBehavior, BoxLayout):
        a11y_role = "menuitem"

    link, row = Link(text="Terms"), Row()
    row.add_widget(Label(text="Transfer"))
    shown = stage(link, row)
    assert (shown.node(link).name, shown.node(row).name) == ("Terms", "Transfer")


def test_a_toggle_is_pressed_and_in_a_group_a_radio_is_checked(stage: Make) -> None:
    bold, left, right = ToggleButton(text="B"), ToggleButton(group="side"), ToggleButton(group="side", state="down")
    shown = stage(bold, left, right)
    assert (shown.node(bold).pressed, shown.node(bold).checked) == (False, None)
    shown.ask(bold, Action.CLICK)
    assert shown.node(bold).pressed is True
    assert (shown.node(left).role, shown.node(left).checked, shown.node(right).checked) == (Role.RADIO, False, True)
    shown.ask(left, Action.CLICK)
    assert (shown.node(left).checked, shown.node(right).checked) == (True, False)


@pytest.mark.parametrize(("kind", "role"), [(CheckBox, Role.CHECKBOX), (Switch, Role.SWITCH)])
def test_what_is_on_or_off_is_flipped(stage: Make, kind: Callable[..., Any], role: Role) -> None:
    widget = kind()
    shown = stage(widget)
    assert (shown.node(widget).role, shown.node(widget).checked) == (role, False)
    shown.ask(widget, Action.CLICK)
    assert (widget.active, shown.node(widget).checked) == (True, True)


def test_some_of_all_is_mixed(stage: Make) -> None:
    class Every(AccessibleBehavior, CheckBox):
        a11y_checked = "mixed"

    every = Every()
    shown = stage(every)
    assert shown.node(every).checked == "mixed"
    every.a11y_checked = None
    frame()
    assert shown.node(every).checked is False


def test_a_slider_has_ends_and_direction_and_moves(stage: Make) -> None:
    slider = Slider(min=0, max=10, value=3, step=2, orientation="vertical")
    shown = stage(slider)
    node = shown.node(slider)
    assert (node.range, node.value, node.orientation) == ((3, 0, 10, 2), "3", Orientation.VERTICAL)
    shown.ask(slider, Action.INCREMENT)
    assert (slider.value, shown.node(slider).value) == (5, "5")
    shown.ask(slider, Action.DECREMENT)
    shown.ask(slider, Action.DECREMENT)
    assert slider.value == 1
    shown.ask(slider, Action.SET_VALUE, 99)
    assert slider.value == 10
    shown.ask(slider, Action.INCREMENT)
    assert slider.value == 10


@pytest.mark.parametrize(
    ("value", "step", "told"),
    [(1234567, 1, "1234567"), (0.1 + 0.2, 0.1, "0.3"), (1.5, 0.25, "1.50"), (2, 0.25, "2"), (2.5, 1, "2.5")],
)
def test_a_slider_tells_its_figures_as_they_are_written(stage: Make, value: float, step: float, told: str) -> None:
    slider = Slider(min=0, max=5_000_000, value=value, step=step)
    assert stage(slider).node(slider).value == told


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Balance [5] of [b]two[/b]", "Balance [5] of two"),
        ("[size=20][color=ff0000]Due[/color][/size] [anchor=x]now[/anchor]", "Due now[/anchor]"),
        ("[font_features=smcp=1]A[/font_features][sub]2[/sub] [ref=more]x[/ref]", "A2 x"),
        ("&bl;b&br; &amp; [B]c[/B] [bold]", "[b] & [B]c[/B] [bold]"),
        ("[5 [b]pay", "[5 [b]pay"),
    ],
)
def test_of_a_marked_text_all_is_told_that_is_drawn(stage: Make, text: str, name: str) -> None:
    label = Label(text=text, markup=True)
    assert stage(label).node(label).name == name
    label.texture_update()
    drawn = "".join(word.text for row in label._label._cached_lines for word in row.words)
    assert drawn == name


@pytest.mark.parametrize("hide", [{"opacity": 0}, {"a11y_hidden": True}, {"text": ""}])
def test_a_name_follows_what_is_shown_and_hidden_inside(stage: Make, hide: dict[str, Any]) -> None:
    class Word(AccessibleBehavior, Label): ...

    class Row(ButtonBehavior, BoxLayout): ...

    row, inner, note = Row(), BoxLayout(), Word(text="unread")
    row.add_widget(Label(text="Alice"))
    inner.add_widget(note)
    row.add_widget(inner)
    shown = stage(row)
    assert shown.node(row).name == "Alice unread"
    kept = {name: getattr(note, name) for name in hide}
    for values, name in ((hide, "Alice"), (kept, "Alice unread"), (hide, "Alice")):
        for key, value in values.items():
            setattr(note, key, value)
        frame()
        assert shown.node(row).name == name
    inner.opacity = 0
    for key, value in kept.items():
        setattr(note, key, value)
    frame()
    assert shown.node(row).name == "Alice"
    inner.opacity = 1
    frame()
    assert shown.node(row).name == "Alice unread"


def test_a_slider_without_steps_takes_twentieths(stage: Make) -> None:
    slider = Slider(min=0, max=100, value=50)
    stage(slider).ask(slider, Action.INCREMENT)
    assert slider.value == 55


def test_progress_tells_its_share_and_that_it_does_not_know(stage: Make) -> None:
    known, unknown = ProgressBar(max=10, value=4), ProgressBar(max=0)
    shown = stage(known, unknown)
    assert (shown.node(known).value, shown.node(known).range) == ("40%", (4, 0, 10, 0))
    assert (shown.node(unknown).range, State.BUSY in shown.node(unknown).states) == (None, True)
    unknown.max = 10
    frame()
    assert shown.node(unknown).range is not None
    assert State.BUSY not in shown.node(unknown).states


def test_a_picture_is_told_by_its_text_and_else_is_decoration(stage: Make) -> None:
    class Picture(AccessibleBehavior, Image): ...

    picture = Picture()
    shown = stage(picture, Image())
    assert shown.log.find("img") is None
    picture.a11y_name = "A map"
    frame()
    assert shown.only("img").name == "A map"


def test_the_bar_of_a_splitter_is_moved(stage: Make) -> None:
    splitter = Splitter(sizable_from="right", min_size=100, max_size=300, size_hint=(None, None), size=(200, 50))
    splitter.add_widget(Label(text="left"))
    shown = stage(splitter)
    node = shown.only("separator")
    assert (node.range, node.orientation) == ((200, 100, 300, 0), Orientation.VERTICAL)
    shown.bridge.perform(node.id, Action.INCREMENT)
    frame()
    assert (splitter.width, shown.only("separator").range) == (210, (210, 100, 300, 0))
    shown.bridge.perform(node.id, Action.SET_VALUE, 1000)
    frame()
    assert splitter.width == 300


def test_what_is_disabled_offers_and_does_nothing(stage: Make) -> None:
    widgets = [Button(disabled=True), CheckBox(disabled=True), Slider(disabled=True, value=5), Switch(disabled=True)]
    shown = stage(*widgets)
    for widget in widgets:
        assert (shown.node(widget).actions, State.FOCUSABLE in shown.node(widget).states) == ((), False)
        shown.ask(widget, Action.CLICK)
        shown.ask(widget, Action.INCREMENT)
    assert (widgets[1].active, widgets[2].value, widgets[3].active) == (False, 5, False)


def test_an_action_that_is_not_offered_changes_nothing(stage: Make) -> None:
    label = Label(text="a")
    shown = stage(label)
    for action in Action:
        shown.ask(label, action)
    assert (label.text, shown.focus) == ("a", "Test")
