"""vocabulary: the sentences worth listening for at this moment, derived from the templates that understand them.

So nothing can be understood that cannot be recognised, and the other way round (DESIGN: words).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from hassil.expression import TextChunk
from hassil.intents import TextSlotList
from hassil.sample import sample_expression

from app.dialogue.grammar import Grammar, filled
from app.flows.kinds import Amount, Digits, OwnAccount
from app.flows.session import Session, Stage
from app.flows.view import View
from voice.numbers import say_digits, say_ordinal

EVERYWHERE = ("repeat", "help", "cancel", "back", "home", "human", "more", "sign_out")
"""Acts that can be said at any moment."""

YES_AND_NO = ("affirm", "negate")

_OFFERED = 6
"""Numbered choices that are listened for."""


@dataclass(frozen=True, slots=True)
class Listening:
    """What to listen for: whole sentences, and whether numbers of money or digits may come."""

    sentences: tuple[str, ...]
    amounts: bool = False
    digits: bool = False


class Vocabulary:
    """Derives what to listen for from the grammar of one language and from the view."""

    def __init__(self, grammar: Grammar, intents: Sequence[str]) -> None:
        self._grammar = grammar
        self._intents = tuple(intents)

    def now(self, view: View) -> Listening:
        """For this moment: everything at the menu, what fits the question inside a task."""
        sentences = [*self._of(EVERYWHERE), *self._of(YES_AND_NO), *self._ordinals()]
        session = view.session
        if session is None or view.finished:
            sentences += self._of(self._intents)
            return Listening(_once(sentences), amounts=True)
        sentences += self._of(self._intents)
        sentences += self._task(session)
        asked = session.asked
        numbers = isinstance(asked.kind, Amount) if asked else session.stage is Stage.REVIEW
        digits = asked is not None and isinstance(asked.kind, Digits | OwnAccount)
        return Listening(_once(sentences), amounts=numbers, digits=digits)

    def everything(self, names: Sequence[str]) -> Listening:
        """All that can ever be said to these flows: for the check of a voice model."""
        sentences = [*self._of(self._grammar.intents.intents.keys()), *self._ordinals(), *names]
        return Listening(_once([*sentences, *self._with_names(names)]), amounts=True, digits=True)

    def _of(self, intents: Collection[str]) -> list[str]:
        return [text for text, intent in self._grammar.plain.items() if intent in intents and self._sayable(text)]

    def _sayable(self, text: str) -> bool:
        """Latin letters in a Chinese sentence are for the keyboard: ok, yes."""
        return not (self._grammar.lang.startswith("zh") and re.search("[a-z]", text, re.IGNORECASE))

    def _ordinals(self) -> list[str]:
        return [say_ordinal(position, self._grammar.lang) for position in range(1, _OFFERED + 1)]

    def _task(self, session: Session) -> list[str]:
        names = [payee.name for payee in session.context.payees]
        tails = [say_digits(account.tail, self._grammar.lang).replace(" ", "") for account in session.context.accounts]
        fields = filled(self._grammar, "change", {"field": self._field_words()})
        return [*names, *tails, *fields, *self._with_names(names)]

    def _with_names(self, names: Sequence[str]) -> list[str]:
        """Sentences that carry a name; the amount that may follow is listened for as a number."""
        if not names:
            return []
        blanks = {"payee": list(names)}
        found = filled(self._grammar, "inform", blanks)
        for intent in self._intents:
            found += filled(self._grammar, intent, blanks)
        return found

    def _field_words(self) -> list[str]:
        fields = self._grammar.intents.slot_lists["field"]
        assert isinstance(fields, TextSlotList)
        words: list[str] = []
        for value in fields.values:
            text = value.text_in
            words += [text.text] if isinstance(text, TextChunk) else sample_expression(text)
        return [word.strip() for word in words]


def _once(sentences: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in sentences if text))
