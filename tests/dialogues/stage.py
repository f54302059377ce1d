"""Stage: plays a transcript against the real dialogue and a bank in memory."""

from __future__ import annotations

import re

from app.dialogue.grammar import Grammar
from app.dialogue.manager import DialogueManager, Turn
from app.dialogue.understand import Understanding
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
from tests.dialogues.transcript import Step, Transcript
from tests.fakes import DEMO_NUMBER, DEMO_PASSWORD, FakeBank

TOUCHES: dict[str, Act] = {
    "affirm": Affirm(),
    "negate": Negate(),
    "cancel": Cancel(),
    "back": Back(),
    "home": Home(),
}
_MONEY = re.compile(r"\d+\.\d\d")


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
        """Say or type a sentence in the modality of this play."""
        self.dialogue.say(text, self.mode)

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
