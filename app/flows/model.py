"""The words a task is declared in: Flow, Field, Kind and Context. No widgets, no wording, no HTTP."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Protocol

from app.bank.port import Bank
from app.domain.accounts import Account, Customer
from app.domain.errors import Problem
from app.domain.payments import Payee
from app.flows.acts import SlotValue

Answers = Mapping[str, Any]


class Need(StrEnum):
    """What must be fetched from the bank before the first question can be asked."""

    ACCOUNTS = "accounts"
    PAYEES = "payees"


@dataclass(frozen=True, slots=True)
class Context:
    """What is known when a session runs: the customer's language and what the bank has told."""

    lang: str = "zh-CN"
    customer: Customer | None = None
    accounts: tuple[Account, ...] = ()
    payees: tuple[Payee, ...] = ()


class Ambiguous(Problem):
    """Several things fit what was said; ``candidates`` are the values to choose from, never guessed."""

    def __init__(self, candidates: tuple[Any, ...]) -> None:
        super().__init__("which_one", words={"count": len(candidates)})
        self.candidates = candidates


class Kind(Protocol):
    """How a field's raw answer becomes a value."""

    @property
    def secret(self) -> bool:
        """True when the answer is a :class:`Secret`: typed only, never shown, spoken or recognised."""

    def parse(self, raw: SlotValue, context: Context, by_ear: bool) -> Any:
        """The value, or a :class:`Problem`. ``by_ear``: what sounds alike must be treated as alike."""

    def choices(self, context: Context) -> tuple[Any, ...]:
        """The values a customer may pick from; empty when the answer is free."""

    def fits(self, raw: str, context: Context) -> bool:
        """Does this text plainly belong to this kind, even when another field is being asked?"""


def _always(_answers: Answers) -> bool:
    return True


def _nothing(_context: Context) -> Any:
    return None


@dataclass(frozen=True, slots=True)
class Field:
    """One thing to ask. ``default`` fills it from the context; a default is shown and can be changed."""

    name: str
    kind: Kind
    when: Callable[[Answers], bool] = _always
    default: Callable[[Context], Any] = _nothing


@dataclass(frozen=True, slots=True)
class Flow:
    """One banking task, declared once.

    ``check`` asks the bank what it would do (a quote); a flow with a check is read back and submitted only
    on an explicit Affirm. ``submit(bank, answers, quote, key)`` does it; ``resolve(bank, key)`` finds out what
    became of it when no answer came; ``more`` gives the next part of a list. ``blame`` says which field a
    problem of the bank's belongs to, so that it is asked again there.
    """

    intent: str
    submit: Callable[[Bank, Answers, Any, str], Any]
    fields: tuple[Field, ...] = ()
    needs: frozenset[Need] = frozenset()
    check: Callable[[Bank, Answers], Any] | None = None
    more: Callable[[Bank, Any], Any] | None = None
    resolve: Callable[[Bank, str], Any] | None = None
    blame: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    signs_in: bool = False

    def field(self, name: str) -> Field:
        """The field of that name; KeyError when there is none."""
        for item in self.fields:
            if item.name == name:
                return item
        raise KeyError(name)
