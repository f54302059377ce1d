"""Send money to a saved payee: asked, quoted, read back, confirmed once."""

from __future__ import annotations

from app.bank.port import Bank
from app.domain.payments import TransferOrder, TransferQuote, TransferReceipt
from app.flows.kinds import Amount, OwnAccount, SavedPayee, main_account
from app.flows.model import Answers, Field, Flow, Need


def _check(bank: Bank, answers: Answers) -> TransferQuote:
    order = TransferOrder(from_account=answers["account"].id, payee=answers["payee"].id, amount=answers["amount"])
    return bank.quote_transfer(order)


def _submit(bank: Bank, _answers: Answers, quote: TransferQuote, key: str) -> TransferReceipt:
    return bank.confirm_transfer(quote.id, key)


def _resolve(bank: Bank, key: str) -> TransferReceipt | None:
    return bank.transfer_by_key(key)


TRANSFER_MONEY = Flow(
    intent="transfer_money",
    fields=(
        Field("payee", SavedPayee()),
        Field("amount", Amount()),
        Field("account", OwnAccount(), default=main_account),
    ),
    needs=frozenset({Need.ACCOUNTS, Need.PAYEES}),
    check=_check,
    submit=_submit,
    resolve=_resolve,
    blame={
        "insufficient_funds": "amount",
        "over_transfer_limit": "amount",
        "over_daily_limit": "amount",
        "amount_not_positive": "amount",
        "no_such_payee": "payee",
        "same_account": "payee",
        "no_such_account": "account",
    },
)
