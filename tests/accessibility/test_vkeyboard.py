"""Kivy's keyboard on the screen: its keys are buttons in rows, and pressing one writes what touching it does."""

from collections.abc import Callable
from typing import Any

import pytest
from kivy.input.providers.mouse import MouseMotionEvent
from kivy.uix.vkeyboard import VKeyboard

from accessibility.keyboard import DOWN, ENTER, LEFT, RIGHT, TAB, UP
from accessibility.kivy_vkeyboard import KeyboardWords
from accessibility.node import Node
from accessibility.roles import Action, Role, State
from tests.accessibility.fake_window import Stage, frame

Make = Callable[..., Stage]


class Keys(VKeyboard):
    """Remembers what it sent."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(layout="qwerty", **kwargs)
        self.sent: list[str] = []

    def on_key_down(self, special: str | None, text: str | None, modifiers: list[str], *_: Any) -> None:
        self.sent.append(text or special or "")


@pytest.fixture
def keyboard() -> Keys:
    return Keys()


@pytest.fixture
def shown(stage: Make, keyboard: Keys) -> Stage:
    made = stage(keyboard)
    frame(4)
    return made


def rows(shown: Stage, keyboard: Keys) -> list[list[Node]]:
    nodes = shown.log.nodes
    return [[nodes[key] for key in nodes[row].children] for row in shown.node(keyboard).children]


def press(shown: Stage, name: str) -> None:
    shown.bridge.perform(shown.only(Role.BUTTON, name).id, Action.CLICK)
    frame(4)


def test_the_keys_are_named_buttons_in_rows_where_they_are_drawn(shown: Stage, keyboard: Keys) -> None:
    node = shown.node(keyboard)
    assert (node.role, node.name) == (Role.TOOLBAR, "Keyboard")
    found = rows(shown, keyboard)
    assert [key.name for key in found[1]][:3] == ["Tab", "q", "w"]
    assert [row[-1].name for row in found] == ["Backspace", "backslash", "Enter", "Shift", "Escape"]
    assert [key.name for key in found[3]][-4:] == ["comma", "full stop", "slash", "Shift"]
    assert {key.role for row in found for key in row} == {Role.BUTTON}
    a, b = found[2][1].bounds, found[2][2].bounds
    assert (a.top, a.bottom) == (b.top, b.bottom)
    assert a.right <= b.left
    assert found[0][0].bounds.bottom <= a.top
    pos, size = keyboard.layout_geometry["LINE_3"][1]
    assert (a.left, a.width) == (pos[0], size[0])


def test_a_press_sends_what_a_touch_sends(shown: Stage, keyboard: Keys) -> None:
    for name in ("h", "full stop", "Space", "Backspace", "Enter", "Tab"):
        press(shown, name)
    by_press, keyboard.sent = keyboard.sent, []
    assert by_press == ["h", ".", " ", "backspace", "enter", "\t"]
    for name in ("h", "full stop", "Space", "Backspace", "Enter", "Tab"):
        box = shown.only(Role.BUTTON, name).bounds
        across, down = (box.left + box.right) / 2 / shown.window.width, (box.top + box.bottom) / 2 / shown.window.height
        finger = MouseMotionEvent("mouse", name, [across, 1 - down, "left"])
        finger.scale_for_screen(*shown.window.size)
        keyboard.process_key_on(finger)
        keyboard.process_key_up(finger)
    assert keyboard.sent == by_press


def test_shift_holds_for_one_key_and_can_be_taken_back(shown: Stage, keyboard: Keys) -> None:
    assert shown.only(Role.BUTTON, "Shift").pressed is False
    press(shown, "Shift")
    assert shown.only(Role.BUTTON, "Shift").pressed is True
    assert "exclamation mark" in [key.name for key in rows(shown, keyboard)[0]]
    press(shown, "H")
    assert keyboard.sent[-1] == "H"
    assert shown.only(Role.BUTTON, "Shift").pressed is False
    press(shown, "Shift")
    press(shown, "Shift")
    assert shown.only(Role.BUTTON, "h").pressed is None
    press(shown, "Caps Lock")
    press(shown, "I")
    assert shown.only(Role.BUTTON, "Caps Lock").pressed is True
    press(shown, "Caps Lock")
    press(shown, "j")
    assert [sent for sent in keyboard.sent if len(sent) == 1] == ["H", "I", "j"]
    assert not keyboard.active_keys


def test_it_is_one_tab_stop_with_arrow_keys_that_go_as_seen(shown: Stage, keyboard: Keys) -> None:
    names = []
    for key in (TAB, RIGHT, DOWN, DOWN, LEFT, UP, UP, UP, TAB):
        shown.window.press(key)
        frame()
        names.append(shown.focus)
    assert names == ["grave accent", "1", "q", "a", "Caps Lock", "Tab", "grave accent", "grave accent", "grave accent"]
    shown.window.press(RIGHT)
    shown.window.press(ENTER)
    assert keyboard.sent == ["1"]


def test_the_focus_stays_on_shift_when_all_keys_change(shown: Stage, keyboard: Keys) -> None:
    shown.bridge.perform(shown.only(Role.BUTTON, "Shift").id, Action.FOCUS)
    frame()
    shown.window.press(ENTER)
    frame(4)
    assert shown.focus == "Shift"
    assert keyboard.layout_mode == "shift"


def test_the_keyboard_of_a_field_takes_no_focus_from_it(shown: Stage, keyboard: Keys) -> None:
    assert State.FOCUSABLE in shown.only(Role.BUTTON, "a").states
    keyboard.target = keyboard
    frame(4)
    assert State.FOCUSABLE not in shown.only(Role.BUTTON, "a").states
    press(shown, "a")
    assert keyboard.sent == ["a"]


def test_a_program_in_another_language_says_its_own_words(stage: Make) -> None:
    keyboard = Keys()
    keyboard.a11y_words = KeyboardWords("键盘", {"enter": "回车"}, {".": "点"})
    shown = stage(keyboard)
    frame(4)
    assert shown.node(keyboard).name == "键盘"
    assert {"回车", "点", "comma", "a"} <= {node.name for node in shown.log.nodes.values()}


def test_another_layout_has_its_own_keys(shown: Stage, keyboard: Keys) -> None:
    keyboard.layout = "de"
    frame(4)
    assert [key.name for key in rows(shown, keyboard)[1]][6] == "z"
    press(shown, "Signs")
    assert shown.only(Role.BUTTON, "Signs").pressed is True
    press(shown, "at sign")
    assert keyboard.sent[-1] == "@"
