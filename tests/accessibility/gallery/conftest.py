"""One gallery on one desktop for all tests of this folder."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from accessibility.probe.atspi import Bus
from accessibility.probe.desktop import Desktop
from tests.accessibility.gallery.shown import APP, Shown

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="package")
def shown() -> Iterator[Shown]:
    with Desktop(screen_reader=True) as desk, Bus(desk) as bus:
        process = desk.start([sys.executable, "-m", "accessibility.examples.gallery"], log="gallery.log", cwd=ROOT)
        bus.application(APP, 40)
        desk.wait_for_window(APP)
        yield Shown(desk, bus, "Buttons")
        assert process.poll() is None, desk.output("gallery.log")[-2000:]
        assert "Traceback" not in desk.output("gallery.log")
