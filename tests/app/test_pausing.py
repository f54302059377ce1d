"""A pause by voice: what was being said is broken off, and 继续 goes on with the sentence that was not heard."""

from __future__ import annotations

import pytest

from app.flows.acts import Mode
from tests.app.talk import Talk
from tests.dialogues.ears import Ears
from voice.events import HeardNothing, SpeakingEnded, SpeakingStarted
from voice.settings import SpeakAmounts, VoiceSettings
from voice.settings import Talk as TalkKey

PAUSE = {"zh-CN": "暂停", "en": "pause"}
GO_ON = {"zh-CN": "继续", "en": "go on"}
PAUSED = {"zh-CN": "先停一下", "en": "I will wait"}
TRANSACTIONS = {"zh-CN": "查询交易记录", "en": "list transactions"}


def reading(lang: str = "zh-CN", at: str = "", **parts: Ears) -> tuple[Talk, str]:
    """A conversation in the middle of the last thing that it says, whose words come with it."""
    talk = Talk(lang=lang, **parts)
    talk.control.toggle_listening()
    talk.pipeline.hear(TRANSACTIONS[lang])
    return talk, cut_in(talk, at)


def cut_in(talk: Talk, at: str = "") -> str:
    """The last words are being said once more, and somebody speaks up in the second sentence, or at these words."""
    said = talk.pipeline.said[-1]
    talk.pipeline.cut_in(said.index(at) if at else said.index("。" if "。" in said else ". ") + 3)
    return said


@pytest.mark.parametrize("lang", PAUSE)
def test_after_a_pause_it_goes_on_with_the_sentence_that_was_broken_off(lang: str) -> None:
    """Neither the question comes again at once, nor what was heard already."""
    talk, said = reading(lang)
    talk.pipeline.hear(PAUSE[lang])
    assert PAUSED[lang] in talk.pipeline.said[-1]
    assert len(talk.pipeline.said[-1]) < 60, "only that"
    assert talk.pipeline.listening
    talk.pipeline.hear(GO_ON[lang])
    rest = talk.pipeline.said[-1]
    assert said.endswith(rest)
    assert 0 < len(rest) < len(said)
    before = said.removesuffix(rest).rstrip()
    assert before.endswith(("。", ".")), "from the beginning of a sentence"


def test_go_on_after_all_was_said_is_the_next_part_of_the_list() -> None:
    """Once it has been gone on with, and where nothing was broken off, 继续 means the list as ever."""
    talk, _ = reading()
    talk.pipeline.hear("暂停")
    talk.pipeline.hear("继续")
    calls = talk.bank.calls.count("entries")
    talk.pipeline.hear("继续")
    assert talk.bank.calls.count("entries") == calls + 1
    talk.pipeline.hear("暂停")
    talk.pipeline.hear("继续")
    assert talk.bank.calls.count("entries") == calls + 2


@pytest.mark.parametrize("lang", PAUSE)
def test_typed_it_goes_on_with_what_was_broken_off_too(lang: str) -> None:
    """Not with the next part of the list, of which half a part has not been heard; written, it is one more line."""
    talk, said = reading(lang)
    talk.pipeline.hear(PAUSE[lang])
    calls, lines = talk.bank.calls.count("entries"), len(talk.dialogue.turns)
    talk.dialogue.say(GO_ON[lang], Mode.CHAT)
    rest = talk.pipeline.said[-1]
    assert said.endswith(rest)
    assert 0 < len(rest) < len(said)
    assert [turn.message.chat for turn in talk.dialogue.turns[lines:]] == [GO_ON[lang]]
    assert talk.bank.calls.count("entries") == calls
    talk.dialogue.say(GO_ON[lang], Mode.CHAT)
    assert talk.bank.calls.count("entries") == calls + 1, "only then the list"


@pytest.mark.parametrize("mode", [Mode.CHAT, Mode.VOICE])
@pytest.mark.parametrize("lang", PAUSE)
def test_a_pause_asks_nothing_and_go_on_asks_the_question_again(lang: str, mode: Mode) -> None:
    """Whether it is typed or spoken: at the read-back, which is no list, 继续 is not answered by 没有更多."""
    talk = Talk(lang=lang)
    whole, asked = {
        "zh-CN": ("给张三转五百元", "请核对"),
        "en": ("send five hundred yuan to zhang san", "Please check"),
    }[lang]
    if mode is Mode.VOICE:
        talk.control.toggle_listening()
    for text in (whole, PAUSE[lang], GO_ON[lang]):
        talk.pipeline.hear(text) if mode is Mode.VOICE else talk.dialogue.say(text, mode)
    review, paused, again = [turn.message.chat for turn in talk.dialogue.turns if turn.who == "bank"][-3:]
    assert asked in review
    assert asked not in paused
    assert again == review
    assert not talk.bank.transfers


def test_go_on_after_a_pause_at_a_doubt_asks_the_doubt_again() -> None:
    """It is no answer to it, and does not take it away; nor does it go on with the list before it."""
    talk = Talk()
    talk.control.toggle_listening()
    talk.pipeline.hear("查询交易记录")
    talk.pipeline.hear("转账", 0.4)
    doubt, calls = talk.pipeline.said[-1], talk.bank.calls.count("entries")
    assert "您是说" in doubt
    for text in ("暂停", "继续"):
        talk.dialogue.say(text, Mode.CHAT)
    assert talk.pipeline.said[-1] == doubt
    assert talk.interaction.view.doubt is not None
    assert talk.bank.calls.count("entries") == calls


def test_typed_in_a_pause_at_the_password_it_is_no_password() -> None:
    """The pause itself has told to type it; without a pause it may be one."""
    talk = Talk(signed_in=False)
    for text in ("登录", "10000001", "暂停"):
        talk.dialogue.say(text, Mode.CHAT)
    asked = talk.dialogue.turns[-3].message.chat
    talk.dialogue.say("继续", Mode.CHAT)
    assert "sign_in" not in talk.bank.calls
    assert talk.dialogue.turns[-1].message.chat == asked
    talk.dialogue.say("继续", Mode.CHAT)
    assert "sign_in" in talk.bank.calls


def test_typed_in_a_pause_at_the_private_question_it_asks_that_again() -> None:
    """Nothing of the list has been read: going on with it would leave lines out."""
    talk = Talk()
    talk.control.apply(VoiceSettings())
    talk.control.toggle_listening()
    talk.pipeline.hear("查询交易记录")
    talk.pipeline.hear("暂停")
    calls = talk.bank.calls.count("entries")
    talk.dialogue.say("继续", Mode.CHAT)
    assert "方便读出来吗" in talk.pipeline.said[-1]
    assert talk.bank.calls.count("entries") == calls


def test_whatever_else_is_said_ends_the_pause() -> None:
    """The rest of something long past is not taken up in the middle of another thing."""
    talk, said = reading()
    talk.pipeline.hear("暂停")
    talk.pipeline.hear("主菜单")
    talk.pipeline.hear("继续")
    assert not said.endswith(talk.pipeline.said[-1])


def test_a_pause_at_the_private_question_is_over_with_its_answer() -> None:
    """继续 after the list is the next part of it, not the question that was broken off."""
    talk = Talk()
    talk.control.apply(VoiceSettings())
    talk.control.toggle_listening()
    talk.pipeline.hear("查询交易记录")
    assert "方便读出来吗" in cut_in(talk, at="方便")
    talk.pipeline.hear("暂停")
    talk.pipeline.hear("可以")
    calls = talk.bank.calls.count("entries")
    talk.pipeline.hear("继续")
    assert talk.bank.calls.count("entries") == calls + 1
    assert "方便读出来吗" not in talk.pipeline.said[-1]


def test_a_second_pause_and_a_typed_one_keep_what_was_broken_off() -> None:
    """Typed while it speaks, it has not been stopped yet."""
    talk, said = reading()
    talk.pipeline.hear("暂停")
    cut_in(talk)  # of "I will wait" itself
    talk.pipeline.hear("等一等")
    talk.pipeline.hear("接着读")
    assert said.endswith(talk.pipeline.said[-1])
    assert talk.pipeline.said[-1] != said
    talk.pipeline.tell(SpeakingStarted(said, "zh-CN"))
    talk.dialogue.say("暂停", Mode.CHAT)
    talk.pipeline.tell(SpeakingEnded(said, False))
    talk.pipeline.hear("继续")
    assert talk.pipeline.said[-1] == said


def test_nobody_is_asked_anything_in_a_pause() -> None:
    """Silence is what was asked for: it listens on, and at last it rests."""
    talk, _ = reading()
    talk.pipeline.hear("暂停")
    said = len(talk.pipeline.said)
    for _ in range(2):
        talk.pipeline.listening = False
        talk.pipeline.tell(HeardNothing("silence"))
        assert talk.pipeline.listening
        assert len(talk.pipeline.said) == said
    talk.pipeline.tell(HeardNothing("silence"))
    assert "休息" in talk.pipeline.said[-1]
    assert not talk.control.conversing


def test_typed_after_the_conversation_has_come_to_rest_nothing_is_spoken() -> None:
    """A screen reader may have the word by then: the answer is written."""
    talk, _ = reading()
    talk.pipeline.hear("暂停")
    for _ in range(3):
        talk.pipeline.listening = False
        talk.pipeline.tell(HeardNothing("silence"))
    said, calls = len(talk.pipeline.said), talk.bank.calls.count("entries")
    talk.dialogue.say("继续", Mode.CHAT)
    assert len(talk.pipeline.said) == said
    assert talk.bank.calls.count("entries") == calls + 1


def test_a_pause_opens_no_microphone_while_the_key_is_up() -> None:
    """Where the talk key is held to speak, silence in a pause does not listen on either."""
    talk, _ = reading()
    talk.control.apply(VoiceSettings(talk=TalkKey.HOLD, ask_before_amounts=False))
    talk.control.talk_pressed()
    talk.control.talk_released()
    talk.pipeline.hear("暂停")
    talk.pipeline.tell(HeardNothing("silence"))
    assert not talk.pipeline.listening


def test_the_rest_has_no_amounts_when_the_headphones_are_gone() -> None:
    """What might be said when it was broken off may not be said now."""
    ears = Ears(True)
    talk = Talk(ears=ears)
    talk.control.apply(VoiceSettings(speak_amounts=SpeakAmounts.HEADPHONES, ask_before_amounts=False))
    talk.control.toggle_listening()
    talk.pipeline.hear("查询交易记录")
    assert "元" in cut_in(talk)
    talk.pipeline.hear("暂停")
    ears.plug(False)
    talk.pipeline.hear("继续")
    assert "元" not in talk.pipeline.said[-1]


def test_the_rest_is_watched_over_like_the_whole() -> None:
    """Headphones that are pulled out while the rest is being said silence it."""
    ears = Ears(True)
    talk = Talk(ears=ears)
    talk.control.apply(VoiceSettings(speak_amounts=SpeakAmounts.HEADPHONES, ask_before_amounts=False))
    talk.control.toggle_listening()
    talk.pipeline.hear("查询交易记录")
    cut_in(talk)
    talk.pipeline.hear("暂停")
    talk.pipeline.hear("继续")
    talk.pipeline.tell(SpeakingStarted(talk.pipeline.said[-1], "zh-CN"))
    ears.plug(False)
    assert "元" not in talk.pipeline.said[-1]
