"""How the main loop sleeps: until input arrives, not for a fixed time.

Kivy polls. At 60 polls a second a key waits up to 16 ms, and faster polling costs idle CPU. SDL can wait for
an event instead, so that a key is handled at once and an idle program hardly runs.
"""

import ctypes
import math
import threading
import time
from collections.abc import Callable
from typing import Any

FRAME = 1 / 60  # animations run at this rate
REST = 1 / 30  # with nothing to animate; input that does not come through the window waits this long at most
STILL = 2.0  # seconds after which it rests longer
LONG_REST = 1 / 10
READER_FIRST = 4  # milliseconds
_SDL_USEREVENT = 0x8000  # SDL_events.h


def configure() -> None:
    """Settings that must be made before Kivy's window exists: no waiting for the screen's refresh."""
    from kivy.config import Config  # noqa: PLC0415 - reads the customer's configuration file

    Config.set("graphics", "vsync", "0")
    Config.set("graphics", "maxfps", "60")
    Config.set("kivy", "exit_on_escape", "0")


class WakeOnInput:
    """Replaces the sleep of Kivy's clock by a wait for input, of one frame at most, and longer when all is still.

    Timers end the wait when they are due, and what another thread gives the clock to do ends it at once.

    Kivy draws before it reads what input has come. Here input is read first: a key that comes while something is
    animated would wait for a whole picture otherwise, and is shown by that picture now.

    Without SDL (another window provider) it sets a faster poll instead.
    """

    def __init__(
        self,
        clock: Any,
        wait: Callable[[int], object] | None = None,
        wake: Callable[[], object] | None = None,
        take_input: Callable[[], object] | None = None,
    ) -> None:
        self._clock = clock
        self._wait = wait or sdl_wait()
        self._wake = wake or sdl_wake()
        self._take_input = take_input or _window_input
        self._hurry = False
        self._reader_first = False
        self._stirred = 0.0
        self._thread = 0

    def start(self) -> None:
        """The loop sleeps as said from now on; called by the loop's own thread."""
        if self._wait is None:
            self._clock._max_fps = 250.0  # 4 ms; measured at 1 % of a core
            return
        self._thread = threading.get_ident()
        self._stirred = self._clock.time()
        self._clock.idle = self._idle
        self._clock.on_schedule = self._scheduled

    def hurry(self) -> None:
        """Something is to be done in the very next frame: do not sleep before it."""
        self._hurry = True

    def wake(self) -> None:
        """The same from any thread, also when it sleeps already: a reader waits for what it has asked for."""
        self._hurry = True
        if self._wake is not None:
            self._wake()

    def reader_first(self) -> None:
        """A reader has been told something it will ask about: leave it the processor before the next picture."""
        self._reader_first = True

    def close(self) -> None:
        for name in ("idle", "on_schedule"):
            self._clock.__dict__.pop(name, None)

    def _scheduled(self, event: object) -> None:
        """Kivy calls it on any thread when the clock is given something to do."""
        self._stirred = self._clock.time()
        if threading.get_ident() != self._thread:
            self.wake()

    def _idle(self) -> float:
        clock = self._clock
        milliseconds = self._may_sleep()
        if milliseconds > 0 and not self._hurry and self._wait is not None and self._wait(milliseconds):
            self._stirred = clock.time()
        self._hurry = False
        self._take_input()
        if self._reader_first:
            self._leave_to_reader()
        now: float = clock.time()
        clock._dt = now - clock._last_tick
        clock._last_tick = now
        return now

    def _may_sleep(self) -> int:
        """Milliseconds, so that frames do not come faster than a screen shows them and timers are not late."""
        clock = self._clock
        now: float = clock.time()
        next_frame: float = clock._last_tick + FRAME
        due: float = clock.get_min_timeout()  # by the clock's time; 0 for what is done with every frame
        if due <= next_frame:
            return int((next_frame - now) * 1000)
        rest = REST if now - self._stirred < STILL else LONG_REST
        rested: float = clock._last_tick + rest
        return math.ceil((due - now) * 1000) if due < rested else int((rested - now) * 1000)

    def _leave_to_reader(self) -> None:
        """The whole time, though input ends a wait: the key that moved the focus is let go in the middle of it."""
        self._reader_first = False
        until = self._clock.time() + READER_FIRST / 1000
        while self._wait is not None and (left := round((until - self._clock.time()) * 1000)) > 0:
            self._wait(left)
            self._take_input()


def _window_input() -> None:
    """All that has come for Kivy's window; it is read again after the frame, as always."""
    from kivy.base import EventLoop  # noqa: PLC0415 - Kivy reads its configuration when it is first imported

    if EventLoop.window is not None:
        EventLoop.window.mainloop()


def sdl_wait() -> Callable[[int], object] | None:
    """SDL's wait for the next event, in milliseconds, from the library that Kivy's window has loaded."""
    library = loaded_sdl()
    if library is None:
        return None
    wait = library.SDL_WaitEventTimeout
    wait.argtypes, wait.restype = [ctypes.c_void_p, ctypes.c_int], ctypes.c_int

    def until_event(milliseconds: int) -> bool:
        began = time.monotonic()
        arrived = bool(wait(None, milliseconds))  # with no buffer the event stays in the queue
        if not arrived and time.monotonic() - began < milliseconds / 2000:
            time.sleep(milliseconds / 1000)  # SDL could not wait (no video): never spin
        return arrived

    return until_event


def sdl_wake() -> Callable[[], object] | None:
    """Ends SDL's wait by an event that means nothing; SDL's queue may be filled from any thread."""
    library = loaded_sdl()
    if library is None:
        return None
    event = (ctypes.c_uint32 * 32)(_SDL_USEREVENT)  # SDL_Event is a union of at most 128 bytes
    library.SDL_PushEvent.argtypes, library.SDL_PushEvent.restype = [ctypes.c_void_p], ctypes.c_int
    return lambda: library.SDL_PushEvent(ctypes.byref(event))


def loaded_sdl() -> ctypes.CDLL | None:
    """The library that Kivy's window has loaded; None without one."""
    try:
        with open("/proc/self/maps", encoding="utf-8") as maps:
            paths = {line.split()[-1] for line in maps if "libSDL2-2" in line}
    except OSError:
        paths = set()  # no Linux: the library is found by its name
    for path in paths or ("SDL2.dll", "SDL2"):
        try:
            library = ctypes.CDLL(path)
        except OSError:
            continue
        if hasattr(library, "SDL_WaitEventTimeout"):
            return library
    return None
