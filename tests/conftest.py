"""Fast tests first: what needs a screen, a sound card or a screen reader comes after what needs nothing."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

# Kivy without a screen: a graphics back end that draws nothing, and no files in the home folder.
# Whoever imports a widget makes Kivy's window, so this comes before any test module is imported.
os.environ.setdefault("KIVY_GL_BACKEND", "mock")
os.environ.setdefault("KIVY_NO_ARGS", "1")
os.environ.setdefault("KIVY_NO_FILELOG", "1")
os.environ.setdefault("KIVY_NO_CONSOLELOG", "1")
os.environ.setdefault("KIVY_HOME", tempfile.mkdtemp(prefix="kivy-home-"))

SLOWNESS = ("process", "screen", "sound", "screen_reader")
"""From quick to slow; tests without any of these marks come first."""


PROCESSES = (
    "tests/bank/test_http.py",
    "tests/bank_stub/test_contract.py",
    "tests/bank_stub/test_process.py",
    "tests/contract/",
    "tests/app/test_commands.py",
    "tests/journeys/",
    "tests/voice/model_builder/test_shipped.py",
)
"""Tests that start the bank, a synthesiser or a command as a process of its own."""

SIDE_BY_SIDE = (
    "tests/accessibility/atspi/",
    "tests/accessibility/gallery/",
    "tests/accessibility/test_accesskit_here.py",
    "tests/accessibility/test_drawn.py",
    "tests/accessibility/test_platform.py",
    "tests/accessibility/test_ring.py",
    "tests/audit/",
    "tests/journeys/test_four_ways.py::test_by_eye",
    "tests/journeys/test_other_ways.py::test_by_twelve_keys",
    "tests/journeys/test_other_ways.py::test_by_two_switches",
    "tests/ui/test_input_method.py",
    "tests/ui/test_keypad_turned_off.py",
    "tests/ui/test_keypad_window.py",
    "tests/ui/test_keys_sizes.py",
    "tests/ui/test_layout.py",
    "tests/ui/test_seen_messages.py",
    "tests/ui/test_settings.py",
    "tests/ui/test_warning_window.py",
    "tests/ui/test_ways_in_dialogs.py",
    "tests/ui/test_ways_window.py",
    "tests/ui/test_window.py",
    "tests/ui/test_window_chat.py",
    "tests/ui/test_window_voice.py",
    "tests/ui/test_writing_window.py",
    "tests/ui/voicing/",
)
"""Tests with a window on a desktop of their own that judge nothing by time: two of them may run at once. Not those with
Orca, which ends every other Orca of its user when it starts."""


REAL = ("screen", "sound", "screen_reader")
"""Tests of real windows, sound and readers wait for other processes, with deadlines. On two cores that something else
may take, one of six hundred misses its deadline now and then: it is tried a second time, and the summary names it and
shows what was missed."""

SECOND_TRIES = 3
"""As many in a run are bad luck; more are a fault of the tests or of the client, and the run fails."""


def _slowness(item: pytest.Item) -> int:
    return max((rank for rank, mark in enumerate(SLOWNESS, 1) if item.get_closest_marker(mark)), default=0)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A failing unit test is known before the first window opens."""
    root = Path(__file__).resolve().parent.parent
    for item in items:
        path = item.path.relative_to(root).as_posix()
        if path.startswith(PROCESSES):
            item.add_marker("process")
        shared = item.nodeid.startswith(SIDE_BY_SIDE) and not item.get_closest_marker("screen_reader")
        if shared and item.get_closest_marker("screen"):
            item.add_marker("side_by_side")
        if any(item.get_closest_marker(mark) for mark in REAL):
            item.add_marker(pytest.mark.flaky(reruns=1))
    items.sort(key=_slowness)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Too many second tries fail the run; of several workers, the one that gives out the tests knows of all."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None or hasattr(session.config, "workerinput"):
        return
    tried = len(reporter.stats.get("rerun", []))
    if tried > SECOND_TRIES:
        reporter.write_line(f"\n{tried} tests needed a second try; more than {SECOND_TRIES} are no bad luck", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
