"""The wire format: the bank's JSON to domain values and back, strictly.

A shape that the contract does not promise is ``Problem("bank_garbled")``: better no answer than a guess
about money. Fields beyond those we know are passed over, so that the bank may add some.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypeVar

from app.domain.accounts import Account, AccountKind, Customer, Entry, EntryPage
from app.domain.errors import Problem
from app.domain.money import Money
from app.domain.payments import NameCheck, Payee, TransferOrder, TransferQuote, TransferReceipt

GARBLED = "bank_garbled"
_NOT_WORDS = frozenset({"type", "title", "status", "detail", "instance", "code", "field"})
_Json = TypeVar("_Json", str, int, list[Any])


def garbled() -> Problem:
    """The bank answered with something that the contract does not know."""
    return Problem(GARBLED)


def _object(value: object) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise garbled()
    return value


def _get(data: Mapping[str, Any], name: str, kind: type[_Json]) -> _Json:
    value = data.get(name)
    if not isinstance(value, kind) or isinstance(value, bool):
        raise garbled()
    return value


def _texts(data: Mapping[str, Any], name: str) -> tuple[str, ...]:
    values = _get(data, name, list)
    if not all(isinstance(value, str) for value in values):
        raise garbled()
    return tuple(values)


def _time(data: Mapping[str, Any], name: str) -> datetime:
    try:
        at = datetime.fromisoformat(_get(data, name, str))
    except ValueError:
        raise garbled() from None
    if at.tzinfo is None:
        raise garbled()
    return at


def _money(data: Mapping[str, Any], name: str) -> Money:
    amount = _object(data.get(name))
    return Money(_get(amount, "cents", int), _get(amount, "currency", str))


def sign_in_body(customer_number: str, password: str) -> dict[str, Any]:
    """The body of a sign-in; it holds the password, so it is made last and kept nowhere."""
    return {"customer_number": customer_number, "password": password}


def signed_in(value: object) -> tuple[str, Customer]:
    """The token and the customer."""
    data = _object(value)
    customer = _object(data.get("customer"))
    found = Customer(_get(customer, "number", str), _get(customer, "name", str), _texts(customer, "needs"))
    return _get(data, "token", str), found


def session_seconds(value: object) -> float:
    """How long the session lives unused, from the answer to a sign-in; 0 when the bank does not say."""
    said = _object(value).get("expires_in")
    return float(said) if isinstance(said, int) and not isinstance(said, bool) and said > 0 else 0.0


def _account(value: object) -> Account:
    data = _object(value)
    try:
        kind = AccountKind(_get(data, "kind", str))
    except ValueError:
        raise garbled() from None
    return Account(_get(data, "id", str), kind, _get(data, "tail", str), _money(data, "balance"))


def accounts(value: object) -> tuple[Account, ...]:
    """The customer's accounts."""
    return tuple(_account(item) for item in _get(_object(value), "accounts", list))


def _payee(value: object) -> Payee:
    data = _object(value)
    return Payee(_get(data, "id", str), _get(data, "name", str), _get(data, "bank", str), _get(data, "tail", str))


def payees(value: object) -> tuple[Payee, ...]:
    """Saved payees."""
    return tuple(_payee(item) for item in _get(_object(value), "payees", list))


def _entry(value: object) -> Entry:
    data = _object(value)
    return Entry(
        id=_get(data, "id", str),
        at=_time(data, "at"),
        amount=_money(data, "amount"),
        counterparty=_get(data, "counterparty", str),
        note=_get(data, "note", str),
        balance_after=_money(data, "balance_after"),
    )


def entry_page(value: object) -> EntryPage:
    """A page of history."""
    data = _object(value)
    cursor = None if data.get("next_cursor") is None else _get(data, "next_cursor", str)
    entries = tuple(_entry(item) for item in _get(data, "entries", list))
    older = None if data.get("older") is None else _get(data, "older", int)
    if older is not None and older < 0:
        raise garbled()
    return EntryPage(_account(data.get("account")), entries, cursor, older)


def order_body(order: TransferOrder) -> dict[str, Any]:
    """The body of a quote request."""
    return {
        "from_account": order.from_account,
        "payee": order.payee,
        "amount": {"cents": order.amount.cents, "currency": order.amount.currency},
        "note": order.note,
    }


def quote(value: object) -> TransferQuote:
    """A quote."""
    data = _object(value)
    asked = _object(data.get("order"))
    order = TransferOrder(
        from_account=_get(asked, "from_account", str),
        payee=_get(asked, "payee", str),
        amount=_money(asked, "amount"),
        note=_get(asked, "note", str),
    )
    try:
        check = NameCheck(_get(data, "name_check", str))
    except ValueError:
        raise garbled() from None
    return TransferQuote(
        id=_get(data, "id", str),
        order=order,
        fee=_money(data, "fee"),
        total=_money(data, "total"),
        name_check=check,
        expires_at=_time(data, "expires_at"),
    )


def receipt(value: object) -> TransferReceipt:
    """A receipt."""
    data = _object(value)
    return TransferReceipt(
        reference=_get(data, "reference", str),
        at=_time(data, "at"),
        from_tail=_get(data, "from_tail", str),
        payee_name=_get(data, "payee_name", str),
        payee_tail=_get(data, "payee_tail", str),
        amount=_money(data, "amount"),
        fee=_money(data, "fee"),
        balance_after=_money(data, "balance_after"),
    )


def problem(value: object) -> Problem:
    """A problem document (RFC 9457) with our ``code``; its strings and numbers become words."""
    data = _object(value)
    code = _get(data, "code", str)
    field = data.get("field")
    words = {
        name: word
        for name, word in data.items()
        if name not in _NOT_WORDS and isinstance(word, str | int) and not isinstance(word, bool)
    }
    return Problem(code, field=field if isinstance(field, str) else "", words=words)
