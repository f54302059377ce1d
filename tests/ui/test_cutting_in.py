"""What stops the voice: any key but Shift, Alt or a lock, a touch, a click, a switch; before it does its own work."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from accessibility.audit.window import DeskWindow
from accessibility.probe.waiting import until
from app.ui.cutting_in import CuttingIn
from tests.ui.conftest import Window

A, SHIFT, PAUSE = 97, 304, 285


class Glass:
    """A window as Kivy's events have it: whoever was bound last is asked first, and may use an event up."""

    def __init__(self) -> None:
        self.bound: list[tuple[str, Callable[..., Any]]] = []

    def bind(self, **handlers: Callable[..., Any]) -> None:
        self.bound += handlers.items()

    def unbind(self, **handlers: Callable[..., Any]) -> None:
        self.bound = [one for one in self.bound if one not in handlers.items()]

    def tell(self, event: str, *args: Any) -> None:
        for name, handler in reversed(list(self.bound)):
            if name == event and handler(self, *args):
                return


class Desk:
    """The window with something that uses up every key, and a note of all that happens."""

    def __init__(self) -> None:
        self.window, self.log = Glass(), list[str]()
        self.jobs: list[Callable[[], None]] = []
        voice: Any = SimpleNamespace(
            key_pressed=lambda: self.log.append("pressed"), key_released=lambda: self.log.append("released")
        )
        self.alive = 0
        self.cutting_in = CuttingIn(
            self.window, voice, lambda key, modifiers: key == PAUSE, self.jobs.append, self._touched
        )
        self.cutting_in.start()

    def _touched(self) -> None:
        self.alive += 1

    def take_keys(self) -> None:
        """Somebody comes who uses them up, as scanning does."""
        used = {"on_key_down": lambda *_: self.log.append("work") or True, "on_key_up": lambda *_: True}
        self.window.bind(**used)

    def down(self, key: int) -> None:
        self.window.tell("on_key_down", key, 0, "", [])

    def up(self, key: int) -> None:
        self.window.tell("on_key_up", key, 0)
        self.run()

    def touch(self, kind: str, **more: Any) -> None:
        self.window.tell("on_motion", kind, SimpleNamespace(**({"is_touch": True} | more)))
        self.run()

    def run(self) -> None:
        while self.jobs:
            self.jobs.pop(0)()


@pytest.fixture
def bare() -> Desk:
    return Desk()


def test_a_key_stops_the_voice_before_its_work_and_says_when_it_is_up(bare: Desk) -> None:
    bare.take_keys()
    bare.cutting_in.come_first()
    bare.down(A)
    assert bare.log == ["pressed", "work"]
    bare.up(A)
    assert bare.log == ["pressed", "work", "released"]


def test_who_comes_with_a_dialog_is_not_asked_first(bare: Desk) -> None:
    bare.take_keys()
    bare.window.tell("children", [])
    bare.down(A)
    assert bare.log == ["pressed", "work"]


def test_a_key_that_is_held_stops_the_voice_once(bare: Desk) -> None:
    """A slow hand must hear the answer of the key that it still holds."""
    for _ in range(3):
        bare.down(A)
    bare.up(A)
    bare.down(A)
    assert bare.log == ["pressed", "released", "pressed"]


@pytest.mark.parametrize("key", [SHIFT, PAUSE, 308, 301])
def test_a_modifier_alone_and_the_pause_leave_it_speaking(bare: Desk, key: int) -> None:
    bare.down(key)
    bare.up(key)
    assert bare.log == []


def test_ctrl_alone_silences_it_as_it_does_a_screen_reader(bare: Desk) -> None:
    bare.down(305)
    bare.up(305)
    assert bare.log == ["pressed", "released"]


def test_a_touch_stops_it_and_the_wheel_or_a_passing_pointer_does_not(bare: Desk) -> None:
    bare.touch("begin", is_mouse_scrolling=True)
    bare.touch("update", is_touch=False)
    bare.touch("end", is_mouse_scrolling=True)
    assert bare.log == []
    bare.touch("begin")
    bare.touch("update")
    assert bare.log == ["pressed"]
    bare.touch("end")
    assert bare.log == ["pressed", "released"]


def test_any_key_and_any_touch_is_a_sign_of_life_whoever_uses_it_up(bare: Desk) -> None:
    """Whoever is warned that his session ends has been promised so: on the keypad and while he scans too."""
    bare.take_keys()
    bare.cutting_in.come_first()
    for key in (A, SHIFT, PAUSE):
        bare.down(key)
    bare.touch("begin")
    bare.touch("end")
    assert bare.alive == 4


def test_a_key_that_comes_up_in_another_window_is_up(bare: Desk) -> None:
    """And the same key stops the voice again when the customer is back."""
    bare.down(A)
    bare.window.tell("focus", False)
    bare.run()
    assert bare.log == ["pressed", "released"]
    bare.window.tell("focus", True)
    bare.down(A)
    assert bare.log == ["pressed", "released", "pressed"]


def test_it_lets_go_of_the_window(bare: Desk) -> None:
    bare.cutting_in.close()
    assert bare.window.bound == []


class Real:
    """The real window, whose voice notes what it is asked."""

    def __init__(self, window: Window) -> None:
        self.window, self._seen = window, 0

    def _calls(self) -> list[str]:
        calls: list[str] = self.window.ask("asked")
        return calls

    def asked(self, *wanted: str) -> None:
        """These and no others, in this order, since it was asked last."""
        until(lambda: len(self._calls()) >= self._seen + len(wanted), f"{wanted}, not {self._calls()[self._seen :]}")
        assert self._calls()[self._seen :] == list(wanted)
        self._seen += len(wanted)


@pytest.mark.screen
def test_commands_keys_and_clicks_stop_the_voice_in_the_real_window(window: Window) -> None:
    real, both = Real(window), ("key_pressed", "key_released")
    real.asked()
    window.desk.key("F6")  # a command
    real.asked(*both)
    window.desk.key("F5")
    real.asked(*both)
    window.desk.key("Tab")
    real.asked(*both)
    window.desk.key("shift")
    window.desk.key("shift+F4")  # holds what is being said
    window.desk.key("F2")
    real.asked("key_pressed", "talk_pressed", "toggle_listening", "talk_released", "key_released")
    window.touch("push button", "说完了")
    real.asked("key_pressed", "toggle_listening", "key_released")


@pytest.mark.screen
def test_a_switch_and_a_resting_pointer_stop_the_voice(window: Window) -> None:
    real, both = Real(window), ("key_pressed", "key_released")
    window.desk.key("F8")
    real.asked(*both)
    window.desk.key("Return")  # scanning uses it up
    real.asked(*both)
    window.desk.key("F8")
    real.asked(*both)
    window.desk.key("F9")
    real.asked(*both)
    left, top, width, height = window.see("push button", "登录").bounds or (0, 0, 0, 0)
    DeskWindow(window.desk).point(left + width // 2, top + height // 2)
    real.asked(*both)
