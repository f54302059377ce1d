"""What Orca says, in its own words, of the example program."""

import sys
from pathlib import Path

import pytest

from accessibility.probe.atspi import Bus
from accessibility.probe.desktop import Desktop
from accessibility.probe.orca import Orca
from tests.accessibility.listening import watcher

pytestmark = pytest.mark.screen_reader
ROOT = Path(__file__).parents[2]
OTHERS = ["object:state-changed:focused"]
"""What is listened for beside Orca: no announcements, or they are left to whoever seems to read them."""


def test_orca_reads_the_example() -> None:
    with Desktop(screen_reader=True) as desk, Orca(desk) as orca, Bus(desk, OTHERS) as bus:
        orca.launch([sys.executable, "-m", "accessibility.examples.hello"], "Who are you? 标题", cwd=ROOT)
        desk.wait_for_window("Hello")
        watching = watcher(desk, bus, "Hello")
        watching.look()
        since = orca.mark()
        desk.key("Tab")
        assert "输入" in orca.wait_for("Your name", since)
        for char in "ab":
            since = orca.mark()
            desk.type(char)
            orca.wait_for(char, since)
        since = orca.mark()
        desk.key("Tab")
        assert "按钮" in orca.wait_for("Greet", since)
        since = orca.mark()
        desk.key("space")
        orca.wait_for("Hello, ab!", since)
        watching.look()
        assert any("Greet 按钮" in cells for cells, _ in orca.braille())


def test_orca_keeps_its_own_commands() -> None:
    """Insert+H is Orca's learn mode: Orca is asked before the window uses the key."""
    with Desktop(screen_reader=True) as desk, Orca(desk) as orca:
        orca.launch([sys.executable, "-m", "accessibility.examples.hello"], "Who are you? 标题", cwd=ROOT)
        desk.wait_for_window("Hello")
        desk.key("Tab")
        orca.wait_for("Your name")
        since = orca.mark()
        desk.key("Insert+h")
        orca.wait_for("学习模式", since)
        desk.key("Escape")
