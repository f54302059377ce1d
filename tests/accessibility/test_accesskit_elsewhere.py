"""AccessKit's adapters of Windows and macOS, by fakes that record: neither has been run on its own system yet."""

from __future__ import annotations

import logging
import sys
from types import SimpleNamespace
from typing import Any

import accesskit as ak
import pytest

from accessibility.node import Bounds, Node
from accessibility.providers.accesskit_provider import AccessKitProvider
from accessibility.providers.accesskit_window import NoWindowError, ObjectiveC, cocoa_window, window_handle
from accessibility.providers.atspi.provider import AtspiProvider
from accessibility.providers.fresh_ids import FreshIds
from accessibility.providers.log import LogProvider
from accessibility.providers.platform import ACCESSKIT, platform_provider
from accessibility.roles import Action, Role, State
from accessibility.tree import Changes
from tests.accessibility.fake_accesskit import HANDLE, NativeWindow, PanicException, cocoa, pretend, started
from tests.accessibility.fake_window import Stage, frame

BOTH = pytest.mark.parametrize("platform", ["windows", "macos"])
NODES = (
    Node(1, Role.WINDOW, "w", bounds=Bounds(0, 0, 100, 100), children=(2,)),
    Node(2, Role.BUTTON, "press", actions=("click",), states=frozenset({State.FOCUSABLE})),
)
WHOLE = Changes(1, 2, NODES, complete=True)


@BOTH
def test_the_window_is_subclassed_and_events_are_raised(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    there = started(monkeypatch, platform)
    assert there.adapter.handle == (HANDLE if platform == "windows" else 0x11)
    assert there.prepared == (["SDLWindow"] if platform == "macos" else [])
    there.adapter.activate()
    assert there.host.told == [True]
    there.provider.update(WHOLE)
    there.provider.announce("done", assertive=False)
    assert len(there.adapter.updates) == 2
    assert isinstance(there.adapter.updates[0], ak.TreeUpdate)
    there.provider.window_focus(True)
    assert there.adapter.focus == ([False, True] if platform == "macos" else []), "with the tree, and when it changes"
    assert there.adapter.raised == 2 + len(there.adapter.focus), "a changed focus has events as well"
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
