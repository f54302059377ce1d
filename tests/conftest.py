"""Fast tests first: what needs a screen, a sound card or a screen reader comes after what needs nothing."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

from tests.second_tries import allow_second_try, pytest_sessionfinish  # noqa: F401  (pytest finds the hook here)

# Kivy without a screen: a graphics back end that draws nothing, and no files in the home folder.
# Whoever imports a widget makes Kivy's window, so this comes before any test module is imported.
os.environ.setdefault("KIVY_GL_BACKEND", "mock")
os.environ.setdefault("KIVY_NO_ARGS", "1")
os.environ.setdefault("KIVY_NO_FILELOG", "1")
os.environ.setdefault("KIVY_NO_CONSOLELOG", "1")
# A folder for each process: workers inherit what is set here, and a Kivy trips over another that fills the same folder.
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "alone")
os.environ["KIVY_HOME"] = tempfile.mkdtemp(prefix=f"kivy-home-{WORKER}-")

SLOWNESS = ("process", "screen", "sound", "screen_reader")
"""From quick to slow; tests without any of these marks come first."""


PROCESSES = (
    "tests/bank/test_http.py",
    "tests/bank_stub/test_contract.py",
    "tests/bank_stub/test_process.py",
    "tests/contract/",
    "tests/app/test_commands.py",
    "tests/journeys/",
    "tests/test_second_tries.py",
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
        allow_second_try(item)
    items.sort(key=_slowness)
