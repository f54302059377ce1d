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
)
"""Tests that start the bank or a command as a process of its own."""


def _slowness(item: pytest.Item) -> int:
    return max((rank for rank, mark in enumerate(SLOWNESS, 1) if item.get_closest_marker(mark)), default=0)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A failing unit test is known before the first window opens."""
    root = Path(__file__).resolve().parent.parent
    for item in items:
        if item.path.relative_to(root).as_posix().startswith(PROCESSES):
            item.add_marker("process")
    items.sort(key=_slowness)
