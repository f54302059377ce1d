"""How much is in each account."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from app.bank.port import Bank
from app.domain.accounts import Account
from app.flows.model import Answers, Flow


@dataclass(frozen=True, slots=True)
class Balances:
    """The customer's accounts with what they hold, the main one first."""

    accounts: tuple[Account, ...]


def _submit(bank: Bank, _answers: Answers, _quote: Any, _key: str) -> Balances:
    return Balances(bank.accounts())


CHECK_BALANCE = Flow(intent="check_balance", submit=_submit)
