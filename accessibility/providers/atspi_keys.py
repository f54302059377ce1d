"""Keys for a screen reader on Linux: AT-SPI 2.46 and older hear only of keys that programs tell them.

AccessKit tells none. Without this Orca echoes no key, reads no character under the caret, and none of its own
commands work in the window. Source: org.a11y.atspi.DeviceEventController, method NotifyListenersSync.
"""

import threading
import time

from jeepney import DBusAddress, MessageType, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from accessibility.providers.key_codes import KeyEvent, key_event

_BUS = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
_CONTROLLER = DBusAddress(
    "/org/a11y/atspi/registry/deviceeventcontroller",
    "org.a11y.atspi.Registry",
    "org.a11y.atspi.DeviceEventController",
)
# Debian 12's registry takes the second form only, whatever its introspection says; newer ones take the first.
_FORMS = ("(uiuuisb)", "(uiiiisb)")
_PATIENCE = 1.0  # seconds a key may wait for a reader: its own command would press what has the focus otherwise
_PAUSES = (0.0, 1.0, 5.0)  # seconds until a reader is asked again that was silent once, twice, more often in a row


class KeyTeller:
    """Offers each key to the screen reader before the program uses it.

    A line to the bus of its own, for a key waits for its answer. Any thread may start it again when there is a new bus.
    """

    def __init__(self) -> None:
        self._bus: DBusConnection | None = None
        self._lock = threading.Lock()  # of the line: a key may be under way when it is exchanged
        self._not_before, self._silences = 0.0, 0
        self._forms: tuple[str, ...] = _FORMS

    @property
    def is_connected(self) -> bool:
        return self._bus is not None

    def start(self, address: str = "") -> None:
        """Connect to the accessibility bus, anew if need be; without one nothing is told and nothing breaks.

        address: where it is, if that is known already.
        """
        try:
            bus = open_dbus_connection(address or _address())
        except (OSError, KeyError, ValueError, RuntimeError):
            bus = None
        with self._lock:
            self._end()
            self._bus, self._not_before, self._silences = bus, 0.0, 0

    def offer(self, pressed: bool, key: int, scancode: int, text: str | None, modifiers: list[str]) -> bool:
        """Whether the reader has used the key up, as one of its own commands."""
        if self._bus is None or time.monotonic() < self._not_before:
            return False
        event = key_event(pressed, key, scancode, text, modifiers)
        with self._lock:
            try:
                return self._bus is not None and self._ask(self._bus, event)
            except TimeoutError:
                self._not_before = time.monotonic() + _PAUSES[min(self._silences, len(_PAUSES) - 1)]
                self._silences += 1
            except OSError:
                self._end()  # the bus has died; who joins the next one starts this again
        return False

    def _ask(self, bus: DBusConnection, event: KeyEvent) -> bool:
        for form in self._forms:
            call = new_method_call(_CONTROLLER, "NotifyListenersSync", form, (event,))
            reply = bus.send_and_get_reply(call, timeout=_PATIENCE)
            self._silences = 0
            if reply.header.message_type is MessageType.method_return:
                self._forms = (form,)
                return bool(reply.body and reply.body[0])
        return False

    def close(self) -> None:
        with self._lock:
            self._end()

    def _end(self) -> None:
        if self._bus is not None:
            self._bus.close()
            self._bus = None


def _address() -> str:
    """Where the accessibility bus is, as the session bus knows."""
    with open_dbus_connection("SESSION") as session:
        return str(session.send_and_get_reply(new_method_call(_BUS, "GetAddress"), timeout=2).body[0])
