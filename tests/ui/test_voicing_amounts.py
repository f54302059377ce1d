"""The built-in reader and amounts of money: who may hear them, and when (SEC-02)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from app.keeper import Keeper
from tests.ui.reader_home import Home
from tests.voice.fakes import until
from voice.settings import SpeakAmounts

BALANCE = "余额 ¥500.00"


@pytest.fixture
def first(tmp_path: Path) -> Any:
    home = Home(Keeper(tmp_path / "settings.json"))
    yield home
    home.close()


@pytest.fixture
def reading(first: Home) -> Home:
    """It has said its first words, and no amount yet; the settings are those of the first start."""
    first.screen_reader(False)
    first.heard("按 F4")
    return first


def test_amounts_are_spoken_as_the_customer_wishes(first: Home) -> None:
    """SEC-02: on request means that asking where one is gives the amount; never is never."""
    first.screen_reader(False)
    first.heard("按 F4")
    for wish, spoken in (
        (SpeakAmounts.ALWAYS, "余额 五百元"),
        (SpeakAmounts.REQUEST, "余额 （金额不读）"),
        (SpeakAmounts.HEADPHONES, "余额 （金额不读）"),
        (SpeakAmounts.NEVER, "余额 （金额不读）"),
    ):
        first.synthesiser.said.clear()
        first.wish(speak_amounts=wish, ask_before_amounts=False)
        first.output.say("余额 ¥500.00")
        first.heard(spoken)
        asked = first.way._asked(lambda: first.output.say("余额 ¥500.00") and None)
        asked()
        first.heard("余额 （金额不读）" if wish is SpeakAmounts.NEVER else "余额 五百元")


def test_before_anybody_was_asked_amounts_are_left_out_and_it_is_said_once_how_to_hear_them(reading: Home) -> None:
    """A reader cannot ask whether others hear. Whoever then asks for the amount has answered for that session."""
    assert "金额不读" not in reading.reads("您好，林峰")
    first, second = reading.reads(BALANCE), reading.reads(BALANCE)
    assert "五百" not in first + second
    assert "按 F12 就读" in first
    assert "F12" not in second
    assert "F12" not in reading.asks("登录，按钮"), "where one is has no amount here, and answers nothing"
    assert "五百" not in reading.reads(BALANCE)
    assert "五百元" in reading.asks(BALANCE)
    assert "五百元" in reading.reads(BALANCE)
    reading.discretion.forget()
    assert "按 F12 就读" in reading.reads(BALANCE), "another session, perhaps with others in the room"


def test_a_no_to_the_conversation_holds_for_the_reader(reading: Home) -> None:
    """One amount can still be asked for, and that one alone; a Yes holds too."""
    reading.discretion.answered(False)
    assert "要听请按 F12" in reading.reads(BALANCE)
    assert "五百元" in reading.asks(BALANCE)
    assert "五百" not in reading.reads(BALANCE)
    reading.discretion.answered(True)
    assert "五百元" in reading.reads(BALANCE)


def test_amounts_in_words_are_left_out_as_well(reading: Home) -> None:
    """What was heard half is shown in the customer's own words."""
    assert "五百" not in reading.reads("您是说“五百元”吗？")


def test_what_is_repeated_is_judged_anew(reading: Home) -> None:
    """The reader's words and the conversation's: the headphones may have gone, or amounts been turned off."""
    reading.wish(speak_amounts=SpeakAmounts.HEADPHONES)
    reading.ears.plug(True)
    assert "五百元" in reading.reads(BALANCE)
    reading.ears.plug(False)
    assert "五百" not in reading.repeats()
    reading.ears.plug(True)
    assert "五百元" in reading.repeats()
    pipeline = reading.one.made
    assert pipeline is not None
    pipeline.say("转给张三，一千二百三十四元五角。", "zh-CN")
    assert pipeline.wait_until_idle(10)
    assert "一千二百三十四元五角" in reading.repeats()
    reading.wish(speak_amounts=SpeakAmounts.NEVER)
    repeated = reading.repeats()
    assert "转给张三" in repeated
    assert "千" not in repeated
    assert "F12" not in repeated, "never is never"
    reading.wish(ask_before_amounts=False)
    assert "一千二百三十四元五角" in reading.repeats()


def test_the_reader_stops_when_the_headphones_go(reading: Home) -> None:
    """What may be said without them follows; nobody looks longer than it is said."""
    reading.wish(speak_amounts=SpeakAmounts.HEADPHONES)
    reading.ears.plug(True)
    reading.speaker.held = True
    before = len(reading.synthesiser.said)
    reading.output.say(BALANCE)
    until(lambda: reading.run() or reading.ears.watched)
    until(lambda: reading.synthesiser.said[before:] and reading.speaker.played and not reading.speaker.played[-1].done)
    cut = reading.speaker.played[-1]
    reading.speaker.held = False
    reading.ears.plug(False)
    reading.run()
    assert cut.stopped
    assert "（金额不读）" in reading.after(before + 1)
    reading.ears.plug(True)
    assert "五百元" in reading.reads(BALANCE)
    until(lambda: not reading.ears.watched)
