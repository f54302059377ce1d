"""Every screen at every text size, in a desktop window and in one like a phone: no words cut, nothing outside."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from accessibility.preferences import TEXT_SCALES
from accessibility.probe.desktop import Desktop
from tests.ui.program import ROOT

LEAST_SCREENS = 15
LOOKS = ",".join(f"light:{scale * 100:.0f}" for scale in TEXT_SCALES)
CASES = [(size, lang) for size in ("1000x760", "360x740") for lang in ("zh-CN", "en")]
PATIENCE = 560.0
"""Seconds; five windows at once take half a minute on two free cores."""

pytestmark = [pytest.mark.screen, pytest.mark.timeout(600)]


class Walk:
    """A window that goes through all screens and measures them; nothing is drawn."""

    def __init__(self, desk: Desktop, out: Path, *options: str) -> None:
        self._desk, self._out = desk, out
        argv = [sys.executable, "-m", "tests.ui.gallery", str(out), "--measure", *options]
        path = os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", "")))
        self._process: subprocess.Popen[Any] = desk.start(argv, env={"PYTHONPATH": path}, log=f"{out.name}.log")

    def found(self) -> tuple[list[str], int]:
        """The problems on the way, and how many screens were shown."""
        assert self._process.wait(PATIENCE) == 0, self._desk.output(f"{self._out.name}.log")
        found = json.loads((self._out / "problems.json").read_text("utf8"))
        return found["problems"], found["screens"]


@pytest.fixture(scope="module")
def walks(desk: Desktop, tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Walk]:
    """All of them, started together."""
    base = tmp_path_factory.mktemp("layout")
    begun = {
        (size, lang): Walk(desk, base / f"{size}-{lang}", "--looks", LOOKS, "--size", size, "--lang", lang)
        for size, lang in CASES
    }
    begun["broken", ""] = Walk(desk, base / "broken", "--looks", "light:100", "--break-it")
    return begun


@pytest.mark.parametrize(("size", "lang"), CASES)
def test_nothing_is_cut_off_or_outside(walks: dict[tuple[str, str], Walk], size: str, lang: str) -> None:
    problems, screens = walks[size, lang].found()
    assert not problems
    assert screens >= LEAST_SCREENS * len(TEXT_SCALES)


def test_the_check_finds_what_is_cut_outside_or_on_top(walks: dict[tuple[str, str], Walk]) -> None:
    problems, _ = walks["broken", ""].found()
    assert any("words" in problem for problem in problems)
    assert any("reaches" in problem for problem in problems)
    assert any("lies on" in problem for problem in problems)
