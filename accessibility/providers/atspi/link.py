"""The thread that keeps the line to the accessibility bus: while readers are wanted, and again when the bus was lost.

It watches org.a11y.Status on the session bus (IsEnabled, ScreenReaderEnabled), connects when one of them is on, and
answers what is asked there. Nothing in it waits for the main thread, and nobody waits for it.
"""

import contextlib
import os
import select
import threading
import time
from collections.abc import Callable
from typing import Any, Protocol

from accessibility.providers.atspi.connection import BUS, BusGone, Connection
from accessibility.providers.atspi.message import Kind, Message, call
from accessibility.providers.atspi.names import PROPERTIES

_A11Y, _A11Y_PATH, _STATUS = "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Status"
_SWITCHES = ("IsEnabled", "ScreenReaderEnabled")
_SOON, _LATE = 0.2, 10.0  # seconds to the first try after a loss, and at most between tries


class Client(Protocol):
    """Whom the link serves. All calls come on its thread."""

    def joined(self, bus: Connection) -> None:
        """The accessibility bus is there."""

    def heard(self, message: Message) -> None:
        """A call or a signal from it."""

    def left(self) -> None:
        """It is gone, or nobody needs it any more."""


class Link:
    """`start()` begins, `close()` ends; both on any thread."""

    def __init__(self, client: Client, address: Callable[[], str]) -> None:
        """address: where the session bus is, asked at each try; '' for nowhere."""
        self._client, self._address = client, address
        self._session: Connection | None = None
        self._bus: Connection | None = None
        self._switches = dict.fromkeys(_SWITCHES, False)
        self._is_asking = False
        self._tries, self._next_try = 0, 0.0
        self._closing = False
        self._ear, self._mouth = -1, -1
        self._thread = threading.Thread(target=self._run, name="atspi", daemon=True)

    def start(self) -> None:
        self._ear, self._mouth = os.pipe2(os.O_CLOEXEC | os.O_NONBLOCK)
        self._thread.start()

    def close(self, patience: float = 1.0) -> None:
        """patience: seconds to wait for the thread."""
        self._closing = True
        self.wake()
        if self._thread.is_alive() and threading.current_thread() is not self._thread:
            self._thread.join(patience)

    def wake(self) -> None:
        """Something is to be written or to be ended."""
        with contextlib.suppress(OSError):  # full: it wakes up anyway
            os.write(self._mouth, b"!")

    # -- the thread ------------------------------------------------------------------------------------

    def _run(self) -> None:
        while not self._closing:
            if time.monotonic() >= self._next_try:
                self._repair()
            for connection in self._wait():
                self._serve(connection)
        if self._bus is not None:
            self._client.left()
            self._bus.close()
        if self._session is not None:
            self._session.close()
        os.close(self._ear)
        os.close(self._mouth)

    def _wait(self) -> list[Connection]:
        """Until a connection has something to read or room to write."""
        poll = select.poll()
        poll.register(self._ear, select.POLLIN)
        connections = {line.fileno(): line for line in (self._session, self._bus) if line is not None}
        for number, line in connections.items():
            poll.register(number, select.POLLIN | (select.POLLOUT if line.has_waiting else 0))
        ready = [number for number, _ in poll.poll(self._patience())]
        if self._ear in ready:
            with contextlib.suppress(BlockingIOError):
                os.read(self._ear, 4096)
        return [connections[number] for number in ready if number in connections]

    def _patience(self) -> float | None:
        """Milliseconds until something is to be tried again; None when all is well."""
        if self._session is not None and (self._bus is not None or self._is_asking or not self._is_wanted):
            return None
        return max(0.0, self._next_try - time.monotonic()) * 1000 + 1

    def _serve(self, connection: Connection) -> None:
        try:
            if connection.has_waiting:
                connection.send_waiting()
            connection.read()
        except BusGone:
            self._lost(connection)

    def _lost(self, connection: Connection) -> None:
        connection.close()
        self._try_later()
        if connection is self._bus:
            self._bus = None
            self._client.left()
        if connection is self._session:
            self._session, self._is_asking = None, False

    def _try_later(self) -> None:
        self._next_try = time.monotonic() + min(_LATE, _SOON * 2**self._tries)
        self._tries += 1

    def _repair(self) -> None:
        """Connect what is not connected and should be."""
        if self._session is None:
            address = self._address()
            self._try_later()
            if address:
                with contextlib.suppress(BusGone):
                    self._open_session(address)
        elif self._bus is None and self._is_wanted and not self._is_asking:
            self._ask_address()

    # -- the session bus -------------------------------------------------------------------------------

    @property
    def _is_wanted(self) -> bool:
        return any(self._switches.values())

    def _open_session(self, address: str) -> None:
        session = Connection(address, self._heard_session, self.wake)
        session.match(f"type='signal',interface='{PROPERTIES}',path='{_A11Y_PATH}'")
        session.match(f"type='signal',sender='{BUS}',member='NameOwnerChanged',arg0='{_A11Y}'")
        self._session = session
        self._ask_status()

    def _ask_status(self) -> None:
        if self._session is not None:
            asking = call(_A11Y, _A11Y_PATH, PROPERTIES, "GetAll", "s", _STATUS)
            self._session.send(asking, self._status_told)

    def _status_told(self, reply: Message) -> None:
        if reply.kind is Kind.RETURN:
            self._switch(reply.body[0])

    def _heard_session(self, message: Message) -> None:
        if message.member == "PropertiesChanged" and message.body[0] == _STATUS:
            self._switch(message.body[1])
        elif message.member == "NameOwnerChanged" and message.body[2]:
            self._ask_status()  # the launcher has come anew

    def _switch(self, told: dict[str, Any]) -> None:
        for name in _SWITCHES:
            if name in told:
                self._switches[name] = bool(told[name][1])
        if self._is_wanted and self._bus is None and not self._is_asking:
            self._ask_address()
        elif not self._is_wanted and self._bus is not None:
            bus, self._bus = self._bus, None
            self._client.left()
            bus.close()

    # -- the accessibility bus -------------------------------------------------------------------------

    def _ask_address(self) -> None:
        if self._session is not None:
            self._is_asking = True
            self._session.send(call(_A11Y, _A11Y_PATH, _A11Y, "GetAddress"), self._address_told)

    def _address_told(self, reply: Message) -> None:
        self._is_asking = False
        self._try_later()
        if reply.kind is Kind.ERROR or self._bus is not None or not self._is_wanted:
            return
        with contextlib.suppress(BusGone):
            self._bus = Connection(str(reply.body[0]), self._client.heard, self.wake)
            self._tries = 0
            self._client.joined(self._bus)


def session_address() -> str:
    """The session bus of this login (D-Bus Specification, "Well-known Message Bus Instances")."""
    address = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    if not address and runtime and os.path.exists(os.path.join(runtime, "bus")):
        return f"unix:path={runtime}/bus"
    return address
