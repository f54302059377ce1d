"""Stage: plays a transcript against the real dialogue and a bank in memory."""

from __future__ import annotations

import re
from collections.abc import Callable

from app.dialogue.grammar import Grammar
from app.dialogue.manager import DialogueManager, Turn
from app.dialogue.understand import Understanding
from app.dialogue.vocabulary import Listening, Vocabulary
from app.dialogue.voice_control import VoiceControl
from app.domain.errors import BankDown
from app.domain.money import Money
from app.domain.secret import Secret
from app.flows import FLOWS
from app.flows.acts import (
    Act,
    Affirm,
    Back,
    Cancel,
    Change,
    Home,
    Inform,
    Interpretation,
    Mode,
    Negate,
    Request,
    Select,
)
from app.flows.interaction import InteractionManager
from app.flows.work import InlineWorker
from app.words import Form, Words
from tests.dialogues.scripted_voice import ScriptedPipeline
from tests.dialogues.transcript import Step, Transcript
from tests.fakes import DEMO_NUMBER, DEMO_PASSWORD, FakeBank
from voice.events import VoiceEvent
from voice.numbers import parse_amount, parse_digits

TOUCHES: dict[str, Act] = {
    "affirm": Affirm(),
    "negate": Negate(),
    "cancel": Cancel(),
    "back": Back(),
    "home": Home(),
}
AMOUNTS = ("五百元", "两千五", "三百五")
"""Examples of amounts, in turn; English is heard freely, by a model of the customer's own."""
_MONEY = re.compile(r"\d+\.\d\d")


def can_be_heard(text: str, listening: Listening, lang: str) -> bool:
    """Is the sentence among what is listened for: whole, a number, or one of the examples with another amount?"""
    if text in listening.sentences or text.casefold() in listening.sentences:
        return True
    if listening.amounts and parse_amount(text, lang) is not None:
        return True
    if listening.digits and parse_digits(text, lang) is not None:
        return True
    return any(
        text.startswith(before)
        and text.endswith(after)
        and parse_amount(text[len(before) : len(text) - len(after)], lang)
        for example in listening.combined
        for amount in AMOUNTS
        if amount in example
        for before, _, after in [example.partition(amount)]
    )


class Stage:
    """One play of one transcript in one modality."""

    def __init__(self, transcript: Transcript, mode: Mode, words: Words, grammar: Grammar) -> None:
        self.bank = FakeBank()
        self.words = words
        self.mode = mode
        self.transcript = transcript
        self.interaction = InteractionManager(self.bank, FLOWS, InlineWorker(), words.lang)
        self.dialogue = DialogueManager(self.interaction, Understanding(grammar), words)
        self._heard: list[Turn] = []
        self.dialogue.listen(self._heard.append)
        if transcript.signed_in:
            self._sign_in()
        self.pipeline = ScriptedPipeline(lambda event: None)
        self._vocabulary = Vocabulary(grammar, list(FLOWS), lambda: AMOUNTS * 200)
        if mode is Mode.VOICE:
            self._begin_conversation()

    def play(self) -> None:
        """Play every line; AssertionError names the line that went otherwise."""
        self._heard.clear()
        for step in self.transcript.steps:
            self._play(step)
        moved = [f"{receipt.payee_name} {receipt.amount}" for receipt in self.bank.transfers] or ["nothing"]
        assert moved == list(self.transcript.sent), f"{self.transcript.name}: sent {moved}"

    def _sign_in(self) -> None:
        for act in (Request("sign_in"), Inform({"customer_number": DEMO_NUMBER, "password": Secret(DEMO_PASSWORD)})):
            self.interaction.handle(Interpretation(act, "", Mode.SCREEN))
        assert self.interaction.view.customer is not None

    def _play(self, step: Step) -> None:
        match step.kind:
            case "bank":
                self._check(step)
                return
            case "given":
                self._given(step.text)
                return
        self._heard.clear()
        if step.kind == "you":
            self.say(step.text)
        elif step.kind == "type":
            self.dialogue.say(Secret(step.text) if self.dialogue.view.asks_secret else step.text, Mode.CHAT)
        else:
            self.interaction.handle(Interpretation(self._touch(step.text), "", Mode.SCREEN))

    def say(self, text: str) -> None:
        """Type a sentence, or say it into the conversation that was begun with one key.

        By voice it must be listening (never while a secret is asked for), and to this very sentence.
        """
        if self.mode is not Mode.VOICE:
            self.dialogue.say(text, self.mode)
            return
        assert self.pipeline.listening is not self.dialogue.view.asks_secret
        spoken = text.replace("，", "")  # nobody speaks a comma
        if self.pipeline.listening and self.words.lang == "zh-CN":
            assert can_be_heard(spoken, self._vocabulary.now(self.dialogue.view), self.words.lang), (
                f"never heard: {text}"
            )
        self.pipeline.hear(spoken)

    def _begin_conversation(self) -> None:
        def make(on_event: Callable[[VoiceEvent], None]) -> ScriptedPipeline:
            self.pipeline = ScriptedPipeline(on_event)
            return self.pipeline

        control = VoiceControl(
            self.interaction, self.dialogue, self._vocabulary, lambda wanted: wanted.sentences, self.words,
            lambda job: job(), make,
        )  # fmt: skip
        control.toggle_listening()

    def _touch(self, text: str) -> Act:
        name, _, rest = text.partition(" ")
        if name in TOUCHES:
            return TOUCHES[name]
        if name == "select":
            return Select(int(rest))
        if name == "request":
            return Request(rest)
        if name == "change":
            return Change(rest)
        slots = dict(pair.split("=") for pair in rest.split())
        return Inform(slots)

    def _given(self, what: str) -> None:
        match what.split():
            case ["bank_down", call]:
                self.bank.fail_next(BankDown(), on=call)
            case ["lose_answer", call]:
                self.bank.lose_answer(on=call)
            case ["lose_request", call]:
                self.bank.lose_request(on=call)
            case ["session_expires"]:
                self.bank.expire_session()
            case ["minutes", minutes]:
                self.bank.advance(60.0 * int(minutes))
            case other:
                raise ValueError(f"{self.transcript.name}: given what? {other}")

    def _check(self, step: Step) -> None:
        form = Form.SPEECH if self.mode is Mode.VOICE else Form.CHAT
        answer = "\n".join(turn.message.form(form) for turn in self._heard if turn.who == "bank")
        position = 0
        for fragment in (part.strip() for part in step.text.split("|")):
            wanted = self._as_said(fragment, form)
            found = answer.find(wanted, position)
            assert found >= 0, f"{self.transcript.name}:{step.line}: {wanted!r} is not next in {answer!r}"
            position = found + len(wanted)

    def _as_said(self, fragment: str, form: Form) -> str:
        """Money is written 500.00 in the file and compared as the modality says it."""
        if _MONEY.fullmatch(fragment):
            return str(self.words.value(Money.parse(fragment), form)).removeprefix("¥")
        return fragment
