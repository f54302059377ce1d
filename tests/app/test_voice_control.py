"""The conversation by voice: one key begins it, secrets are never listened for, silence rests without loss."""

from __future__ import annotations

from app.dialogue.voice_state import VoiceKind
from app.domain.secret import Secret
from app.flows.acts import Answer, Interpretation, Mode
from tests.app.talk import Talk
from tests.fakes import DEMO_PASSWORD
from voice.events import HeardNothing, SpeakingEnded


def test_one_key_begins_and_it_goes_on_by_itself() -> None:
    """After the key, nothing but speech is needed from the balance to the transfer."""
    talk = Talk()
    talk.control.toggle_listening()
    for sentence in ("查询余额", "转账给张三", "五百元", "确认转账"):
        assert talk.pipeline.listening
        talk.pipeline.hear(sentence)
    assert [str(receipt.amount) for receipt in talk.bank.transfers] == ["500.00"]
    assert "转账成功" in talk.pipeline.said[-1]


def test_it_never_speaks_before_the_key() -> None:
    """A screen reader has the word until the customer asks for the voice (SPK-05)."""
    talk = Talk()
    assert not hasattr(talk, "pipeline"), "not even the engine is started"


def test_a_secret_is_asked_for_in_speech_and_never_listened_for() -> None:
    """SEC-10: the microphone is off, and what is heard all the same is dropped unread."""
    talk = Talk(signed_in=False)
    talk.control.toggle_listening()
    talk.pipeline.hear("登录")
    talk.pipeline.hear("一零零零零零零一")
    talk.pipeline.hear("对")
    assert "键盘" in talk.pipeline.said[-1]
    assert not talk.pipeline.listening
    talk.pipeline.hear("三一四一五九")
    everything = " ".join(turn.message.speech + turn.message.screen for turn in talk.dialogue.turns)
    assert "三一四一五九" not in everything
    assert talk.bank.calls.count("sign_in") == 0
    assert talk.dialogue.turns[-1].who == "bank"
    assert talk.dialogue.turns[-2].who == "bank", "what was spoken is not even noted as said"
    talk.interaction.handle(Interpretation(Answer(Secret(DEMO_PASSWORD))))
    assert talk.pipeline.listening, "the conversation goes on by itself after the password was typed"


def test_every_utterance_is_a_caption() -> None:
    """SPK-10: what is said is shown."""
    talk = Talk()
    talk.control.toggle_listening()
    talk.pipeline.hear("查询余额")
    assert set(talk.pipeline.said) <= {state.caption for state in talk.states}
    assert "查询余额" in {state.heard for state in talk.states}


def test_the_key_cuts_in_and_ends_listening() -> None:
    """One key: begins, interrupts, ends listening."""
    talk = Talk()
    talk.control.toggle_listening()
    assert talk.control.state.kind is VoiceKind.LISTENING
    talk.control.toggle_listening()
    assert not talk.pipeline.listening


def test_stop_is_silence_until_the_key() -> None:
    """Escape: quiet at once, and quiet it stays."""
    talk = Talk()
    talk.control.toggle_listening()
    talk.control.stop()
    said = len(talk.pipeline.said)
    talk.dialogue.say("查询余额", Mode.CHAT)
    assert len(talk.pipeline.said) == said
    assert not talk.control.conversing


def test_silence_asks_again_in_other_words_then_rests_and_keeps_everything() -> None:
    """Nobody answers: help, then rest; the task is still there (G6)."""
    talk = Talk()
    talk.control.toggle_listening()
    talk.pipeline.hear("转账给张三")
    talk.pipeline.tell(HeardNothing("silence"))
    assert "请说要转的钱数" in talk.pipeline.said[-1]
    talk.pipeline.tell(HeardNothing("silence"))
    assert "例如五百元" in talk.pipeline.said[-1]
    talk.pipeline.tell(HeardNothing("silence"))
    assert "休息" in talk.pipeline.said[-1]
    assert not talk.control.conversing
    assert talk.interaction.view.session is not None
    assert talk.interaction.view.session.answers["payee"].name == "张三"


def test_what_was_not_a_sentence_is_told() -> None:
    """Speech outside the vocabulary is answered, not ignored."""
    talk = Talk()
    talk.control.toggle_listening()
    talk.pipeline.tell(HeardNothing("unknown"))
    assert "没有听懂" in talk.pipeline.said[-1]


def test_an_interrupted_utterance_does_not_open_the_microphone() -> None:
    """Only what was said to the end is followed by listening."""
    talk = Talk()
    talk.control.toggle_listening()
    talk.pipeline.listening = False
    talk.pipeline.tell(SpeakingEnded("…", False))
    assert not talk.pipeline.listening


def test_low_confidence_is_asked_back_and_moves_nothing() -> None:
    """A doubtful Yes at the review does not confirm."""
    talk = Talk()
    talk.control.toggle_listening()
    talk.pipeline.hear("给张三转五百元")
    talk.pipeline.hear("确认转账", 0.4)
    assert talk.bank.transfers == []
    assert "您是说" in talk.pipeline.said[-1]
    talk.pipeline.hear("是", 0.95)
    assert len(talk.bank.transfers) == 1


def test_what_was_said_goes_with_the_session() -> None:
    """After signing out nothing of it is kept: no turn, no caption, nothing heard."""
    talk = Talk()
    talk.control.toggle_listening()
    talk.pipeline.hear("给张三转五百元")
    talk.pipeline.hear("取消")
    talk.pipeline.hear("退出登录")
    kept = [turn.message.screen for turn in talk.dialogue.turns]
    assert len(kept) == 1
    assert "退出" in kept[0]
    assert "五百" not in talk.control.state.caption + talk.control.state.heard
