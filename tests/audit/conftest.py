"""One desktop and one fixture window for all tests of the rules."""

from __future__ import annotations

import json
import select
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest

from accessibility.audit.capture import capture
from accessibility.audit.driver import Driver
from accessibility.audit.plan import Look
from accessibility.checks.rule import Need
from accessibility.checks.screen import Screen
from accessibility.probe.atspi import Bus
from accessibility.probe.desktop import Desktop
from tests.audit.fixtures.table import Fixture

PATIENCE = 30.0
"""Seconds for the window to do what it was asked."""

TITLES = {"good_form": "good_form"}


class Studio:
    """Shows fixture screens and captures them; each capture is made once."""

    def __init__(self, driver: Driver, process: subprocess.Popen[str]) -> None:
        self.driver, self._process = driver, process
        self._captured: dict[str, Screen] = {}

    def ask(self, **request: str) -> None:
        """Send a request to the window and wait until it has done it."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        ready, _, _ = select.select([self._process.stdout], [], [], PATIENCE)
        if not ready:
            self._process.send_signal(signal.SIGABRT)  # faulthandler writes where every thread is
            self._process.wait(10)
        answer = self._process.stdout.readline()
        assert answer == "ok\n", f"the fixture window hung or ended: {self.driver.desk.output('fixture.log')[-3000:]}"

    def screen(self, fixture: Fixture, needs: frozenset[Need]) -> Screen:
        """The fixture as captured, with all that its rules need."""
        if fixture.name not in self._captured:
            self._captured[fixture.name] = self.capture(fixture, needs)
        return self._captured[fixture.name]

    def stall(self, seconds: float) -> None:
        """The window does nothing for so long, as on a busy machine."""
        self._process.send_signal(signal.SIGSTOP)
        threading.Timer(seconds, self._process.send_signal, (signal.SIGCONT,)).start()

    def forget(self) -> None:
        """Capture each fixture anew when it is asked for again."""
        self._captured.clear()

    def capture(self, fixture: Fixture, needs: frozenset[Need], change: str = "") -> Screen:
        """Show the fixture anew, break it in one way if asked to, and capture it."""
        if not fixture.focus:
            self.ask(show="nothing")  # or the focus would be kept beside the place where it was
        self.ask(show=fixture.name)
        if change:
            self.ask(change=change)
        self.driver.secrets.clear()
        if fixture.secret or Need.SECRET in needs:
            self.driver.write("密码", fixture.secret or "Xq7-w", secret=True)
        if "SEC-01" in fixture.inapplicable:
            self.driver.wait_until_gone("password text", "密码")
        return capture(self.driver, fixture.name, Look(fixture.theme, fixture.scale), needs=needs, titles=TITLES)


@pytest.fixture(scope="session")
def studio() -> Iterator[Studio]:
    """The fixture window on a desktop of its own."""
    with Desktop(size=(800, 800)) as desk, Bus(desk) as bus, (desk.home / "fixture.log").open("wb") as log:
        process = desk.start(
            [sys.executable, "-X", "faulthandler", "-m", "tests.audit.fixtures.window"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps({"show": "good_form"}) + "\n")
        process.stdin.flush()
        application = bus.application("good_form")
        process.stdout.readline()
        desk.wait_for_window("fixture")
        yield Studio(Driver(desk, bus, application), process)
        process.stdin.close()


@pytest.fixture(autouse=True)
def looked_at_anew(request: pytest.FixtureRequest) -> None:
    """A second try judges another look at the fixture, not the one that failed."""
    if getattr(request.node, "execution_count", 1) > 1 and "studio" in request.fixturenames:
        request.getfixturevalue("studio").forget()
