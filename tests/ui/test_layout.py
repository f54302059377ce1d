"""Every screen at every text size, in a desktop window and in one like a phone: no words cut, nothing outside."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from accessibility.probe.desktop import Desktop
from tests.ui.conftest import ROOT

SCREENS = 15

pytestmark = pytest.mark.screen


def walk(desk: Desktop, out: Path, *options: str) -> tuple[list[str], int]:
    """The problems found on the way through all screens, and the number of pictures taken."""
    argv = [sys.executable, "-m", "tests.ui.gallery", str(out), *options]
    path = os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", "")))
    program = desk.start(argv, env={"PYTHONPATH": path}, log="gallery.log")
    assert program.wait(150) == 0, desk.output("gallery.log")
    return json.loads((out / "problems.json").read_text("utf8")), len(list(out.glob("*.png")))


@pytest.mark.parametrize(
    ("size", "lang", "scales"),
    [("1000x760", "zh-CN", (100, 200, 300)), ("360x740", "zh-CN", (100, 200, 300)), ("360x740", "en", (300,))],
)
def test_nothing_is_cut_off_or_outside(
    desk: Desktop, tmp_path: Path, size: str, lang: str, scales: tuple[int, ...]
) -> None:
    looks = ",".join(f"light:{scale}" for scale in scales)
    problems, pictures = walk(desk, tmp_path, "--size", size, "--looks", looks, "--lang", lang)
    assert not problems
    assert pictures == len(scales) * SCREENS


def test_the_check_finds_words_that_are_cut_and_things_outside(desk: Desktop, tmp_path: Path) -> None:
    problems, _ = walk(desk, tmp_path, "--looks", "light:100", "--break-it")
    assert any("words" in problem for problem in problems)
    assert any("reaches" in problem for problem in problems)
    assert any("lies on" in problem for problem in problems)
