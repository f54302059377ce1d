"""Who listens: several providers as one, and whether a screen reader runs."""

import threading
from collections.abc import Callable
from typing import Any

import pytest

from accessibility.node import Node
from accessibility.probe.desktop import Desktop
from accessibility.probe.waiting import until
from accessibility.providers.log import LogProvider
from accessibility.providers.several import Several
from accessibility.roles import Role
from accessibility.tree import Changes
from accessibility.voicing.presence import ReaderWatch


class Host:
    """Sends the whole tree to whoever begins to listen, as the bridge does."""

    def __init__(self) -> None:
        self.told: list[bool] = []
        self.done: list[Any] = []

    def listening(self, on: bool) -> None:
        self.told.append(on)

    def perform(self, target: int, action: str, *values: Any, still: Callable[[], bool] = lambda: True) -> None:
        self.done.append((target, action))

    def afterwards(self, then: Callable[[], object]) -> None:
        then()


def changes(name: str, *, complete: bool = False) -> Changes:
    return Changes(1, 1, (Node(1, Role.WINDOW, name=name),), complete=complete)


def test_each_hears_only_while_it_listens_and_first_of_the_whole() -> None:
    first, second, host = LogProvider(is_listening=False), LogProvider(is_listening=False), Host()
    both = Several([first, second])
    both.start(host, None)
    both.update(changes("nobody"))
    assert first.host is not None
    assert second.host is not None
    first.host.listening(True)
    both.update(changes("part of what it has not got"))
    both.update(changes("all", complete=True))
    both.update(changes("more"))
    second.host.listening(True)
    both.update(changes("what the first has not got before it"))
    both.update(changes("all again", complete=True))
    both.update(changes("for both"))
    first.host.listening(False)
    both.update(changes("for the second"))
    first.host.listening(True)
    both.update(changes("all anew", complete=True))
    second.host.listening(False)
    first.host.listening(False)
    got = [[update.nodes[0].name for update in each.updates] for each in (first, second)]
    assert got[0] == ["all", "more", "what the first has not got before it", "for both", "all anew"]
    assert got[1] == ["all again", "for both", "for the second"], "nothing dies because somebody else begins to listen"
    assert host.told == [True, True, True, False], "the bridge stops when the last one has gone"


def test_messages_windows_keys_and_requests_pass_through() -> None:
    class Greedy(LogProvider):
        def key(self, pressed: bool, key: int, scancode: int, text: str | None, modifiers: list[str]) -> bool:
            self.announcements.append((str(key), pressed))
            return key == 9

    first, second, host = Greedy(), Greedy(), Host()
    both = Several([first, second])
    both.start(host, None)
    both.announce("hello", assertive=True)
    both.window_focus(True)
    assert both.key(True, 9, 0, None, [])
    assert not both.key(True, 10, 0, None, [])
    assert first.announcements == [("hello", True), ("9", True), ("10", True)]
    assert second.announcements == [("hello", True), ("10", True)], "what the first one used up the second never sees"
    assert second.focused
    assert second.host is not None
    second.host.perform(7, "click")
    assert host.done == [(7, "click")]
    both.close()
    assert first.host is None


def test_only_changes_are_told() -> None:
    answers = iter([False, False, True, True, False])
    heard: list[bool] = []
    done = threading.Event()
    watch: ReaderWatch

    def ask() -> bool:
        try:
            return next(answers)
        except StopIteration:
            done.set()
            return False

    watch = ReaderWatch(heard.append, ask, pause=0.001)
    watch.start()
    assert done.wait(10)
    watch.close()
    assert heard == [False, True, False]


@pytest.mark.screen
def test_the_platform_tells_of_a_screen_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[bool] = []
    with Desktop() as desk:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", desk.env["DBUS_SESSION_BUS_ADDRESS"])
        watch = ReaderWatch(heard.append)
        watch.start()
        until(lambda: heard == [False], "the first answer")
        desk._set_status("ScreenReaderEnabled", True)
        until(lambda: heard == [False, True], "a screen reader to be noticed")
        desk._set_status("ScreenReaderEnabled", False)
        until(lambda: heard == [False, True, False], "its end to be noticed")
        watch.close()


def test_without_a_bus_there_is_no_screen_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    heard: list[bool] = []
    watch = ReaderWatch(heard.append)
    watch.start()
    until(lambda: heard == [False], "an answer")
    watch.close()
