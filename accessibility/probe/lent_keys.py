"""Keys for characters that the keyboard has none for: Chinese on a virtual screen.

`xdotool type` lends such a character a key for a moment and takes it back; a busy program reads the keyboard map too
late and sees nothing typed. Here the key keeps its character until another text needs it, so the map that the program
reads is always the right one.
"""

import ctypes
from typing import Any

from accessibility.probe.errors import DesktopError

_UNICODE = 0x01000000  # X11/keysymdef.h: a symbol for every character of Unicode
_LATIN_1 = 0x100  # below it characters are their own symbols


class LentKeys:
    """The spare keys of one display."""

    def __init__(self) -> None:
        self._lent: dict[str, int] = {}  # the oldest first

    def lend(self, display_name: str, text: str) -> None:
        """Give each character of `text` outside ASCII a key.

        Raises:
            DesktopError: no display, or more different characters than spare keys.
        """
        wanted = dict.fromkeys(char for char in text if not char.isascii())
        if wanted.keys() <= self._lent.keys():
            return
        with _Display(display_name) as display:
            for char in wanted:
                if char not in self._lent:
                    self._lent[char] = self._free(display, wanted)
                    code = ord(char)
                    display.change(self._lent[char], code if code < _LATIN_1 else _UNICODE | code)

    def _free(self, display: "_Display", wanted: dict[str, None]) -> int:
        taken = set(self._lent.values())
        spare = next((code for code in display.spare() if code not in taken), None)
        if spare is not None:
            return spare
        oldest = next((char for char in self._lent if char not in wanted), None)
        if oldest is None:
            raise DesktopError("more different characters in one text than the display has spare keys")
        return self._lent.pop(oldest)


class _Display:
    """A connection to the X server, for as long as the map is being changed."""

    def __init__(self, name: str) -> None:
        try:
            self._x11: Any = ctypes.CDLL("libX11.so.6")
        except OSError as error:
            raise DesktopError(f"{error}; install the package libx11-6") from None
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._x11.XGetKeyboardMapping.restype = ctypes.POINTER(ctypes.c_ulong)
        self._x11.XGetKeyboardMapping.argtypes = [
            ctypes.c_void_p, ctypes.c_ubyte, ctypes.c_int, ctypes.POINTER(ctypes.c_int)
        ]  # fmt: skip
        self._x11.XChangeKeyboardMapping.argtypes = [
            ctypes.c_void_p, ctypes.c_int, ctypes.c_int, ctypes.POINTER(ctypes.c_ulong), ctypes.c_int
        ]  # fmt: skip
        self._x11.XDisplayKeycodes.argtypes = [
            ctypes.c_void_p, ctypes.POINTER(ctypes.c_int), ctypes.POINTER(ctypes.c_int)
        ]  # fmt: skip
        self._x11.XFree.argtypes = [ctypes.c_void_p]
        self._x11.XSync.argtypes = [ctypes.c_void_p, ctypes.c_int]
        self._x11.XCloseDisplay.argtypes = [ctypes.c_void_p]
        self._display = self._x11.XOpenDisplay(name.encode())
        if not self._display:
            raise DesktopError(f"cannot open the display {name}")

    def __enter__(self) -> "_Display":
        return self

    def __exit__(self, *error: object) -> None:
        self._x11.XCloseDisplay(self._display)

    def spare(self) -> list[int]:
        """Codes of keys that write and do nothing."""
        first, last, each = ctypes.c_int(), ctypes.c_int(), ctypes.c_int()
        self._x11.XDisplayKeycodes(self._display, ctypes.byref(first), ctypes.byref(last))
        count = last.value - first.value + 1
        table = self._x11.XGetKeyboardMapping(self._display, first.value, count, ctypes.byref(each))
        try:
            rows = [table[at * each.value : (at + 1) * each.value] for at in range(count)]
        finally:
            self._x11.XFree(table)
        return [first.value + at for at, row in enumerate(rows) if not any(row)]

    def change(self, code: int, symbol: int) -> None:
        """Let the key write the symbol, with and without Shift."""
        symbols = (ctypes.c_ulong * 2)(symbol, symbol)
        self._x11.XChangeKeyboardMapping(self._display, code, 2, symbols, 1)
        self._x11.XSync(self._display, 0)
