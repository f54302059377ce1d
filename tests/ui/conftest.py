"""A desktop with the window on it, and a hand to work both."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from accessibility.audit.afterwards import Afterwards
from accessibility.audit.judge import Verdict
from accessibility.audit.watch import Now, Watcher
from accessibility.audit.window import DeskWindow
from accessibility.probe.atspi import Bus
from accessibility.probe.desktop import Desktop
from accessibility.probe.errors import NotThereError
from accessibility.probe.seen import Seen
from accessibility.probe.waiting import until
from tests.ui.program import Program

PROGRAM = "window_process"
TITLE = "听见 Tingjian"
KEYPAD = "十二键"
"""A way that the customer has turned on: there figures are answers, and Escape goes a step back."""

SCANNING = "扫描"
"""What the switch's strip begins with: its mark goes on by itself, and its keys are no letters."""

SECRETS = ("demo0101",)
"""What the customers of the tests type into protected fields; published, see docs/demo-customers.md."""


THEMES = {"颜色：浅色": "light", "颜色：深色": "dark", "颜色：高对比": "high_contrast"}


class Looks:
    """Text size and theme, as the bar of the client tells them; what hides the bar changes neither."""

    def __init__(self) -> None:
        self._last = Now()

    def __call__(self, window: Seen) -> Now:
        names = [seen.name for seen in window.walk()]
        percent = next((int(name[:-2]) for name in names if re.fullmatch(r"\d+ %", name)), None)
        theme = next((THEMES[name] for name in names if name in THEMES), self._last.theme)
        self._last = Now(theme, self._last.scale if percent is None else percent / 100)
        return self._last


def _is_scanned(window: Seen) -> bool:
    return any(label.name.startswith(SCANNING) for label in window.all("label"))


class Window(Program):
    """The window as a customer with a keyboard and a reader has it."""

    def __init__(
        self, desk: Desktop, bus: Bus, home: Path, *options: str, judged: set[int] | None = None, watched: bool = True
    ) -> None:
        super().__init__(desk, home, "tests.ui.window_process", *options)
        self.bus = bus
        self.name = bus.until(self._program_name, "the window on the accessibility bus", 30)
        desk.wait_for_window(TITLE)
        painted = DeskWindow(desk)
        self._last: Seen | None = None
        self._mark = 0
        known = set[int]() if judged is None else judged
        self._watcher = Watcher(
            self._window, painted.picture, Looks(), excused=self._scrolled_by_scanning,
            judged=known, bus=bus, secrets=SECRETS,
        )  # fmt: skip
        self._watched = watched

    def _window(self) -> Seen:
        return self.tree.children[0]

    def _scrolled_by_scanning(self, verdict: Verdict) -> bool:
        """Its mark scrolls where it goes, and the focus stays: nobody who scans looks for that."""
        return verdict.rule.id == "KBD-06" and self._last is not None and _is_scanned(self._last)

    def _judge(self) -> None:
        """Every rule that needs no pressing, on the screen that the step led to."""
        if self._watched:
            last = self._last.children[0] if self._last is not None and self._last.children else None
            self._watcher.look(last, self._mark)

    def _judge_step(self, key: str, before: Seen, after: Seen) -> None:
        """Every rule on what a key does that moves the focus."""
        if self._watched and before.children and after.children:
            self._watcher.stepped(key, before.children[0], after.children[0], self._mark)

    def try_afterwards(self) -> None:
        """Every rule that presses keys of its own accord, on the screen where the test ended, if it is still there."""
        if not self._watched or self.process.poll() is not None:
            return
        with contextlib.suppress(NotThereError):
            window = self._window()
            if not _is_scanned(window) and not window.all("dialog", KEYPAD):
                Afterwards(self.desk, self.bus, self._watcher.rules, self._watcher.judged).try_all(window)

    def _program_name(self) -> str:
        for name in (PROGRAM, "python"):
            seen = self.bus.snapshot(name)
            if seen is not None and any(window.children for window in seen.children):
                return name
        return ""

    @property
    def tree(self) -> Seen:
        """What a reader sees now; read again when something went while it was read."""

        def there() -> Seen | None:
            self._mark = self.bus.mark()
            return self.bus.snapshot(self.name)

        self._last = self.bus.until(there, "the tree")
        return self._last

    def see(self, role: str, name: str, timeout: float = 10.0) -> Seen:
        """The first thing of that role whose name holds ``name``."""

        def there() -> Seen | None:
            return next((seen for seen in self.tree.all(role) if name in seen.name), None)

        try:
            found = self.bus.until(there, f"{role} {name!r}", timeout)
        except NotThereError as error:
            raise NotThereError(f"{error} in\n{self.tree.outline()}") from None
        self._judge()
        return found

    def gone(self, role: str, name: str) -> None:
        self.bus.until(lambda: all(name not in seen.name for seen in self.tree.all(role)), f"{role} {name!r} to go")
        self._judge()

    def focus_on(self, role: str, name: str, timeout: float = 10.0) -> Seen:
        """Wait until the focus is there."""

        def there() -> Seen | None:
            focused = self.tree.focused
            return focused if focused is not None and focused.role == role and name in focused.name else None

        try:
            found = self.bus.until(there, f"the focus on {role} {name!r}", timeout)
        except NotThereError:
            raise AssertionError(f"focus is on {self.tree.focused}, not on {role} {name!r}; {self.errors}") from None
        self._judge()
        return found

    def tab_to(self, role: str, name: str, key: str = "Tab") -> Seen:
        """Go there with the keyboard alone."""
        for _ in range(40):
            tree = self.tree
            focused = tree.focused
            if focused is not None and focused.role == role and name in focused.name:
                self._judge()
                return focused
            before = focused.ref if focused else ""
            self.desk.key(key)
            self.bus.until(
                lambda before=before: (f := self.tree.focused) is not None and f.ref != before, "the focus to move"
            )
            assert self._last is not None
            self._judge_step(key, tree, self._last)
        raise AssertionError(f"Tab never came to {role} {name!r}:\n{self.tree.outline()}")

    def touch(self, role: str, name: str) -> None:
        """Press where it is painted, with the pointer; scrolled into view first."""
        last: list[tuple[int, int, int, int] | None] = [None]
        painted = DeskWindow(self.desk)

        def at_rest() -> tuple[int, int, int, int] | None:
            there = self.see(role, name)
            before, last[0] = last[0], there.bounds
            inside = there.bounds is not None and 0 <= there.bounds[1] <= painted.size[1] - there.bounds[3]
            if not inside:
                self.bus.scroll_to(there)
            return there.bounds if inside and there.bounds == before else None

        left, top, width, height = until(at_rest, f"{name!r} to rest inside the window")
        painted.point(left + width // 2, top + height // 2)
        painted.hold()
        painted.release()

    def paste(self, text: str) -> None:
        """Put Chinese into the focused field; virtual key presses know no input method."""
        assert self.ask(f"clipboard {text}") == "copied"
        self.desk.key("ctrl+v")
        self.bus.until(lambda: text in (getattr(self.tree.focused, "text", "") or ""), f"{text!r} in the field")

    def rest_on(self, role: str, name: str) -> None:
        """The pointer onto the middle of a thing."""
        bounds = self.see(role, name).bounds
        assert bounds is not None
        left, top, width, height = bounds
        DeskWindow(self.desk).point(left + width // 2, top + height // 2)

    def report(self) -> dict[str, Any]:
        """What the bank knows."""
        known: dict[str, Any] = self.ask("report")
        return known

    def close(self) -> None:
        """End the program and wait until it has left the bus."""
        super().close()
        self.bus.until(lambda: self.bus.snapshot(self.name) is None, "the window to leave the bus")

    def sign_in(self) -> None:
        """By keyboard, from the home screen."""
        self.focus_on("heading", "听见远程银行")
        self.tab_to("push button", "登录")
        self.desk.key("Return")
        self.focus_on("entry", "客户号")
        self.desk.type("10000001")
        self.desk.key("Tab")
        self.focus_on("password text", "密码")
        self.desk.type("demo0101")
        self.desk.key("Return")
        self.focus_on("heading", "您好，林峰")


@pytest.fixture(scope="module")
def desk() -> Iterator[Desktop]:
    with Desktop() as desktop:
        yield desktop


@pytest.fixture(scope="module")
def bus(desk: Desktop) -> Iterator[Bus]:
    with Bus(desk) as listening:
        yield listening


@pytest.fixture(scope="session")
def judged() -> set[int]:
    """Screens that the rules have seen in this run: each is judged once."""
    return set()


@pytest.fixture
def window(
    desk: Desktop, bus: Bus, tmp_path: Path, judged: set[int], request: pytest.FixtureRequest
) -> Iterator[Window]:
    """The window on the home screen; ``request.param`` holds options of the program."""
    shown = Window(desk, bus, tmp_path, *getattr(request, "param", ()), judged=judged)
    yield shown
    try:
        shown.try_afterwards()
    finally:
        shown.close()
