"""A dialog that only tells something, without a control: it has the focus itself, and says what stands in it."""

from collections.abc import Callable
from typing import Any

import pytest
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.button import Button
from kivy.uix.label import Label
from kivy.uix.popup import Popup

from accessibility.kivy_behavior import AccessibleBehavior
from accessibility.node import Node
from accessibility.roles import Role, State
from accessibility.voicing.settings import Verbosity, VoicingSettings
from tests.accessibility.fake_window import Stage, frame, frames
from tests.accessibility.voicing.reader_screen import Screen

TAB, ESCAPE = 9, 27


class Sheet(AccessibleBehavior, BoxLayout):
    a11y_role, a11y_modal = "dialog", True


def opened(stage: Callable[..., Stage], content: Any) -> tuple[Stage, Popup]:
    opener = Button(text="open")
    shown = stage(opener)
    shown.bridge.focus.focus(opener)
    popup = Popup(title="Stock popup", content=content)
    shown.window.add_widget(popup)
    popup._anim_alpha, popup._is_open, popup._window = 1, True, shown.window  # as `open` does in Kivy's own window
    frame(3)
    return shown, popup


def test_it_takes_the_focus_says_its_words_and_gives_the_focus_back(stage: Callable[..., Stage]) -> None:
    shown, popup = opened(stage, Label(text="Hello world"))
    node = shown.log.focus_node
    assert node is not None
    assert (node.id, node.role, node.name, node.description) == (popup.uid, Role.DIALOG, "Stock popup", "Hello world")
    assert node.has(State.FOCUSABLE)
    assert node.described_by == (popup.content.uid,), "or a reader that finds the words itself says them twice"
    shown.window.press(TAB)
    assert shown.focus == "Stock popup"
    popup.content.text = "Hello again"
    frame()
    assert shown.node(popup).description == "Hello again"
    shown.window.press(ESCAPE)
    for _ in frames():
        if shown.focus == "open":
            break
    assert (shown.focus, popup.parent) == ("open", None)


def test_a_control_that_comes_later_takes_the_focus_from_it(stage: Callable[..., Stage]) -> None:
    box = BoxLayout()
    box.add_widget(Label(text="Please wait"))
    shown, popup = opened(stage, box)
    assert (shown.focus, shown.node(popup).description) == ("Stock popup", "Please wait")
    late = Button(text="late")
    box.add_widget(late)
    frame(3)
    assert shown.focus == "late"
    node = shown.node(popup)
    assert (node.description, node.described_by, node.has(State.FOCUSABLE)) == ("", (), False)
    late.disabled = True
    frame(3)
    assert (shown.focus, shown.node(popup).has(State.FOCUSABLE)) == ("Stock popup", True)


def test_any_modal_widget_does(stage: Callable[..., Stage]) -> None:
    shown = stage(Button(text="open"))
    sheet = Sheet(a11y_name="Sheet")
    sheet.add_widget(Label(text="Nothing to do"))
    shown.window.add_widget(sheet)
    frame(3)
    assert (shown.focus, shown.node(sheet).description) == ("Sheet", "Nothing to do")


@pytest.mark.parametrize("verbosity", ["brief", "normal"])
def test_the_built_in_reader_says_it(verbosity: str) -> None:
    states = frozenset({State.FOCUSABLE, State.MODAL})
    dialog = Node(2, Role.DIALOG, "Stock popup", "Hello world", states=states, actions=("dismiss",))
    screen = Screen(dialog)
    screen.reader.settings = VoicingSettings(verbosity=Verbosity(verbosity))
    screen.reader.turn(True)
    screen.go(2)
    said = {"brief": "Stock popup, Hello world", "normal": "Stock popup, dialog, Hello world"}[verbosity]
    assert screen.mouth.take()[-1] == said
