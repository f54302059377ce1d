"""Bad days: readers that die, a bus that dies, a tree that goes while it is read, floods, and calls out of order."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from dataclasses import replace

import pytest

from accessibility.node import Node
from accessibility.probe.atspi import Bus
from accessibility.probe.desktop import Desktop
from accessibility.probe.errors import NotThereError
from accessibility.probe.waiting import until
from accessibility.providers.atspi.provider import AtspiProvider
from accessibility.providers.atspi.states import AtspiState
from accessibility.roles import Action, Role, State
from accessibility.tree import Changes
from tests.accessibility.atspi.served import BOX, NAME, WINDOW, AskedHost, Served

THING = Node(10, Role.BUTTON, "thing", bounds=BOX, states=frozenset({State.FOCUSABLE}), actions=("click",))
FLOOD = 10_000


@pytest.fixture
def alone() -> Iterator[Desktop]:
    """A desktop that the test may break."""
    with Desktop(screen_reader=True) as desk:
        yield desk


@pytest.mark.screen
def test_what_goes_while_a_reader_is_on_it_is_refused_and_the_rest_answered(served: Served) -> None:
    served.show(THING, replace(THING, id=11, name="other"))
    gone = served.seen("thing")
    served.change(replace(served.nodes[WINDOW], children=(11,)), removed=(10,))
    with pytest.raises(NotThereError):
        served.bus.look(gone)
    with pytest.raises(NotThereError):
        served.bus.act(gone)
    state, _ = served.bus.ask(gone, "Accessible", "GetState")
    assert state == 1 << AtspiState.DEFUNCT, "Orca says nothing of the next focus when the last one answers with errors"
    parent = served.bus.ask(gone, "org.freedesktop.DBus.Properties", "Get", "ss", "org.a11y.atspi.Accessible", "Parent")
    assert "".join(parent) == served.seen("A window").ref, "else Orca says the window's name with every new screen"
    assert served.host.asked.empty()
    assert served.seen("other").name == "other"


@pytest.mark.screen
def test_a_screen_swapped_in_the_middle_of_an_action_leaves_a_tree_and_a_focus(served: Served) -> None:
    """The action is asked for, and before it is done all nodes are others."""
    served.show(THING)
    served.change(focus=10)
    assert served.bus.act(served.seen("thing"))
    assert served.host.next() == (10, Action.CLICK, ())
    since = served.bus.mark()
    fresh = replace(THING, id=20, name="fresh")
    served.change(replace(served.nodes[WINDOW], children=(20,)), fresh, removed=(10,), focus=20)
    served.bus.wait_for_focus("fresh", since)
    assert [seen.name for seen in served.tree().walk() if "focused" in seen.states] == ["fresh"]
    assert "thing" not in served.tree().outline()


@pytest.mark.screen
def test_a_flood_of_changes_holds_nobody_up_and_loses_nothing(served: Served) -> None:
    served.show(THING)
    served.bus.deafen()  # libatspi asks for the name all the same; nobody here has to read ten thousand events
    began = time.process_time()
    for number in range(FLOOD):
        served.change(replace(THING, name=f"thing {number}"))
    spent = time.process_time() - began
    try:
        until(lambda: f"thing {FLOOD - 1}" in served.tree().outline(), "the last name", 60)
        assert served.seen(f"thing {FLOOD - 1}").ref
        assert spent < FLOOD * 0.001, "a millisecond each, with the thread that answers"
    finally:
        served.bus.listen()


@pytest.mark.screen
def test_readers_and_changes_at_once_see_whole_trees(served: Served) -> None:
    """While one thread swaps rows, another reads: never a child that is not there, never an error."""
    rows = {uid: Node(uid, Role.LISTITEM, f"row {uid}", bounds=BOX) for uid in range(100, 140)}
    group = Node(10, Role.LIST, "rows", bounds=BOX)
    served.show(group)
    served.bus.deafen()  # its own questions about each event would take longer than the swaps
    stop = threading.Event()

    def swap() -> None:
        half = [tuple(range(100, 120)), tuple(range(120, 140))]
        turn = 0
        shown: tuple[int, ...] = ()
        while not stop.wait(0.002):
            coming = half[turn % 2]
            served.change(replace(group, children=coming), *(rows[uid] for uid in coming), removed=shown)
            shown, turn = coming, turn + 1

    swapper = threading.Thread(target=swap)
    swapper.start()
    try:
        counts = set()
        for _ in range(10):
            tree = served.bus.snapshot(NAME)
            if tree is not None:
                counts.add(len(tree.all("list item")))
    finally:
        stop.set()
        swapper.join(10)
        served.bus.listen()
    assert counts <= {0, 20}
    assert 20 in counts


@pytest.mark.screen
def test_a_reader_that_dies_leaves_the_program_and_the_next_reader_well(desk: Desktop, bus: Bus) -> None:
    served = Served(desk, bus)
    try:
        served.show(THING)
        with Bus(desk, ["object:text-caret-moved:x"]) as second:
            assert second.find(NAME, "push button", "thing")
            until(lambda: any("x" in pair[1] for pair in served.provider._listeners._wanted),
                  "the program to know of the reader")  # fmt: skip
            os.kill(second._process.pid, signal.SIGKILL)
            until(lambda: not any("x" in pair[1] for pair in served.provider._listeners._wanted),
                  "the program to know that the reader has gone")  # fmt: skip
        served.change(replace(THING, name="after"))
        assert served.seen("after")
    finally:
        served.close()


@pytest.mark.screen
def test_a_message_while_the_bus_goes_is_lost_and_nothing_else(
    desk: Desktop, bus: Bus, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The line's thread empties the tree between the question who hears and the notification for those who do not."""
    served = Served(desk, bus)
    try:
        served.show(THING)
        provider = served.provider
        leaving: list[threading.Thread] = []

        def readers() -> frozenset[str]:
            if not leaving:
                leaving.append(threading.Thread(target=provider.left))
                leaving[0].start()
                leaving[0].join(0.2)  # it has to wait its turn
            return frozenset({":1.999"})

        monkeypatch.setattr(provider._listeners, "deaf_readers", readers)
        provider.announce("on the way", assertive=False)
        leaving[0].join(5)
        monkeypatch.undo()
        provider.announce("to nobody", assertive=False)
        served.tell_all()
    finally:
        served.close()


@pytest.mark.screen
def test_a_bus_that_dies_is_joined_again(alone: Desktop) -> None:
    """The accessibility bus is killed; a new one comes with the next question for its address."""
    with Bus(alone) as bus:
        served = Served(alone, bus)
        served.show(THING)
        daemon = _daemon(bus)
    try:
        os.kill(daemon, signal.SIGKILL)
        until(lambda: False in served.host.told, "the program to notice", timeout=20)
        served.provider.key(True, 97, 4, "a", [])
        served.change(replace(THING, name="told to nobody"))
        alone._set_status("ScreenReaderEnabled", True)
        until(lambda: served.host.told == [True, False, True], "the program to find the new bus", timeout=40)
        with Bus(alone) as bus:
            served.bus = bus
            served.tell_all()
            until(lambda: bus.snapshot(NAME), "the program on the new bus")
            assert served.seen("told to nobody")
        served.provider.key(True, 97, 4, "a", [])
        keys = served.provider._keys
        assert keys is not None
        assert keys.is_connected, "keys are offered on the new bus as well"
        assert len(keys._forms) == 1, "and have been answered there"
    finally:
        served.close()


def _daemon(bus: Bus) -> int:
    """The process that is the accessibility bus."""
    daemon = replace(bus.find(NAME, "frame"), ref="org.freedesktop.DBus/org/freedesktop/DBus")
    name = "org.freedesktop.DBus"
    return int(bus.ask(daemon, name, "GetConnectionUnixProcessID", "s", name))


# -- without a desktop ---------------------------------------------------------------------------------


@pytest.mark.parametrize("address", ["", "unix:path=/nowhere/at/all", "tcp:host=127.0.0.1", "nonsense"])
def test_without_a_bus_everything_else_works(address: str) -> None:
    host = AskedHost()
    provider = AtspiProvider(NAME, session=lambda: address)
    provider.start(host, None)
    provider.window_focus(True)
    provider.update(Changes(WINDOW, WINDOW, (Node(WINDOW, Role.WINDOW),), complete=True))
    provider.announce("nobody hears", assertive=True)
    assert provider.key(True, 97, 4, "a", []) is False
    provider.close()
    assert not host.is_listened_to


@pytest.mark.screen
def test_a_question_that_makes_no_sense_is_refused_and_the_next_one_answered(served: Served) -> None:
    """Asked of a real bus: a property set without its value, of the application itself."""
    served.show(THING)
    with pytest.raises(NotThereError, match="Set failed"):
        served.bus.ask(served.tree(), "org.freedesktop.DBus.Properties", "Set", "s", "org.a11y.atspi.Application")
    assert served.seen("thing").name == "thing"
