"""What tests that run side by side must not share."""

from __future__ import annotations

import os

from tests.conftest import WORKER


def test_each_worker_has_a_home_of_its_own_for_kivy() -> None:
    """Two that made the same folder at once ended a run before its first test."""
    assert f"-{WORKER}-" in os.environ["KIVY_HOME"]
    assert os.environ.get("PYTEST_XDIST_WORKER", "alone") == WORKER
