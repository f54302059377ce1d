"""What is tried when a test is over: a trap, a control that no key reaches, letters that act, a dialog that stays."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest

from accessibility.audit import afterwards
from accessibility.audit.afterwards import Afterwards
from accessibility.audit.watch import ScreenBroken
from accessibility.probe.atspi import Bus
from accessibility.probe.desktop import Desktop
from accessibility.probe.seen import Event, Seen
from tests.audit.cases.table import frame, node
from tests.audit.made_results import RULES

NAMES = ("确认", "返回", "帮助")


@pytest.fixture(autouse=True)
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is asked for happens at once here, or never."""
    monkeypatch.setattr(afterwards, "PATIENCE", 0.1)


class Program:
    """Buttons between which Tab moves; it is its own desktop and its own bus."""

    def __init__(
        self, trap: str = "", skipped: str = "", letters: str = "", dialog: str = "", scrolls: str = ""
    ) -> None:
        self._trap, self._skipped, self._letters, self._dialog = trap, skipped, letters, dialog
        self._scrolls, self._out_of_sight = scrolls, ""
        self.focus, self.said, self.events, self.pressed = NAMES[0], "请选择", list[Event](), list[str]()

    @property
    def window(self) -> Seen:
        buttons = (self._button(name) for name in NAMES)
        inside = (node("heading", "转账"), node("label", self.said, without=self._out_of_sight), *buttons)
        return frame(node("dialog", "请确认", *inside) if self._dialog else node("panel", "", *inside)).window

    def _button(self, name: str) -> Seen:
        return node("push button", name, states="focused" if name == self.focus else "", ref=f"/{name}")

    def key(self, *keys: str) -> None:
        self.pressed += keys
        for key in keys:
            if key in ("Tab", "shift+Tab"):
                self._move(1 if key == "Tab" else -1)
            elif key == self._letters:
                self.said = "已转账"
            elif key == self._scrolls:
                self._out_of_sight = "showing"
            elif key == "Escape" and self._dialog != "stays":
                self._dialog = ""

    def _move(self, way: int) -> None:
        if self.focus == self._trap:
            return
        ring = [name for name in NAMES if name != self._skipped]
        self.focus = ring[(ring.index(self.focus) + way) % len(ring)]
        self.events.append(
            Event("object:state-changed:focused", 0.0, "push button", self.focus, 1, 0, "", f"/{self.focus}")
        )

    def mark(self) -> int:
        return len(self.events)

    def look(self, seen: Seen) -> Seen:
        return next((there for there in self.window.walk() if there.ref == seen.ref), replace(seen, states=frozenset()))

    def grab_focus(self, seen: Seen) -> bool:
        self.focus = seen.name
        return True

    def try_all(self, judged: set[int] | None = None) -> None:
        """When a test is over with this program."""
        known = set[int]() if judged is None else judged
        Afterwards(cast(Desktop, self), cast(Bus, self), RULES, known).try_all(self.window)


def test_a_good_screen_passes_and_is_tried_once() -> None:
    judged = set[int]()
    Program().try_all(judged)
    again = Program()
    again.try_all(judged)
    assert not again.pressed


def test_a_trap_is_found() -> None:
    with pytest.raises(ScreenBroken, match=r"KBD-02 failed: Tab did not leave it"):
        Program(trap="帮助").try_all()


def test_a_control_that_no_key_reaches_is_found() -> None:
    with pytest.raises(ScreenBroken, match=r"KBD-01 failed: push button '帮助' never had the focus"):
        Program(skipped="帮助").try_all()


def test_a_letter_that_does_something_is_found() -> None:
    with pytest.raises(ScreenBroken, match=r"KBD-08 failed.*label '已转账'"):
        Program(letters="t").try_all()


def test_a_screen_that_the_focus_scrolls_late_passes() -> None:
    Program(scrolls="t").try_all()


def test_a_dialog_that_escape_leaves_passes() -> None:
    Program(dialog="goes").try_all()


def test_a_dialog_that_stays_is_found() -> None:
    with pytest.raises(ScreenBroken, match=r"SEM-17.leave failed"):
        Program(dialog="stays").try_all()
