"""Keys on the screen in small and large windows: none smaller than a target, letters as large as the customer's text,
all in their places while they are used, and nothing that is told cut off for good."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from accessibility.probe.desktop import Desktop
from app.ui.style import Size, Style
from app.ui.ways.halves import halved
from app.ui.ways.keys import height_for_text, sign_size
from tests.ui.program import ROOT

pytestmark = pytest.mark.timeout(600)

CASES = [("320x480", "zh-CN"), ("320x480", "en"), ("420x760", "zh-CN"), ("1000x760", "en")]
PATIENCE = 560.0
"""Seconds; a window takes a quarter of a minute on a free core."""

LOOKS, SEEN = 12, 150


@pytest.mark.screen
@pytest.mark.parametrize("case", CASES)
def test_keys_are_targets_with_large_letters_and_keep_their_places(
    desk: Desktop, tmp_path: Path, case: tuple[str, str]
) -> None:
    out, path = tmp_path / "found.json", os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", "")))
    process = desk.start(
        [sys.executable, "-m", "tests.ui.key_sizes", str(out), *case], env={"PYTHONPATH": path}, log="sizes.log"
    )
    assert process.wait(PATIENCE) == 0, desk.output("sizes.log")
    found = json.loads(out.read_text("utf8"))
    assert not found["wrong"]
    assert (found["looks"], found["seen"] >= SEEN) == (LOOKS, True)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0, 3.0])
def test_a_key_that_is_high_enough_has_letters_of_the_customer_s_size(scale: float) -> None:
    style = Style(scale=scale)
    assert sign_size(style, height_for_text(style)) >= style.sp(Size.BODY) - 0.01
    assert height_for_text(style) >= style.target
    assert sign_size(style, 1000) == style.sp(Size.HEADING), "no larger than a heading"


HALVES = {
    "transfer money": "transfer\nmoney", "transactions": "transactions", "下一项": "下一项",
    "查询我的余额": "查询我\n的余额",
}  # fmt: skip


@pytest.mark.parametrize(("words", "lines"), HALVES.items())
def test_long_captions_stand_on_two_lines(words: str, lines: str) -> None:
    assert halved(words) == lines
