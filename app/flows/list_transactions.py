"""The last lines of an account's history, some at a time."""

from __future__ import annotations

from typing import Any

from app.bank.port import Bank
from app.domain.accounts import EntryPage
from app.flows.kinds import OwnAccount, main_account
from app.flows.model import Answers, Field, Flow, Need
from app.flows.view import PART


def _submit(bank: Bank, answers: Answers, _quote: Any, _key: str) -> EntryPage:
    return bank.entries(answers["account"].id, limit=PART)


def _more(bank: Bank, page: EntryPage) -> EntryPage:
    if page.next_cursor is None:
        return page
    return bank.entries(page.account.id, cursor=page.next_cursor, limit=PART)


LIST_TRANSACTIONS = Flow(
    intent="list_transactions",
    fields=(Field("account", OwnAccount(), default=main_account),),
    needs=frozenset({Need.ACCOUNTS}),
    submit=_submit,
    more=_more,
)
