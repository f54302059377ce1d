"""Keys pressed at a known instant: XTEST straight from this process, for measuring what follows them."""

import ctypes
import time
from typing import Self

from accessibility.probe.desktop import Desktop
from accessibility.probe.errors import DesktopError


class Keys:
    """`with Keys(desk) as keys: pressed_at = keys.press("Tab")`."""

    def __init__(self, desktop: Desktop) -> None:
        self._display_name = desktop.env["DISPLAY"]

    def __enter__(self) -> Self:
        try:
            self._x11, self._xtst = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        except OSError as error:
            raise DesktopError(f"{error}; install the packages libx11-6 and libxtst6") from None
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._x11.XStringToKeysym.restype = ctypes.c_ulong
        self._x11.XKeysymToKeycode.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
        for call in (self._x11.XFlush, self._x11.XCloseDisplay):
            call.argtypes = [ctypes.c_void_p]
        self._xtst.XTestFakeKeyEvent.argtypes = [ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong]
        self._display = self._x11.XOpenDisplay(self._display_name.encode())
        if not self._display:
            raise DesktopError(f"cannot open the display {self._display_name}")
        return self

    def __exit__(self, *error: object) -> None:
        self._x11.XCloseDisplay(self._display)

    def press(self, name: str, pause: int = 0) -> float:
        """Press a key by its X name and release it; the moment of pressing in seconds of `time.monotonic`.

        The X server waits `pause` milliseconds first: SDL takes what is pressed within two of its own release for a
        key that is held, and no hand is as quick as that.
        """
        code = self._x11.XKeysymToKeycode(self._display, self._x11.XStringToKeysym(name.encode()))
        pressed = time.monotonic()
        self._xtst.XTestFakeKeyEvent(self._display, code, 1, pause)
        self._x11.XFlush(self._display)
        self._xtst.XTestFakeKeyEvent(self._display, code, 0, 0)
        self._x11.XFlush(self._display)
        return pressed
