"""unsaid: a moment in which no amount stands in what is repeated of the customer's own words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from app.dialogue.number_spans import NumberSpans
from app.domain.errors import Problem
from app.flows.acts import Act, Answer, Inform, Request, Select
from app.flows.kinds import Amount, Digits
from app.flows.view import Notice, View
from voice.numbers import parse_amount
from voice.pinyin import romanised
from voice.spoken import without_amounts, without_amounts_in_words


class Unsaid:
    """Amounts of the bank are money and are blanked as they are put into words; those of the customer are text."""

    def __init__(self, lang: str, word: str) -> None:
        """``word`` stands in the place of each amount."""
        self._lang, self._word = lang, word
        self._spans = NumberSpans(lang)

    def of(self, view: View) -> View:
        """The same moment, to be spoken where nobody else may hear an amount; for the eye there is the other one."""
        in_doubt = view.doubt is not None and self._holds_amount(view.doubt.act, view)
        names = [payee.name for payee in view.known.payees]

        def asked_back(said: str) -> str:
            return self._without_all(said, [*names, *map(romanised, names)]) if in_doubt else self._plainly(said, view)

        notices = tuple(self._notice(notice, asked_back) for notice in view.notices)
        session = view.session
        if session is not None and session.problems:
            told = {name: self._problem(problem, view) for name, problem in session.problems.items()}
            session = replace(session, problems=told)
        return replace(view, notices=notices, session=session)

    def _notice(self, notice: Notice, hide: Callable[[str], str]) -> Notice:
        said = notice.words.get("said")
        return replace(notice, words={**notice.words, "said": hide(said)}) if isinstance(said, str) else notice

    def _problem(self, problem: Problem, view: View) -> Problem:
        said = problem.words.get("said")
        if not isinstance(said, str) or (hidden := self._plainly(said, view)) == said:
            return problem
        return Problem(problem.code, field=problem.field, words={**problem.words, "said": hidden})

    def _holds_amount(self, act: Act, view: View) -> bool:
        """Was an amount understood? A number that chooses is none, and neither is a customer number."""
        asked = view.session.asked if view.session is not None else None
        if isinstance(act, Answer):
            return asked is not None and isinstance(asked.kind, Amount)
        slots = act.slots.values() if isinstance(act, Request | Inform) else ()
        return any(isinstance(said, str) and parse_amount(said, self._lang) is not None for said in slots)

    def _without_all(self, said: str, names: Iterable[str]) -> str:
        """Without any stretch that reads as an amount, also one that was taken back; the three of 张三 is none."""
        kept = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
        parts = re.split(f"({kept})", said, flags=re.IGNORECASE) if kept else [said]
        hidden = "".join(part if at % 2 else self._blanked(part) for at, part in enumerate(parts))
        return hidden if hidden != said else self._word

    def _blanked(self, part: str) -> str:
        found = sorted(set(self._spans.amounts(part)), key=len, reverse=True)
        edge = "" if self._lang.startswith("zh") else r"\b"
        return re.sub("|".join(edge + re.escape(one) + edge for one in found), self._word, part) if found else part

    def _plainly(self, said: str, view: View) -> str:
        """Without what is called money, or is an amount on its own where no other number is wanted."""
        asked = view.session.asked if view.session is not None else None
        choosing = view.doubt is not None and isinstance(view.doubt.act, Select)
        number = choosing or (asked is not None and isinstance(asked.kind, Digits))
        if not number and parse_amount(said, self._lang) is not None:
            return self._word
        return without_amounts_in_words(without_amounts(said, self._lang, self._word), self._lang, self._word)
