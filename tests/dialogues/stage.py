"""Stage: plays a transcript against the real dialogue and a bank in memory."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from app.dialogue.grammar import Grammar
from app.dialogue.manager import DialogueManager, Turn
from app.dialogue.understand import Understanding
from app.dialogue.vocabulary import Listening, Vocabulary
from app.dialogue.voice_control import VoiceControl
from app.domain.errors import BankDown
from app.domain.money import Money
from app.domain.payments import Payee
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
from tests.dialogues.ears import Ears
from tests.dialogues.scripted_voice import ScriptedPipeline
from tests.dialogues.transcript import Step, Transcript
from tests.fakes import DEMO_NUMBER, DEMO_PASSWORD, FakeBank
from voice.events import HeardNothing, VoiceEvent
from voice.numbers import parse_amount, parse_digits
from voice.pinyin import romanised
from voice.settings import SpeakAmounts, VoiceSettings

TOUCHES: dict[str, Act] = {
    "affirm": Affirm(),
    "negate": Negate(),
    "cancel": Cancel(),
    "back": Back(),
    "home": Home(),
}
AMOUNTS = {
    "zh-CN": ("五百元", "两千五", "三百五"),
    "en": ("five hundred yuan", "two thousand five hundred yuan", "three hundred and fifty"),
}
"""Examples of amounts, in turn, from which a sentence is told with any other amount in it."""
_FILLERS = {"zh-CN": re.compile("吧$"), "en": re.compile(r"\b(?:um|uh|please)\b")}
_MONEY = re.compile(r"\d+\.\d\d")


def can_be_heard(text: str, listening: Listening, lang: str, names: Sequence[str] = ()) -> bool:
    """Is the sentence among what is listened for: whole, a number, or like one of the examples?

    An example stands for itself with any other amount and with the other ``names``.
    """
    if text in listening.sentences or text.casefold() in listening.sentences:
        return True
    if listening.amounts and parse_amount(text, lang) is not None:
        return True
    if listening.digits and parse_digits(text, lang) is not None:
        return True
    if any(text.startswith(one) and parse_digits(text[len(one) :], lang) for one in listening.before_digits):
        return True
    return any(
        all(parse_amount(part, lang) is not None for part in found.groups())
        for example in listening.combined
        if (found := _like(example, AMOUNTS[lang], tuple(names)).fullmatch(text)) is not None
    )


@cache
def _like(example: str, amounts: tuple[str, ...], names: tuple[str, ...]) -> re.Pattern[str]:
    """The example with any amount and any of the names in their places."""
    marks = "|".join(re.escape(one) for one in sorted((*amounts, *names), key=len, reverse=True))
    somebody = "(?:" + "|".join(map(re.escape, names)) + ")"
    parts = re.split(f"({marks})", example)
    return re.compile(
        "".join("(.+)" if part in amounts else somebody if part in names else re.escape(part) for part in parts)
    )


def without_marks(text: str) -> str:
    """Nobody speaks a comma."""
    return " ".join(re.sub("[，,…]", " " if text.isascii() else "", text).split())


def as_spoken(text: str, lang: str) -> str:
    """Without the fillers that no model listens for either, so that a script cannot hear them."""
    return without_marks(_FILLERS[lang].sub("", text))


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
        self.headphones = Ears()
        self.settings = VoiceSettings(ask_before_amounts=False)
        self._control: VoiceControl | None = None
        self._vocabulary = Vocabulary(grammar, list(FLOWS), self.amounts)
        if mode is Mode.VOICE:
            self._begin_conversation()

    def amounts(self) -> Sequence[str]:
        """Examples of amounts; a real recogniser needs more of them."""
        return AMOUNTS[self.words.lang] * 200

    def spell_out(self, wanted: Listening) -> Sequence[str]:
        """What the pipeline is told to listen for."""
        return wanted.sentences

    def play(self) -> None:
        """Play every line; AssertionError names the line that went otherwise."""
        self._heard.clear()
        for step in self.transcript.played(self.mode):
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
            case "never":
                assert self._as_said(step.text, self._form) not in self._answer(), f"{step.line}: {step.text}"
                return
            case "given":
                self._given(step.text)
                return
            case "cut":
                self._cut_in(step.text)
                return
        self._heard.clear()
        self.pipeline.said.clear()
        if step.kind == "you":
            self.say(step.text)
        elif step.kind == "heard":
            self._mishear(step.text)
        elif step.kind == "silence":
            self.pipeline.tell(HeardNothing("silence"))
        elif step.kind == "noise":
            self.say_nothing_of_use(step.text)
        elif step.kind == "press":
            assert self._control is not None
            self._control.toggle_listening()
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
        spoken = as_spoken(text, self.words.lang)
        if self.pipeline.listening:
            names = [romanised(payee.name) if self.words.lang == "en" else payee.name for payee in self._payees]
            wanted = self._vocabulary.now(self.dialogue.view)
            assert can_be_heard(spoken, wanted, self.words.lang, names), f"never heard: {text}"
        self.pipeline.hear(spoken)

    def say_nothing_of_use(self, text: str) -> None:
        """Type what means nothing here; by voice it is outside of what is listened for, and so not heard."""
        if self.mode is Mode.VOICE:
            self.pipeline.tell(HeardNothing("unknown"))
        else:
            self.dialogue.say(text, self.mode)

    @property
    def _payees(self) -> Sequence[Payee]:
        return self.dialogue.view.known.payees

    def _begin_conversation(self) -> None:
        def make(on_event: Callable[[VoiceEvent], None]) -> ScriptedPipeline:
            self.pipeline = ScriptedPipeline(on_event)
            return self.pipeline

        self._control = VoiceControl(
            self.interaction, self.dialogue, self._vocabulary, self.spell_out, self.words,
            lambda job: job(), make, headphones=self.headphones,
        )  # fmt: skip
        self._control.apply(self.settings)
        self._control.toggle_listening()

    def _mishear(self, text: str) -> None:
        """``0.4 this | that``: the recogniser's first reading with its confidence, and the others."""
        first, *others = (part.strip() for part in text.split("|"))
        sure, _, first = first.partition(" ")
        if self.mode is not Mode.VOICE:
            self.dialogue.say(first, self.mode)
            return
        assert self.pipeline.listening
        self.pipeline.hear(first, float(sure), others)

    def _cut_in(self, at: str) -> None:
        """What was said last is being said, and somebody speaks up at these words; what is written is there at once."""
        if self.mode is Mode.VOICE:
            self.pipeline.cut_in(self.pipeline.said[-1].index(self._as_said(at, self._form)))

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
            case ["headphones", state]:
                self.headphones.plug({"on": True, "off": False}[state])
            case ["speak_amounts", when]:
                self._set(speak_amounts=SpeakAmounts(when))
            case ["ask_before_amounts"]:
                self._set(ask_before_amounts=True)
            case ["minutes", minutes]:
                self.bank.advance(60.0 * int(minutes))
            case other:
                raise ValueError(f"{self.transcript.name}: given what? {other}")

    def _set(self, **changes: Any) -> None:
        self.settings = replace(self.settings, **changes)
        if self._control is not None:
            self._control.apply(self.settings)

    @property
    def _form(self) -> Form:
        return Form.SPEECH if self.mode is Mode.VOICE else Form.CHAT

    def _answer(self) -> str:
        """All that the bank has said since the customer's last line, in the form of the modality."""
        if self.mode is Mode.VOICE:
            return "\n".join(self.pipeline.said)
        return "\n".join(turn.message.form(self._form) for turn in self._heard if turn.who == "bank")

    def _check(self, step: Step) -> None:
        answer = self._answer()
        position = 0
        for fragment in (part.strip() for part in step.text.split("|")):
            wanted = self._as_said(fragment, self._form)
            found = answer.find(wanted, position)
            assert found >= 0, f"{self.transcript.name}:{step.line}: {wanted!r} is not next in {answer!r}"
            position = found + len(wanted)

    def _as_said(self, fragment: str, form: Form) -> str:
        """Money is written 500.00 in the file and compared as the modality says it."""
        if _MONEY.fullmatch(fragment):
            return str(self.words.value(Money.parse(fragment), form)).removeprefix("¥")
        return fragment
