"""The tree says what the window holds, and making it true again costs what changed."""

from collections.abc import Callable
from typing import Any, ClassVar

import pytest
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.button import Button
from kivy.uix.checkbox import CheckBox
from kivy.uix.image import Image
from kivy.uix.label import Label
from kivy.uix.modalview import ModalView
from kivy.uix.progressbar import ProgressBar
from kivy.uix.slider import Slider
from kivy.uix.togglebutton import ToggleButton
from kivy.uix.widget import Widget

from accessibility.kivy_behavior import AccessibleBehavior, FocusableBehavior
from accessibility.node import Node
from accessibility.roles import Role, State
from accessibility.tree import reading_order
from tests.accessibility.fake_window import Stage, frame


class Key(FocusableBehavior, Button): ...


class Group(AccessibleBehavior, BoxLayout):
    a11y_role = "group"


class Text(AccessibleBehavior, Label): ...


class Shutter(AccessibleBehavior, Label): ...


def column(*widgets: Any) -> BoxLayout:
    box = BoxLayout(orientation="vertical", size=(800, 600))
    for widget in widgets:
        box.add_widget(widget)
    return box


def names(stage: Stage) -> list[str]:
    return [node.name for node in reading_order(stage.log.nodes, stage.bridge.tree.root) if node.name]


def only(stage: Stage, role: str) -> Node:
    node = stage.log.find(role)
    assert node is not None, f"no {role} in {stage.log.nodes.values()}"
    return node


def test_reads_in_the_order_of_adding(stage: Callable[..., Stage]) -> None:
    shown = stage(column(Label(text="one"), Button(text="two"), Label(text="three")))
    assert names(shown) == ["Test", "one", "two", "three"]


@pytest.mark.parametrize(
    ("widget", "role"),
    [
        (lambda: Label(text="a"), Role.STATICTEXT),
        (lambda: Button(text="a"), Role.BUTTON),
        (lambda: ToggleButton(text="a"), Role.BUTTON),
        (lambda: ToggleButton(text="a", group="g"), Role.RADIO),
        (CheckBox, Role.CHECKBOX),
        (lambda: CheckBox(group="h"), Role.RADIO),
        (Slider, Role.SLIDER),
        (ProgressBar, Role.PROGRESSBAR),
        (ModalView, Role.DIALOG),
    ],
)
def test_plain_widgets_have_roles(stage: Callable[..., Stage], widget: Callable[[], Any], role: Role) -> None:
    assert stage(widget()).log.find(role) is not None


def test_markup_is_not_read(stage: Callable[..., Stage]) -> None:
    assert "bold [x]" in names(stage(column(Label(text="[b]bold[/b] &bl;x&br;", markup=True))))


def test_unnamed_pictures_and_empty_labels_are_not_told(stage: Callable[..., Stage]) -> None:
    shown = stage(column(Image(), Label(text="")))
    assert shown.log.find("img") is None
    assert shown.log.find("statictext") is None


def test_text_that_comes_later_is_told(stage: Callable[..., Stage]) -> None:
    label = Label(text="")
    shown = stage(column(label))
    label.text = "here"
    frame()
    assert "here" in names(shown)
    label.opacity = 0
    frame()
    assert "here" not in names(shown)


def test_labels_inside_a_button_are_its_name(stage: Callable[..., Stage]) -> None:
    class Card(FocusableBehavior, BoxLayout):
        a11y_role = "button"

    card, inner = Card(), Label(text="Balance")
    card.add_widget(inner)
    card.add_widget(Label(text="10"))
    shown = stage(card)
    assert only(shown, "button").name == "Balance 10"
    assert shown.log.find("statictext") is None
    inner.text = "Savings"
    frame()
    assert only(shown, "button").name == "Savings 10"


def test_states_follow_the_widget(stage: Callable[..., Stage]) -> None:
    key = Key(text="Go")
    shown = stage(column(key))
    assert State.FOCUSABLE in only(shown, "button").states
    key.disabled = True
    frame()
    assert State.DISABLED in only(shown, "button").states
    assert State.FOCUSABLE not in only(shown, "button").states


def test_class_attributes_stay_live_properties(stage: Callable[..., Stage]) -> None:
    group = Group()
    shown = stage(group)
    group.a11y_role, group.a11y_name = "region", "News"
    frame()
    assert only(shown, "region").name == "News"


def test_members_of_a_list_are_counted_through_layouts(stage: Callable[..., Stage]) -> None:
    class List(AccessibleBehavior, BoxLayout):
        a11y_role = "list"

    class Item(AccessibleBehavior, Label):
        a11y_role = "listitem"

    inner, rows = BoxLayout(), List()
    rows.add_widget(inner)
    for name in "abc":
        inner.add_widget(Item(text=name, a11y_name=name))
    shown = stage(rows)
    assert [(n.name, n.position, n.set_size) for n in shown.log.nodes.values() if n.role == "listitem"] == [
        ("a", 1, 3),
        ("b", 2, 3),
        ("c", 3, 3),
    ]
    inner.remove_widget(inner.children[-1])
    frame()
    assert {(n.name, n.position, n.set_size) for n in shown.log.nodes.values() if n.role == "listitem"} == {
        ("b", 1, 2),
        ("c", 2, 2),
    }


def test_bounds_have_y_down(stage: Callable[..., Stage]) -> None:
    shown = stage(column(Label(text="top"), Label(text="bottom")))
    top, bottom = (next(n for n in shown.log.nodes.values() if n.name == x).bounds for x in ("top", "bottom"))
    assert top == (0, 0, 800, 300)
    assert bottom == (0, 300, 800, 600)


def test_a_modal_hides_what_is_behind(stage: Callable[..., Stage]) -> None:
    shown = stage(column(Label(text="behind")))
    modal = ModalView()
    modal.add_widget(Label(text="front"))
    shown.window.add_widget(modal)
    frame()
    assert names(shown) == ["Test", "front"]
    shown.window.remove_widget(modal)
    frame()
    assert names(shown) == ["Test", "behind"]


def test_one_change_makes_and_sends_one_node(stage: Callable[..., Stage]) -> None:
    labels = [Label(text=str(number)) for number in range(200)]
    shown = stage(column(*labels))
    made, sent = shown.bridge.tree.rebuilt, len(shown.log.updates)
    labels[7].text = "changed"
    frame()
    assert shown.bridge.tree.rebuilt - made == 1
    assert [[node.name for node in update.nodes] for update in shown.log.updates[sent:]] == [["changed"]]


def test_changes_of_one_frame_are_one_update(stage: Callable[..., Stage]) -> None:
    first, second = Label(text="a"), Label(text="b")
    shown = stage(column(first, second))
    sent = len(shown.log.updates)
    first.text, second.text = "A", "B"
    first.text = "AA"
    frame()
    assert [{node.name for node in update.nodes} for update in shown.log.updates[sent:]] == [{"AA", "B"}]


def test_nothing_is_sent_when_nobody_listens(stage: Callable[..., Stage]) -> None:
    label = Label(text="a")
    shown = stage(column(label), listening=False)
    label.text = "b"
    frame()
    assert shown.log.updates == []
    shown.bridge.listening(True)
    frame()
    assert shown.log.updates[0].complete
    assert "b" in names(shown)


def test_a_removed_widget_is_watched_no_more(stage: Callable[..., Stage]) -> None:
    label = Label(text="a")
    box = column(label, Label(text="stays"))
    shown = stage(box)
    box.remove_widget(label)
    frame()
    sent = len(shown.log.updates)
    label.text = "ghost"
    frame()
    assert len(shown.log.updates) == sent
    assert label.uid not in shown.log.nodes


def test_a_widget_that_moves_to_another_parent_is_still_told(stage: Callable[..., Stage]) -> None:
    label, left, right = Label(text="a"), BoxLayout(), BoxLayout()
    left.add_widget(label)
    shown = stage(column(left, right))
    left.remove_widget(label)
    right.add_widget(label)
    frame()
    assert label.uid in shown.log.nodes[right.uid].children
    assert shown.log.nodes[left.uid].children == ()


def test_an_announcement_reaches_the_platform_and_listeners(stage: Callable[..., Stage]) -> None:
    shown, heard = stage(column(Label(text="a"))), []
    stop = shown.bridge.announcer.listen(lambda message: heard.append((message.text, message.assertive)))
    shown.bridge.announce("done")
    shown.bridge.announce("help", assertive=True)
    shown.bridge.announce("  ")
    stop()
    shown.bridge.announce("more")
    assert heard == [("done", False), ("help", True)]
    assert shown.log.announcements == [("done", False), ("help", True), ("more", False)]


class Asked(Label):
    """Notes which of them are asked anything but who they are."""

    noted: ClassVar[set[int]] = set()

    def __getattribute__(self, name: str) -> Any:
        if name != "uid":
            Asked.noted.add(id(self))
        return super().__getattribute__(name)


@pytest.mark.parametrize("what", ["come first", "come last", "go", "hide", "say", "block"])
def test_siblings_are_not_asked_for_the_sake_of_one(stage: Callable[..., Stage], what: str) -> None:
    """A page may hold thousands beside each other. A plain Widget, for a layout moves them."""
    box, labels, new = Widget(), [Asked(text=str(number)) for number in range(300)], Label(text="new")
    for label in labels:
        box.add_widget(label)
    modal = Shutter(text="front")
    box.add_widget(modal)
    shown = stage(box)
    acts: dict[str, Callable[[], object]] = {
        "come first": lambda: box.add_widget(new, index=len(box.children)),
        "come last": lambda: box.add_widget(new),
        "go": lambda: box.remove_widget(labels[100]),
        "hide": lambda: setattr(labels[100], "opacity", 0),
        "say": lambda: setattr(labels[100], "text", "other"),
        "block": lambda: setattr(modal, "a11y_modal", True),
    }
    acts[what]()
    Asked.noted = set()
    shown.bridge.flush()
    if what == "block":
        assert names(shown) == ["Test", "front"]
    else:
        assert len(Asked.noted - {id(labels[100])}) == 0
        assert len(names(shown)) == 302 + {"come first": 1, "come last": 1, "go": -1, "hide": -1, "say": 0}[what]
