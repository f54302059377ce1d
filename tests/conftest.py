"""Fast tests first: what needs a screen, a sound card or a screen reader comes after what needs nothing."""

from __future__ import annotations

import pytest

SLOWNESS = ("screen", "sound", "screen_reader")
"""From quick to slow; tests without any of these marks come first."""


def _slowness(item: pytest.Item) -> int:
    return max((rank for rank, mark in enumerate(SLOWNESS, 1) if item.get_closest_marker(mark)), default=0)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A failing unit test is known before the first window opens."""
    items.sort(key=_slowness)
