"""Whatever happens in the window, the platform's copy, made of updates alone, is what a fresh look would give."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.button import Button
from kivy.uix.checkbox import CheckBox
from kivy.uix.label import Label
from kivy.uix.modalview import ModalView
from kivy.uix.textinput import TextInput
from kivy.uix.treeview import TreeView, TreeViewLabel

from accessibility.kivy_behavior import AccessibleBehavior, FocusableBehavior
from accessibility.kivy_focus import can_focus
from accessibility.kivy_tree import WidgetTree
from accessibility.node import Node
from tests.accessibility.fake_window import Stage, frame
from tests.accessibility.test_lists import payments


class Group(AccessibleBehavior, BoxLayout): ...


class Text(AccessibleBehavior, Label): ...


class Key(FocusableBehavior, Button): ...


def tree_view() -> TreeView:
    tree = TreeView(hide_root=True)
    branch = tree.add_node(TreeViewLabel(text="a"))
    tree.add_node(TreeViewLabel(text="b"), branch)
    return tree


KINDS: tuple[Callable[[], Any], ...] = (
    lambda: Label(text="text"),
    lambda: Text(text="item", a11y_role="listitem"),
    lambda: Text(text="cell", a11y_role="cell"),
    lambda: Key(text="key"),
    lambda: Button(text="stock"),
    lambda: CheckBox(group="g"),
    lambda: TextInput(text="field", multiline=False),
    lambda: Group(a11y_role="list"),
    lambda: Group(a11y_role="table"),
    lambda: Group(a11y_role="row"),
    lambda: Group(a11y_role="button"),
    lambda: Group(),
    lambda: payments(30),
    tree_view,
)
CHANGES: tuple[tuple[str, Any], ...] = (
    ("opacity", 0),
    ("opacity", 1),
    ("disabled", True),
    ("disabled", False),
    ("text", "changed"),
    ("text", ""),
    ("a11y_role", "group"),
    ("a11y_role", "list"),
    ("a11y_hidden", True),
    ("a11y_hidden", False),
    ("a11y_name", "named"),
    ("pos", (7, 9)),
    ("scroll_y", 0.5),
    ("data", [{"text": str(number)} for number in range(12)]),
)


def change(widget: Any, number: int) -> None:
    """One of CHANGES, or a tree's branch opened; one that the widget has no use for is none."""
    if isinstance(widget, TreeView):
        widget.toggle_node(widget.root.nodes[0])
        return
    name, value = CHANGES[number % len(CHANGES)]
    if widget.property(name, quiet=True) is not None:
        setattr(widget, name, value)


class Play:
    """A window, and what a program may do to it."""

    def __init__(self) -> None:
        self.root = Group(orientation="vertical", size=(800, 600))
        self.stage = Stage(self.root)
        self.widgets: list[Any] = []
        self.modal: ModalView | None = None

    def do(self, what: int, which: int, where: int) -> None:
        boxes = [self.root, *(w for w in self.widgets if isinstance(w, Group))]
        box = boxes[where % len(boxes)]
        widget = self.widgets[which % len(self.widgets)] if self.widgets else None
        if what < 3 or widget is None:
            made = KINDS[which % len(KINDS)]()
            self.widgets.append(made)
            box.add_widget(made, index=where % (len(box.children) + 1))
        elif what == 3:
            self.remove(widget)
        elif what == 4:
            self.move(widget, box)
        elif what == 5:
            self.stage.bridge.focus.focus(widget)
        elif what == 6:
            self.toggle_modal()
        elif what == 7:
            self.stage.bridge.perform(widget.uid, ("click", "focus", "scroll_down", "set_value")[where % 4], "5")
        else:
            change(widget, where)

    def remove(self, widget: Any) -> None:
        if widget.parent is not None:
            widget.parent.remove_widget(widget)
        self.widgets.remove(widget)

    def move(self, widget: Any, box: Any) -> None:
        above = box
        while above is not above.parent:
            if above is widget:
                return
            above = above.parent
            if above is None:
                return
        if widget.parent is not None:
            widget.parent.remove_widget(widget)
        box.add_widget(widget)

    def toggle_modal(self) -> None:
        if self.modal is None:
            self.modal = ModalView()
            self.modal.add_widget(Button(text="in the dialog"))
            self.stage.window.add_widget(self.modal)
        else:
            self.stage.window.remove_widget(self.modal)
            self.modal = None

    def fresh(self) -> dict[int, Node]:
        """The nodes of a tree that looks at the window for the first time."""
        tree = WidgetTree(self.stage.window, "Test", lambda: None)
        tree.refresh()
        nodes = dict(tree.nodes)
        tree.close()
        return nodes

    def check(self) -> None:
        self.stage.bridge.flush()  # places out of sight would be told when scrolling rests
        told, fresh = self.stage.log.nodes, self.fresh()
        assert {uid: node for uid, node in told.items() if fresh.get(uid) != node} == {}
        assert told.keys() == fresh.keys()
        assert self.stage.log.focus in told
        reached = {uid for node in told.values() for uid in node.children} | {self.stage.bridge.tree.root}
        assert reached == told.keys(), "a node that nothing leads to, or a child that is not there"
        current = self.stage.bridge.focus.current
        assert current is None or (self.stage.log.focus == current.uid and can_focus(current))


STEPS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 40), st.integers(0, 40)), min_size=1, max_size=10)


@pytest.mark.timeout(120)
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(STEPS)
def test_updates_alone_give_the_tree(steps: list[tuple[int, int, int]]) -> None:
    play = Play()
    try:
        for what, which, where in steps:
            play.do(what, which, where)
            if what % 2:  # sometimes several changes come in one frame
                frame(4)
                play.check()
        frame(6)
        play.check()
    finally:
        play.stage.close()
