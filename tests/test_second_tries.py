"""A real thing's test is tried twice; more than a few such tests in a run are no bad luck, with several workers too."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import second_tries
from tests.second_tries import MOST

ROOT = Path(__file__).resolve().parent.parent
CONFTEST = """
from tests.second_tries import allow_second_try, pytest_sessionfinish

def pytest_collection_modifyitems(items):
    for item in items:
        allow_second_try(item)
"""
TESTS = """
import pathlib
import pytest

HERE = pathlib.Path(__file__).parent

@pytest.mark.parametrize("number", range({late}))
{mark}
def test_late(number):
    flag = HERE / f"tried-{{number}}"
    seen = flag.exists()
    flag.touch()
    assert seen, "a deadline was missed"
"""


def run(folder: Path, late: int, *options: str, mark: str = "@pytest.mark.screen") -> tuple[int, str]:
    """Exit code and what was said of so many tests that fail the first time."""
    (folder / "conftest.py").write_text(CONFTEST, encoding="utf8")
    (folder / "pytest.ini").write_text("[pytest]\nmarkers =\n    screen\n", encoding="utf8")
    (folder / "test_it.py").write_text(TESTS.format(late=late, mark=mark), encoding="utf8")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-raR", "-p", "no:cacheprovider", *options],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


def test_a_few_are_tried_again_and_named(tmp_path: Path) -> None:
    code, said = run(tmp_path, MOST, "--rerun-show-tracebacks")
    assert code == pytest.ExitCode.OK
    assert f"{MOST} passed, {MOST} rerun" in said
    assert "test_late[0]" in said
    assert "a deadline was missed" in said


@pytest.mark.parametrize("workers", [(), ("-n", "2")], ids=["one", "two"])
def test_more_fail_the_run(tmp_path: Path, workers: tuple[str, ...]) -> None:
    code, said = run(tmp_path, MOST + 1, *workers)
    assert code == pytest.ExitCode.TESTS_FAILED
    assert f"{MOST + 1} tests needed a second try" in said


def test_what_needs_no_window_has_one_try(tmp_path: Path) -> None:
    code, said = run(tmp_path, 1, mark="")
    assert code == pytest.ExitCode.TESTS_FAILED
    assert "1 failed" in said


def test_this_run_is_bounded_too(pytestconfig: pytest.Config) -> None:
    hooks = [getattr(plugin, "pytest_sessionfinish", None) for plugin in pytestconfig.pluginmanager.get_plugins()]
    assert second_tries.pytest_sessionfinish in hooks
