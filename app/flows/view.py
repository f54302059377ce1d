"""View: all that a modality needs to draw, say or write the present moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from app.domain.accounts import Customer
from app.domain.errors import Problem
from app.flows.acts import Interpretation
from app.flows.model import Context
from app.flows.session import Session, Stage


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
class View:
    """The present moment. ``turn`` grows by one with each thing worth saying.

    ``known`` is what the bank has last told of this customer: names to understand and to listen for.
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
    def problem(self) -> Problem | None:
        """The first problem to tell of, in the order of the fields."""
        if self.session is None or not self.session.problems:
            return None
        return next(iter(self.session.problems.values()))

    @property
    def finished(self) -> bool:
        """True when a task has ended and its outcome is showing."""
        return self.session is not None and self.session.stage in (Stage.DONE, Stage.CANCELLED)
