"""What every bank behind the port does, whatever carries it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from uuid import uuid4

import pytest

from app.domain.accounts import AccountKind, Entry
from app.domain.errors import NoAnswer, Problem, SignedOut
from app.domain.money import Money
from app.domain.payments import NameCheck, TransferOrder, TransferQuote
from app.domain.secret import Secret
from tests.contract.conftest import Drill


def order(drill: Drill, payee: str, cents: int, **more: str) -> TransferOrder:
    """An order from the main account to the saved payee of that name."""
    ids = {found.name: found.id for found in drill.bank.payees()}
    account = more.pop("from_account", None) or drill.bank.accounts()[0].id
    return TransferOrder(account, ids.get(payee, payee), Money(cents), more.pop("note", ""))


def quote(drill: Drill, payee: str = "张三", cents: int = 100_00) -> TransferQuote:
    """A quote, signed in."""
    drill.sign_in()
    return drill.bank.quote_transfer(order(drill, payee, cents))


def test_signs_in_and_knows_the_customer(drill: Drill) -> None:
    """The customer comes back with name and stated needs."""
    customer = drill.bank.sign_in("10000001", Secret("demo0101"))
    assert (customer.number, customer.name, customer.needs) == ("10000001", "林峰", ("blind",))
    assert drill.bank.session_seconds == 15 * 60


@pytest.mark.parametrize("number", ["10000002", "99999999", "x"])
def test_counts_failures_down_to_a_lockout_that_ends(drill: Drill, number: str) -> None:
    """Known and unknown customers hear the same; after the minutes it can be tried again."""
    lefts = []
    for _ in range(4):
        with pytest.raises(Problem) as wrong:
            drill.bank.sign_in(number, Secret("wrong"))
        assert wrong.value.code == "wrong_credentials"
        lefts.append(wrong.value.words["attempts_left"])
    assert lefts == [4, 3, 2, 1]
    for minutes in (15, 15):
        with pytest.raises(Problem) as locked:
            drill.bank.sign_in(number, Secret("wrong"))
        assert (locked.value.code, locked.value.words) == ("locked_out", {"minutes": minutes})
    drill.advance(14 * 60 + 30)
    with pytest.raises(Problem) as nearly:
        drill.bank.sign_in(number, Secret("wrong"))
    assert (nearly.value.code, nearly.value.words) == ("locked_out", {"minutes": 1})
    drill.advance(31)
    with pytest.raises(Problem) as again:
        drill.bank.sign_in(number, Secret("wrong"))
    assert (again.value.code, again.value.words) == ("wrong_credentials", {"attempts_left": 4})


def test_a_success_forgives_failures(drill: Drill) -> None:
    """After signing in the count begins anew."""
    for _ in range(2):
        for _ in range(3):
            with pytest.raises(Problem):
                drill.bank.sign_in("10000001", Secret("wrong"))
        drill.sign_in()


def test_everything_asks_for_a_session(drill: Drill) -> None:
    """Without signing in, and after signing out, and after the session's life."""
    ends: list[Callable[[], None]] = [drill.bank.sign_out, drill.bank.sign_out, lambda: drill.advance(15 * 60)]
    for end in ends:
        end()
        for call in (
            drill.bank.accounts,
            drill.bank.payees,
            lambda: drill.bank.entries("1"),
            lambda: drill.bank.confirm_transfer("q", "key-00000000"),
            lambda: drill.bank.transfer_by_key("key-00000000"),
        ):
            with pytest.raises(SignedOut):
                call()
        drill.sign_in()


def test_a_used_session_lives_on(drill: Drill) -> None:
    """Three times ten minutes with a call each are less than fifteen without one."""
    drill.sign_in()
    for _ in range(3):
        drill.advance(10 * 60)
        assert drill.bank.accounts()


def test_signing_out_twice_is_fine(drill: Drill) -> None:
    """It never fails."""
    drill.sign_in()
    drill.bank.sign_out()
    drill.bank.sign_out()


def test_accounts_and_payees(drill: Drill) -> None:
    """The main account first; two payees sound alike."""
    drill.sign_in()
    main, savings = drill.bank.accounts()
    assert (main.kind, savings.kind) == (AccountKind.CURRENT, AccountKind.SAVINGS)
    assert main.tail.isdigit()
    assert len(main.tail) == 4
    names = [payee.name for payee in drill.bank.payees()]
    assert names[:6] == ["张三", "李四", "王芳", "陈伟", "张伟", "章威"]


def test_history_comes_in_pages_and_adds_up(drill: Drill) -> None:
    """All pages together hold each entry once, newest first, with running balances."""
    drill.sign_in()
    account = drill.bank.accounts()[0]
    entries: list[Entry] = []
    told: list[tuple[int, int | None]] = []
    cursor: str | None = None
    while True:
        page = drill.bank.entries(account.id, cursor, limit=3)
        assert 1 <= len(page.entries) <= 3
        entries += page.entries
        told.append((len(entries), page.older))
        cursor = page.next_cursor
        if cursor is None:
            break
    assert len({entry.id for entry in entries}) == len(entries) >= 7
    assert all(read + (older or 0) == len(entries) for read, older in told), "how many follow is told with each page"
    assert [e.at for e in entries] == sorted((e.at for e in entries), reverse=True)
    assert entries[0].balance_after == account.balance == page.account.balance
    for newer, older in pairwise(entries):
        assert newer.balance_after - newer.amount == older.balance_after
    assert entries[-1].amount == entries[-1].balance_after
    assert all(entry.at.tzinfo is not None and entry.counterparty for entry in entries)


def test_history_refuses_foreign_accounts_and_odd_cursors(drill: Drill) -> None:
    """Another customer's account is no account; a made-up cursor is told."""
    drill.sign_in()
    for account in ("10000002-1", "nowhere", "a?b=c"):
        with pytest.raises(Problem) as problem:
            drill.bank.entries(account)
        assert problem.value.code == "no_such_account"
    with pytest.raises(Problem) as problem:
        drill.bank.entries(drill.bank.accounts()[0].id, "cursor")
    assert problem.value.code == "bad_cursor"


@pytest.mark.parametrize(
    ("payee", "cents", "fee", "check"),
    [
        ("张三", 20_000_00, 0, NameCheck.MATCH),
        ("李四", 5_000_00, 0, NameCheck.MATCH),
        ("李四", 5_000_01, 2_00, NameCheck.MATCH),
        ("刘洋", 1, 0, NameCheck.CLOSE),
        ("房东", 100_00, 0, NameCheck.NO_MATCH),
    ],
)
def test_quotes_fee_and_name_check(drill: Drill, payee: str, cents: int, fee: int, check: NameCheck) -> None:
    """Free inside and up to 5,000 yuan outside; names are compared with the account's holder."""
    drill.sign_in()
    asked = order(drill, payee, cents, note="房租")
    found = drill.bank.quote_transfer(asked)
    assert found.order == asked
    assert (found.fee, found.total, found.name_check) == (Money(fee), Money(cents + fee), check)


@pytest.mark.parametrize(
    ("payee", "cents", "code", "field", "words"),
    [
        ("张三", 0, "amount_not_positive", "amount", {}),
        ("张三", -5, "amount_not_positive", "amount", {}),
        ("张三", 50_000_01, "over_transfer_limit", "amount", {"limit_cents": 50_000_00}),
        ("张三", 10**30, "over_transfer_limit", "amount", {"limit_cents": 50_000_00}),
        ("nobody", 100, "no_such_payee", "payee", {}),
    ],
)
def test_quote_says_what_is_wrong(
    drill: Drill, payee: str, cents: int, code: str, field: str, words: dict[str, int]
) -> None:
    """Each refusal has its code, its field and its words."""
    drill.sign_in()
    with pytest.raises(Problem) as problem:
        drill.bank.quote_transfer(order(drill, payee, cents))
    assert (problem.value.code, problem.value.field, problem.value.words) == (code, field, words)


def test_quote_refuses_other_currencies_and_accounts(drill: Drill) -> None:
    """Yuan only, and from the customer's own accounts only."""
    drill.sign_in()
    payee = drill.bank.payees()[0].id
    with pytest.raises(Problem) as problem:
        drill.bank.quote_transfer(TransferOrder(drill.bank.accounts()[0].id, payee, Money(100, "EUR")))
    assert (problem.value.code, problem.value.words) == ("currency_not_supported", {"currency": "EUR"})
    with pytest.raises(Problem) as problem:
        drill.bank.quote_transfer(TransferOrder("10000002-1", payee, Money(100)))
    assert (problem.value.code, problem.value.field) == ("no_such_account", "from_account")


def test_quote_says_how_much_there_is(drill: Drill) -> None:
    """More than the account holds, fee included."""
    drill.sign_in()
    balance = drill.bank.accounts()[1].balance.cents
    asked = order(drill, "李四", balance - 1_00, from_account=drill.bank.accounts()[1].id)
    with pytest.raises(Problem) as problem:
        drill.bank.quote_transfer(asked)
    assert (problem.value.code, problem.value.field) == ("insufficient_funds", "amount")
    assert problem.value.words == {"available_cents": balance, "needed_cents": balance + 1_00}


def test_confirming_moves_the_money_and_shows_in_history(drill: Drill) -> None:
    """The receipt, the balance and the newest entries agree."""
    found = quote(drill, "李四", 6_000_00)
    before = drill.bank.accounts()[0]
    receipt = drill.bank.confirm_transfer(found.id, str(uuid4()))
    assert (receipt.amount, receipt.fee) == (Money(6_000_00), Money(2_00))
    assert receipt.balance_after == before.balance - Money(6_002_00)
    assert (receipt.payee_name, receipt.from_tail) == ("李四", before.tail)
    after = drill.bank.entries(before.id, limit=2)
    assert after.account.balance == receipt.balance_after
    assert [entry.amount.cents for entry in after.entries] == [-2_00, -6_000_00]
    assert after.entries[1].counterparty == "李四"


def test_one_key_moves_money_once(drill: Drill) -> None:
    """The same key gives the same receipt; for another quote it is refused, and so is a used quote."""
    first = quote(drill)
    other = drill.bank.quote_transfer(first.order)
    key = str(uuid4())
    assert drill.bank.transfer_by_key(key) is None
    receipt = drill.bank.confirm_transfer(first.id, key)
    balance = drill.bank.accounts()[0].balance
    assert drill.bank.confirm_transfer(first.id, key) == receipt == drill.bank.transfer_by_key(key)
    with pytest.raises(Problem) as reused:
        drill.bank.confirm_transfer(other.id, key)
    assert reused.value.code == "key_reused"
    with pytest.raises(Problem) as used:
        drill.bank.confirm_transfer(first.id, str(uuid4()))
    assert used.value.code == "quote_used"
    assert drill.bank.accounts()[0].balance == balance


def test_a_quote_expires_but_its_receipt_does_not(drill: Drill) -> None:
    """After ten minutes a quote is too old; what was confirmed stays confirmed."""
    old, kept = quote(drill), quote(drill)
    key = str(uuid4())
    receipt = drill.bank.confirm_transfer(kept.id, key)
    drill.advance(10 * 60)
    with pytest.raises(Problem) as expired:
        drill.bank.confirm_transfer(old.id, str(uuid4()))
    assert expired.value.code == "quote_expired"
    assert drill.bank.confirm_transfer(kept.id, key) == receipt
    with pytest.raises(Problem) as unknown:
        drill.bank.confirm_transfer("no-quote", str(uuid4()))
    assert unknown.value.code == "no_such_quote"


def test_confirm_looks_at_the_balance_again(drill: Drill) -> None:
    """Two quotes for more than half of the money: the second confirmation is refused."""
    drill.sign_in()
    half = drill.bank.accounts()[1].balance.cents // 2 + 100
    asked = order(drill, "张三", half, from_account=drill.bank.accounts()[1].id)
    one, two = drill.bank.quote_transfer(asked), drill.bank.quote_transfer(asked)
    drill.bank.confirm_transfer(one.id, str(uuid4()))
    with pytest.raises(Problem) as problem:
        drill.bank.confirm_transfer(two.id, str(uuid4()))
    assert problem.value.code == "insufficient_funds"
    assert problem.value.words["available_cents"] == drill.bank.accounts()[1].balance.cents


def test_a_lost_answer_can_be_asked_for(drill: Drill) -> None:
    """Whether the adapter resolves it alone or says that it does not know, the money moved once."""
    found = quote(drill)
    before, key = drill.bank.accounts()[0].balance, str(uuid4())
    drill.lose_answer()
    try:
        receipt = drill.bank.confirm_transfer(found.id, key)
    except NoAnswer:
        resolved = drill.bank.transfer_by_key(key)
        assert resolved is not None
        receipt = resolved
    assert receipt.balance_after == drill.bank.accounts()[0].balance == before - found.total


def test_a_lost_request_can_be_sent_again_under_its_key(drill: Drill) -> None:
    """Nothing was done: the bank holds nothing under the key, and a second sending moves the money once."""
    found = quote(drill)
    before, key = drill.bank.accounts()[0].balance, str(uuid4())
    drill.lose_request()
    try:
        drill.bank.confirm_transfer(found.id, key)
    except NoAnswer:
        assert drill.bank.transfer_by_key(key) is None
        drill.bank.confirm_transfer(found.id, key)
    assert drill.bank.accounts()[0].balance == before - found.total
