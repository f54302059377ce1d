"""View: all that a modality needs to draw, say or write the present moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from app.domain.accounts import Customer
from app.domain.errors import Problem
from app.domain.lists import lines
from app.flows.acts import Act, Adjust, Interpretation, Manner
from app.flows.model import Context
from app.flows.session import Session, Stage

PART = 3
"""Lines at a time: as many as can be kept in mind when heard."""


class Place(StrEnum):
    """Where the customer is."""

    HOME = "home"
    TASK = "task"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something said once, beside the task: ``code`` names the words."""

    code: str
    words: Mapping[str, str | int] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Offer:
    """A way on that a number chooses: what it does, and what it is called: words by id, or a value."""

    act: Act
    words: str = ""
    value: Any = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """The present moment. ``turn`` grows by one with each thing worth saying.

    ``known`` is what the bank has last told of this customer: names to understand and to listen for.
    ``paused`` are tasks that others interrupted, ``offers`` the numbered ways on after misunderstandings.
    ``offers_told`` of them have been told before, as ``offset`` of the choices or of an outcome's lines have.
    ``choosing``: the choices are being listed.
    """

    turn: int = 0
    customer: Customer | None = None
    session: Session | None = None
    busy: bool = False
    notices: tuple[Notice, ...] = ()
    doubt: Interpretation | None = None
    came_from: Interpretation | None = None
    unresolved: tuple[Session, ...] = ()
    known: Context = field(default_factory=Context)
    paused: tuple[Session, ...] = ()
    offers: tuple[Offer, ...] = ()
    offers_told: int = 0
    choosing: bool = False
    offset: int = 0

    @property
    def interrupted(self) -> Session | None:
        """The task of this customer that was left for another one last."""
        mine = [item for item in self.paused if item.context.customer == self.customer]
        return mine[-1] if mine else None

    @property
    def pausing(self) -> bool:
        """Was a pause the last thing that was asked for? Until something else is said nothing is asked."""
        return self.came_from is not None and self.came_from.act == Adjust(Manner.PAUSE)

    @property
    def listed(self) -> tuple[Any, ...]:
        """What is being read out, a part at a time: the choices for a question, or the lines of an outcome."""
        session = self.session
        if session is None:
            return ()
        if session.stage is Stage.DONE:
            return lines(session.outcome)
        asked = session.asked
        if asked is None:
            return ()
        return session.choices(asked) if self.choosing else session.narrowed.get(asked.name, ())

    @property
    def part(self) -> tuple[Any, ...]:
        """The part of the list to be told now."""
        return self.listed[self.offset : self.offset + PART]

    @property
    def left(self) -> int:
        """How many of the list are still to be told."""
        return max(0, len(self.listed) - self.offset - PART)

    @property
    def offers_part(self) -> tuple[Offer, ...]:
        """The offers to be told now; the others can be chosen by their numbers as well."""
        return self.offers[self.offers_told : self.offers_told + PART]

    @property
    def offers_left(self) -> int:
        """How many offers are still to be told."""
        return max(0, len(self.offers) - self.offers_told - PART)

    @property
    def open_payments(self) -> tuple[Session, ...]:
        """Payments of this customer that the bank has not answered for yet."""
        return tuple(item for item in self.unresolved if item.context.customer == self.customer)

    @property
    def place(self) -> Place:
        return Place.TASK if self.session is not None else Place.HOME

    @property
    def asks_secret(self) -> bool:
        """True while the answer wanted is a secret: no recogniser listens, nothing is echoed."""
        session = self.session
        asked = session.asked if session else None
        return bool(asked and asked.kind.secret)

    @property
    def takes_secret(self) -> bool:
        """True while a secret may be typed: it is asked for now, or its field stands on the page with the others."""
        session = self.session
        if session is None or session.stage is not Stage.COLLECT:
            return False
        return any(item.kind.secret and item.name not in session.answers for item in session.wanted)

    @property
    def problem(self) -> Problem | None:
        """The first problem to tell of, in the order of the fields."""
        if self.session is None or not self.session.problems:
            return None
        return next(iter(self.session.problems.values()))

    @property
    def finished(self) -> bool:
        """True when a task has ended and its outcome is showing."""
        return self.session is not None and self.session.stage in (Stage.DONE, Stage.CANCELLED)
