"""templates: one sentence to one act, by the sentences that the flows were given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hassil import recognize_all

from app.dialogue.denial import denial
from app.dialogue.grammar import Grammar
from app.dialogue.number_spans import NumberSpans
from app.dialogue.plain_acts import PLAIN_ACTS
from app.domain.money import Money
from app.flows.acts import Act, Change, Inform, Request, Select
from app.flows.view import View
from voice.numbers import parse_amount, parse_count, parse_digits, parse_ordinal

_LONGEST_NAME = 24


@dataclass(frozen=True, slots=True)
class _Reading:
    intent: str
    slots: dict[str, str]


class Templates:
    """The sentences of one language, with blanks for names and numbers."""

    def __init__(self, grammar: Grammar, spans: NumberSpans) -> None:
        self._grammar = grammar
        self._lang = grammar.lang
        self._denial = denial(grammar.lang)
        self._spans = spans

    def act(self, said: str, view: View) -> Act | None:
        """The act of the template that fits best; None when none does."""
        names = {payee.name for payee in view.known.payees}
        readings = [
            reading
            for reading in self._readings(said)
            if self._sensible(reading, said, names) and _belongs(reading, view)
        ]
        if not readings:
            return None
        owner = self._grammar.plain.get(said.casefold())
        own = [reading for reading in readings if reading.intent == owner]  # 收款人列表 is nobody's name
        best = max(own or readings, key=lambda reading: self._rank(reading, names))
        return self._meaning(best)

    def _readings(self, said: str) -> Iterator[_Reading]:
        lists = self._spans.lists(said)
        for found in recognize_all(said, self._grammar.intents, slot_lists=lists, language=self._lang):
            slots = {name: str(entity.value).strip() for name, entity in found.entities.items()}
            yield _Reading(found.intent.name, slots)

    def _sensible(self, reading: _Reading, said: str, names: set[str]) -> bool:
        payee, amount = reading.slots.get("payee"), reading.slots.get("amount", "")
        if payee is None:
            return True
        if len(amount) == 1 and payee + amount in self._joined(said):
            return False  # 转账给张三: the last character is part of the name, not three yuan
        if len(payee) > _LONGEST_NAME or re.search(r"[，。,.?？!！]", payee):
            return False
        is_sum = payee not in names and parse_amount(payee, self._lang) is not None  # 伍佰 may be somebody's name
        return not is_sum and not self._denial.match(payee)

    def _joined(self, said: str) -> str:
        return said if not self._lang.startswith("zh") else said.replace(" ", "")

    def _rank(self, reading: _Reading, names: set[str]) -> tuple[bool, int, int, int]:
        """Known names first, then more blanks filled, then the longer amount, then the shorter name."""
        payee = reading.slots.get("payee", "")
        return (payee in names, len(reading.slots), len(reading.slots.get("amount", "")), -len(payee))

    def _meaning(self, reading: _Reading) -> Act | None:
        if reading.intent in PLAIN_ACTS:
            return PLAIN_ACTS[reading.intent]
        if reading.intent == "select":
            return self._selected(reading.slots)
        if reading.intent == "change":
            return Change(reading.slots["field"])
        slots = {name: self._plain(name, value) for name, value in reading.slots.items()}
        return Inform(slots) if reading.intent == "inform" else Request(reading.intent, slots)

    def _selected(self, slots: dict[str, str]) -> Act | None:
        ordinal, count = slots.get("ordinal"), slots.get("count", "")
        number = parse_count(count, self._lang) if ordinal is None else parse_ordinal(ordinal, self._lang)
        return Select(number) if number is not None else None

    def _plain(self, name: str, value: str) -> str:
        """Amounts as plain decimals, digits as digits, names as said."""
        if name == "amount":
            cents = parse_amount(value, self._lang)
            return value if cents is None else str(Money(cents))
        if name == "customer_number":
            return parse_digits(value, self._lang) or value
        return value


def _belongs(reading: _Reading, view: View) -> bool:
    """A correction is one of what the task asks: a customer number is no amount, and nobody's payee.

    Where there is no task yet, an amount on its own still says what it is.
    """
    if reading.intent != "inform":
        return True
    if view.session is None:
        return "customer_number" not in reading.slots
    return any(item.name in reading.slots for item in view.session.flow.fields)
