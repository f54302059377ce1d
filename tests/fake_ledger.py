"""The books of a bank in memory: two accounts, and what was booked on them."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import datetime, timedelta

from app.domain.accounts import Account, AccountKind, Entry, EntryPage
from app.domain.errors import Problem
from app.domain.money import Money
from app.domain.payments import Payee, TransferQuote, TransferReceipt

OUR_BANK = "听见银行"
_HISTORY = (
    ("柜台", "开户存款", 40_000_00),
    ("社区超市", "日用品", -186_40),
    ("阳光科技公司", "工资", 9_200_00),
    ("供电公司", "电费", -132_75),
    ("外卖平台", "午餐", -35_80),
    ("书店", "买书", -86_00),
    ("药店", "买药", -58_50),
)


class FakeLedger:
    """``accounts`` and ``entries`` by the account's id; ``count`` numbers what is booked or quoted."""

    def __init__(self, now: datetime) -> None:
        self.accounts = {
            "1": Account("1", AccountKind.CURRENT, "7109", Money(0)),
            "2": Account("2", AccountKind.SAVINGS, "6028", Money(0)),
        }
        self.entries: dict[str, list[Entry]] = {"1": [], "2": []}
        self.count = itertools.count(1)
        for days, (who, note, cents) in enumerate(_HISTORY):
            self.book("1", Money(cents), who, note, now - timedelta(days=30 - days))
        self.book("2", Money(45_000_00), "柜台", "定期存款", now - timedelta(days=60))

    def account(self, account_id: str) -> Account:
        """The account, or the problem that there is none."""
        if account_id not in self.accounts:
            raise Problem("no_such_account", field="from_account")
        return self.accounts[account_id]

    def page(self, account_id: str, cursor: str | None, limit: int) -> EntryPage:
        """The newest entries first; ``cursor`` is the last that is known."""
        account = self.account(account_id)
        newest_first = self.entries[account_id][::-1]
        start = 0
        if cursor is not None:
            ids = [entry.id for entry in newest_first]
            if cursor not in ids:
                raise Problem("bad_cursor", field="cursor")
            start = ids.index(cursor) + 1
        page = tuple(newest_first[start : start + limit])
        older = max(0, len(newest_first) - start - limit)
        return EntryPage(account, page, page[-1].id if older else None, older)

    def move(self, quote: TransferQuote, payee: Payee, now: datetime) -> TransferReceipt:
        """Book the transfer and its fee."""
        account = self.account(quote.order.from_account)
        check_cover(account, quote.total)
        self.book(account.id, -quote.order.amount, payee.name, quote.order.note or "转账", now)
        if quote.fee.cents:
            self.book(account.id, -quote.fee, OUR_BANK, "转账手续费", now)
        return TransferReceipt(
            reference=f"{now:%Y%m%d}{next(self.count):08d}",
            at=now,
            from_tail=account.tail,
            payee_name=payee.name,
            payee_tail=payee.tail,
            amount=quote.order.amount,
            fee=quote.fee,
            balance_after=self.accounts[account.id].balance,
        )

    def book(self, account_id: str, amount: Money, counterparty: str, note: str, at: datetime) -> None:
        """One entry, and the balance after it."""
        account = self.accounts[account_id]
        balance = account.balance + amount
        self.accounts[account_id] = replace(account, balance=balance)
        self.entries[account_id].append(Entry(f"e{next(self.count)}", at, amount, counterparty, note, balance))


def check_cover(account: Account, needed: Money) -> None:
    """The account has what is needed."""
    if account.balance < needed:
        words = {"available_cents": account.balance.cents, "needed_cents": needed.cents}
        raise Problem("insufficient_funds", field="amount", words=words)
