"""What cannot be heard, or not well, is told in words and aloud, once; the rest works."""

from __future__ import annotations

from functools import partial

import pytest

from app.dialogue.grammar import load_grammar
from app.dialogue.troubles import DEAF
from app.dialogue.vocabulary import Vocabulary
from app.dialogue.voice_control import VoiceControl
from app.flows import FLOWS
from app.flows.acts import Mode
from tests.app.talk import Talk
from voice.events import HeardNothing, Trouble
from voice.settings import VoiceSettings


@pytest.mark.parametrize("code", ["no_microphone", "no_sound", "engine_failed", "something_new"])
def test_trouble_is_told_in_words_and_the_rest_works(code: str) -> None:
    """SET-11: text and keyboard stay; the caption of the moment stays readable."""
    talk = Talk()
    talk.control.toggle_listening()
    before = talk.control.state.caption
    talk.pipeline.tell(Trouble(code))
    assert talk.control.state.caption != before
    assert before in talk.control.state.caption
    talk.dialogue.say("查询余额", Mode.CHAT)
    assert "账户" in talk.dialogue.turns[-1].message.chat


@pytest.mark.parametrize("code", sorted(DEAF))
def test_who_cannot_be_heard_is_told_so_aloud_once(code: str) -> None:
    """By ear too, with what to do next; then the conversation rests, and the key tries again."""
    talk = Talk()
    talk.control.toggle_listening()
    talk.pipeline.listening = False
    for _ in range(2):
        talk.pipeline.tell(Trouble(code))
    assert [text for text in talk.pipeline.said if "打字聊天" in text] == [talk.pipeline.said[-1]]
    assert "键盘" in talk.pipeline.said[-1]
    assert talk.control.state.caption.startswith(talk.pipeline.said[-1]), "heard and seen the same"
    assert not talk.control.conversing
    assert not talk.pipeline.listening
    talk.control.toggle_listening()
    talk.pipeline.tell(Trouble(code))
    assert "打字聊天" in talk.pipeline.said[-1], "who presses the key again is told again"


@pytest.mark.parametrize("code", ["microphone_muted", "microphone_clipping"])
def test_a_microphone_that_serves_badly_is_told_with_the_next_words(code: str) -> None:
    """Once; the conversation goes on."""
    talk = Talk()
    talk.control.toggle_listening()
    for _ in range(2):
        talk.pipeline.tell(Trouble(code))
        talk.pipeline.tell(HeardNothing("silence"))
    assert ["打字聊天" in text for text in talk.pipeline.said] == [False, True, False]
    assert "您想办什么" in talk.pipeline.said[1]
    assert talk.pipeline.listening


def test_a_microphone_that_goes_while_it_rests_is_told_aloud_where_nobody_reads() -> None:
    """With the wake phrase on; it is not tried again and again. A reader that is there tells it instead."""
    for read in (False, True):
        talk = Talk()
        talk.control.unless_read(partial(bool, read))
        talk.control.apply(VoiceSettings(wake_phrase=True))
        listens = talk.pipeline.listens
        talk.pipeline.tell(Trouble("microphone_gone"))
        assert ["断开" in text for text in talk.pipeline.said] == ([] if read else [True])
        assert talk.pipeline.listens == listens, "no use to listen on"
        talk.control.toggle_listening()
        assert talk.pipeline.listening


def test_without_a_model_it_says_why_until_there_is_one() -> None:
    """The reason is a message; a model that is installed meanwhile is used without a restart."""
    talk, lacking = Talk(), ["voice-trouble-no_model"]
    control = VoiceControl(
        talk.interaction, talk.dialogue, Vocabulary(load_grammar("zh-CN"), list(FLOWS), tuple),
        lambda wanted: None, talk.words, lambda job: job(), talk._make, lacks=lambda: lacking[0],
    )  # fmt: skip
    assert not control.available
    assert "语音模型" in talk.words.text(control.reason_id)
    control.stop()
    control.close()
    lacking[0] = ""
    assert control.available


def test_names_that_the_model_cannot_hear_are_told_once() -> None:
    """Told in text and aloud before somebody says one, with the names; not with every question."""
    talk = Talk()
    talk.control.toggle_listening()
    talk.pipeline.tell(Trouble("unsayable", "龘龘"))
    assert "龘龘" in talk.control.state.caption
    assert "龘龘" in talk.pipeline.said[-1]
    assert talk.pipeline.listening, "and then it listens"
    talk.pipeline.hear("查询余额")
    talk.pipeline.tell(Trouble("unsayable", "龘龘"))
    assert "龘龘" not in talk.control.state.caption
    assert "龘龘" not in talk.pipeline.said[-1]


def test_names_found_at_the_start_are_told_when_the_conversation_begins() -> None:
    """Nobody is spoken to before the key is pressed."""
    talk = Talk()
    talk.control.report(Trouble("unsayable", "龘龘"))
    assert not hasattr(talk, "pipeline")
    talk.control.toggle_listening()
    assert "龘龘" in talk.pipeline.said[0]
    assert "业务" in talk.pipeline.said[0]
