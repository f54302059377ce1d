"""RecycleView: told as the whole list that it stands for, though only what is seen has widgets."""

from collections.abc import Callable
from typing import Any

import pytest
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.button import Button
from kivy.uix.label import Label
from kivy.uix.recycleboxlayout import RecycleBoxLayout
from kivy.uix.recycleview import RecycleView
from kivy.uix.recycleview.layout import LayoutSelectionBehavior

from accessibility.keyboard import DOWN, END, HOME, PAGE, PAGE_UP, TAB, UP
from accessibility.kivy_behavior import AccessibleBehavior
from accessibility.kivy_lists import UNSEEN, WHOLE
from accessibility.node import Node
from accessibility.roles import Action, Role, State
from tests.accessibility.fake_window import Stage, frame

Make = Callable[..., Stage]
SEEN = 5


class Payments(AccessibleBehavior, RecycleView):
    a11y_name = "Payments"


class Selectable(LayoutSelectionBehavior, RecycleBoxLayout): ...


class Card(BoxLayout):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.label = Label()
        self.add_widget(self.label)

    @property
    def text(self) -> str:
        return str(self.label.text)

    @text.setter
    def text(self, text: str) -> None:
        self.label.text = text


def payments(count: int, layout: Any = None, viewclass: Any = Label) -> Payments:
    """A list in which five items are seen at a time."""
    layout = layout or RecycleBoxLayout()
    layout.orientation, layout.size_hint_y = "vertical", None
    layout.default_size, layout.default_size_hint = (None, 40), (1, None)
    layout.bind(minimum_height=layout.setter("height"))
    view = Payments(size_hint=(None, None), size=(300, 40 * SEEN))
    view.add_widget(layout)
    view.viewclass = viewclass
    view.data = [{"text": f"item {number}", "selectable": True} for number in range(1, count + 1)]
    return view


def members(shown: Stage, role: Role = Role.LISTITEM) -> list[Node]:
    found = [node for node in shown.log.nodes.values() if node.role is role]
    return sorted(found, key=lambda node: node.position)


def test_places_and_size_are_those_of_the_data(stage: Make) -> None:
    view = payments(1000)
    shown = stage(view)
    frame(4)
    told = shown.node(view)
    assert (told.role, told.name, told.set_size, told.actions) == (Role.LIST, "Payments", 1000, ("scroll_down",))
    nodes = members(shown)
    assert [(n.name, n.position, n.set_size) for n in nodes] == [
        (f"item {number}", number, 1000) for number in range(1, len(nodes) + 1)
    ]
    assert SEEN + UNSEEN <= len(nodes) <= SEEN + UNSEEN + 2
    order = [shown.log.nodes[uid].position for uid in shown.node(view.layout_manager).children]
    assert order == list(range(1, len(nodes) + 1))


def test_after_scrolling_the_items_in_sight_are_told_with_those_around(stage: Make) -> None:
    view = payments(1000)
    shown = stage(view)
    frame(4)
    view.scroll_y = 0.5
    frame(4)
    told = [node.position for node in members(shown)]
    seen = [n.position for n in members(shown) if n.bounds.height > 0]
    assert told == list(range(told[0], told[-1] + 1))
    assert (seen[0] - told[0], told[-1] - seen[-1]) == (UNSEEN, UNSEEN)
    assert 495 <= seen[0] <= 500


def test_items_that_come_and_go_renumber_the_others(stage: Make) -> None:
    view = payments(3)
    shown = stage(view)
    frame(4)
    view.data.append({"text": "item 4"})
    frame(4)
    assert [(n.name, n.position, n.set_size) for n in members(shown)][-1] == ("item 4", 4, 4)
    view.data = view.data[1:]
    frame(4)
    assert [(n.name, n.position, n.set_size) for n in members(shown)] == [
        ("item 2", 1, 3),
        ("item 3", 2, 3),
        ("item 4", 3, 3),
    ]
    view.data = []
    frame(4)
    assert (members(shown), shown.node(view).set_size) == ([], 0)


def test_items_out_of_sight_follow_the_data_too(stage: Make) -> None:
    view = payments(30)
    shown = stage(view)
    frame(4)
    view.data.append({"text": "item 31"})
    frame(4)
    assert {node.set_size for node in members(shown)} == {31}
    view.data[12] = {"text": "renamed"}
    frame(4)
    assert members(shown)[12].name == "renamed"


def test_a_long_list_is_one_stop_and_the_keys_reach_every_item(stage: Make) -> None:
    view = payments(200)
    shown = stage(view, Button(text="after"))
    frame(4)
    shown.window.press(TAB)
    assert shown.focus == "item 1"
    for number in range(2, 14):
        shown.window.press(DOWN)
        assert shown.focus == f"item {number}"
        assert shown.log.nodes[shown.log.focus].bounds.height > 0
        frame()
    shown.window.press(END)
    frame()
    assert (shown.focus, view.scroll_y) == ("item 200", 0)
    shown.window.press(DOWN)
    assert shown.focus == "item 200"
    shown.window.press(UP)
    assert shown.focus == "item 199"
    shown.window.press(PAGE_UP)
    assert shown.focus == f"item {199 - PAGE}"
    shown.window.press(HOME)
    frame()
    assert (shown.focus, view.scroll_y) == ("item 1", 1)
    shown.window.press(TAB)
    assert shown.focus == "after"


@pytest.mark.parametrize("height", [60, 90, 130])
def test_far_jumps_land_where_they_should_however_few_items_are_seen(stage: Make, height: int) -> None:
    """The item with the focus goes with its widget: no neighbour may take the focus meanwhile and scroll back."""
    view = payments(200)
    view.height = height
    shown = stage(view)
    frame(4)
    shown.window.press(TAB)
    for key, name in ((END, "item 200"), (PAGE_UP, f"item {200 - PAGE}"), (HOME, "item 1")):
        shown.window.press(key)
        told = [shown.log.nodes[changes.focus].name for changes in shown.log.updates[-1:]]
        frame(3)
        assert (told, shown.focus) == ([name], name)


def test_a_short_list_is_told_whole_and_a_long_one_is_not(stage: Make) -> None:
    for count, told in ((WHOLE, WHOLE), (WHOLE + 1, SEEN + UNSEEN)):
        shown = stage(payments(count))
        frame(4)
        assert abs(len(members(shown)) - told) <= 2
        assert {node.set_size for node in members(shown)} == {count}


def test_the_focused_item_stays_told_as_focused_after_each_frame(stage: Make) -> None:
    view = payments(100)
    shown = stage(view)
    frame(4)
    shown.window.press(TAB)
    for number in range(2, 30):
        shown.window.press(DOWN)
        frame(3)
        node = shown.log.focus_node
        assert node is not None
        assert (node.name, node.position) == (f"item {number}", number)


def test_a_reader_reaches_an_item_out_of_sight(stage: Make) -> None:
    view = payments(1000)
    shown = stage(view)
    frame(4)
    far = members(shown)[-1]
    assert State.FOCUSABLE in far.states
    assert far.bounds.height == 0
    shown.bridge.perform(far.id, Action.SCROLL_INTO_VIEW)
    frame(4)
    assert next(n for n in members(shown) if n.name == far.name).bounds.height > 0
    further = members(shown)[-1]
    assert further.position > far.position
    shown.bridge.perform(further.id, Action.FOCUS)
    frame(4)
    assert shown.focus == further.name
    assert shown.log.nodes[shown.log.focus].position == further.position


def test_the_list_scrolls_by_asking(stage: Make) -> None:
    view = payments(100)
    shown = stage(view)
    frame(4)
    shown.ask(view, Action.SCROLL_DOWN)
    frame(4)
    # Four fifths of five items on: the last one stays in sight, now at the top.
    assert members(shown)[SEEN - 1].bounds.top == shown.node(view).bounds.top


def test_items_are_chosen(stage: Make) -> None:
    view = payments(50, Selectable(key_selection="selectable", multiselect=True))
    shown = stage(view)
    frame(4)
    listbox = shown.node(view)
    assert (listbox.role, State.MULTISELECTABLE in listbox.states) == (Role.LISTBOX, True)
    first, far = members(shown, Role.OPTION)[0], members(shown, Role.OPTION)[-1]
    assert (first.selected, far.selected) == (False, False)
    shown.bridge.perform(first.id, Action.CLICK)
    frame(3)
    assert (view.layout_manager.selected_nodes, members(shown, Role.OPTION)[0].selected) == ([0], True)
    shown.bridge.perform(far.id, Action.CLICK)
    frame(3)
    assert view.layout_manager.selected_nodes == [0, far.position - 1]
    again = next(n for n in members(shown, Role.OPTION) if n.position == far.position)
    assert again.selected is True


def test_buttons_and_boxes_in_a_list_keep_what_they_are(stage: Make) -> None:
    keys, cards = payments(30, viewclass=Button), payments(30, viewclass=Card)
    shown = stage(keys, cards)
    frame(4)
    key = next(n for n in shown.log.nodes.values() if n.role is Role.BUTTON)
    assert (key.name, key.position, key.set_size, Action.CLICK in key.actions) == ("item 1", 1, 30, True)
    card = next(n for n in members(shown) if n.bounds.height > 0)
    assert (card.name, card.position, card.set_size) == ("item 1", 1, 30)


class Named(AccessibleBehavior, Button):
    a11y_role = "link"


@pytest.mark.parametrize(("viewclass", "role"), [(Button, Role.BUTTON), (Named, Role.LINK), (Label, Role.LISTITEM)])
def test_an_item_is_the_same_thing_seen_or_not(stage: Make, viewclass: Any, role: Role) -> None:
    shown = stage(payments(1000, viewclass=viewclass))
    frame(4)
    told = [node for node in shown.log.nodes.values() if node.position]
    assert {node.bounds.height > 0 for node in told} == {True, False}
    assert {(node.role, node.actions) for node in told} == {(role, () if viewclass is Label else ("click",))}


def test_an_item_out_of_sight_is_pressed_as_one_in_sight(stage: Make) -> None:
    done: list[str] = []

    class Key(Button):
        def on_release(self) -> None:
            done.append(self.text)

    view = payments(1000, viewclass=Key)
    view.data[9] = {"text": "off", "disabled": True}
    shown = stage(view)
    frame(4)
    last = max((node for node in shown.log.nodes.values() if node.position), key=lambda node: node.position)
    shown.bridge.perform(last.id, Action.CLICK)
    frame(4)
    assert done == [last.name]
    view.scroll_y = 1
    frame(4)
    off = shown.only(Role.BUTTON, "off")
    assert (State.DISABLED in off.states, off.actions) == (True, ())


def test_a_list_taken_away_while_an_item_has_the_focus(stage: Make) -> None:
    view, after = payments(100), Button(text="after")
    box = BoxLayout(size=(800, 600))
    for widget in (view, after):
        box.add_widget(widget)
    shown = stage(box)
    frame(4)
    shown.window.press(TAB)
    shown.window.press(END)
    box.remove_widget(view)
    frame(3)
    assert (shown.focus, members(shown)) == ("after", [])
    assert set(shown.log.nodes) == set(shown.bridge.nodes)
