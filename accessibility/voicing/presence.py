"""Is a screen reader running? Asked of the platform, for there must never be two voices (SPK-05)."""

import ctypes
import subprocess
import sys
import threading
from collections.abc import Callable

PAUSE = 1.0
"""Seconds between two questions, where the platform does not tell by itself."""


class ReaderWatch:
    """Watches on a thread of its own; `changed(running)` is called there, first as soon as it is known."""

    def __init__(
        self, changed: Callable[[bool], object], ask: Callable[[], bool] | None = None, pause: float = PAUSE
    ) -> None:
        """ask: in place of the platform's question; pause: seconds between two of these."""
        self._changed, self._seconds = changed, pause
        self._ask = ask
        self._ended = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._watch, name="screen-reader-watch", daemon=True)
            self._thread.start()

    def close(self) -> None:
        """No call comes afterwards."""
        self._ended.set()

    def _watch(self) -> None:
        ask, wait = _question() if self._ask is None else (self._ask, self._pause)
        known: bool | None = None
        while not self._ended.is_set():
            running = ask()
            if running is not known and not self._ended.is_set():
                known = running
                self._changed(running)
            if not wait():
                self._pause()

    def _pause(self) -> bool:
        self._ended.wait(self._seconds)
        return True


def _question() -> tuple[Callable[[], bool], Callable[[], bool]]:
    """How this platform is asked, and what waits for news at most PAUSE long; it gives False when it cannot wait."""
    if sys.platform == "win32":
        return _windows, lambda: False
    if sys.platform == "darwin":
        return _macos, lambda: False
    if sys.platform == "linux":
        from accessibility.voicing.presence_linux import LinuxQuestion  # noqa: PLC0415 - Linux only

        question = LinuxQuestion(PAUSE)
        return question.ask, question.wait
    return lambda: False, lambda: False


def _windows() -> bool:
    """SystemParametersInfo, SPI_GETSCREENREADER; NVDA, JAWS and Narrator set it."""
    running = ctypes.c_int(0)
    spi_get_screen_reader = 0x0046
    user32 = getattr(ctypes, "windll").user32  # noqa: B009 - exists on Windows only
    user32.SystemParametersInfoW(spi_get_screen_reader, 0, ctypes.byref(running), 0)
    return bool(running.value)


def _macos() -> bool:
    """VoiceOver keeps whether it is on in its defaults."""
    asked = subprocess.run(
        ["defaults", "read", "com.apple.universalaccess", "voiceOverOnOffKey"],
        capture_output=True,
        text=True,
        check=False,
    )
    return asked.stdout.strip() == "1"
