"""A bank in memory with the real rules, for tests of everything above the port."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from app.domain.accounts import Account, AccountKind, Customer, Entry, EntryPage
from app.domain.errors import NoAnswer, Problem, SignedOut
from app.domain.money import Money
from app.domain.payments import NameCheck, Payee, TransferOrder, TransferQuote, TransferReceipt
from app.domain.secret import Secret

DEMO_NUMBER = "10000001"
DEMO_PASSWORD = "demo0101"
OUR_BANK = "听见银行"
PER_TRANSFER = Money(50_000_00)
PER_DAY = Money(200_000_00)
FREE_UP_TO = Money(5_000_00)
QUOTE_LIFE = timedelta(minutes=10)
SESSION_LIFE = timedelta(minutes=15)
LOCKOUT = timedelta(minutes=15)
ATTEMPTS = 5

_PAYEES = (
    ("张三", OUR_BANK, "5528"),
    ("李四", "工商银行", "4447"),
    ("王芳", OUR_BANK, "3366"),
    ("陈伟", "建设银行", "2285"),
    ("张伟", OUR_BANK, "1204"),
    ("章威", "农业银行", "9123"),
    ("刘洋", "招商银行", "8042"),
    ("李娜", OUR_BANK, "5299"),
    ("房东", "中国银行", "6961"),
)
_NAME_CHECKS = {"刘洋": NameCheck.CLOSE, "房东": NameCheck.NO_MATCH}
_HISTORY = (
    ("柜台", "开户存款", 40_000_00),
    ("社区超市", "日用品", -186_40),
    ("阳光科技公司", "工资", 9_200_00),
    ("供电公司", "电费", -132_75),
    ("外卖平台", "午餐", -35_80),
    ("书店", "买书", -86_00),
    ("药店", "买药", -58_50),
)


@dataclass
class _Fault:
    """Something that goes wrong at a call named ``on`` (empty: at any)."""

    problem: Callable[[], Problem]
    on: str
    times: int
    after: bool


@dataclass
class FakeBank:
    """Implements :class:`app.bank.port.Bank`; one demonstration customer, the same as the real bank's first.

    ``transfers`` are the receipts of money that moved, ``calls`` the names of all calls so far.
    """

    channel: str = "app"
    now: datetime = field(default_factory=lambda: datetime.now(UTC))
    transfers: list[TransferReceipt] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.customer = Customer(DEMO_NUMBER, "林峰", ("blind",))
        self._accounts = {
            "1": Account("1", AccountKind.CURRENT, "7109", Money(0)),
            "2": Account("2", AccountKind.SAVINGS, "6028", Money(0)),
        }
        self._entries: dict[str, list[Entry]] = {"1": [], "2": []}
        self._payees = tuple(Payee(f"p{at}", *row) for at, row in enumerate(_PAYEES, 1))
        self._quotes: dict[str, TransferQuote] = {}
        self._by_key: dict[str, tuple[str, TransferReceipt]] = {}
        self._failed: dict[str, tuple[int, datetime]] = {}
        self._session_until: datetime | None = None
        self._faults: list[_Fault] = []
        self._gate = threading.Event()
        self._gate.set()
        self._count = itertools.count(1)
        for days, (who, note, cents) in enumerate(_HISTORY):
            self._book("1", Money(cents), who, note, self.now - timedelta(days=30 - days))
        self._book("2", Money(45_000_00), "柜台", "定期存款", self.now - timedelta(days=60))

    # What goes wrong, and time

    def fail_next(self, problem: Problem, *, on: str = "", times: int = 1) -> None:
        """The next ``times`` calls (of the method ``on``) raise ``problem`` and do nothing."""
        self._faults.append(_Fault(lambda: problem, on, times, after=False))

    def lose_answer(self, *, on: str = "confirm_transfer", times: int = 1) -> None:
        """The next call does its work, and then the answer is lost: :class:`NoAnswer`."""
        self._faults.append(_Fault(NoAnswer, on, times, after=True))

    def lose_request(self, *, on: str = "confirm_transfer", times: int = 1) -> None:
        """The next call gets lost before any work is done: :class:`NoAnswer` all the same."""
        self._faults.append(_Fault(NoAnswer, on, times, after=False))

    def hold(self) -> None:
        """Calls wait inside the bank until :meth:`release`, as with a slow network."""
        self._gate.clear()

    def release(self) -> None:
        """Held calls go on."""
        self._gate.set()

    def advance(self, seconds: float) -> None:
        """Move the bank's clock ahead."""
        self.now += timedelta(seconds=seconds)

    def expire_session(self) -> None:
        """The bank no longer knows the session: the next call raises :class:`SignedOut`."""
        self._session_until = None

    # The port

    @property
    def session_seconds(self) -> float:
        """See the port."""
        return SESSION_LIFE.total_seconds() if self._session_until is not None else 0.0

    def sign_in(self, customer_number: str, password: Secret) -> Customer:
        """See the port."""
        with _Call(self, "sign_in"):
            failed, until = self._failed.get(customer_number, (0, self.now))
            failed = failed if self.now < until else 0
            if failed >= ATTEMPTS:
                raise Problem("locked_out", words={"minutes": -(-(until - self.now) // timedelta(minutes=1))})
            if (customer_number, password) != (self.customer.number, Secret(DEMO_PASSWORD)):
                self._failed[customer_number] = (failed + 1, self.now + LOCKOUT)
                raise _refusal(ATTEMPTS - failed - 1)
            self._failed.pop(customer_number, None)
            self._session_until = self.now + SESSION_LIFE
            return self.customer

    def sign_out(self) -> None:
        """See the port."""
        self.calls.append("sign_out")
        self._session_until = None

    def accounts(self) -> tuple[Account, ...]:
        """See the port."""
        with _Call(self, "accounts"):
            self._require_session()
            return tuple(self._accounts.values())

    def payees(self) -> tuple[Payee, ...]:
        """See the port."""
        with _Call(self, "payees"):
            self._require_session()
            return self._payees

    def entries(self, account_id: str, cursor: str | None = None, limit: int = 5) -> EntryPage:
        """See the port."""
        with _Call(self, "entries"):
            self._require_session()
            account = self._account(account_id)
            newest_first = self._entries[account_id][::-1]
            start = 0
            if cursor is not None:
                ids = [entry.id for entry in newest_first]
                if cursor not in ids:
                    raise Problem("bad_cursor", field="cursor")
                start = ids.index(cursor) + 1
            page = tuple(newest_first[start : start + limit])
            more = start + limit < len(newest_first)
            return EntryPage(account, page, page[-1].id if more else None)

    def quote_transfer(self, order: TransferOrder) -> TransferQuote:
        """See the port."""
        with _Call(self, "quote_transfer"):
            self._require_session()
            self._check_amount(order.amount)
            account = self._account(order.from_account)
            payee = self._payee(order.payee)
            outside = payee.bank != OUR_BANK
            fee = Money(2_00) if outside and order.amount > FREE_UP_TO else Money(0)
            self._check_day(order.amount)
            _check_cover(account, order.amount + fee)
            quote = TransferQuote(
                id=f"quote-{next(self._count)}",
                order=order,
                fee=fee,
                total=order.amount + fee,
                name_check=_NAME_CHECKS.get(payee.name, NameCheck.MATCH),
                expires_at=self.now + QUOTE_LIFE,
            )
            self._quotes[quote.id] = quote
            return quote

    def confirm_transfer(self, quote_id: str, key: str) -> TransferReceipt:
        """See the port."""
        with _Call(self, "confirm_transfer"):
            self._require_session()
            if key in self._by_key:
                first_quote, receipt = self._by_key[key]
                if first_quote != quote_id:
                    raise Problem("key_reused")
                return receipt
            quote = self._usable(quote_id)
            self._check_day(quote.order.amount)
            receipt = self._move(quote)
            self._by_key[key] = (quote_id, receipt)
            self.transfers.append(receipt)
            return receipt

    def transfer_by_key(self, key: str) -> TransferReceipt | None:
        """See the port."""
        with _Call(self, "transfer_by_key"):
            self._require_session()
            return self._by_key[key][1] if key in self._by_key else None

    # The rules

    def _enter(self, call: str) -> None:
        self.calls.append(call)
        if not self._gate.wait(30):
            raise AssertionError("a held bank was never released")
        self._go_wrong(call, after=False)

    def _go_wrong(self, call: str, *, after: bool) -> None:
        for fault in self._faults:
            if fault.after is after and fault.on in ("", call):
                fault.times -= 1
                if fault.times == 0:
                    self._faults.remove(fault)
                raise fault.problem()

    def _require_session(self) -> None:
        if self._session_until is None or self._session_until <= self.now:
            self._session_until = None
            raise SignedOut()
        self._session_until = self.now + SESSION_LIFE

    def _account(self, account_id: str) -> Account:
        if account_id not in self._accounts:
            raise Problem("no_such_account", field="from_account")
        return self._accounts[account_id]

    def _payee(self, payee_id: str) -> Payee:
        for payee in self._payees:
            if payee.id == payee_id:
                return payee
        raise Problem("no_such_payee", field="payee")

    def _check_amount(self, amount: Money) -> None:
        if amount.currency != "CNY":
            raise Problem("currency_not_supported", field="amount", words={"currency": amount.currency})
        if amount <= Money(0):
            raise Problem("amount_not_positive", field="amount")
        if amount > PER_TRANSFER:
            raise Problem("over_transfer_limit", field="amount", words={"limit_cents": PER_TRANSFER.cents})

    def _check_day(self, amount: Money) -> None:
        today = [receipt.amount.cents for receipt in self.transfers if receipt.at.date() == self.now.date()]
        left = PER_DAY.cents - sum(today)
        if amount.cents > left:
            words = {"limit_cents": PER_DAY.cents, "left_cents": left}
            raise Problem("over_daily_limit", field="amount", words=words)

    def _usable(self, quote_id: str) -> TransferQuote:
        quote = self._quotes.get(quote_id)
        if quote is None:
            raise Problem("no_such_quote")
        if any(used == quote_id for used, _ in self._by_key.values()):
            raise Problem("quote_used")
        if quote.expires_at <= self.now:
            raise Problem("quote_expired")
        return quote

    def _move(self, quote: TransferQuote) -> TransferReceipt:
        account, payee = self._account(quote.order.from_account), self._payee(quote.order.payee)
        _check_cover(account, quote.total)
        self._book(account.id, -quote.order.amount, payee.name, quote.order.note or "转账", self.now)
        if quote.fee.cents:
            self._book(account.id, -quote.fee, OUR_BANK, "转账手续费", self.now)
        return TransferReceipt(
            reference=f"{self.now:%Y%m%d}{next(self._count):08d}",
            at=self.now,
            from_tail=account.tail,
            payee_name=payee.name,
            payee_tail=payee.tail,
            amount=quote.order.amount,
            fee=quote.fee,
            balance_after=self._accounts[account.id].balance,
        )

    def _book(self, account_id: str, amount: Money, counterparty: str, note: str, at: datetime) -> None:
        account = self._accounts[account_id]
        balance = account.balance + amount
        self._accounts[account_id] = replace(account, balance=balance)
        self._entries[account_id].append(Entry(f"e{next(self._count)}", at, amount, counterparty, note, balance))


class _Call:
    """One call: faults before it on the way in, faults after it on a successful way out."""

    def __init__(self, bank: FakeBank, name: str) -> None:
        self._bank = bank
        self._name = name

    def __enter__(self) -> None:
        self._bank._enter(self._name)

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self._bank._go_wrong(self._name, after=True)


def _check_cover(account: Account, needed: Money) -> None:
    if account.balance < needed:
        words = {"available_cents": account.balance.cents, "needed_cents": needed.cents}
        raise Problem("insufficient_funds", field="amount", words=words)


def _refusal(left: int) -> Problem:
    if left > 0:
        return Problem("wrong_credentials", words={"attempts_left": left})
    return Problem("locked_out", words={"minutes": LOCKOUT // timedelta(minutes=1)})
