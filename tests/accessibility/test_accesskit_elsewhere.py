"""AccessKit's adapters of Windows and macOS, by fakes that record: neither has been run on its own system yet.

The fakes are as strict as what they stand for: they panic where AccessKit's sources do, and Kivy's window tells no
more of itself than Kivy's sources say.
"""

from __future__ import annotations

import ctypes
import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from types import ModuleType, SimpleNamespace
from typing import Any

import accesskit as ak
import pytest

from accessibility.node import Bounds, Node
from accessibility.providers import accesskit_window
from accessibility.providers.accesskit_provider import AccessKitProvider
from accessibility.providers.accesskit_window import NoWindowError, ObjectiveC, cocoa_window, window_handle
from accessibility.providers.atspi.provider import AtspiProvider
from accessibility.providers.fresh_ids import FreshIds
from accessibility.providers.log import LogProvider
from accessibility.providers.platform import ACCESSKIT, platform_provider
from accessibility.roles import Action, Role, State
from accessibility.tree import Changes
from tests.accessibility.fake_window import Stage, frame

HANDLE, NS_WINDOW = 0xABC, 0xDEF
BOTH = pytest.mark.parametrize("platform", ["windows", "macos"])
NODES = (
    Node(1, Role.WINDOW, "w", bounds=Bounds(0, 0, 100, 100), children=(2,)),
    Node(2, Role.BUTTON, "press", actions=("click",), states=frozenset({State.FOCUSABLE})),
)
WHOLE = Changes(1, 2, NODES, complete=True)


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


class RecordingHost:
    def __init__(self) -> None:
        self.told: list[bool] = []
        self.asked: list[tuple[int, str]] = []

    def listening(self, on: bool) -> None:
        self.told.append(on)

    def perform(self, target: int, action: str, *values: Any) -> None:
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


@BOTH
def test_the_window_is_subclassed_and_events_are_raised(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    there = started(monkeypatch, platform)
    assert there.adapter.handle == (HANDLE if platform == "windows" else 0x11)
    assert there.prepared == (["SDLWindow"] if platform == "macos" else [])
    there.adapter.activate()
    assert there.host.told == [True]
    there.provider.update(WHOLE)
    there.provider.announce("done", assertive=False)
    assert there.adapter.raised == len(there.adapter.updates) == 2
    assert isinstance(there.adapter.updates[0], ak.TreeUpdate)
    there.provider.window_focus(True)
    assert there.adapter.focus == ([True] if platform == "macos" else [])
    assert there.adapter.raised == (3 if platform == "macos" else 2), "a changed focus has events as well"
    assert there.provider.key(True, 97, 4, "a", []) is False, "these platforms' readers hear keys by themselves"
    there.provider.close()


def test_on_windows_the_window_is_out_of_sight_while_the_adapter_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    there = started(monkeypatch, "windows")
    assert there.window.seen == ["hide", "show", "raise"]
    assert there.window.visible
    assert there.adapter is not None


def test_kivy_has_called_the_handle_by_two_names() -> None:
    assert window_handle(SimpleNamespace(hwnd=HANDLE)) == HANDLE
    with pytest.raises(NoWindowError):
        window_handle(None)


def test_cocoa_is_asked_for_the_window_of_sdl() -> None:
    assert cocoa_window(ObjectiveC(cocoa(b"SDLWindow"))) == 0x10
    assert cocoa_window(ObjectiveC(cocoa(b"NSPanel", b"NSStatusBarWindow", b"SDLWindow"))) == 0x12
    with pytest.raises(NoWindowError):
        cocoa_window(ObjectiveC(cocoa(b"NSPanel")))


@BOTH
def test_what_a_reader_asks_for_reaches_the_program(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    there = started(monkeypatch, platform)
    there.provider.update(WHOLE)
    there.adapter.action(SimpleNamespace(action=ak.Action.CLICK, target=2 << 12, data=None))
    assert there.host.asked == [(2, Action.CLICK)]
    there.provider.close()


@BOTH
def test_a_message_that_comes_before_the_tree_waits_for_it(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    there = started(monkeypatch, platform)
    there.adapter.activate()
    there.provider.announce("early", assertive=True)
    there.provider.update(Changes(1, 2, NODES[1:]))
    assert there.adapter.updates == [], "AccessKit panics on a part of a tree that it has not got"
    there.provider.update(WHOLE)
    assert "early" in {node.label for _, node in there.adapter.updates[0].nodes if node.live == ak.Live.ASSERTIVE}


class Broken:
    """An adapter that cannot be made, whatever is asked of it."""

    def __init__(self, *_: Any) -> None:
        raise PanicException("called `Option::unwrap()` on a `None` value")

    for_window = classmethod(lambda cls, *_: cls())


@BOTH
def test_without_its_adapter_the_program_runs(
    monkeypatch: pytest.MonkeyPatch, platform: str, caplog: pytest.LogCaptureFixture
) -> None:
    window = NativeWindow(platform)
    pretend(monkeypatch, window, [])
    monkeypatch.setattr(getattr(ak, platform), "SubclassingAdapter", Broken)
    stage = Stage(listening=False)
    stage.bridge.provider = AccessKitProvider()
    with caplog.at_level(logging.ERROR):
        stage.bridge.provider.start(stage.bridge, window)
    assert "AccessKit failed" in caplog.text
    assert window.visible
    stage.bridge.announce("nobody hears it")
    stage.bridge.provider.window_focus(True)
    stage.bridge.provider.window_moved(0, 0, 10, 10)
    frame()
    stage.close()


@BOTH
def test_an_adapter_that_panics_later_is_let_go(
    monkeypatch: pytest.MonkeyPatch, platform: str, caplog: pytest.LogCaptureFixture
) -> None:
    there = started(monkeypatch, platform)
    there.adapter.activate()

    def panic(build: Any) -> Any:
        raise PanicException("poisoned")

    there.adapter.update_if_active = panic
    there.provider.update(WHOLE)
    there.provider.update(WHOLE)
    assert len(caplog.records) == 1


def test_where_accesskit_is_not_installed_nothing_is_told(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(sys.modules, "accessibility.providers.accesskit_provider", None)
    assert isinstance(platform_provider(kind=ACCESSKIT), LogProvider)
    assert "no AccessKit" in caplog.text


@pytest.mark.parametrize(
    ("system", "kind", "expected"),
    [("linux", "", AtspiProvider), ("linux", ACCESSKIT, FreshIds), ("win32", "", FreshIds), ("darwin", "", FreshIds)],
)
def test_the_platform_chooses(monkeypatch: pytest.MonkeyPatch, system: str, kind: str, expected: type) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert isinstance(platform_provider(kind=kind), expected)
