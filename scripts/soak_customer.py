"""What the customer of a soak says and what befalls him: mostly to the point, often not."""

from __future__ import annotations

import random
from dataclasses import dataclass

from app.dialogue.grammar import Grammar
from app.dialogue.vocabulary import Vocabulary
from app.domain.errors import BankDown
from app.domain.secret import Secret
from app.flows.session import Stage
from app.flows.view import View
from tests.fakes import DEMO_NUMBER, DEMO_PASSWORD, FakeBank
from voice.numbers import say_amount, say_digits
from voice.stt.recogniser import Heard

_TROUBLES = {
    "": 900, "session_expires": 8, "bank_down": 10, "lose_answer": 8, "lose_request": 8, "engine_fails": 12,
    "microphone_gone": 8, "barge_in": 25, "stop": 8, "slow_bank": 20,
}  # fmt: skip
_CALLS = ("accounts", "payees", "entries", "quote_transfer", "confirm_transfer")
_NONSENSE = "天气股票足球音乐今天明天昨天电影飞机苹果医院汽车"
_ENGLISH_NONSENSE = "weather football music tomorrow banana aeroplane hospital window river song"


@dataclass(frozen=True, slots=True)
class Line:
    """What is said; None: nothing. ``yes``: may it be taken for a Yes?"""

    heard: Heard | None
    yes: bool = False


class Customer:
    """Draws lines and troubles from one generator."""

    def __init__(self, rng: random.Random, grammar: Grammar, vocabulary: Vocabulary) -> None:
        self.rng = rng
        self._plain = grammar.plain
        self._vocabulary = vocabulary
        self._lang = grammar.lang
        self.repeat = self._way("repeat")

    def trouble(self) -> str:
        """What befalls him beside the conversation; mostly nothing."""
        return self.rng.choices(list(_TROUBLES), list(_TROUBLES.values()))[0]

    def break_bank(self, bank: FakeBank, what: str) -> None:
        """The next call of some kind goes wrong."""
        if what == "bank_down":
            bank.fail_next(BankDown(), on=self.rng.choice(_CALLS))
        else:
            (bank.lose_answer if what == "lose_answer" else bank.lose_request)(on="confirm_transfer")

    def secret(self) -> Secret | str:
        """At the password: nearly always the right one, now and then a wrong one or a way out."""
        return self.rng.choices(
            (Secret(DEMO_PASSWORD), Secret("wrong"), self._way("cancel"), self._way("help")), (90, 2, 4, 4)
        )[0]

    def way_out(self) -> str:
        """One of the words that always work."""
        return self._way(self.rng.choice(("home", "cancel")))

    def line(self, view: View) -> Line:
        """The next utterance at this moment."""
        kind = self.rng.choices(
            ("answer", "anything", "request", "nonsense", "silence", "home"), (50, 25, 12, 5, 5, 3)
        )[0]
        if kind == "silence":
            return Line(None)
        if kind == "nonsense":
            return self._said(self._nonsense())
        if kind == "home":
            return self._said(self._way("home"))
        if kind == "request" and (whole := self._vocabulary.now(view).combined):
            return self._said(self.rng.choice(whole))
        if kind == "answer" and (fitting := self._answer(view)):
            return self._said(fitting)
        return self._said(self.rng.choice(self._vocabulary.now(view).sentences))

    def _said(self, text: str) -> Line:
        """As a recogniser hears it: mostly surely, sometimes not, sometimes with another reading before it."""
        sure = self.rng.choices((self.rng.uniform(0.8, 1.0), self.rng.uniform(0.1, 0.8)), (80, 20))[0]
        other = self.rng.choice(list(self._plain)) if self.rng.random() < 0.1 else ""
        texts = [text, other] if other and other != text else [text]
        self.rng.shuffle(texts)
        readings = tuple(Heard(one, 0.1) for one in texts[1:])
        return Line(Heard(texts[0], sure, readings), any(self._is_yes(one) for one in texts))

    def _is_yes(self, text: str) -> bool:
        return self._plain.get(text) == "affirm"

    def _answer(self, view: View) -> str:
        """To the point: what the open question wants; empty where nothing is asked."""
        session = view.session
        if view.doubt is not None:
            return self._way(self.rng.choice(("affirm", "affirm", "negate")))
        if session is None or view.finished:
            return self._way("transfer_money") if view.customer is not None else self._way("check_balance")
        if session.stage is not Stage.COLLECT:
            return self._way("affirm")
        asked = session.asked.name if session.asked else ""
        match asked:
            case "customer_number":
                return say_digits(DEMO_NUMBER, self._lang)
            case "amount":
                return say_amount(self.rng.randint(1, 60) * 100 + self.rng.choice((0, 50)), self._lang)
        sentences = self._vocabulary.now(view).sentences
        names = {payee.name for payee in view.known.payees}
        named = [text for text in sentences if text in names]
        return self.rng.choice(named or sentences)

    def _way(self, intent: str) -> str:
        """One way to say a thing without blanks."""
        return self.rng.choice([text for text, meant in self._plain.items() if meant == intent])

    def _nonsense(self) -> str:
        if self._lang.startswith("zh"):
            return "".join(self.rng.choice(_NONSENSE) for _ in range(self.rng.randint(2, 9)))
        return " ".join(self.rng.choice(_ENGLISH_NONSENSE.split()) for _ in range(self.rng.randint(1, 5)))
