"""AccessKit's adapters of Windows and macOS, by fakes that record: neither has been run on its own system yet."""

from __future__ import annotations

import sys
from types import ModuleType, SimpleNamespace
from typing import Any

import accesskit as ak
import pytest

from accessibility.node import Bounds, Node
from accessibility.providers.accesskit_provider import AccessKitProvider
from accessibility.providers.atspi.provider import AtspiProvider
from accessibility.providers.fresh_ids import FreshIds
from accessibility.providers.platform import ACCESSKIT, platform_provider
from accessibility.roles import Action, Role, State
from accessibility.tree import Changes

HANDLE = 0xABC
NODES = (
    Node(1, Role.WINDOW, "w", bounds=Bounds(0, 0, 100, 100), children=(2,)),
    Node(2, Role.BUTTON, "press", actions=("click",), states=frozenset({State.FOCUSABLE})),
)


class FakeAdapter:
    """Keeps what it is given; `raised` counts the events that were raised after an update."""

    def __init__(self, handle: Any, activation: Any, action: Any) -> None:
        self.handle, self.activation, self.action = handle, activation, action
        self.updates: list[Any] = []
        self.focus: list[bool] = []
        self.raised = 0

    def update_if_active(self, build: Any) -> Any:
        self.updates.append(build())
        return SimpleNamespace(raise_events=self._raise)

    def _raise(self) -> None:
        self.raised += 1


class FakeMac(FakeAdapter):
    @classmethod
    def for_window(cls, handle: Any, activation: Any, action: Any) -> FakeMac:
        return cls(handle, activation, action)

    def update_view_focus_state(self, focused: bool) -> Any:
        self.focus.append(focused)
        return None


class RecordingHost:
    def __init__(self) -> None:
        self.told: list[bool] = []
        self.asked: list[tuple[int, str]] = []

    def listening(self, on: bool) -> None:
        self.told.append(on)

    def perform(self, target: int, action: str, *values: Any) -> None:
        self.asked.append((target, action))


def started(monkeypatch: pytest.MonkeyPatch, platform: str) -> tuple[AccessKitProvider, Any, RecordingHost, list[str]]:
    """A provider that takes this machine for another one."""
    prepared: list[str] = []
    module = ModuleType(f"accesskit.{platform}")
    module.SubclassingAdapter = FakeMac if platform == "macos" else FakeAdapter  # type: ignore[attr-defined]
    module.add_focus_forwarder_to_window_class = prepared.append  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, f"accesskit.{platform}", module)
    monkeypatch.setattr(ak, platform, module, raising=False)
    monkeypatch.setattr(sys, "platform", {"windows": "win32", "macos": "darwin"}[platform])
    provider, host = AccessKitProvider(), RecordingHost()
    window = SimpleNamespace(get_window_info=lambda: SimpleNamespace(window=HANDLE))
    provider.start(host, window)
    return provider, provider._adapter, host, prepared


@pytest.mark.parametrize("platform", ["windows", "macos"])
def test_the_window_is_subclassed_and_events_are_raised(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    provider, adapter, host, prepared = started(monkeypatch, platform)
    assert adapter.handle == HANDLE
    assert prepared == (["SDLWindow"] if platform == "macos" else [])
    assert adapter.activation() is None
    assert host.told == [True]
    provider.update(Changes(1, 2, NODES, complete=True))
    provider.announce("done", assertive=False)
    assert adapter.raised == len(adapter.updates) == 2
    assert isinstance(adapter.updates[0], ak.TreeUpdate)
    provider.window_focus(True)
    assert adapter.focus == ([True] if platform == "macos" else [])
    assert provider.key(True, 97, 4, "a", []) is False, "these platforms' readers hear keys by themselves"
    provider.close()


@pytest.mark.parametrize("platform", ["windows", "macos"])
def test_what_a_reader_asks_for_reaches_the_program(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    provider, adapter, host, _ = started(monkeypatch, platform)
    provider.update(Changes(1, 2, NODES, complete=True))
    adapter.action(SimpleNamespace(action=ak.Action.CLICK, target=2 << 12, data=None))
    assert host.asked == [(2, Action.CLICK)]
    provider.close()


@pytest.mark.parametrize(
    ("system", "kind", "expected"),
    [("linux", "", AtspiProvider), ("linux", ACCESSKIT, FreshIds), ("win32", "", FreshIds), ("darwin", "", FreshIds)],
)
def test_the_platform_chooses(monkeypatch: pytest.MonkeyPatch, system: str, kind: str, expected: type) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert isinstance(platform_provider(kind=kind), expected)
