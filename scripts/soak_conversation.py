"""A customer who never tires: the real conversation by voice, a scripted recogniser, a mute engine."""

from __future__ import annotations

import queue
import random
import time
from collections.abc import Callable

import numpy as np

from app import bootstrap
from app.dialogue.grammar import load_grammar
from app.dialogue.manager import DialogueManager, Turn
from app.dialogue.understand import Understanding
from app.dialogue.voice_control import VoiceControl
from app.dialogue.voice_state import VoiceKind
from app.flows import FLOWS
from app.flows.acts import Mode
from app.flows.interaction import InteractionManager
from app.flows.view import View
from app.flows.work import ThreadWorker
from app.words import Words
from scripts.soak_customer import Customer, Line
from scripts.soak_ledger import Ledger
from tests.fakes import FakeBank
from tests.voice.fakes import FakeMicrophone, FakePlayback, noise
from voice.errors import EngineFailed
from voice.events import VoiceEvent
from voice.pipeline import VoicePipeline
from voice.stt.recogniser import Heard
from voice.stt.scripted import ScriptedRecogniser
from voice.tts.synthesiser import Samples, Speech

PATIENCE = 20.0
"""Seconds of real time after which a conversation that neither speaks, listens nor waits for a key is stuck."""

_WAYS_OUT = 8
"""Words and keys that it may take to come to the menu from anywhere."""

_SPOKEN, _QUIET = 0.1, 1.0
_RATE = 16_000
_CHARACTERS_A_SECOND = 4.5
"""How fast a bank is listened to, for the simulated time."""


class Stuck(Exception):
    """The conversation does not go on."""


class MuteEngine:
    """Makes a breath of silence of every sentence, and fails when it is told to."""

    audible = True

    def __init__(self) -> None:
        self.failures = 0

    def languages(self) -> tuple[str, ...]:
        return ("zh", "en")

    def synthesise(self, text: str, lang: str, rate: float = 1.0) -> Speech:
        if self.failures:
            self.failures -= 1
            raise EngineFailed("told to fail")
        return Speech(np.zeros(160, np.int16), _RATE)

    def close(self) -> None:
        """Nothing to end."""


class Loudspeaker:
    """Plays in no time. While ``held``, a speech goes on until somebody stops it."""

    def __init__(self) -> None:
        self.held = False

    def play(self, speech: Speech) -> FakePlayback:
        return FakePlayback(speech, at_once=not self.held)

    def close(self) -> None:
        """Nothing to let go of."""


class Conversation:
    """One client without a window, and its customer. All of it is driven from the thread that makes it."""

    def __init__(self, lang: str, seed: int) -> None:
        """``lang`` is a BCP 47 tag; the same ``seed`` draws the same customer."""
        self.words = Words.load(lang)
        self.bank = FakeBank()
        self.ledger = Ledger(self.bank)
        self.turns = 0
        self.simulated = 0.0
        self._jobs: queue.Queue[Callable[[], None]] = queue.Queue()
        self._engine, self._speaker, self._microphone = MuteEngine(), Loudspeaker(), FakeMicrophone()
        self._recogniser = ScriptedRecogniser((), between="" if lang.startswith("zh") else " ")
        self._spoken_into = 0
        self._pipeline: VoicePipeline | None = None
        self._quiet = noise(_QUIET, 20.0)
        self._loud = noise(_SPOKEN)
        grammar = load_grammar(lang)
        vocabulary = bootstrap.make_vocabulary(grammar)
        self.interaction = InteractionManager(self.bank, FLOWS, ThreadWorker(self._jobs.put), lang)
        self.interaction.listen(self.ledger.follow)
        self.dialogue = DialogueManager(self.interaction, Understanding(grammar), self.words)
        self.dialogue.listen(self._hear_the_bank)
        self.control = VoiceControl(
            self.interaction, self.dialogue, vocabulary, lambda wanted: bootstrap.spoken_phrases(wanted, lang),
            self.words, self._jobs.put, self._make_pipeline,
        )  # fmt: skip
        self.customer = Customer(random.Random(seed), grammar, vocabulary)  # noqa: S311 - repeatable, no secret

    def close(self) -> None:
        """End its threads."""
        self.control.close()
        self.interaction.close()

    def turn(self) -> None:
        """The customer does one thing. Raises ``Stuck``, and ``WrongMoney`` when money moves without a Yes."""
        self.settle()
        view = self.dialogue.view
        self.ledger.hears("", False)
        if self.bank_event():
            pass
        elif not self.control.conversing or (self.control.state.kind is VoiceKind.IDLE and not view.asks_secret):
            self.control.toggle_listening()
        elif view.asks_secret:
            self.dialogue.say(self.customer.secret(), Mode.CHAT)
        else:
            self._speak(self.customer.line(view))
        self.settle()
        self.turns += 1
        self.ledger.check()

    def escape(self) -> None:
        """Whatever the moment, a few words must lead to the menu. Raises ``Stuck``."""
        for _ in range(_WAYS_OUT):
            self.settle()
            if self.dialogue.view.session is None:
                return
            way = self.customer.way_out()
            if self.dialogue.view.asks_secret:
                self.dialogue.say(way, Mode.CHAT)
            elif self.control.state.kind is not VoiceKind.LISTENING:
                self.control.toggle_listening()
            else:
                self._speak(Line(Heard(way)))
        self.settle()
        if self.dialogue.view.session is not None:
            raise Stuck(f"turn {self.turns}: no way out of {_where(self.dialogue.view)}")

    def bank_event(self) -> bool:
        """Now and then something happens beside what is said; True when that was this turn."""
        what = self.customer.trouble()
        match what:
            case "session_expires":
                self.bank.expire_session()
            case "bank_down" | "lose_answer" | "lose_request":
                self.customer.break_bank(self.bank, what)
            case "engine_fails":
                self._engine.failures = self.customer.rng.randint(1, 3)
            case "microphone_gone":
                self._microphone.broken = True
            case "barge_in":
                self._barge_in()
                return True
            case "stop":
                self.control.stop()
                return True
            case "slow_bank":
                self.bank.hold()
        return False

    def settle(self) -> None:
        """Let everything run until it is the customer's turn."""
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                self._jobs.get(timeout=0.02)()
                continue
            except queue.Empty:
                pass
            if self.dialogue.view.busy:
                self.bank.release()
            elif self._at_rest() and self._jobs.empty():
                self._microphone.broken = False
                self.bank.release()
                return
            if time.monotonic() > deadline:
                raise Stuck(f"turn {self.turns}: {self.control.state}, {_where(self.dialogue.view)}")

    def _at_rest(self) -> bool:
        """Does it wait for the customer: listening, or with nothing left to say?"""
        if self._pipeline is None or not (self._pipeline.speaking or self._pipeline.listening):
            return True
        unanswered = self._microphone.starts == self._spoken_into  # what was said last is still being taken in
        return self._microphone.on and not unanswered and self.control.state.kind is VoiceKind.LISTENING

    def _barge_in(self) -> None:
        """The key is pressed in the middle of a sentence of the bank's."""
        self._speaker.held = True
        self.dialogue.say(self.customer.repeat, Mode.CHAT)
        deadline = time.monotonic() + PATIENCE
        while self.control.conversing and self.control.state.kind is not VoiceKind.SPEAKING:
            try:
                self._jobs.get(timeout=0.02)()
            except queue.Empty:
                if time.monotonic() > deadline:
                    raise Stuck(f"turn {self.turns}: it does not speak, {self.control.state}") from None
        self._speaker.held = False
        self.control.toggle_listening()

    def _speak(self, line: Line) -> None:
        """Into the microphone; a silent customer lets time pass."""
        if line.heard is None:
            seconds = self._pipeline.patience if self._pipeline is not None else None
            self.simulated += seconds or 0.0
            self._give(np.tile(self._quiet, int((seconds or 1.0) / _QUIET) + 1))
            return
        self.ledger.hears(line.heard.text, line.yes)
        self.simulated += len(line.heard.text) / _CHARACTERS_A_SECOND + _QUIET
        self._recogniser.add(line.heard)
        pause = self._pipeline.end_silence if self._pipeline is not None else 0.0  # it lengthens for whoever is cut off
        self._give(np.concatenate([self._loud, np.tile(self._quiet, int(pause / _QUIET) + 1)]))

    def _give(self, samples: Samples) -> None:
        self._spoken_into = self._microphone.starts
        self._microphone.hear(samples)

    def _hear_the_bank(self, turn: Turn) -> None:
        if turn.who == "bank":
            seconds = len(turn.message.speech) / _CHARACTERS_A_SECOND
            self.simulated += seconds
            self.bank.advance(seconds)

    def _make_pipeline(self, on_event: Callable[[VoiceEvent], None]) -> VoicePipeline:
        self._pipeline = VoicePipeline(self._engine, self._speaker, self._microphone, self._recogniser, on_event)
        return self._pipeline


def _where(view: View) -> str:
    """The moment of a dialogue in one line."""
    session = view.session
    task = f"{session.flow.intent} at {session.stage}, problems {dict(session.problems)}" if session else "the menu"
    return f"{task}, busy {view.busy}"
