"""The kinds of answer: amounts, digits, secrets, accounts and payees."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from app.domain.accounts import Account
from app.domain.errors import Problem
from app.domain.money import Money
from app.domain.payments import Payee
from app.domain.secret import Secret
from app.flows.acts import SlotValue
from app.flows.model import Ambiguous, Context
from voice.numbers import parse_amount, parse_digits
from voice.pinyin import best_match, likeness

SAME_SOUND = 100.0
"""Names with this likeness cannot be told apart by ear."""

SURE = 80.0
"""From this likeness on (0 to 100) a name is taken to be meant."""

CLOSE_RIVAL = 8.0
"""A rival within this many points of the best leads to a question, not a guess."""


def _text(raw: SlotValue) -> str:
    if isinstance(raw, Secret):
        raise Problem("not_here")
    return raw.strip()


@dataclass(frozen=True, slots=True)
class Amount:
    """Money to be moved: any way of saying or writing it, more than zero."""

    secret: bool = False

    def parse(self, raw: SlotValue, context: Context, by_ear: bool) -> Money:
        """Codes: ``not_an_amount``, ``amount_not_positive``."""
        text = _text(raw)
        cents = parse_amount(text, context.lang)
        if cents is None:
            raise Problem("not_an_amount", words={"said": text})
        if cents <= 0:
            raise Problem("amount_not_positive")
        return Money(cents)

    def choices(self, context: Context) -> tuple[Any, ...]:
        return ()

    def fits(self, raw: str, context: Context) -> bool:
        return parse_amount(raw, context.lang) is not None


@dataclass(frozen=True, slots=True)
class Digits:
    """A number read digit by digit, of a fixed length."""

    length: int
    secret: bool = False

    def parse(self, raw: SlotValue, context: Context, by_ear: bool) -> str:
        """Codes: ``not_digits``, ``wrong_length`` (words: length, given)."""
        digits = parse_digits(_text(raw), context.lang)
        if digits is None:
            raise Problem("not_digits")
        if len(digits) != self.length:
            raise Problem("wrong_length", words={"length": self.length, "given": len(digits)})
        return digits

    def choices(self, context: Context) -> tuple[Any, ...]:
        return ()

    def fits(self, raw: str, context: Context) -> bool:
        digits = parse_digits(raw, context.lang)
        return digits is not None and len(digits) == self.length


@dataclass(frozen=True, slots=True)
class Password:
    """A secret: typed, never spoken, heard, shown or kept."""

    secret: bool = True

    def parse(self, raw: SlotValue, context: Context, by_ear: bool) -> Secret:
        """Codes: ``type_secret`` when it was spoken, ``empty``."""
        if by_ear or not isinstance(raw, Secret):
            raise Problem("type_secret")
        if not raw:
            raise Problem("empty")
        return raw

    def choices(self, context: Context) -> tuple[Any, ...]:
        return ()

    def fits(self, raw: str, context: Context) -> bool:
        return False


def pick_named(said: str, things: tuple[Any, ...], name: Callable[[Any], str], by_ear: bool) -> Any:
    """The one thing of that name. What sounds alike is asked about when heard, what is typed exactly is taken.

    Raises:
        Ambiguous: several fit. Problem: ``no_such_name`` (words: said).
    """
    exact = [thing for thing in things if name(thing) == said]
    if len(exact) == 1 and not by_ear:
        return exact[0]
    ranked = best_match(said, [name(thing) for thing in things])
    top = max((score for _, score in ranked), default=0.0)
    if top < SURE:
        raise Problem("no_such_name", words={"said": said})
    rivals = {found for found, score in ranked if score >= max(SURE, top - CLOSE_RIVAL)}
    if top >= SAME_SOUND:
        rivals = {found for found, score in ranked if score >= SAME_SOUND}
    fitting = tuple(thing for thing in things if name(thing) in rivals)
    if len(fitting) != 1:
        raise Ambiguous(fitting)
    return fitting[0]


@dataclass(frozen=True, slots=True)
class SavedPayee:
    """One of the customer's payees, by id, name or the sound of the name."""

    secret: bool = False

    def parse(self, raw: SlotValue, context: Context, by_ear: bool) -> Payee:
        """Codes: ``no_such_name``, ``which_one`` (an :class:`Ambiguous`), ``no_payees``."""
        said = _text(raw)
        if not context.payees:
            raise Problem("no_payees")
        for payee in context.payees:
            if payee.id == said:
                return payee
        found: Payee = pick_named(said, context.payees, lambda payee: payee.name, by_ear)
        return found

    def choices(self, context: Context) -> tuple[Payee, ...]:
        return context.payees

    def fits(self, raw: str, context: Context) -> bool:
        return any(raw == payee.name or likeness(raw, payee.name) >= SAME_SOUND for payee in context.payees)


@dataclass(frozen=True, slots=True)
class OwnAccount:
    """One of the customer's accounts, by id or by the last four digits of its number."""

    secret: bool = False

    def parse(self, raw: SlotValue, context: Context, by_ear: bool) -> Account:
        """Codes: ``no_such_account`` (words: said)."""
        said = _text(raw)
        digits = parse_digits(said, context.lang)
        for account in context.accounts:
            if said == account.id or digits == account.tail:
                return account
        raise Problem("no_such_account", words={"said": said})

    def choices(self, context: Context) -> tuple[Account, ...]:
        return context.accounts

    def fits(self, raw: str, context: Context) -> bool:
        digits = parse_digits(raw, context.lang)
        return any(digits == account.tail for account in context.accounts)


def main_account(context: Context) -> Account | None:
    """The account that is meant when none is named: the bank lists it first."""
    return context.accounts[0] if context.accounts else None
