"""Whose turn it is: the key pressed or held, the wake phrase, and what stops the voice."""

from __future__ import annotations

import pytest

from app.dialogue.voice_state import VoiceKind
from app.flows.acts import Interpretation, Mode, Repeat
from tests.app.talk import Talk
from tests.dialogues.ears import Ears
from voice.events import BargedIn, HeardNothing, SpeakingEnded, SpeakingStarted, Trouble
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


def test_a_key_that_was_let_go_too_early_does_not_listen_on() -> None:
    """The microphone stays off, and the beginning of the sentence is answered as it stands."""
    talk = Talk()
    talk.control.apply(VoiceSettings(talk=TalkKey.HOLD, ask_before_amounts=False))
    talk.control.talk_pressed()
    talk.control.talk_released()
    turns = len(talk.dialogue.turns)
    talk.pipeline.hear("给张三")
    assert talk.pipeline.listens == 1
    assert not talk.pipeline.listening
    said = [turn.message.screen for turn in talk.dialogue.turns[turns:]]
    assert said[0] == "给张三", "it is not lost"
    assert talk.pipeline.said[-1], "and somebody answers"


@pytest.mark.parametrize("chosen", BargeIn)
def test_nothing_listens_while_a_key_that_is_to_be_held_is_up(chosen: BargeIn) -> None:
    """Neither to be interrupted, whatever was chosen for that, nor because somebody was heard to speak up."""
    talk = Talk(ears=Ears(True))
    talk.control.apply(VoiceSettings(talk=TalkKey.HOLD, barge_in=chosen, ask_before_amounts=False))
    talk.control.talk_pressed()
    talk.control.talk_released()
    talk.pipeline.hear("转账")
    assert "转给谁" in talk.pipeline.said[-1]
    assert not talk.pipeline.barge_in, "the microphone is off while it speaks"
    talk.pipeline.tell(BargedIn())
    assert not talk.pipeline.listening, "also when it was on still, from before the key was to be held"
    talk.pipeline.tell(HeardNothing("silence"))
    assert not talk.pipeline.listening


def test_what_listens_when_the_key_is_to_be_held_from_now_on_listens_no_longer() -> None:
    """Chosen on the settings page in the middle of a conversation: the key is up."""
    talk = Talk()
    talk.control.toggle_listening()
    assert talk.pipeline.listening
    talk.control.apply(VoiceSettings(talk=TalkKey.HOLD))
    assert not talk.pipeline.listening
    talk.control.talk_pressed()
    talk.control.apply(VoiceSettings(talk=TalkKey.HOLD, patience=20.0))
    assert talk.pipeline.listening, "another setting, and the key is down"


def test_a_pause_while_the_key_is_down_ends_no_sentence() -> None:
    """It listens on as long as the key is held; what was said before belongs to it."""
    talk = Talk()
    talk.control.apply(VoiceSettings(talk=TalkKey.HOLD, ask_before_amounts=False))
    talk.control.talk_pressed()
    talk.pipeline.hear("给张三")
    assert talk.pipeline.listening
    talk.control.talk_released()
    talk.pipeline.hear("转五百元")
    assert "五百元" in talk.pipeline.said[-1]
    assert not talk.pipeline.listening


@pytest.mark.parametrize("held", [False, True])
@pytest.mark.parametrize("code", ["hearing_failed", "microphone_gone", "something_new"])
def test_the_press_after_a_listening_that_failed_begins_anew(code: str, held: bool) -> None:
    """There is nothing left to end; one press is enough, also of a button that stands for a key to be held."""
    talk = Talk()
    if held:
        talk.control.apply(VoiceSettings(talk=TalkKey.HOLD, ask_before_amounts=False))
    talk.control.toggle_listening()
    talk.pipeline.listening = False
    talk.pipeline.tell(Trouble(code))
    assert talk.control.state.kind is not VoiceKind.LISTENING, "it does not seem to listen either"
    talk.control.toggle_listening()
    assert talk.pipeline.listening


@pytest.mark.parametrize("code", ["engine_failed", "no_sound", "microphone_clipping"])
def test_a_trouble_that_ends_no_listening_leaves_the_press_its_meaning(code: str) -> None:
    """What was being said is taken, and not thrown away for another listening."""
    talk = Talk()
    talk.control.toggle_listening()
    talk.pipeline.tell(Trouble(code))
    listens = talk.pipeline.listens
    talk.control.toggle_listening()
    assert talk.pipeline.listens == listens
    assert not talk.pipeline.listening


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
    for half_heard in (0.55, 0.9):
        talk.pipeline.hear("听见听见", half_heard)
        assert not talk.control.conversing, "somebody else's talk, or several people's"
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
    talk = Talk(ears=Ears(worn))
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
    assert not talk.pipeline.listening, "the key has its own work to do first"
    talk.control.key_released()
    assert talk.pipeline.listening
    talk.pipeline.hear("登录")
    talk.pipeline.hear("一零零零零零零一")
    talk.pipeline.hear("对")
    talk.pipeline.tell(SpeakingStarted("请用键盘输入密码", "zh-CN"))
    talk.control.key_pressed()
    talk.control.key_released()
    assert not talk.pipeline.listening


def test_the_answer_of_the_key_that_stopped_the_voice_is_heard_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """F5 says the question again; when the key comes up it is still being said, and listened to after that, once."""
    talk, said = Talk(), list[str]()
    talk.control.toggle_listening()
    talk.pipeline.tell(SpeakingStarted("很长的话", "zh-CN"))
    listens = talk.pipeline.listens
    monkeypatch.setattr(talk.pipeline, "say", lambda text, lang: said.append(text))
    talk.control.key_pressed()
    talk.interaction.handle(Interpretation(Repeat(), mode=Mode.SCREEN))
    stops = talk.pipeline.stops
    talk.control.key_released()
    assert len(said) == 1
    assert (talk.pipeline.stops, talk.pipeline.listens) == (stops, listens)
    talk.pipeline.tell(SpeakingEnded(said[0], True))
    assert talk.pipeline.listens == listens + 1


@pytest.mark.parametrize("held", [False, True])
def test_the_talk_key_cuts_in_and_is_listened_to(held: bool) -> None:
    """It goes down with all keys, and what it begins is not begun again when it is up."""
    talk = Talk()
    talk.control.apply(VoiceSettings(talk=TalkKey.HOLD if held else TalkKey.TOGGLE, ask_before_amounts=False))
    talk.control.talk_pressed()
    talk.control.talk_released()
    talk.pipeline.tell(SpeakingStarted("很长的话", "zh-CN"))
    listens = talk.pipeline.listens
    talk.control.key_pressed()
    talk.control.talk_pressed()
    assert talk.pipeline.listening
    talk.control.key_released()
    assert talk.pipeline.listens == listens + 1


def test_a_key_stops_its_last_words_and_nothing_listens_after_them() -> None:
    """The conversation is over, but for the wake phrase where that is wanted."""
    talk = Talk()
    talk.control.apply(VoiceSettings(wake_phrase=True, ask_before_amounts=False))
    talk.control.toggle_listening()
    talk.control._standing.on, talk.control._standing.parting = False, True
    talk.pipeline.listening = False
    talk.pipeline.tell(SpeakingStarted("我先休息了", "zh-CN"))
    stops = talk.pipeline.stops
    talk.control.key_pressed()
    assert talk.pipeline.stops == stops + 1
    talk.control.key_released()
    assert not talk.pipeline.listening
    talk.pipeline.tell(SpeakingEnded("我先休息了", False))
    assert not talk.control.engaged
    assert talk.pipeline.phrases == ("听见听见", "你好听见")
