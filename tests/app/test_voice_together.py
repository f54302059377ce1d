"""Conversation and built-in reader on one real pipeline, whose microphone, loudspeaker and engine are fakes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from app.dialogue.grammar import load_grammar
from app.dialogue.manager import DialogueManager
from app.dialogue.understand import Understanding
from app.dialogue.vocabulary import Vocabulary
from app.dialogue.voice_control import VoiceControl
from app.domain.secret import Secret
from app.flows import FLOWS
from app.flows.acts import Act, Answer, Inform, Interpretation, Mode, Request
from app.flows.interaction import InteractionManager
from app.flows.work import InlineWorker
from app.ui.ways.voicing_output import VoiceOutput
from app.words import Words
from tests.fakes import DEMO_NUMBER, DEMO_PASSWORD, FakeBank
from tests.voice.fakes import FakeMicrophone, FakeSpeaker, FakeSynthesiser, noise, until
from voice.one_voice import OneVoice
from voice.pipeline import VoicePipeline
from voice.settings import BargeIn, VoiceSettings
from voice.stt.scripted import ScriptedRecogniser


class House:
    """All that speaks and listens in a window, without the window; the test is its main thread."""

    def __init__(self) -> None:
        self.jobs: list[Callable[[], None]] = []
        self.microphone, self.speaker, self.engine = FakeMicrophone(), FakeSpeaker(), FakeSynthesiser()
        self.recogniser = ScriptedRecogniser([])
        self.one = OneVoice(
            lambda on_event: VoicePipeline(
                self.engine, self.speaker, self.microphone, self.recogniser, on_event, end_silence=0.3
            )
        )
        grammar, words = load_grammar("zh-CN"), Words.load("zh-CN")
        self.interaction = InteractionManager(FakeBank(), FLOWS, InlineWorker(), "zh-CN")
        self.dialogue = DialogueManager(self.interaction, Understanding(grammar), words)
        self.control = VoiceControl(
            self.interaction, self.dialogue, Vocabulary(grammar, list(FLOWS), tuple),
            lambda wanted: wanted.sentences, words, self.jobs.append, self.one.join,
        )  # fmt: skip
        self.reader = VoiceOutput(self.one, "zh-CN", self.jobs.append, {}, lambda: self.control.engaged)

    def set(self, **changes: object) -> None:
        """The customer's settings."""
        self.control.apply(VoiceSettings(ask_before_amounts=False, **changes))  # type: ignore[arg-type]

    def act(self, act: Act) -> None:
        """Something done by hand."""
        self.interaction.handle(Interpretation(act))

    def until(self, condition: Callable[[], object]) -> None:
        """Run what is posted until it is so."""

        def there() -> bool:
            while self.jobs:
                self.jobs.pop(0)()
            return bool(condition())

        until(there)

    def said(self, part: str) -> bool:
        """Has this been given to the engine?"""
        return any(part in text for text, _, _ in self.engine.said)

    def listens(self) -> bool:
        """Is the microphone on for an utterance?"""
        pipeline = self.one.made
        return pipeline is not None and pipeline.listening and not pipeline.speaking and self.microphone.on

    def hear(self, text: str) -> None:
        """Somebody speaks, as soon as the microphone is on."""
        self.until(self.listens)
        self.recogniser.add(text)
        self.microphone.hear(noise(0.4))
        self.microphone.hear(noise(2.0, 5))


@pytest.fixture
def house(monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    """Nothing in it ends by itself because the fakes give no frames and take no samples."""
    monkeypatch.setattr("voice.hearing._NO_FRAMES", 60.0)
    monkeypatch.setattr("voice.speaking._STALL", 60.0)
    one = House()
    yield one
    one.speaker.held = False
    one.control.close()
    one.one.close()


def test_nothing_opens_the_microphone_while_the_password_is_asked(house: House) -> None:
    """SEC-10, also for whoever wants to interrupt the voice by speaking: neither while it is asked nor after."""
    house.set(barge_in=BargeIn.ALWAYS)
    house.control.toggle_listening()
    house.hear("登录")
    house.until(lambda: house.said("客户号"))
    house.until(house.listens)
    house.speaker.held = True
    house.dialogue.say("一零零零零零零一", Mode.VOICE)
    house.dialogue.say("对", Mode.VOICE)
    starts = house.microphone.starts
    house.until(lambda: house.said("密码"))
    house.until(lambda: not house.speaker.played[-1].done)
    assert not house.microphone.on
    house.speaker.held = False
    house.speaker.played[-1].finish()
    house.until(lambda: house.control.state.kind == "idle")
    assert house.microphone.starts == starts
    house.act(Answer(Secret(DEMO_PASSWORD)))
    house.until(lambda: house.microphone.on)


def test_a_secret_asked_for_by_hand_ends_an_open_ear_in_mid_sentence(house: House) -> None:
    """The voice may be saying its last words, with an ear open for an interruption, when the password is asked."""
    house.set(barge_in=BargeIn.ALWAYS)
    house.speaker.held = True
    house.control.toggle_listening()
    house.until(lambda: house.microphone.on)
    house.control._standing.on = False
    house.act(Request("sign_in", {"customer_number": DEMO_NUMBER}))
    assert house.interaction.view.asks_secret
    house.until(lambda: not house.microphone.on)


def test_the_wake_phrase_is_not_listened_for_while_somebody_signs_in(house: House) -> None:
    """By hand, number and password stand on one page: the microphone is off from its beginning to its end."""
    house.set(wake_phrase=True)
    house.until(lambda: house.microphone.on)
    house.act(Request("sign_in"))
    house.until(lambda: not house.microphone.on)
    house.act(Inform({"customer_number": DEMO_NUMBER}))
    assert house.interaction.view.asks_secret
    house.set(wake_phrase=True, end_silence=1.0)
    house.until(lambda: house.one.made is not None and not house.one.made.listening)
    assert not house.microphone.on
    house.act(Answer(Secret(DEMO_PASSWORD)))
    house.until(lambda: house.microphone.on)
    assert house.recogniser.phrases == ("听见听见", "你好听见")


def test_the_wake_phrase_survives_the_reader(house: House) -> None:
    """The reader's word ends listening; after it the phrase is listened for as before, word after word."""
    house.set(wake_phrase=True)
    for word in ("登录，按钮", "帮助，按钮"):
        house.until(house.listens)
        starts = house.microphone.starts
        house.reader.say(word)
        house.until(lambda word=word: house.said(word.split("，")[0]))  # type: ignore[misc]
        house.until(lambda starts=starts: house.microphone.starts > starts)  # type: ignore[misc]
    house.hear("听见听见")
    house.until(lambda: house.control.conversing)


def test_the_conversation_listens_on_after_the_reader(house: House) -> None:
    """Nobody has to press the key because a reader said what has the focus; its sentences do not cut one another."""
    house.control.toggle_listening()
    house.until(house.listens)
    starts = house.microphone.starts
    house.reader.say("登录，按钮")
    house.reader.say("一共三个")
    house.until(lambda: house.said("登录") and house.said("一共三个"))
    house.until(lambda: house.microphone.starts > starts and house.listens())
    assert house.control.state.kind == "listening"
    house.hear("登录")
    house.until(lambda: house.said("客户号"))


def test_a_recogniser_that_fails_once_costs_one_press_of_the_key(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is said aloud what to do, the microphone is off meanwhile, and the press listens again."""

    def fail(pcm: bytes) -> None:
        raise RuntimeError("told to fail")

    house.control.toggle_listening()
    house.until(house.listens)
    with monkeypatch.context() as patched:
        patched.setattr(house.recogniser, "accept", fail)
        house.microphone.hear(noise(0.1))
        house.until(lambda: house.said("再说一遍"))
    house.until(lambda: house.control.state.kind == "idle")
    assert not house.microphone.on
    house.control.toggle_listening()
    house.hear("登录")
    house.until(lambda: house.said("客户号"))


def test_what_the_customer_stopped_stays_stopped(house: House) -> None:
    """The reader goes on, and nothing listens after it."""
    house.control.toggle_listening()
    house.until(house.listens)
    house.speaker.held = True
    house.reader.say("登录，按钮")
    house.until(lambda: house.said("登录，"))
    house.control.stop()
    house.speaker.held = False
    house.speaker.played[-1].finish()
    house.until(lambda: house.one.made is not None and house.one.made.wait_until_idle(1))
    assert not house.microphone.on
    assert house.control.state.kind == "idle"


def test_the_conversation_speaks_in_the_voice_that_was_chosen_from_its_first_word(house: House) -> None:
    """Also while no reader is on: whoever makes the pipeline, it is set before it says anything."""

    def choose(pipeline: VoicePipeline) -> None:
        pipeline.rate, pipeline.volume = 0.6, 1.6

    house.reader.ready = choose
    house.control.toggle_listening()
    house.until(lambda: house.said("欢迎"))
    assert {rate for _, _, rate in house.engine.said} == {0.6}
    assert house.one.made is not None
    assert house.one.made.volume == 1.6


def test_the_caption_of_the_conversation_follows_the_voice(house: House) -> None:
    """The word that is being said is marked, and the mark moves; at the end there is none."""
    house.speaker.held = True
    house.control.toggle_listening()
    house.until(lambda: house.speaker.played)
    marks = []
    for second in (0.05, 0.5, 0.9):
        house.speaker.played[0].at = second
        house.until(lambda: house.control.state.said not in ((0, 0), *marks))
        marks.append(house.control.state.said)
    assert marks == sorted(set(marks))
    assert all(house.control.state.caption[start:end] in "欢迎使用听见" for start, end in marks)
    house.speaker.held = False
    house.speaker.played[-1].finish()
    house.until(lambda: house.control.state.kind == "listening")
    assert house.control.state.said == (0, 0)
