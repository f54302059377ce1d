"""Tests of real windows, sound and readers get a second try, and a run that needed too many of them fails.

Such tests wait for other processes, with deadlines. On two cores that something else may take, one of six hundred
misses its deadline now and then: it is tried once more, and the summary names it and shows what was missed.
"""

from __future__ import annotations

import pytest

REAL = ("screen", "sound", "screen_reader")
"""The marks of tests that get one."""
MOST = 3
"""As many in a run are bad luck; more are a fault of the tests or of the client."""


def allow_second_try(item: pytest.Item) -> None:
    """One more try for a test of something real; a test without a window has no excuse."""
    if any(item.get_closest_marker(mark) for mark in REAL):
        item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Too many second tries fail the run; of several processes, only the one that gives out the tests can tell."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None:
        return
    tried = len(reporter.stats.get("rerun", []))
    if tried > MOST:
        reporter.write_line(f"\n{tried} tests needed a second try; more than {MOST} are no bad luck", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
