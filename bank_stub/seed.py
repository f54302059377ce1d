"""First data: the demonstration customers, their payees, and some months of ordinary life."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from sqlalchemy import select
from sqlalchemy.orm import Session

from bank_stub.auth import password_hasher
from bank_stub.clock import Clock
from bank_stub.demo import CUSTOMERS, DemoCustomer, number_of, password_of
from bank_stub.ledger import CLEARING, FEES, OUTSIDE, Line, post
from bank_stub.store import Store
from bank_stub.tables import Account, Customer, OutsideAccount, Payee
from bank_stub.terms import OUR_BANK

_SPENDING = (
    ("社区超市", "日用品", 38, 210),
    ("外卖平台", "午餐", 18, 55),
    ("出租车", "打车", 12, 68),
    ("供电公司", "电费", 80, 190),
    ("菜市场", "买菜", 22, 96),
    ("移动公司", "话费", 50, 100),
    ("药店", "买药", 25, 160),
    ("网上商城", "网购", 59, 480),
    ("自来水公司", "水费", 30, 75),
    ("书店", "买书", 28, 120),
    ("燃气公司", "燃气费", 40, 110),
    ("人民医院", "挂号费", 20, 50),
)
_INCOME_FROM = {"工资": "阳光科技公司", "养老金": "社会保险中心", "生活补贴": "民政局"}
_INCOME_DAYS = (66, 36, 6)
_SPENDING_EVENTS = 21
_DAYS = 75


@dataclass(frozen=True, slots=True)
class _Event:
    """Something that happened ``ago`` before now, in cents from the account's point of view."""

    ago: timedelta
    account: Account
    amount_cents: int
    counterparty: str
    note: str


def seed(store: Store, clock: Clock) -> bool:
    """Fill an empty bank; False when it holds customers already and was left alone."""
    with store.reading() as session:
        if session.scalar(select(Customer.number).limit(1)) is not None:
            return False
    hashes = _password_hashes()
    with store.writing() as session:
        _bank_accounts(session)
        events: list[_Event] = []
        for place, person in enumerate(CUSTOMERS, 1):
            accounts = _customer(session, place, person, hashes[place - 1])
            events.extend(_history(person, accounts, Random(place)))  # noqa: S311 - dates, not secrets
        session.flush()
        _Payees(session).save()
        _write(session, clock.now(), events)
    return True


def account_number(serial: int) -> str:
    """19 digits; the last four differ in a way that can be told apart by ear."""
    return f"6214{serial:011d}{1000 + serial * 7919 % 9000:04d}"


def _password_hashes() -> list[str]:
    """Argon2 is slow by design and lets go of the interpreter: two at a time halve the first start."""
    hasher = password_hasher()
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(lambda place: hasher.hash(password_of(place)), range(1, len(CUSTOMERS) + 1)))


def _bank_accounts(session: Session) -> None:
    for serial, name in enumerate((CLEARING, FEES, OUTSIDE), 1):
        account = _account(name, account_number(900 + serial), "internal", OUR_BANK)
        account.may_overdraw = True
        session.add(account)


def _account(account_id: str, number: str, kind: str, holder: str, owner: str | None = None, place: int = 0) -> Account:
    return Account(
        id=account_id,
        number=number,
        kind=kind,
        holder=holder,
        owner=owner,
        position=place,
        balance_cents=0,
        may_overdraw=False,
    )


def _customer(session: Session, place: int, person: DemoCustomer, password_hash: str) -> list[Account]:
    number = number_of(place)
    session.add(Customer(number=number, name=person.name, needs=list(person.needs), password_hash=password_hash))
    session.flush()
    kinds = ("current", "savings") if person.savings else ("current",)
    accounts = [
        _account(f"{number}-{at}", account_number(place * 10 + at), kind, person.name, number, at)
        for at, kind in enumerate(kinds, 1)
    ]
    session.add_all(accounts)
    return accounts


class _Payees:
    """Saves all payees; one account a person and bank, so that two customers pay the same one."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._numbers: dict[tuple[str, str], str] = {}
        query = select(Account).where(Account.owner.is_not(None)).order_by(Account.position.desc())
        for account in session.scalars(query):  # descending: a customer's main account comes last and stays
            self._numbers[OUR_BANK, account.holder] = account.number

    def save(self) -> None:
        """All payees of all customers."""
        for place, person in enumerate(CUSTOMERS, 1):
            for at, payee in enumerate(person.payees, 1):
                self._session.add(
                    Payee(
                        id=f"{number_of(place)}-payee-{at}",
                        owner=number_of(place),
                        position=at,
                        name=payee.name,
                        bank=payee.bank,
                        account_number=self._number(payee.bank, payee.holder),
                    )
                )

    def _number(self, bank: str, holder: str) -> str:
        known = self._numbers.get((bank, holder))
        if known is not None:
            return known
        number = account_number(500 + len(self._numbers))
        self._numbers[bank, holder] = number
        if bank == OUR_BANK:
            self._session.add(_account(f"holder-{number[-4:]}", number, "current", holder))
        else:
            self._session.add(OutsideAccount(number=number, bank=bank, holder=holder))
        return number


def _history(person: DemoCustomer, accounts: list[Account], rng: Random) -> Iterator[_Event]:
    main = accounts[0]
    yield _Event(timedelta(days=_DAYS), main, person.income_yuan * 2 * 100, "柜台", "开户存款")
    for days in _INCOME_DAYS:
        payer = _INCOME_FROM[person.income]
        yield _Event(timedelta(days=days, hours=2), main, person.income_yuan * 100, payer, person.income)
    for at in range(_SPENDING_EVENTS):
        counterparty, note, low, high = _SPENDING[(at + rng.randrange(3)) % len(_SPENDING)]
        ago = timedelta(days=_DAYS - 3) * (1 - at / _SPENDING_EVENTS) - timedelta(hours=rng.randrange(1, 9))
        yield _Event(ago, main, -rng.randrange(low * 100, high * 100), counterparty, note)
    for savings in accounts[1:]:
        yield _Event(timedelta(days=_DAYS), savings, rng.randrange(20, 60) * 1000 * 100, "柜台", "定期存款")
        for days in (61, 31, 1):
            yield _Event(timedelta(days=days), savings, rng.randrange(2000, 6000), OUR_BANK, "利息")


def _write(session: Session, now: datetime, events: list[_Event]) -> None:
    """In the order of time, so that each balance is the one the customer had then."""
    for event in sorted(events, key=lambda event: event.ago, reverse=True):
        lines = (
            Line(event.account.id, event.amount_cents, event.counterparty, event.note),
            Line(OUTSIDE, -event.amount_cents, event.account.holder, event.note),
        )
        post(session, now - event.ago, "history", "branch", lines)
