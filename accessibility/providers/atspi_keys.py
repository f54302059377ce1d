"""Keys for a screen reader on Linux: AT-SPI 2.46 and older hear only of keys that programs tell them.

AccessKit tells none. Without this Orca echoes no key, reads no character under the caret, and none of its own
commands work in the window. Source: org.a11y.atspi.DeviceEventController, method NotifyListenersSync.
"""

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
_PATIENCE = 0.25  # seconds a key may wait for a reader; then keys go on without it
_PAUSE = 5.0  # seconds until a reader that did not answer is asked again


class KeyTeller:
    """Offers each key to the screen reader before the program uses it."""

    def __init__(self) -> None:
        self._bus: DBusConnection | None = None
        self._not_before = 0.0
        self._forms: tuple[str, ...] = _FORMS

    def start(self) -> None:
        """Connect to the accessibility bus; without one nothing is told and nothing breaks."""
        try:
            with open_dbus_connection("SESSION") as session:
                address = session.send_and_get_reply(new_method_call(_BUS, "GetAddress"), timeout=2).body[0]
            self._bus = open_dbus_connection(address)
        except (OSError, KeyError, ValueError, RuntimeError):
            self._bus = None

    def offer(self, pressed: bool, key: int, scancode: int, text: str | None, modifiers: list[str]) -> bool:
        """Whether the reader has used the key up, as one of its own commands."""
        if self._bus is None or time.monotonic() < self._not_before:
            return False
        event = key_event(pressed, key, scancode, text, modifiers)
        try:
            return self._ask(self._bus, event)
        except TimeoutError:
            self._not_before = time.monotonic() + _PAUSE
        except OSError:
            self.close()
        return False

    def _ask(self, bus: DBusConnection, event: KeyEvent) -> bool:
        for form in self._forms:
            call = new_method_call(_CONTROLLER, "NotifyListenersSync", form, (event,))
            reply = bus.send_and_get_reply(call, timeout=_PATIENCE)
            if reply.header.message_type is MessageType.method_return:
                self._forms = (form,)
                return bool(reply.body and reply.body[0])
        return False

    def close(self) -> None:
        if self._bus is not None:
            self._bus.close()
            self._bus = None
