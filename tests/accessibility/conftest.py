"""What the tests of this folder share: a stage, and a layout to put widgets on it."""

from collections.abc import Callable, Iterator
from typing import Any

import kivy.uix.dropdown
import kivy.uix.textinput
import pytest

from tests.accessibility.fake_window import Stage


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Stage]]:
    """Makes a bridge on a window without a screen; everything is put away afterwards."""
    stages: list[Stage] = []

    def make(*widgets: Any, **options: Any) -> Stage:
        stages.append(Stage(*widgets, **options))
        # These modules keep the window that they found when they were imported.
        monkeypatch.setattr(kivy.uix.dropdown, "Window", stages[-1].window)
        monkeypatch.setattr(kivy.uix.textinput, "Window", stages[-1].window)
        return stages[-1]

    yield make
    for made in stages:
        made.close()
