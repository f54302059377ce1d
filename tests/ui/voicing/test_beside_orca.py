"""Orca itself and the built-in reader: never two voices, whichever came first (SPK-05)."""

from __future__ import annotations

from pathlib import Path

import pytest

from accessibility.probe.atspi import Bus
from accessibility.probe.desktop import Desktop
from accessibility.probe.orca import Orca
from accessibility.probe.waiting import until
from tests.ui.voicing.listener import Listener, until_silent

pytestmark = pytest.mark.screen_reader


def test_it_gives_way_to_orca_and_takes_the_word_again_when_orca_dies(tmp_path: Path, judged: set[int]) -> None:
    with Desktop() as desk, Bus(desk) as bus:
        window = Listener(desk, bus, tmp_path, judged)
        try:
            window.hear("听见远程银行，标题")
            window.quiet()
            with Orca(desk) as orca:
                orca.wait_for("听见远程银行")
                said, since = until_silent(window), orca.mark()
                window.press("Tab")
                orca.wait_for("按钮", since)
                window.press("F12", "Tab")
                window.quiet()
                assert window.everything[said:] == [], "Orca speaks, so it does not"
                orca.kill()
            until(lambda: len(window.everything) > said, "the built-in reader to say where the focus is", 15)
            window.forget()
            window.press("Tab")
            window.hear("，按钮")
        finally:
            window.close()


def test_it_says_nothing_where_orca_was_there_first(tmp_path: Path, judged: set[int]) -> None:
    with Desktop() as desk, Bus(desk) as bus, Orca(desk) as orca:
        window = Listener(desk, bus, tmp_path, judged)
        try:
            orca.wait_for("听见远程银行", timeout=30)
            since = orca.mark()
            window.press("Tab")
            orca.wait_for("按钮", since)
            window.quiet()
            assert window.everything == []
        finally:
            window.close()
