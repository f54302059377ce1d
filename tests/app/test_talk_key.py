"""Whose turn it is: the key pressed or held, the wake phrase, and what stops the voice."""

from __future__ import annotations

import pytest

from tests.app.talk import Talk
from tests.dialogues.stage import Ears
from voice.events import BargedIn, HeardNothing, SpeakingStarted
from voice.settings import BargeIn, VoiceSettings
from voice.settings import Talk as TalkKey


def test_the_key_is_held_to_speak() -> None:
    """Push to talk: down begins, up ends; the key's repeats do nothing, and it never listens by itself."""
    talk = Talk()
    talk.control.apply(VoiceSettings(talk=TalkKey.HOLD, ask_before_amounts=False))
    talk.control.talk_pressed()
    talk.control.talk_pressed()
    assert talk.pipeline.listens == 1
    talk.control.talk_released()
    assert not talk.pipeline.listening
    talk.pipeline.hear("转账给张三")
    assert "转多少钱" in talk.pipeline.said[-1]
    assert not talk.pipeline.listening, "only while the key is down"
    talk.control.talk_released()
    talk.control.talk_pressed()
    assert talk.pipeline.listens == 2
    talk.pipeline.hear("五百元")
    assert "五百元" in talk.pipeline.said[-1]


def test_who_cannot_hold_the_button_presses_it_twice() -> None:
    """A switch or a reader presses and lets go in one go: the first press begins, the next one ends."""
    talk = Talk()
    talk.control.apply(VoiceSettings(talk=TalkKey.HOLD, ask_before_amounts=False))
    assert talk.control.holds
    for _ in range(2):
        talk.control.toggle_listening()
        assert talk.pipeline.listening
        talk.control.toggle_listening()
        assert not talk.pipeline.listening
        talk.pipeline.tell(HeardNothing("silence"))


def test_it_listens_only_when_the_key_is_pressed_where_that_is_wanted() -> None:
    """No open dialogue: after a question it waits for the key."""
    talk = Talk()
    talk.control.apply(VoiceSettings(open_dialogue=False))
    talk.control.toggle_listening()
    assert not talk.pipeline.listening
    talk.control.toggle_listening()
    assert talk.pipeline.listening


def test_the_wake_phrase_begins_it_and_nothing_else_is_heard_while_it_rests() -> None:
    """Listened for at rest, by choice only; other words are neither shown nor understood."""
    talk = Talk()
    assert not hasattr(talk, "pipeline"), "off by default: no microphone before the key"
    talk.control.apply(VoiceSettings(wake_phrase=True))
    assert talk.pipeline.phrases == ("听见听见", "你好听见")
    assert talk.pipeline.patience is None
    talk.pipeline.hear("查询余额")
    assert talk.bank.calls.count("accounts") == 1, "only what signing in asked for"
    assert talk.control.state.heard == ""
    talk.pipeline.hear("听见听见", 0.55)
    assert not talk.control.conversing, "half heard, or somebody else's talk"
    talk.pipeline.hear("听见听见")
    assert talk.control.conversing
    assert "您要办什么业务" in talk.pipeline.said[-1]
    assert talk.pipeline.patience == VoiceSettings().patience
    talk.control.stop()
    assert talk.pipeline.phrases == ("听见听见", "你好听见"), "it dozes again"
    talk.control.apply(VoiceSettings())
    assert not talk.pipeline.listening


def test_who_speaks_while_it_does_is_listened_to_but_never_at_a_secret() -> None:
    """Barge-in listens at once; where a password is typed, the microphone goes off again."""
    talk = Talk(signed_in=False)
    talk.control.toggle_listening()
    talk.pipeline.listening = False
    talk.pipeline.tell(BargedIn())
    assert talk.pipeline.listening
    talk.pipeline.hear("登录")
    talk.pipeline.hear("一零零零零零零一")
    talk.pipeline.hear("对")
    talk.pipeline.tell(BargedIn())
    assert not talk.pipeline.listening


@pytest.mark.parametrize(("worn", "chosen", "wanted"), [(True, "headphones", True), (None, "headphones", False),
                                                        (False, "always", True), (True, "off", False)])  # fmt: skip
def test_speech_stops_it_only_where_that_is_safe(worn: bool | None, chosen: str, wanted: bool) -> None:
    """Beside a loudspeaker its own voice could interrupt it, so that is by choice."""
    ears = Ears()
    ears.worn = worn
    talk = Talk(ears=ears)
    talk.control.apply(VoiceSettings(barge_in=BargeIn(chosen)))
    talk.control.toggle_listening()
    assert talk.pipeline.barge_in is wanted


def test_any_key_stops_the_voice() -> None:
    """Whoever presses a key has heard enough; where a password is typed, the microphone stays off."""
    talk = Talk(signed_in=False)
    talk.control.key_pressed()
    assert not hasattr(talk, "pipeline"), "at rest a key means nothing to the voice"
    talk.control.toggle_listening()
    stops = talk.pipeline.stops
    talk.control.key_pressed()
    assert talk.pipeline.stops == stops, "while it listens a key is no reason to stop"
    talk.pipeline.listening = False
    talk.pipeline.tell(SpeakingStarted("很长的话", "zh-CN"))
    talk.control.key_pressed()
    assert talk.pipeline.stops == stops + 1
    assert talk.pipeline.listening
    talk.pipeline.hear("登录")
    talk.pipeline.hear("一零零零零零零一")
    talk.pipeline.hear("对")
    talk.pipeline.tell(SpeakingStarted("请用键盘输入密码", "zh-CN"))
    talk.control.key_pressed()
    assert not talk.pipeline.listening
