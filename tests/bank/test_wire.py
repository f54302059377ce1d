"""The wire format is strict: what the contract does not promise is garbled, never guessed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.bank import wire
from app.domain.errors import Problem
from app.domain.money import Money
from app.domain.payments import TransferOrder

MONEY = {"cents": 123, "currency": "CNY"}
ACCOUNT = {"id": "a", "kind": "current", "tail": "1234", "balance": MONEY}
ENTRY = {
    "id": "e",
    "at": "2026-03-02T12:00:00+08:00",
    "amount": {"cents": -5, "currency": "CNY"},
    "counterparty": "书店",
    "note": "买书",
    "balance_after": MONEY,
}
PAGE = {"account": ACCOUNT, "entries": [ENTRY], "next_cursor": None}
QUOTE = {
    "id": "q",
    "order": {"from_account": "a", "payee": "p", "amount": MONEY, "note": ""},
    "fee": MONEY,
    "total": MONEY,
    "name_check": "close",
    "expires_at": "2026-03-02T12:00:00+08:00",
}
RECEIPT = {
    "reference": "2026030200000001",
    "at": "2026-03-02T04:00:00Z",
    "from_tail": "1234",
    "payee_name": "张三",
    "payee_tail": "5678",
    "amount": MONEY,
    "fee": MONEY,
    "balance_after": MONEY,
}
SIGNED_IN = {"token": "t", "expires_in": 900, "customer": {"number": "1", "name": "林峰", "needs": ["blind"]}}
READERS: list[tuple[Callable[[object], object], dict[str, Any]]] = [
    (wire.signed_in, SIGNED_IN),
    (wire.accounts, {"accounts": [ACCOUNT]}),
    (wire.payees, {"payees": [{"id": "p", "name": "张三", "bank": "听见银行", "tail": "5678"}]}),
    (wire.entry_page, PAGE),
    (wire.quote, QUOTE),
    (wire.receipt, RECEIPT),
]


@pytest.mark.parametrize(("read", "right"), READERS)
def test_right_answers_are_read_and_additions_passed_over(
    read: Callable[[object], object], right: dict[str, Any]
) -> None:
    """The bank may add fields."""
    assert read(right) == read({**right, "new": {"x": 1}})


def test_values_arrive_whole() -> None:
    """Money in cents, times aware."""
    receipt = wire.receipt(RECEIPT)
    assert receipt.amount == Money(123)
    assert receipt.at == datetime(2026, 3, 2, 4, tzinfo=UTC)
    page = wire.entry_page(PAGE)
    assert (page.entries[0].amount, page.next_cursor) == (Money(-5), None)


def test_how_many_entries_follow_is_known_where_the_bank_says_so() -> None:
    """It need not; what is no number of entries is garbled."""
    assert wire.entry_page(PAGE).older is None
    assert wire.entry_page({**PAGE, "older": 7}).older == 7
    for odd in (True, 1.5, "7", -1, []):
        with pytest.raises(Problem, match="bank_garbled"):
            wire.entry_page({**PAGE, "older": odd})


def broken(value: Any) -> list[Any]:
    """Every way to leave out or spoil one part of ``value``."""
    spoiled: list[Any] = []
    odds: tuple[Any, ...] = (None, True, 1.5, "x", -1, [], [None], {})
    for odd in odds:
        if type(odd) is not type(value):
            spoiled.append(odd)
    if isinstance(value, dict):
        for name, part in value.items():
            spoiled.append({k: v for k, v in value.items() if k != name})
            spoiled += [{**value, name: worse} for worse in broken(part)]
    if isinstance(value, list):
        spoiled += [[worse] for worse in broken(value[0])]
    return spoiled


@pytest.mark.parametrize(("read", "right"), READERS)
def test_every_spoiled_part_is_garbled(read: Callable[[object], object], right: dict[str, Any]) -> None:
    """Left out, of another type, or another shape: one problem, no other exception."""
    promised = {k: v for k, v in right.items() if k not in ("expires_in", "next_cursor", "older")}
    cases = broken(promised)
    assert len(cases) > 20
    for case in cases:
        with pytest.raises(Problem) as problem:
            read(case)
        assert problem.value.code == "bank_garbled", case


@pytest.mark.parametrize("at", ["yesterday", "2026-03-02T12:00:00", ""])
def test_a_time_without_a_zone_is_garbled(at: str) -> None:
    """It could be anyone's noon."""
    with pytest.raises(Problem, match="bank_garbled"):
        wire.receipt({**RECEIPT, "at": at})


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(), lambda x: st.lists(x) | st.dictionaries(st.text(), x)
    )
)
def test_no_json_at_all_breaks_the_reader(value: object) -> None:
    """Whatever comes, it is a problem that the customer can be told of."""
    for read, _ in READERS:
        with pytest.raises(Problem, match="bank_garbled"):
            read(value)


def test_problem_documents_keep_code_field_and_words() -> None:
    """RFC 9457's own members are not words; nor are lists, flags and objects."""
    problem = wire.problem(
        {
            "type": "/problems/insufficient_funds",
            "title": "t",
            "status": 422,
            "detail": "d",
            "instance": "i",
            "code": "insufficient_funds",
            "field": "amount",
            "available_cents": 5,
            "currency": "CNY",
            "flag": True,
            "errors": [{"at": "x"}],
            "none": None,
        }
    )
    assert (problem.code, problem.field) == ("insufficient_funds", "amount")
    assert problem.words == {"available_cents": 5, "currency": "CNY"}


def test_an_order_is_written_as_the_contract_says() -> None:
    """Whole cents, never a fraction."""
    order = TransferOrder("a", "p", Money.parse("1234.50"), "房租")
    assert wire.order_body(order) == {
        "from_account": "a",
        "payee": "p",
        "amount": {"cents": 123450, "currency": "CNY"},
        "note": "房租",
    }
