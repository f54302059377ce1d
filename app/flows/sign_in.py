"""Sign in with customer number and password; the password is typed in every modality."""

from __future__ import annotations

from typing import Any

from app.bank.port import Bank
from app.domain.accounts import Customer
from app.flows.kinds import Digits, Password
from app.flows.model import Answers, Field, Flow

CUSTOMER_NUMBER_LENGTH = 8


def _submit(bank: Bank, answers: Answers, _quote: Any, _key: str) -> Customer:
    return bank.sign_in(answers["customer_number"], answers["password"])


SIGN_IN = Flow(
    intent="sign_in",
    fields=(
        Field("customer_number", Digits(CUSTOMER_NUMBER_LENGTH)),
        Field("password", Password()),
    ),
    submit=_submit,
    blame={"wrong_credentials": "password", "locked_out": "password"},
    signs_in=True,
)
