"""AccessKit's adapter of this platform, and the native window that it hangs on.

Read in the sources of Kivy 2.3 and in the wheels of AccessKit 0.7; run on Linux only.
"""

import ctypes
import ctypes.util
import sys
from collections.abc import Callable, Iterator
from typing import Any

Call = Callable[..., Any]
SDL_CLASS = "SDLWindow"


class NoWindowError(RuntimeError):
    """The window that the platform knows was not to be found."""


def make_adapter(window: Any, activation: Call, action: Call, deactivation: Call) -> Any:
    """The adapter of this platform, on Kivy's window. Raises whatever stands in its way."""
    if sys.platform == "win32":
        return _on_windows(window, activation, action)
    if sys.platform == "darwin":
        return _on_macos(activation, action)
    from accesskit import unix  # noqa: PLC0415 - each exists on its own platform only

    return unix.Adapter(activation, action, deactivation)


def _on_windows(window: Any, activation: Call, action: Call) -> Any:
    """AccessKit panics on a window that is visible, and Kivy has shown its own long ago: hide it for that moment."""
    from accesskit import windows  # noqa: PLC0415

    handle = window_handle(window.get_window_info())
    window.hide()
    try:
        return windows.SubclassingAdapter(handle, activation, action)
    finally:
        window.show()
        window.raise_window()  # what was hidden has lost the keyboard


def window_handle(info: Any) -> int:
    """The HWND, under either name that Kivy has given it."""
    for name in ("window", "hwnd"):
        if handle := getattr(info, name, None):
            return int(handle)
    raise NoWindowError("Kivy tells no window handle")


def _on_macos(activation: Call, action: Call) -> Any:
    """Kivy tells no NSWindow, so Cocoa is asked. SDL leaves the focus with the window: pass it to the view."""
    from accesskit import macos  # noqa: PLC0415

    pointer = cocoa_window(ObjectiveC())
    macos.add_focus_forwarder_to_window_class(SDL_CLASS)
    return macos.SubclassingAdapter.for_window(pointer, activation, action)


class ObjectiveC:
    """As much of Objective-C's runtime as it takes to ask the application for its windows."""

    def __init__(self, library: Any = None) -> None:
        self._lib = library if library is not None else ctypes.CDLL(ctypes.util.find_library("objc"))
        for name, result, taken in (
            ("objc_getClass", ctypes.c_void_p, ctypes.c_char_p),
            ("sel_registerName", ctypes.c_void_p, ctypes.c_char_p),
            ("object_getClassName", ctypes.c_char_p, ctypes.c_void_p),
        ):
            function = getattr(self._lib, name)
            function.restype, function.argtypes = result, [taken]

    def named(self, name: str) -> int:
        """A class; 0 when it is not loaded."""
        return int(self._lib.objc_getClass(name.encode()) or 0)

    def class_of(self, pointer: int) -> str:
        """The name of an object's class."""
        return str((self._lib.object_getClassName(pointer) or b"").decode())

    def send(self, receiver: int, message: str, *values: int) -> int:
        """A message whose parameters and answer are as wide as a pointer.

        `objc_msgSend` has no prototype of its own: on arm64 a call without the right one passes garbage.
        """
        kind = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, *[ctypes.c_size_t for _ in values])
        address = ctypes.cast(self._lib.objc_msgSend, ctypes.c_void_p).value or 0
        selector = self._lib.sel_registerName(message.encode())
        return int(kind(address)(receiver, selector, *values) or 0)


def cocoa_window(runtime: ObjectiveC) -> int:
    """The NSWindow that SDL made. Raises :class:`NoWindowError`."""
    found = next(_sdl_windows(runtime), 0)
    if not found:
        raise NoWindowError("Cocoa knows no window of SDL's")
    return found


def _sdl_windows(runtime: ObjectiveC) -> Iterator[int]:
    application = runtime.send(runtime.named("NSApplication"), "sharedApplication")
    windows = runtime.send(application, "windows")
    for index in range(runtime.send(windows, "count")):
        window = runtime.send(windows, "objectAtIndex:", index)
        if SDL_CLASS in runtime.class_of(window):  # a watched object has a class of that name with a prefix
            yield window
