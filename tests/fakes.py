"""A bank in memory with the real rules, for tests of everything above the port."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from app.domain.accounts import Account, Customer, EntryPage
from app.domain.errors import Problem, SignedOut
from app.domain.money import Money
from app.domain.payments import NameCheck, Payee, TransferOrder, TransferQuote, TransferReceipt
from app.domain.secret import Secret
from tests.fake_faults import Faults
from tests.fake_ledger import OUR_BANK, FakeLedger, check_cover

DEMO_NUMBER = "10000001"
DEMO_PASSWORD = "demo0101"
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


@dataclass
class FakeBank(Faults):
    """Implements :class:`app.bank.port.Bank`; one demonstration customer, the same as the real bank's first.

    ``transfers`` are the receipts of money that moved, ``calls`` the names of all calls so far.
    """

    channel: str = "app"
    now: datetime = field(default_factory=lambda: datetime.now(UTC))
    transfers: list[TransferReceipt] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__post_init__()
        self.customer = Customer(DEMO_NUMBER, "林峰", ("blind",))
        self.ledger = FakeLedger(self.now)
        self._payees = tuple(Payee(f"p{at}", *row) for at, row in enumerate(_PAYEES, 1))
        self._quotes: dict[str, TransferQuote] = {}
        self._by_key: dict[str, tuple[str, TransferReceipt]] = {}
        self._failed: dict[str, tuple[int, datetime]] = {}
        self._session_until: datetime | None = None

    # Time

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
        with self.call("sign_in"):
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
        with self.call("accounts"):
            self._require_session()
            return tuple(self.ledger.accounts.values())

    def payees(self) -> tuple[Payee, ...]:
        """See the port."""
        with self.call("payees"):
            self._require_session()
            return self._payees

    def entries(self, account_id: str, cursor: str | None = None, limit: int = 5) -> EntryPage:
        """See the port."""
        with self.call("entries"):
            self._require_session()
            return self.ledger.page(account_id, cursor, limit)

    def quote_transfer(self, order: TransferOrder) -> TransferQuote:
        """See the port."""
        with self.call("quote_transfer"):
            self._require_session()
            self._check_amount(order.amount)
            account = self.ledger.account(order.from_account)
            payee = self._payee(order.payee)
            outside = payee.bank != OUR_BANK
            fee = Money(2_00) if outside and order.amount > FREE_UP_TO else Money(0)
            self._check_day(order.amount)
            check_cover(account, order.amount + fee)
            quote = TransferQuote(
                id=f"quote-{next(self.ledger.count)}",
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
        with self.call("confirm_transfer"):
            self._require_session()
            if key in self._by_key:
                first_quote, receipt = self._by_key[key]
                if first_quote != quote_id:
                    raise Problem("key_reused")
                return receipt
            quote = self._usable(quote_id)
            self._check_day(quote.order.amount)
            receipt = self.ledger.move(quote, self._payee(quote.order.payee), self.now)
            self._by_key[key] = (quote_id, receipt)
            self.transfers.append(receipt)
            return receipt

    def transfer_by_key(self, key: str) -> TransferReceipt | None:
        """See the port."""
        with self.call("transfer_by_key"):
            self._require_session()
            return self._by_key[key][1] if key in self._by_key else None

    # The rules

    def _require_session(self) -> None:
        if self._session_until is None or self._session_until <= self.now:
            self._session_until = None
            raise SignedOut()
        self._session_until = self.now + SESSION_LIFE

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


def _refusal(left: int) -> Problem:
    if left > 0:
        return Problem("wrong_credentials", words={"attempts_left": left})
    return Problem("locked_out", words={"minutes": LOCKOUT // timedelta(minutes=1)})
