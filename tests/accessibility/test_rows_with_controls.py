"""A long list whose items hold buttons: keys, one switch, twelve keys and a reader come to each of them."""

from collections.abc import Callable
from typing import Any

import pytest
from kivy.properties import StringProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.button import Button
from kivy.uix.label import Label
from kivy.uix.recycleboxlayout import RecycleBoxLayout
from kivy.uix.recycleview import RecycleView
from kivy.uix.recycleview.layout import LayoutSelectionBehavior

from accessibility.keypad.face import Kind, read_face
from accessibility.providers.atspi.interfaces.accessible import description_of
from accessibility.providers.atspi.provider import AtspiProvider
from accessibility.providers.atspi.snapshot import Snapshot, apply
from accessibility.providers.atspi.subject import Subject
from accessibility.roles import Role
from accessibility.targets import targets
from tests.accessibility.column import column
from tests.accessibility.fake_window import Stage, frame

TAB, ENTER, UP, DOWN, RIGHT, LEFT, END = 9, 13, 273, 274, 275, 276, 279
Make = Callable[..., Stage]


class Row(BoxLayout):
    text = StringProperty("")

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.pressed: list[str] = []
        label = Label()
        self.bind(text=label.setter("text"))
        self.add_widget(label)
        for name in ("Edit", "Delete"):
            self.add_widget(Button(text=name, on_release=lambda key: self.pressed.append(key.text)))


class Selectable(LayoutSelectionBehavior, RecycleBoxLayout): ...


def rows(layout: Any, count: int = 20) -> RecycleView:
    """Of which five are seen."""
    view = RecycleView(size_hint=(None, None), size=(400, 250))
    layout.orientation, layout.default_size, layout.default_size_hint = "vertical", (None, 50), (1, None)
    layout.size_hint_y = None
    layout.bind(minimum_height=layout.setter("height"))
    view.add_widget(layout)
    view.viewclass = Row
    view.data = [{"text": f"Payee {number}", "selectable": True} for number in range(1, count + 1)]
    return view


@pytest.fixture(params=[RecycleBoxLayout, Selectable])
def view(request: pytest.FixtureRequest) -> RecycleView:
    return rows(request.param())


def put(stage: Make, view: RecycleView) -> Stage:
    shown = stage(column(Button(text="before"), view, Button(text="after")))
    frame(4)
    return shown


def keys(shown: Stage, *pressed: int, shift: bool = False) -> list[str]:
    """Where the focus is after each."""
    seen = []
    for key in pressed:
        shown.window.press(key, *(["shift"] if shift else []))
        seen.append(shown.focus)
    return seen


def test_tab_goes_through_the_controls_of_the_row_and_out(stage: Make, view: RecycleView) -> None:
    shown = put(stage, view)
    assert keys(shown, TAB, TAB, TAB, TAB, TAB) == ["before", "Payee 1", "Edit", "Delete", "after"]
    assert keys(shown, TAB, TAB, DOWN, DOWN, TAB, TAB, TAB)[3:] == ["Payee 3", "Edit", "Delete", "after"]
    shown.bridge.focus.focus(view.layout_manager.children[-1])
    assert keys(shown, TAB, TAB) == ["Edit", "Delete"]
    assert keys(shown, TAB, TAB, TAB, shift=True) == ["Edit", "Payee 1", "before"]


def test_arrows_go_into_the_row_and_on_to_the_next(stage: Make, view: RecycleView) -> None:
    shown = put(stage, view)
    assert keys(shown, TAB, TAB) == ["before", "Payee 1"]
    assert keys(shown, RIGHT, RIGHT, RIGHT, LEFT, LEFT, LEFT) == [
        "Edit",
        "Delete",
        "Delete",
        "Edit",
        "Payee 1",
        "Payee 1",
    ]
    assert keys(shown, DOWN, RIGHT, DOWN) == ["Payee 2", "Edit", "Payee 3"], "from a control to the next item"
    assert keys(shown, RIGHT, UP, END) == ["Edit", "Payee 2", "Payee 20"]


def test_a_control_is_pressed_by_key(stage: Make, view: RecycleView) -> None:
    shown = put(stage, view)
    keys(shown, TAB, TAB, DOWN, TAB, TAB)
    row = shown.bridge.focus.current.parent
    shown.window.press(ENTER)
    assert (row.text, row.pressed) == ("Payee 2", ["Delete"])


def test_an_item_is_called_by_its_words_and_its_controls_are_told(stage: Make, view: RecycleView) -> None:
    shown = put(stage, view)
    item = shown.only(Role.LISTITEM, "Payee 2")
    assert (item.position, item.set_size) == (2, 20)
    inside = [shown.log.nodes[uid] for uid in item.children]
    assert [(node.role, node.name) for node in inside if node.role is Role.BUTTON] == [
        (Role.BUTTON, "Edit"), (Role.BUTTON, "Delete"),
    ]  # fmt: skip
    assert shown.only(Role.LISTITEM, "Payee 19"), "one out of sight is what it will be"


def test_one_switch_and_twelve_keys_come_to_the_controls(stage: Make, view: RecycleView) -> None:
    shown = put(stage, view)
    nodes, root = shown.bridge.nodes, shown.bridge.tree.root
    names = [target.name for _, target in targets(nodes, root)]
    assert names.count("Edit") == names.count("Delete") == 5, "of the rows in sight"
    face = read_face(nodes, root, 0, lambda uid: Kind.TEXT)
    assert [choice.name for choice in face.choices].count("Edit") == 5


def test_a_long_list_says_where_such_an_item_stands(stage: Make) -> None:
    """Its role is not the one that its list counts by."""
    view = rows(Selectable(), 500)
    shown = put(stage, view)
    tree = apply(Snapshot(), shown.bridge.tree.everything())
    item = next(node for node in tree.nodes.values() if node.name == "Payee 3" and node.role is Role.LISTITEM)
    assert description_of(Subject(tree, item, AtspiProvider())) == "3/500"
