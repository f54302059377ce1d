"""A reader that comes after the program, dies in the middle, and comes again, while the program stays in use."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from accessibility.probe.atspi import Bus
from accessibility.probe.desktop import Desktop
from accessibility.probe.orca import Orca

pytestmark = pytest.mark.screen_reader
ROOT = Path(__file__).parents[2]


def test_orca_comes_late_dies_and_comes_again() -> None:
    with Desktop() as desk, Bus(desk, ["object:state-changed:focused"]) as bus:
        desk.start([sys.executable, "-m", "tests.accessibility.reading_page"], log="page.log", cwd=ROOT)
        bus.application("Reading")
        desk.wait_for_window("Reading")
        _tab(desk, bus, "Plain")
        with Orca(desk) as first:
            first.wait_for("Plain")  # what has the focus already
            since = first.mark()
            _tab(desk, bus, "Empty")
            first.wait_for("Empty", since)
            first.kill()
        _tab(desk, bus, "Long")  # nobody reads it, and it works
        _tab(desk, bus, "Empty", "shift+Tab")
        desk.type("7")
        with Orca(desk) as second:
            second.wait_for("Empty")
            second.wait_for("7")
            since = second.mark()
            _tab(desk, bus, "Plain", "shift+Tab")
            second.wait_for("Plain", since)
        assert "Traceback" not in desk.output("page.log")


def _tab(desk: Desktop, bus: Bus, name: str, key: str = "Tab") -> None:
    since = bus.mark()
    desk.key(key)
    bus.wait_for_focus(name, since)
