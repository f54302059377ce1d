"""Slower, louder and more time to speak: in force at once, and kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.dialogue.speaking import SLOWEST
from app.flows.acts import Mode
from app.keeper import Keeper
from app.kept_wishes import KeptWishes
from tests.app.talk import Talk
from voice.end_pause import LONGEST, EndPause
from voice.settings import Talk as TalkKey
from voice.settings import VoiceSettings


def test_slower_and_louder_change_what_is_said_next() -> None:
    """慢一点 changes the pace itself, within limits."""
    talk = Talk()
    talk.control.toggle_listening()
    for _ in range(20):
        talk.pipeline.hear("慢一点")
    assert talk.pipeline.rate == SLOWEST
    talk.pipeline.hear("大声一点")
    assert talk.pipeline.volume > 1.0


@pytest.mark.parametrize("mode", [Mode.VOICE, Mode.CHAT])
def test_slower_and_louder_become_settings(tmp_path: Path, mode: Mode) -> None:
    """Said or typed, before anything was spoken or after: told to all who follow the settings, and there next time."""
    keeper = Keeper(tmp_path / "settings.json")
    told: list[float] = []
    keeper.listen(lambda settings: told.append(settings.preferences.speech_rate))
    talk = Talk(wishes=KeptWishes(keeper))
    if mode is Mode.VOICE:
        talk.control.toggle_listening()
    talk.dialogue.say("慢一点", mode)
    talk.dialogue.say("大声一点", mode)
    assert told == [0.8, 0.8]
    later = Keeper(tmp_path / "settings.json").preferences
    assert (later.speech_rate, later.voicing.volume) == (0.8, 1.3)


def test_whoever_is_cut_off_again_and_again_gets_more_time() -> None:
    """The pause that ends a sentence lengthens by itself, up to a limit."""
    talk = Talk()
    talk.control.toggle_listening()
    before = talk.pipeline.end_silence
    for _ in range(2):
        talk.pipeline.hear("给张三")
        talk.pipeline.hear("转五百元")
        talk.pipeline.hear("取消")
    assert talk.pipeline.end_silence == pytest.approx(before * 1.5)
    pause = EndPause(3.5)
    assert not pause.cut_off()
    assert pause.cut_off()
    assert pause.seconds == LONGEST
    assert not pause.cut_off()
    assert not pause.cut_off()


def test_whoever_lets_go_of_the_key_has_not_been_cut_off() -> None:
    """What was ended by the customer says nothing about pauses, however often half a sentence comes of it."""
    talk = Talk()
    talk.control.apply(VoiceSettings(talk=TalkKey.HOLD, ask_before_amounts=False))
    for _ in range(4):
        talk.control.talk_pressed()
        talk.control.talk_released()
        talk.pipeline.hear("给张三")
        talk.pipeline.hear("取消")
    assert talk.pipeline.end_silence == VoiceSettings().end_silence


def test_the_longer_pause_outlasts_other_settings_and_the_next_start(tmp_path: Path) -> None:
    """Whoever needs more time needs it tomorrow too."""
    keeper = Keeper(tmp_path / "settings.json")
    talk = Talk(wishes=KeptWishes(keeper))
    keeper.listen(lambda settings: talk.control.apply(settings.patient_voice))
    talk.control.toggle_listening()
    for _ in range(2):
        talk.pipeline.hear("给张三")
        talk.pipeline.hear("转五百元")
        talk.pipeline.hear("取消")
    longer = pytest.approx(VoiceSettings().end_silence * 1.5)
    assert talk.pipeline.end_silence == longer
    keeper.prefer(replace(keeper.preferences, text_scale=2.0))
    talk.pipeline.hear("查询余额")
    assert talk.pipeline.end_silence == longer
    assert Keeper(tmp_path / "settings.json").settings.voice.end_silence == longer


def test_the_longer_pause_outlasts_other_settings_where_nothing_is_kept() -> None:
    """The same settings again do not shorten it; another pause that is chosen does."""
    pause = EndPause(0.7)
    pause.cut_off()
    pause.cut_off()
    pause.set(0.7)
    assert pause.seconds == pytest.approx(1.05)
    pause.set(0.4)
    assert pause.seconds == 0.4
