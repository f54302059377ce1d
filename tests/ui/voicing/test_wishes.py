"""As little or as much as the customer wants, in either language."""

from __future__ import annotations

from pathlib import Path

import pytest

from accessibility.probe.atspi import Bus
from accessibility.probe.desktop import Desktop
from tests.ui.voicing.listener import Listener

pytestmark = pytest.mark.screen


def test_as_little_as_the_customer_wants(quiet_desk: Desktop, ear: Bus, judged: set[int], tmp_path: Path) -> None:
    """Words instead of keys, no punctuation, no roles."""
    window = Listener(quiet_desk, ear, tmp_path, judged, echo="words", punctuation="none", verbosity="brief")
    try:
        window.hear("听见远程银行")
        window.tab_to("登录")
        assert not any("登录，按钮" in said for said in window.everything)
        window.press("Return")
        window.hear("客户号")
        window.rest()
        window.desk.type("ab ")
        assert window.hear("ab") == "ab"
        window.desk.type("7@")
        window.rest()
        window.press("F12")
        assert "艾特" not in window.hear("客户号")
    finally:
        window.close()


def test_in_english_with_all_of_a_thing(quiet_desk: Desktop, ear: Bus, judged: set[int], tmp_path: Path) -> None:
    """The same reader in the other language; all of a thing, no echo of what is typed."""
    window = Listener(quiet_desk, ear, tmp_path, judged, "en", echo="none", verbosity="full")
    try:
        window.hear("Tingjian remote bank, heading")
        window.tab_to("Sign in, button, press Enter to activate")
        window.press("Return")
        window.hear("Customer number, ")
        window.look()
        window.rest()
        before = len(window.everything)
        window.desk.type("12")
        window.quiet()
        assert len(window.everything) == before
        window.press("F12")
        window.hear("Customer number, ")
    finally:
        window.close()
