"""ReadBack: before money moves, what was read to the customer is parsed again and compared with the request.

So a fault in wording, in saying numbers, or in the bank's echo of the order can never pass silently: what the
customer heard, saw or felt in braille is the very thing that is sent, or nothing is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import combinations, groupby
from typing import Any

from app.dialogue.phrase import known
from app.domain.accounts import Account
from app.domain.money import Money
from app.domain.payments import Payee
from app.flows.session import Session
from app.words import Form, Words
from voice.numbers import parse_amount, parse_digits

_WRITTEN = re.compile(r"-?[¥￥]\s*[0-9][0-9,]*(?:\.[0-9]+)?")
_CLAUSE = re.compile(r"[,，.。:：;；?？!！（）()]|\s-\s")
_LONGEST_AMOUNT = 16  # words


class ReadBack:
    """Proves the read-back of one language's words."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._chinese = words.lang.startswith("zh")

    def proves(self, session: Session) -> bool:
        """Does every form of the review say the amounts, the payee and the accounts of the request, and no others?"""
        values = known(session)
        if not _agrees(session):
            return False
        return all(
            self._says(self._words.text(f"{session.flow.intent}-review", form, **values), form, session, values)
            for form in Form
        )

    def _says(self, text: str, form: Form, session: Session, values: dict[str, Any]) -> bool:
        allowed = {value.cents for value in values.values() if isinstance(value, Money)}
        wanted = {value.cents for value in session.answers.values() if isinstance(value, Money)}
        said = list(self._amounts(text, form))
        if not wanted <= set(said) or not set(said) <= allowed:
            return False
        if form is Form.BRAILLE:
            return all(value.name in text for value in session.answers.values() if isinstance(value, Payee))
        return all(self._names(text, form, value) for value in session.answers.values())

    def _names(self, text: str, form: Form, value: Any) -> bool:
        """A payee by name and last digits, an account by its last digits."""
        if isinstance(value, Payee):
            return value.name in text and self._has_digits(text, form, value.tail)
        return not isinstance(value, Account) or self._has_digits(text, form, value.tail)

    def _has_digits(self, text: str, form: Form, digits: str) -> bool:
        if form is not Form.SPEECH:
            return digits in re.findall(r"[0-9]+", text)
        return digits in {parse_digits(run, self._words.lang) for run in self._runs(text)}

    def _runs(self, text: str) -> Iterator[str]:
        """Every stretch of a spoken text that may be a string of digits."""
        for clause in _CLAUSE.split(text):
            if self._chinese:
                yield from re.findall("[零〇幺一二两三四五六七八九]+", clause)  # the characters of numbers
            else:
                for is_digits, run in groupby(clause.split(), self._may_be_digits):
                    if is_digits:
                        words = list(run)
                        for start, end in combinations(range(len(words) + 1), 2):
                            yield " ".join(words[start:end])

    def _may_be_digits(self, word: str) -> bool:
        """Digits, or double or triple before one."""
        return any(parse_digits(text, self._words.lang) is not None for text in (word, f"{word} one"))

    def _amounts(self, text: str, form: Form) -> Iterator[int]:
        """The cents of every amount in a text, as somebody who hears or reads it would take them."""
        if form is not Form.SPEECH:
            for found in _WRITTEN.findall(text):
                yield self._cents(unicodedata.normalize("NFKC", found))
            return
        for clause in _CLAUSE.split(text):
            yield from self._spoken(clause)

    def _cents(self, said: str) -> int:
        sign = -1 if said.startswith("-") else 1
        cents = parse_amount(said.lstrip("-"), self._words.lang)
        return -1 if cents is None else sign * cents

    def _spoken(self, clause: str) -> Iterator[int]:
        if self._chinese:
            for found in re.findall("[零〇一二两三四五六七八九十百千万亿点元块角毛分]+", clause):
                if re.search("[元块角毛分]", found):
                    yield self._cents(found)
            return
        words = clause.split()
        start = 0
        while start < len(words):
            end, cents = self._longest(words, start)
            if cents is not None:
                yield cents
            start = end

    def _longest(self, words: list[str], start: int) -> tuple[int, int | None]:
        """The longest amount that begins at a word, and where it ends."""
        for end in range(min(len(words), start + _LONGEST_AMOUNT), start, -1):
            text = " ".join(words[start:end])
            if re.search(r"\b(?:yuan|cents?)\b", text):
                cents = parse_amount(text, self._words.lang)
                if cents is not None:
                    return end, cents
        return start + 1, None


def _agrees(session: Session) -> bool:
    """Does the order in the bank's quote hold what the customer answered?"""
    order = getattr(session.quote, "order", None)
    if not is_dataclass(order):
        return True
    for item in fields(order):
        held = getattr(order, item.name)
        answer = session.answers.get(item.name, session.answers.get(item.name.removeprefix("from_")))
        if isinstance(answer, Payee | Account) and held != answer.id:
            return False
        if isinstance(answer, Money) and held != answer:
            return False
    return True
