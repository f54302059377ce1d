"""The conversation by voice: one key begins it, secrets are never listened for, silence rests without loss."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from app.dialogue.grammar import load_grammar
from app.dialogue.manager import DialogueManager
from app.dialogue.speaking import SLOWEST
from app.dialogue.troubles import DEAF
from app.dialogue.understand import Understanding
from app.dialogue.vocabulary import Vocabulary
from app.dialogue.voice_control import VoiceControl
from app.dialogue.voice_state import VoiceKind, VoiceState
from app.domain.secret import Secret
from app.flows import FLOWS
from app.flows.acts import Answer, Interpretation, Mode
from app.flows.interaction import InteractionManager
from app.flows.work import InlineWorker
from app.keeper import Keeper
from app.kept_wishes import KeptWishes
from app.words import Words
from tests.app.test_interaction import SIGN_IN
from tests.dialogues.scripted_voice import ScriptedPipeline
from tests.dialogues.stage import Ears
from tests.fakes import DEMO_PASSWORD, FakeBank
from voice.end_pause import LONGEST, EndPause
from voice.events import BargedIn, HeardNothing, SpeakingEnded, SpeakingStarted, Trouble
from voice.settings import BargeIn, VoiceSettings
from voice.settings import Talk as TalkKey


class Talk:
    """A conversation with its parts in reach."""

    def __init__(self, *, signed_in: bool = True, ears: Ears | None = None, wishes: KeptWishes | None = None) -> None:
        self.bank = FakeBank()
        self.interaction = InteractionManager(self.bank, FLOWS, InlineWorker(), "zh-CN")
        grammar, self.words = load_grammar("zh-CN"), Words.load("zh-CN")
        self.dialogue = DialogueManager(self.interaction, Understanding(grammar), self.words)
        self.pipeline: ScriptedPipeline
        self.control = VoiceControl(
            self.interaction, self.dialogue, Vocabulary(grammar, list(FLOWS), lambda: ("五百元",) * 50),
            lambda wanted: wanted.sentences, self.words, lambda job: job(), self._make, headphones=ears, wishes=wishes,
        )  # fmt: skip
        self.control.apply(VoiceSettings(ask_before_amounts=False))
        self.states: list[VoiceState] = []
        self.control.listen(self.states.append)
        if signed_in:
            self.interaction.handle(Interpretation(SIGN_IN))

    def _make(self, on_event) -> ScriptedPipeline:  # type: ignore[no-untyped-def]
        self.pipeline = ScriptedPipeline(on_event)
        return self.pipeline


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
