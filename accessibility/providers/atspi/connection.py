"""One connection to a D-Bus bus: any thread may send, one thread reads; neither waits for the other or for the bus."""

import contextlib
import itertools
import logging
import socket
import threading
from collections.abc import Callable, Iterable
from typing import Any

from jeepney.auth import BEGIN, Authenticator
from jeepney.bus import get_connectable_addresses

from accessibility.providers.atspi.marshal import MarshalError
from accessibility.providers.atspi.message import Kind, Message, call, decode, encode, size_of

_LOG = logging.getLogger(__name__)
BUS, BUS_PATH = "org.freedesktop.DBus", "/org/freedesktop/DBus"
_PATIENCE = 3.0  # seconds for a bus to answer while connecting
_MOST_WAITING = 32 << 20  # bytes; a bus that takes no more than this is as good as dead
_CHUNK = 1 << 16
_MOST_HELD = 1 << 13  # bytes of answers, about fifty; then the reader can begin with them

Then = Callable[[Message], object]


class BusGone(Exception):
    """The bus cannot be reached or has ended the connection; one line says which."""


class Connection:
    """Messages out and in. `hear(message)` gets calls and signals, on the thread that reads.

    `wake()` is called when something waits to be written and the bus takes nothing at the moment.
    """

    def __init__(self, address: str, hear: Callable[[Message], object], wake: Callable[[], object]) -> None:
        """Connects, signs in and says hello; BusGone when that takes longer than three seconds."""
        self._hear, self._wake = hear, wake
        self.address = address
        self._serials = itertools.count(1)
        self._lock = threading.Lock()
        self._waiting = bytearray()
        self._held = bytearray()
        self._reading = 0
        self._arrived = b""
        self._replies: dict[int, Then] = {}
        self.name = ""
        self._socket = _sign_in(address)
        try:
            self._socket.settimeout(_PATIENCE)
            self.name = str(self.ask(call(BUS, BUS_PATH, BUS, "Hello")).body[0])
            self._socket.setblocking(False)
        except (OSError, MarshalError, IndexError) as error:
            self.close()
            raise BusGone(f"no hello: {error}") from None

    def fileno(self) -> int:
        return self._socket.fileno()

    @property
    def has_waiting(self) -> bool:
        """Whether something could not be written yet."""
        return bool(self._waiting)

    # -- sending, from any thread ----------------------------------------------------------------------

    def send(self, message: Message, then: Then | None = None) -> None:
        """Write it, or keep it until the bus takes it. `then` gets the reply, an error's too, where it is read.

        What the reading thread sends, mostly answers, goes out together: a reader asks hundreds of things at once, and
        each write lets go of the interpreter, which a program that draws does not soon give back.
        """
        with self._lock:
            serial = next(self._serials)
            if then is not None:
                self._replies[serial] = then
            self._held += encode(message, serial)
            if self._reading == threading.get_ident() and len(self._held) < _MOST_HELD:
                return
            rest = self._write_held()
        if rest:
            self._wake()

    def tell(self, signals: Iterable[Message]) -> None:
        """Several at once: with one write a reader wakes up once for all of them."""
        with self._lock:
            for each in signals:
                self._held += encode(each, next(self._serials))
            rest = self._write_held()
        if rest:
            self._wake()

    def _write_held(self) -> bool:
        """All that is to go out, in order; whether the bus did not take it. The lock is held."""
        if not self._waiting:
            self._held = bytearray(self._write(bytes(self._held)))
        self._waiting += self._held
        self._held.clear()
        return bool(self._waiting)

    def send_waiting(self) -> None:
        """Write what has waited; BusGone when there is too much of it."""
        with self._lock:
            rest = self._write(bytes(self._waiting))
            self._waiting = bytearray(rest)
            if len(rest) > _MOST_WAITING:
                raise BusGone("the bus takes nothing")

    def _write(self, data: bytes) -> bytes:
        """What is left over; nothing when the bus has gone, which the reading thread will find out."""
        view = memoryview(data)
        with contextlib.suppress(BlockingIOError):
            try:
                while view:
                    view = view[self._socket.send(view) :]
            except BlockingIOError:
                raise
            except OSError:
                return b""
        return bytes(view)

    # -- reading, on one thread ------------------------------------------------------------------------

    def read(self) -> None:
        """Handle all messages that have arrived; BusGone at the end of the connection."""
        try:
            chunk = self._socket.recv(_CHUNK)
        except BlockingIOError:
            return
        except OSError as error:
            raise BusGone(str(error)) from None
        if not chunk:
            raise BusGone("the bus has ended the connection")
        self._arrived += chunk
        messages = self._take()
        self._reading = threading.get_ident()
        try:
            for message in messages:
                self._serve(message)
        finally:
            self._reading = 0
            with self._lock:
                self._write_held()  # who reads also writes what waits

    def _serve(self, message: Message) -> None:
        try:
            self._handle(message)
        except BusGone:
            raise
        except Exception:  # noqa: BLE001 - whatever it is, the thread has to live
            _LOG.exception("an answer to %s failed; the next one is not lost with it", message.member)

    def ask(self, message: Message) -> Message:
        """Send and wait for the reply; only before anybody else reads. BusGone when there is none in time."""
        got: list[Message] = []
        self.send(message, got.append)
        while not got:
            self.read()  # raises BusGone when nothing comes in time
        if got[0].kind is Kind.ERROR:
            raise BusGone(f"{message.member}: {got[0].error}")
        return got[0]

    def _take(self) -> list[Message]:
        """The whole messages of what has arrived."""
        messages = []
        try:
            while (size := size_of(self._arrived)) and size <= len(self._arrived):
                data, self._arrived = self._arrived[:size], self._arrived[size:]
                with contextlib.suppress(ValueError):  # a kind that is not known is to be passed over
                    messages.append(decode(data))
        except MarshalError as error:
            raise BusGone(f"the bus speaks nonsense: {error}") from None
        return messages

    def _handle(self, message: Message) -> None:
        if message.kind in (Kind.RETURN, Kind.ERROR):
            then = self._replies.pop(message.reply_to, None)
            if then is not None:
                then(message)
        else:
            self._hear(message)

    def match(self, rule: str) -> None:
        """Ask for signals that fit the rule."""
        self.send(call(BUS, BUS_PATH, BUS, "AddMatch", "s", rule), lambda reply: None)

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._socket.close()


def _sign_in(address: str) -> socket.socket:
    """A connected socket that speaks D-Bus from here on. Any of the address's places will do."""
    why: Any = "no address"
    for place in _places(address):
        wire = socket.socket(socket.AF_UNIX)
        wire.settimeout(_PATIENCE)
        try:
            wire.connect(place)
            wire.sendall(b"\0")
            talk = Authenticator(inc_null_byte=False)
            for line in talk:
                wire.sendall(line)
                talk.feed(wire.recv(1024))
            wire.sendall(BEGIN)
            return wire
        except (OSError, ValueError) as error:
            wire.close()
            why = error
    raise BusGone(f"{address}: {why}")


def _places(address: str) -> list[Any]:
    try:
        return list(get_connectable_addresses(address))
    except (RuntimeError, ValueError, KeyError) as error:
        raise BusGone(str(error)) from None
