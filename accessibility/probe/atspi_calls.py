"""Many calls to an accessibility bus at once: all are sent before the first answer is waited for."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from gi.repository import Gio, GLib

PREFIX = "org.a11y.atspi."
PROPERTIES = "org.freedesktop.DBus.Properties"
_TIMEOUT = 5000  # milliseconds for one answer


class Ref(NamedTuple):
    """An object: who has it on the bus, and where."""

    bus_name: str
    path: str

    def __str__(self) -> str:
        return f"{self.bus_name}{self.path}"


class Ask(NamedTuple):
    """A method to be called; `values` is a GLib.Variant of its arguments or None."""

    ref: Ref
    interface: str
    method: str
    values: Any = None


def prop(ref: Ref, interface: str, name: str) -> Ask:
    return Ask(ref, PROPERTIES, "Get", GLib.Variant("(ss)", (PREFIX + interface, name)))


def all_props(ref: Ref, interface: str) -> Ask:
    return Ask(ref, PROPERTIES, "GetAll", GLib.Variant("(s)", (PREFIX + interface,)))


class Calls:
    """A connection of its own to the accessibility bus."""

    def __init__(self) -> None:
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        found = session.call_sync(
            "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, 0, _TIMEOUT, None
        )
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self._bus = Gio.DBusConnection.new_for_address_sync(found.unpack()[0], flags)

    def one(self, ask: Ask) -> Any:
        """The unpacked answer, of a single value the value itself; LookupError when there is none."""
        (answer,) = self.all([ask])
        if isinstance(answer, GLib.Error):
            raise LookupError(answer.message)
        return answer

    def all(self, asks: Iterable[Ask]) -> list[Any]:
        """One answer a call, in order; a GLib.Error where there is none."""
        waiting = list(asks)
        answers: list[Any] = [None] * len(waiting)
        left = [len(waiting)]

        def finish(bus: Any, result: Any, index: int) -> None:
            try:
                value = bus.call_finish(result).unpack()
                answers[index] = value[0] if len(value) == 1 else value
            except GLib.Error as error:
                answers[index] = error
            left[0] -= 1

        for index, ask in enumerate(waiting):
            interface = ask.interface if "." in ask.interface else PREFIX + ask.interface
            self._bus.call(ask.ref.bus_name, ask.ref.path, interface, ask.method, ask.values, None, 0, _TIMEOUT, None,
                           finish, index)  # fmt: skip
        while left[0]:
            GLib.MainContext.default().iteration(True)
        return answers
