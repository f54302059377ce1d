"""The pinyin of IBus on a desktop of the tests: what it is told by the window, and what it composes there."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from accessibility.probe.desktop import Desktop
from accessibility.probe.waiting import until

ENGINE = "libpinyin"
_MEMORY = Path("/usr/libexec/ibus-memconf")  # settings that end with the daemon; the engine waits for some
_COMPONENT = Path("/usr/share/ibus/component/libpinyin.xml")


def needs_pinyin() -> None:
    """Skips where it is not installed."""
    missing = [str(what) for what in (_MEMORY, _COMPONENT) if not what.exists()]
    missing += [name for name in ("ibus", "ibus-daemon", "dbus-monitor") if shutil.which(name) is None]
    if missing:
        pytest.skip(f"no input method to try: {', '.join(missing)} (packages ibus and ibus-libpinyin)")


class Pinyin:
    """Started before the window: SDL looks for it when it opens one."""

    def __init__(self, desk: Desktop) -> None:
        self._desk = desk
        argv = ("ibus-daemon", "--panel", "disable", "--config", str(_MEMORY), "--emoji-extension", "disable")
        desk.start(argv, log="ibus.log")
        until(lambda: self._ibus("address").startswith("unix:"), "the input method's bus")
        address = self._ibus("address")
        rules = [f"member='{member}'" for member in ("SetCursorLocation", "UpdatePreeditText", "HidePreeditText")]
        desk.start(["dbus-monitor", "--address", address, *rules], log="ibus-bus.log")
        self.switch_on()

    def switch_on(self) -> None:
        def on() -> bool:
            return self._ibus("engine", ENGINE) == "" and self._ibus("engine") == ENGINE

        until(on, "the pinyin engine", 20)

    def compose(self, letters: str, shown: str) -> None:
        """Press letter keys; `shown` is what they compose. The first is waited for: with it the dictionary is read."""
        before = self._heard()
        self._desk.key(letters[0])
        until(lambda: "UpdatePreeditText" in self._heard()[len(before) :], "something to be composed")
        if letters[1:]:
            self._desk.key(*letters[1:])
        self.shows(shown)

    def shows(self, text: str) -> None:
        """Wait until it composes just that; the empty text is the end of it."""
        until(lambda: self._composed() == text, f"{text!r} to be composed")

    @property
    def place(self) -> tuple[int, int, int, int]:
        """Where the window last said that its caret is: x, y, width and height in pixels of the screen."""
        said = self._heard().rpartition("member=SetCursorLocation")[2]
        x, y, width, height = (int(number) for number in re.findall(r"int32 (-?\d+)", said)[:4])
        return x, y, width, height

    def _composed(self) -> str:
        said = self._heard().rpartition("PreeditText\n")[2]
        texts = re.findall(r'string "([^"]*)"', said)
        return texts[1] if len(texts) > 1 and "boolean true" in said else ""  # of one that is hidden, nothing is said

    def _heard(self) -> str:
        return self._desk.output("ibus-bus.log")

    def _ibus(self, *argv: str) -> str:
        done = subprocess.run(["ibus", *argv], env=self._desk.env, capture_output=True, text=True, check=False)
        return done.stdout.strip()
