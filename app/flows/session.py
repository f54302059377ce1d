"""Session: one run of a flow, an immutable value; each act gives the next session."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any
from uuid import uuid4

from app.domain.errors import Problem
from app.flows.acts import Act, Affirm, Answer, Back, Cancel, Change, Inform, Negate, Select, Slots, SlotValue
from app.flows.model import Ambiguous, Answers, Context, Field, Flow

_EMPTY: Mapping[str, Any] = MappingProxyType({})


class Stage(StrEnum):
    """Where a session stands. CHECK and SUBMIT are the bank's turn; the others are the customer's."""

    COLLECT = "collect"
    CHECK = "check"
    REVIEW = "review"
    SUBMIT = "submit"
    UNANSWERED = "unanswered"
    DONE = "done"
    CANCELLED = "cancelled"


OPEN = frozenset({Stage.COLLECT, Stage.REVIEW})
"""Stages in which the customer may answer, correct and cancel."""


@dataclass(frozen=True, slots=True)
class Session:
    """One run of a flow. Never changed in place.

    ``problems`` are keyed by field name, ``""`` for the whole task. ``narrowed`` holds the candidates of a
    field that needs a choice. ``key`` is the one idempotency key of this run, so that however often it is
    submitted the money moves at most once. ``further``: the outcome is a later page of a list, not its beginning.
    """

    flow: Flow
    context: Context = field(default_factory=Context)
    answers: Answers = field(default_factory=lambda: _EMPTY)
    problems: Mapping[str, Problem] = field(default_factory=lambda: _EMPTY)
    narrowed: Mapping[str, tuple[Any, ...]] = field(default_factory=lambda: _EMPTY)
    order: tuple[str, ...] = ()
    stage: Stage = Stage.COLLECT
    quote: Any = None
    outcome: Any = None
    further: bool = False
    key: str = field(default_factory=lambda: uuid4().hex)

    @classmethod
    def start(cls, flow: Flow, context: Context, slots: Slots = _EMPTY, *, by_ear: bool = False) -> Session:
        """Begin a run with the defaults filled in and whatever was said at once."""
        filled = {item.name: value for item in flow.fields if (value := item.default(context)) is not None}
        return cls(flow, context, filled).inform(slots, by_ear=by_ear)

    @property
    def wanted(self) -> tuple[Field, ...]:
        """The fields that apply, given the answers so far."""
        return tuple(item for item in self.flow.fields if item.when(self.answers))

    @property
    def asked(self) -> Field | None:
        """The first wanted field without an answer (VoiceXML's form interpretation rule)."""
        if self.stage is not Stage.COLLECT:
            return None
        return next((item for item in self.wanted if item.name not in self.answers), None)

    def choices(self, item: Field) -> tuple[Any, ...]:
        """What may be picked for a field now: the narrowed candidates, or all."""
        return self.narrowed.get(item.name) or item.kind.choices(self.context)

    def take(self, act: Act, *, by_ear: bool = False) -> Session:
        """The next session. Acts that do not apply here leave it as it is."""
        if self.stage not in OPEN:
            return self
        match act:
            case Inform(slots):
                return self.inform(slots, by_ear=by_ear)
            case Answer(text):
                return self._answer(text, by_ear)
            case Select(number):
                return self._select(number)
            case Change(name):
                return self._ask_again(name)
            case Back():
                return self._back()
            case Cancel():
                return replace(self, stage=Stage.CANCELLED)
            case Affirm() if self.stage is Stage.REVIEW:
                return replace(self, stage=Stage.SUBMIT, problems=_EMPTY)
            case Affirm() if self.asked is None:
                return replace(self, problems=_EMPTY)._complete()  # try again what the bank could not take
            case Negate() if self.stage is Stage.REVIEW:
                return replace(self, problems={"": Problem("what_to_change")})
        return self

    def inform(self, slots: Slots, *, by_ear: bool = False) -> Session:
        """Take answers by field name; a bad one keeps the others and says what is wrong with it."""
        answers, problems, narrowed = dict(self.answers), dict[str, Problem](), dict(self.narrowed)
        order = [name for name in self.order if name not in slots]
        for item in self.flow.fields:
            if item.name not in slots:
                continue
            answers.pop(item.name, None)
            narrowed.pop(item.name, None)
            try:
                answers[item.name] = item.kind.parse(slots[item.name], self.context, by_ear)
                order.append(item.name)
            except Ambiguous as problem:
                problems[item.name], narrowed[item.name] = problem, problem.candidates
            except Problem as problem:
                problems[item.name] = problem.at(item.name)
        for item in self.flow.fields:
            if not item.when(answers):
                answers.pop(item.name, None)  # a correction has closed this branch
        after = replace(
            self,
            answers=answers,
            problems=problems,
            narrowed=narrowed,
            order=tuple(order),
            stage=Stage.COLLECT,
            quote=None,
        )
        return after._complete()

    def checked(self, quote: Any) -> Session:
        """The bank has said what it would do: read it back."""
        return replace(self, stage=Stage.REVIEW, quote=quote, problems=_EMPTY)

    def settled(self, outcome: Any) -> Session:
        """The bank has done it."""
        return replace(self, stage=Stage.DONE, outcome=outcome, problems=_EMPTY)

    def continued(self, page: Any) -> Session:
        """The next page of the list that the bank gave."""
        return replace(self.settled(page), further=True)

    def unanswered(self) -> Session:
        """The bank was asked to do it and has not answered: neither done nor failed."""
        return replace(self, stage=Stage.UNANSWERED, problems=_EMPTY)

    def failed(self, problem: Problem) -> Session:
        """The bank refused: the field it names is asked again, everything else is kept."""
        if problem.field and problem.field in self.answers:
            kept = {name: value for name, value in self.answers.items() if name != problem.field}
            return replace(self, stage=Stage.COLLECT, answers=kept, quote=None, problems={problem.field: problem})
        if self.quote is not None:
            return replace(self, stage=Stage.REVIEW, problems={"": problem})
        return replace(self.without_secrets(), stage=Stage.COLLECT, problems={"": problem})

    def without_secrets(self) -> Session:
        """The same session with every secret answer forgotten."""
        kept = {
            item.name: self.answers[item.name]
            for item in self.flow.fields
            if item.name in self.answers and not item.kind.secret
        }
        return replace(self, answers=kept)

    def _complete(self) -> Session:
        if self.problems or any(item.name not in self.answers for item in self.wanted):
            return self
        return replace(self, stage=Stage.CHECK if self.flow.check else Stage.SUBMIT)

    def _answer(self, text: SlotValue, by_ear: bool) -> Session:
        """To the field being asked; else to the one field that the words plainly belong to."""
        asked = self.asked
        if not isinstance(text, str):
            return self.inform({asked.name: text}, by_ear=by_ear) if asked else self
        fitting = [item for item in self.wanted if item.kind.fits(text, self.context)]
        if asked is None or (asked not in fitting and len(fitting) == 1):
            if len(fitting) == 1:
                return self.inform({fitting[0].name: text}, by_ear=by_ear)
            return replace(self, problems={"": Problem("what_to_change")})
        return self.inform({asked.name: text}, by_ear=by_ear)

    def _select(self, number: int) -> Session:
        asked = self.asked
        if asked is None:
            return self
        offered = self.choices(asked)
        if not 1 <= number <= len(offered):
            problem = Problem("no_such_choice", field=asked.name, words={"count": len(offered)})
            return replace(self, problems={asked.name: problem})
        answers = {**self.answers, asked.name: offered[number - 1]}
        order = (*(name for name in self.order if name != asked.name), asked.name)
        narrowed = {name: value for name, value in self.narrowed.items() if name != asked.name}
        return replace(self, answers=answers, problems=_EMPTY, narrowed=narrowed, order=order)._complete()

    def _ask_again(self, name: str) -> Session:
        if name not in {item.name for item in self.wanted}:
            return self
        kept = {key: value for key, value in self.answers.items() if key != name}
        narrowed = {key: value for key, value in self.narrowed.items() if key != name}
        return replace(self, stage=Stage.COLLECT, answers=kept, narrowed=narrowed, problems=_EMPTY, quote=None)

    def _back(self) -> Session:
        given = [name for name in self.order if name in self.answers]
        if not given:
            return replace(self, stage=Stage.CANCELLED)
        return replace(self._ask_again(given[-1]), order=tuple(given[:-1]))
