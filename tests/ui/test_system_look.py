"""The client looks as its platform does, as far as the platform tells; checked with a portal on a real bus."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from jeepney import DBusAddress, HeaderFields, MessageType, new_error, new_method_call, new_method_return
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from accessibility.preferences import Preferences, Theme
from app.ui import system_look
from app.ui.system_look import PORTAL, SystemLook, ask_system, from_portal

NAME = "org.freedesktop.portal.Desktop"


@pytest.mark.parametrize(
    ("look", "wanted", "shown"),
    [
        (SystemLook(), Theme.SYSTEM, Theme.LIGHT),
        (SystemLook(dark=True), Theme.SYSTEM, Theme.DARK),
        (SystemLook(dark=True, high_contrast=True), Theme.SYSTEM, Theme.HIGH_CONTRAST),
        (SystemLook(dark=True, high_contrast=True), Theme.LIGHT, Theme.LIGHT),
    ],
)
def test_colours_follow_the_platform_only_where_nothing_was_chosen(
    look: SystemLook, wanted: Theme, shown: Theme
) -> None:
    assert look.theme(wanted) is shown


def test_a_first_start_takes_over_text_size_and_movement() -> None:
    assert SystemLook(text_scale=1.25, reduce_motion=True).at_first(Preferences()) == {
        "text_scale": 1.3,
        "reduce_motion": True,
    }
    assert SystemLook(text_scale=1.0, reduce_motion=False, dark=True).at_first(Preferences()) == {}
    assert SystemLook(text_scale=0.8).at_first(Preferences()) == {}


def test_no_preference_of_the_platform_is_none() -> None:
    assert from_portal({"dark": 0}) == SystemLook()
    assert from_portal({"dark": 2, "high_contrast": 0}) == SystemLook(dark=False, high_contrast=False)


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A session bus of our own."""
    argv = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    with subprocess.Popen(argv, stdout=subprocess.PIPE, text=True) as daemon:
        assert daemon.stdout is not None
        address = daemon.stdout.readline().strip()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        monkeypatch.setattr(system_look, "ANSWER_WITHIN", 5.0)  # a busy machine is no answer of a portal
        yield address
        daemon.terminate()


class Portal:
    """Answers ``Read`` with variants in variants, as the real one does; what it does not know is an error."""

    def __init__(self, settings: dict[tuple[str, str], tuple[str, Any]]) -> None:
        self._settings = settings
        self._connection: DBusConnection = open_dbus_connection()
        dbus = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
        self._connection.send_and_get_reply(new_method_call(dbus, "RequestName", "su", (NAME, 0)))
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *error: object) -> None:
        self._thread.join(10)
        self._connection.close()

    def _serve(self) -> None:
        for _ in PORTAL:
            asked = self._connection.receive()
            while asked.header.message_type is not MessageType.method_call:
                asked = self._connection.receive()
            assert asked.header.fields[HeaderFields.member] == "Read"
            found = self._settings.get(asked.body)
            if found is None:
                self._connection.send(new_error(asked, "org.freedesktop.portal.Error.NotFound"))
            else:
                self._connection.send(new_method_return(asked, "v", (("v", found),)))


@pytest.mark.process
def test_the_portal_of_the_desktop_is_asked(bus: str) -> None:
    with Portal({PORTAL["dark"]: ("u", 1), PORTAL["animations"]: ("b", False), PORTAL["text_scale"]: ("d", 1.5)}):
        found = ask_system()
    assert found == SystemLook(dark=True, high_contrast=None, reduce_motion=True, text_scale=1.5)


@pytest.mark.process
def test_a_desktop_without_a_portal_and_a_machine_without_a_desktop_say_nothing(
    bus: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ask_system() == SystemLook()
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    assert ask_system() == SystemLook()
