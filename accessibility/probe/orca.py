"""Orca in a private desktop: what a blind customer hears and a deaf-blind one feels, as text."""

import contextlib
import json
import os
import pty
import re
import shutil
import signal
import subprocess
import threading
import tty
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Self

from accessibility.probe.desktop import Desktop, end
from accessibility.probe.errors import DesktopError, NotThereError
from accessibility.probe.waiting import until

_SPEECH = re.compile(r"SPEECH OUTPUT: '(.*?) *' *(?:[\[{].*)?$", re.MULTILINE)
_BRAILLE = re.compile(r"VISIBLE: *'(.*)', cursor=(-?\d+)")

# With the default module and no sound card speech-dispatcher hangs; the dummy says all it gets to nobody.
# The dummy opens a sound output all the same: libao is the one that opens without a card.
_SPEECHD = """\
AudioOutputMethod "libao"
AddModule "dummy" "sd_dummy" ""
DefaultModule dummy
"""


class Orca:
    """`with Orca(desk) as orca:` inside a `Desktop(screen_reader=True)`; starts before the program to be read."""

    def __init__(self, desktop: Desktop, settings: Mapping[str, Any] = MappingProxyType({})) -> None:
        """settings: what the user has chosen in Orca's preferences, by the names of its settings.py."""
        self._desktop, self._settings = desktop, settings
        self._lines: list[str] = []

    def __enter__(self) -> Self:
        for program, package in (("orca", "orca"), ("speech-dispatcher", "speech-dispatcher")):
            if shutil.which(program) is None:
                raise DesktopError(f"{program} is missing; install the package {package}")
        settings = self._desktop.home / ".config" / "speech-dispatcher" / "speechd.conf"
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text(_SPEECHD)
        if self._settings:
            self._write_settings()
        # Orca does not flush its log. To a terminal Python writes line by line, so it gets one.
        ours, theirs = pty.openpty()
        tty.setraw(theirs)
        self._reader = threading.Thread(target=self._read, args=(ours,), daemon=True)
        self._reader.start()
        argv = ["orca", "--replace", f"--debug-file={os.ttyname(theirs)}"]
        self._process: subprocess.Popen[Any] = self._desktop.start(argv, log="orca.log")
        until(self._is_ready, "Orca to speak its greeting", timeout=60)
        os.close(theirs)
        return self

    def _write_settings(self) -> None:
        file = self._desktop.home / ".local" / "share" / "orca" / "user-settings.conf"
        file.parent.mkdir(parents=True, exist_ok=True)
        of_all: dict[str, Any] = {"pronunciations": {}, "keybindings": {}}
        profile = of_all | {"profile": ["Default", "default"]}
        file.write_text(json.dumps(of_all | {"general": dict(self._settings), "profiles": {"default": profile}}))

    def __exit__(self, *error: object) -> None:
        end(self._process)
        self._end_speech_dispatcher()
        self._reader.join(5)

    def _end_speech_dispatcher(self) -> None:
        """Orca spawns it as a daemon that would outlive the desktop; its pid file is in our runtime folder."""
        file = self._desktop.home / "run" / "speech-dispatcher" / "pid" / "speech-dispatcher.pid"
        if file.exists():
            with contextlib.suppress(ProcessLookupError):
                os.kill(int(file.read_text()), signal.SIGTERM)

    def kill(self) -> None:
        """End it as a crash does, with no farewell to anybody."""
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait(5)

    def mark(self) -> int:
        """A place in what is said, to look from."""
        return len(self.said())

    def said(self, since: int = 0) -> list[str]:
        """Everything spoken, one entry an utterance, in the language of the desktop."""
        return _SPEECH.findall(self._text())[since:]

    def braille(self) -> list[tuple[str, int]]:
        """What the braille display would have shown: the cells' text and the cursor's cell (0: none)."""
        return [(text, int(cursor)) for text, cursor in _BRAILLE.findall(self._text())]

    def launch(
        self, argv: Sequence[str], text: str, *, tries: int = 5, timeout: float = 6.0, **options: Any
    ) -> subprocess.Popen[Any]:
        """Start a program until Orca reads `text` of it, `timeout` seconds each time.

        One try does with our own provider. AccessKit loses calls that reach it in the first instant after it has
        joined the bus (its server task has not run yet), and Orca then waits 15 s for the answer.
        """
        for _ in range(tries):
            since = self.mark()
            process = self._desktop.start(argv, **options)
            try:
                self.wait_for(text, since, timeout)
            except NotThereError:
                end(process, grace=0.1)  # the bus now answers Orca that nobody is there
                continue
            return process
        raise NotThereError(f"Orca did not read {text!r} in {tries} starts; it said: {self.said()}")

    def wait_for(self, text: str, since: int = 0, timeout: float = 15.0) -> str:
        """The first utterance since `since` that holds `text`; NotThereError with what was said instead."""

        def heard() -> str | None:
            return next((line for line in self.said(since) if text in line), None)

        try:
            return until(heard, f"Orca to say {text!r}", timeout)
        except NotThereError as error:
            raise NotThereError(f"{error}; it said: {self.said(since)}") from None

    def _is_ready(self) -> bool:
        if self._process.poll() is not None:
            raise DesktopError(f"Orca ended: {self._desktop.output('orca.log').strip()[-300:]}")
        return "ORCA: Starting registry" in self._text()  # only now does it hear anything

    def _text(self) -> str:
        return "".join(self._lines)

    def _read(self, terminal: int) -> None:
        with contextlib.suppress(OSError), os.fdopen(terminal, encoding="utf-8", errors="replace") as lines:
            for line in lines:  # ends with EIO when Orca has gone
                self._lines.append(line)
