"""Where a secret is typed nothing is recognised, whatever the conversation asks for at that moment (SEC-10)."""

from __future__ import annotations

from app.dialogue.voice_state import VoiceKind
from app.flows.acts import Interpretation, Request
from tests.app.talk import Talk
from tests.fakes import DEMO_NUMBER
from voice.events import BargedIn, SpeakingEnded, StillListening
from voice.settings import BargeIn, VoiceSettings


def signing_in() -> Talk:
    """By voice: the customer number is asked for, and the page that shows it has the password's field too."""
    talk = Talk(signed_in=False)
    talk.control.apply(VoiceSettings(barge_in=BargeIn.ALWAYS))
    talk.control.toggle_listening()
    talk.pipeline.hear("登录")
    assert talk.interaction.view.takes_secret
    assert talk.pipeline.listening
    return talk


def test_with_the_focus_in_the_field_nothing_is_recognised_logged_or_shown() -> None:
    """Also what was on its way when the focus came; and nothing opens the microphone meanwhile."""
    talk = signing_in()
    turns, heard = len(talk.dialogue.turns), talk.control.state.heard
    talk.control.typing_secret(True)
    assert not talk.pipeline.listening
    assert not talk.pipeline.barge_in
    assert talk.control.state.kind is VoiceKind.IDLE
    talk.pipeline.tell(StillListening("三一四"))
    talk.pipeline.hear("三一四一五九二六")
    talk.pipeline.tell(BargedIn())
    talk.pipeline.tell(SpeakingEnded("…", True))
    assert not talk.pipeline.listening
    assert len(talk.dialogue.turns) == turns
    assert talk.interaction.view.doubt is None
    assert not talk.control.state.heard
    assert "三一四" not in " ".join(state.heard for state in talk.states)
    assert heard == ""


def test_the_key_says_there_what_to_do_and_does_not_listen() -> None:
    talk = signing_in()
    talk.control.typing_secret(True)
    talk.control.talk_pressed()
    assert "密码请用键盘输入" in talk.pipeline.said[-1]
    assert not talk.pipeline.listening
    assert talk.control.conversing
    talk.control.stop()
    talk.control.toggle_listening()
    assert not talk.pipeline.listening
    assert not talk.control.conversing, "it was not begun by a key that does not listen"


def test_beside_the_field_the_customer_number_can_be_spoken() -> None:
    """Before the focus came there, and as soon as it has left."""
    talk = signing_in()
    talk.control.typing_secret(True)
    talk.control.typing_secret(False)
    assert talk.pipeline.listening, "nobody has to press the key again"
    talk.pipeline.hear("一零零零零零零一")
    assert "对吗" in talk.pipeline.said[-1]
    talk.pipeline.hear("对")
    assert talk.interaction.view.asks_secret
    assert not talk.pipeline.listening


def test_half_a_sentence_is_not_shown_while_the_password_is_asked_for() -> None:
    """It was being said when the question came."""
    talk = signing_in()
    talk.interaction.handle(Interpretation(Request("sign_in", {"customer_number": DEMO_NUMBER})))
    assert talk.interaction.view.asks_secret
    talk.pipeline.tell(StillListening("一二三四"))
    assert "一二三四" not in " ".join(state.heard for state in talk.states)


def test_a_field_that_has_gone_with_its_page_silences_nobody() -> None:
    talk = Talk()
    talk.control.typing_secret(True)
    talk.control.toggle_listening()
    assert talk.pipeline.listening
