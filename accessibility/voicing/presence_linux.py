"""On Linux a screen reader is known by org.a11y.Status, by Orca's own bus name, or by the keys that it listens to."""

from typing import Any

from jeepney import DBusAddress, MatchRule, MessageType, Properties, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, Proxy, open_dbus_connection

_STATUS = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Status")
_BUS = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
_CONTROLLER = DBusAddress(
    "/org/a11y/atspi/registry/deviceeventcontroller",
    "org.a11y.atspi.Registry",
    "org.a11y.atspi.DeviceEventController",
)
_ORCA = "org.gnome.Orca.Service"  # Orca 49 and later
_PATIENCE = 2.0


class LinuxQuestion:
    """Keeps its connections; where a bus has gone it is looked for again with the next question."""

    def __init__(self, pause: float) -> None:
        self._pause = pause
        self._session: DBusConnection | None = None
        self._accessibility: DBusConnection | None = None
        self._news: Any = None

    def ask(self) -> bool:
        """Is one running? False where there is no bus to ask."""
        try:
            return self._flagged() or self._named() or self._listens_to_keys()
        except (OSError, KeyError, ValueError, RuntimeError, TimeoutError):
            self._drop()
            return False

    def wait(self) -> bool:
        """Until org.a11y.Status changes, `pause` seconds at most; False when there is nothing to wait on."""
        if self._session is None or self._news is None:
            return False
        try:
            self._session.recv_until_filtered(self._news.queue, timeout=self._pause)
        except TimeoutError:
            return True
        except OSError:
            self._drop()
            return False
        return True

    def _flagged(self) -> bool:
        answer = self._on_session().send_and_get_reply(
            Properties(_STATUS).get("ScreenReaderEnabled"), timeout=_PATIENCE
        )
        return answer.header.message_type is MessageType.method_return and bool(answer.body[0][1])

    def _named(self) -> bool:
        answer = self._on_session().send_and_get_reply(message_bus.NameHasOwner(_ORCA), timeout=_PATIENCE)
        return answer.header.message_type is MessageType.method_return and bool(answer.body[0])

    def _listens_to_keys(self) -> bool:
        """Orca before AT-SPI 2.48 registers for all keys; nothing else of a usual desktop does."""
        if self._accessibility is None:
            address = self._on_session().send_and_get_reply(new_method_call(_BUS, "GetAddress"), timeout=_PATIENCE)
            self._accessibility = open_dbus_connection(address.body[0])
        call = new_method_call(_CONTROLLER, "GetKeystrokeListeners")
        answer = self._accessibility.send_and_get_reply(call, timeout=_PATIENCE)
        return answer.header.message_type is MessageType.method_return and bool(answer.body and answer.body[0])

    def _on_session(self) -> DBusConnection:
        if self._session is None:
            self._session = open_dbus_connection("SESSION")
            rule = MatchRule(
                type="signal",
                interface="org.freedesktop.DBus.Properties",
                member="PropertiesChanged",
                path=_STATUS.object_path,
            )
            Proxy(message_bus, self._session).AddMatch(rule)
            self._news = self._session.filter(rule)
        return self._session

    def _drop(self) -> None:
        for bus in (self._session, self._accessibility):
            if bus is not None:
                bus.close()
        self._session = self._accessibility = self._news = None
