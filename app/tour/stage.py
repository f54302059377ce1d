"""Stage: a bank, a private desktop, the real client on it, and hands, eyes and ears for a synthetic customer."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from accessibility.probe.atspi import Bus
from accessibility.probe.desktop import Desktop
from accessibility.probe.errors import NotThereError
from accessibility.probe.orca import Orca
from accessibility.probe.seen import Seen
from accessibility.probe.waiting import until
from app.config import HOME_VARIABLE, Places, Settings, save_settings
from app.local_bank import LocalBank
from app.words import Words

CUSTOMER, PASSWORD = "10000001", "demo0101"
LOCALES = {"zh-CN": "zh_CN.UTF-8", "en": "en_US.UTF-8"}
CUSTOMERS_ZONE = "CST-8"
"""The customer lives where the bank keeps its books, so that both tell the same time; POSIX, needs no list of zones."""
SCREEN = (1004, 800)
"""Pixels: the client's window with its frame, so that pictures show little else."""

LONGEST_TAB_WALK = 40
TRIES = 4


@dataclass(frozen=True)
class Client:
    """The running client, seen and worked from outside as a person would."""

    desktop: Desktop
    bus: Bus
    words: Words
    window: str
    orca: Orca | None = None

    @property
    def title(self) -> str:
        """What every title of the window ends with."""
        return self.words.text("ui-app-title")

    def tree(self) -> Seen:
        """All that assistive technology is told now."""
        return self.bus.application(self.title)

    def glance(self) -> Iterator[Seen]:
        """Each thing there is now, with its role, name, description and states alone."""
        tree = self.bus.glance(self.title)
        return tree.walk() if tree is not None else iter(())

    def find(self, role: str, name: str, timeout: float = 15.0) -> Seen:
        """The thing of that role and name, once it is there."""
        return self.bus.find(self.title, role, name, timeout)

    def find_like(self, role: str, fragment: str = "", timeout: float = 15.0) -> Seen:
        """The first thing of that role whose name holds the fragment, once it is there."""

        def there() -> Seen | None:
            return next((seen for seen in self.tree().walk() if seen.role == role and fragment in seen.name), None)

        return self.bus.until(there, f"{role} with {fragment!r} in its name", timeout)

    def wait_for_text(self, fragment: str, timeout: float = 20.0) -> str:
        """The first name on the screen that holds the fragment."""

        def there() -> str | None:
            return next((seen.name for seen in self.tree().walk() if fragment in seen.name), None)

        return self.bus.until(there, f"{fragment!r} on the screen", timeout)

    def wait_for_focus(self, role: str, name: str = "", timeout: float = 15.0) -> Seen:
        """The focused thing, once it is of that role (and name)."""

        def there() -> Seen | None:
            seen = self.tree().focused
            return seen if seen and seen.role == role and (not name or seen.name == name) else None

        return self.bus.until(there, f"the focus on {role} {name!r}", timeout)

    def click(self, role: str, name: str) -> None:
        """Press with the pointer, in the middle of where it is painted; scrolled into view first."""
        seen = self.find(role, name)
        x, y, width, height = self.resting(seen)
        self.bus.until(self._has_the_keyboard, "the window to have the keyboard")  # before, a press is only for that
        self._press(x + width // 2, y + height // 2)

    def _has_the_keyboard(self) -> bool:
        return any("active" in window.states for window in self.tree().children)

    def _press(self, x: int, y: int) -> None:
        """The left button at a place of the window's content (pixels); xdotool knows where that is on the screen."""
        self._xdotool("mousemove", "--window", self.window, str(x), str(y))
        self._xdotool("click", "1")

    def _xdotool(self, *command: str) -> str:
        return xdotool(self.desktop, *command)

    def resting(self, seen: Seen) -> tuple[int, int, int, int]:
        """Its bounds (pixels of the window) once they are inside the window and the same in two looks."""
        frame = self.tree().children[0].bounds
        last: list[tuple[int, int, int, int] | None] = [None]

        def at_rest() -> tuple[int, int, int, int] | None:
            there = self.find(seen.role, seen.name)  # anew: a form that is drawn again is another object
            before, now = last[0], there.bounds
            last[0] = now
            inside = now is not None and frame is not None and now[1] >= 0 and now[1] + now[3] <= frame[3]
            if not inside:
                self.bus.scroll_to(there)
            return now if inside and now == before else None

        return until(at_rest, f"{seen.name!r} to come to rest inside the window")

    def type_sentence(self, text: str) -> None:
        """Type into the focused field and see it arrive, else wipe it and type again.

        No key of X types Chinese, so each character is lent to a key for a moment, and may come too late.
        """
        field = self.wait_for_focus("entry")
        for _ in range(TRIES):
            self.desktop.type(text)
            with contextlib.suppress(NotThereError):
                until(lambda: (self.bus.look(field).text or "").strip() == text, f"{text!r} to be typed", timeout=3)
                return
            self.desktop.key("ctrl+a", "BackSpace")
        raise NotThereError(f"{text!r} could not be typed in {TRIES} tries")

    def tab_to(self, role: str, name: str) -> None:
        """Press Tab until the focus is there: how somebody without a pointer gets to a thing."""
        for _ in range(LONGEST_TAB_WALK):
            seen = self.tree().focused
            if seen is not None and seen.role == role and seen.name == name:
                return
            since = self.bus.mark()
            self.desktop.key("Tab")
            self.bus.wait_for(lambda e: e.type == "object:state-changed:focused" and e.detail1 == 1, "a focus", since)
        raise NotThereError(f"{LONGEST_TAB_WALK} times Tab did not reach {role} {name!r}")


@contextlib.contextmanager
def running_client(
    bank: LocalBank,
    lang: str,
    *,
    reader: bool = False,
    env: Mapping[str, str] | None = None,
    settings: Settings | None = None,
) -> Iterator[Client]:
    """The real client on a desktop of its own, with settings remembered; with ``reader`` Orca reads it aloud."""
    words = Words.load(lang)
    with contextlib.ExitStack() as stack:
        desktop = stack.enter_context(Desktop(SCREEN, LOCALES[lang], screen_reader=reader))
        bus = stack.enter_context(Bus(desktop))
        orca = stack.enter_context(Orca(desktop)) if reader else None
        home = Places(desktop.home / "tingjian")
        save_settings(home.settings, settings or Settings(lang=lang))
        argv = [
            *(sys.executable, "-m", "app", "run", "--lang", lang),
            *("--bank", bank.url, "--ca", str(bank.certificate_authority)),
        ]
        options: dict[str, Any] = {
            "env": {HOME_VARIABLE: str(home.data), "TZ": CUSTOMERS_ZONE, **(env or {})},
            "log": "client.log",
            "cwd": Path(__file__).resolve().parents[2],
        }
        if orca is not None:
            orca.launch(argv, words.text("ui-home-title"), **options)
        else:
            desktop.start(argv, **options)
        desktop.wait_for_window(words.text("ui-app-title"), timeout=40)
        window = until(lambda: xdotool(desktop, "getactivewindow").strip(), "the window to have the keyboard")
        client = Client(desktop, bus, words, window, orca)
        client.wait_for_focus("heading")
        yield client


def xdotool(desktop: Desktop, *command: str) -> str:
    """What xdotool answers; empty when it cannot."""
    done = subprocess.run(
        ["xdotool", *command], env=desktop.env, capture_output=True, text=True, check=False, timeout=20
    )
    return done.stdout
