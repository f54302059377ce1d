"""Fakes of AccessKit on each platform, as strict as what they stand for: they panic where AccessKit's
sources do, and Kivy's window tells no more of itself than Kivy's sources say.
"""

from __future__ import annotations

import ctypes
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from types import ModuleType, SimpleNamespace
from typing import Any

import accesskit as ak
import pytest

from accessibility.providers import accesskit_window
from accessibility.providers.accesskit_provider import AccessKitProvider
from accessibility.providers.accesskit_window import ObjectiveC
from tests.accessibility.fake_window import frame

HANDLE = 0xABC


class PanicException(BaseException):
    """A panic in Rust reaches Python as an exception that is no `Exception`."""


@dataclass
class NativeWindow:
    """As much of Kivy's window as an adapter sees."""

    platform: str
    visible: bool = True
    seen: list[str] = field(default_factory=list)

    def get_window_info(self) -> Any:
        """Kivy has branches for Wayland, X11 and Windows only."""
        return SimpleNamespace(window=HANDLE) if self.platform == "windows" else None

    def hide(self) -> None:
        self.visible = False
        self.seen.append("hide")

    def show(self) -> None:
        self.visible = True
        self.seen.append("show")

    def raise_window(self) -> None:
        self.seen.append("raise")


class FakeAdapter:
    """Keeps what it is given; `raised` counts the events that were raised after an update."""

    def __init__(self, handle: Any, activation: Any, action: Any) -> None:
        if not isinstance(handle, int) or not handle:
            raise PanicException(f"no handle: {handle}")
        self.handle, self.activation, self.action = handle, activation, action
        self.updates: list[Any] = []
        self.focus: list[bool] = []
        self.raised = 0
        self.active = self.has_tree = False

    def activate(self) -> None:
        self.active, self.has_tree = True, False
        assert self.activation() is None

    def update_if_active(self, build: Any) -> Any:
        if not self.active:
            return None
        update = build()
        if not self.has_tree and update.tree is None:
            raise PanicException("Tried to initialize the accessibility tree without a root tree")
        self.has_tree = True
        self.updates.append(update)
        return SimpleNamespace(raise_events=self._raise)

    def _raise(self) -> None:
        self.raised += 1


class FakeMac(FakeAdapter):
    @classmethod
    def for_window(cls, handle: Any, activation: Any, action: Any) -> FakeMac:
        return cls(handle, activation, action)

    def update_view_focus_state(self, focused: bool) -> Any:
        self.focus.append(focused)
        return SimpleNamespace(raise_events=self._raise)


class FakeUnix:
    """Tells what it gets to whoever asks `nodes`; comes and goes as readers do."""

    made: list[FakeUnix]

    def __init__(self, activation: Any, action: Any, deactivation: Any) -> None:
        self.activation, self.action, self.deactivation = activation, action, deactivation
        self.active = False
        self.updates: list[Any] = []
        self.window: list[Any] = []
        self.made.append(self)
        self._locked = threading.Lock()

    def update_if_active(self, build: Any) -> None:
        self._take_lock()
        if self.active:
            self.updates.append(build())

    def set_root_window_bounds(self, outer: Any, inner: Any) -> None:
        self._take_lock()
        self.window.append(outer)

    def update_window_focus_state(self, focused: bool) -> None:
        self._take_lock()
        self.window.append(focused)

    def _take_lock(self) -> None:
        """The real one waits without letting go of the interpreter, which the thread that has the lock needs."""
        assert not self._locked.locked(), "the adapter is asked while it calls: both wait for ever"

    def reader(self, comes: bool) -> None:
        self.active = comes
        self.updates.clear()
        (self.activation if comes else self.deactivation)()
        frame()

    def reader_comes_slowly(self, meanwhile: Any) -> None:
        """A reader comes on a thread of AccessKit's, which is kept from returning until `meanwhile` has been done."""
        done = threading.Event()

        def call() -> None:
            with self._locked:
                self.active = True
                self.activation()
                done.wait(5)

        caller = threading.Thread(target=call)
        caller.start()
        while not self.active:
            frame()
        meanwhile()
        threading.Timer(0.05, done.set).start()
        frame()
        caller.join(5)
        frame()

    def nodes(self) -> dict[str, Any]:
        """What the last whole tree and the changes since come to, by name."""
        found: dict[int, Any] = {}
        for update in self.updates:
            if update.tree is not None:
                found.clear()
            found.update(dict(update.nodes))
        return {node.label or "": node for node in found.values()}


class RecordingHost:
    def __init__(self) -> None:
        self.told: list[bool] = []
        self.asked: list[tuple[int, str]] = []

    def listening(self, on: bool) -> None:
        self.told.append(on)

    def perform(self, target: int, action: str, *values: Any, still: Callable[[], bool] = lambda: True) -> None:
        self.asked.append((target, action))

    def afterwards(self, then: Callable[[], object]) -> None:
        then()


@dataclass
class Elsewhere:
    """This machine taken for another one, and a provider begun there."""

    window: NativeWindow
    provider: AccessKitProvider
    host: RecordingHost
    prepared: list[str]

    @property
    def adapter(self) -> Any:
        return self.provider._adapter


def strict_adapter(window: NativeWindow) -> type[FakeAdapter]:
    """On Windows the adapter panics while the window can be seen."""
    if window.platform == "macos":
        return FakeMac

    class OnWindows(FakeAdapter):
        def __init__(self, handle: Any, activation: Any, action: Any) -> None:
            if window.visible:
                raise PanicException("must be created before the window is shown (made visible) for the first time")
            super().__init__(handle, activation, action)

    return OnWindows


def pretend(monkeypatch: pytest.MonkeyPatch, window: NativeWindow, prepared: list[str]) -> None:
    platform = window.platform
    module = ModuleType(f"accesskit.{platform}")
    module.SubclassingAdapter = strict_adapter(window)  # type: ignore[attr-defined]
    module.add_focus_forwarder_to_window_class = prepared.append  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, f"accesskit.{platform}", module)
    monkeypatch.setattr(ak, platform, module, raising=False)
    monkeypatch.setattr(sys, "platform", {"windows": "win32", "macos": "darwin"}[platform])
    monkeypatch.setattr(accesskit_window, "ObjectiveC", lambda: ObjectiveC(cocoa()))


def started(monkeypatch: pytest.MonkeyPatch, platform: str, **options: Any) -> Elsewhere:
    window, prepared = NativeWindow(platform), []
    pretend(monkeypatch, window, prepared)
    provider, host = AccessKitProvider(**options), RecordingHost()
    provider.start(host, window)
    return Elsewhere(window, provider, host, prepared)


def cocoa(*classes: bytes) -> Any:
    """Objective-C's runtime as C functions, in an application whose windows are of these classes."""
    windows = classes or (b"NSPanel", b"NSKVONotifying_SDLWindow")
    names: list[bytes] = []

    def number(name: bytes) -> int:
        if name not in names:
            names.append(name)
        return 0x100 + names.index(name)

    def send(receiver: int, selector: int, value: int) -> int:
        asked = (names[receiver - 0x100] if receiver >= 0x100 else receiver, names[selector - 0x100])
        answers = {
            (b"NSApplication", b"sharedApplication"): 1,
            (1, b"windows"): 2,
            (2, b"count"): len(windows),
            (2, b"objectAtIndex:"): 0x10 + value,
        }
        return answers[asked]

    pointer, text = ctypes.c_void_p, ctypes.c_char_p
    kept = [ctypes.create_string_buffer(name) for name in windows]
    return SimpleNamespace(
        objc_getClass=ctypes.CFUNCTYPE(pointer, text)(number),
        sel_registerName=ctypes.CFUNCTYPE(pointer, text)(number),
        object_getClassName=_Named(lambda window: kept[window - 0x10].value),
        objc_msgSend=ctypes.CFUNCTYPE(pointer, pointer, pointer, ctypes.c_size_t)(send),
    )


@dataclass
class _Named:
    """A function whose prototype can be set: ctypes lets no call-back give a text back."""

    work: Callable[[int], bytes]
    restype: Any = None
    argtypes: Any = None

    def __call__(self, value: int) -> bytes:
        assert self.restype is ctypes.c_char_p
        return self.work(value)
