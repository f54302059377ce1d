"""What Orca says, in its own words, of the example program."""

import sys
from pathlib import Path

import pytest

from accessibility.probe.desktop import Desktop
from accessibility.probe.orca import Orca

pytestmark = pytest.mark.screen_reader
ROOT = Path(__file__).parents[2]


def test_orca_reads_the_example() -> None:
    with Desktop(screen_reader=True) as desk, Orca(desk) as orca:
        desk.start([sys.executable, "-m", "accessibility.examples.hello"], log="hello.log", cwd=ROOT)
        desk.wait_for_window("Hello")
        assert "标题" in orca.wait_for("Who are you?")
        since = orca.mark()
        desk.key("Tab")
        assert "输入" in orca.wait_for("Your name", since)
        for char in "李b":
            since = orca.mark()
            desk.type(char)
            orca.wait_for(char, since)
        since = orca.mark()
        desk.key("Tab")
        assert "按钮" in orca.wait_for("Greet", since)
        since = orca.mark()
        desk.key("space")
        orca.wait_for("Hello, 李b!", since)
        assert any("Greet 按钮" in cells for cells, _ in orca.braille())
