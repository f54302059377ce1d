"""The addresses of the bank, and which service answers at each."""

from __future__ import annotations

from typing import Annotated, Any, cast

from fastapi import APIRouter, Depends, Header, Path, Query, Request, Response, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from bank_stub import contract
from bank_stub.errors import Refused
from bank_stub.problems import KINDS, MEDIA_TYPE
from bank_stub.services import Services
from bank_stub.transfers import Order

PROBLEM_SCHEMA = {"$ref": "#/components/schemas/Problem"}


def services(request: Request) -> Services:
    """The bank behind this request."""
    return cast(Services, request.app.state.services)


_bearer = HTTPBearer(auto_error=False, description="The token of POST /v1/sessions")
Here = Annotated[Services, Depends(services)]
Bearer = Annotated[HTTPAuthorizationCredentials | None, Security(_bearer)]
OnChannel = Annotated[contract.Channel, Header(alias="X-Channel")]
Key = Annotated[str, Header(alias="Idempotency-Key", pattern="^[A-Za-z0-9_-]{8,64}$")]
KeyInPath = Annotated[str, Path(pattern="^[A-Za-z0-9_-]{8,64}$")]


def signed_in(here: Here, bearer: Bearer) -> str:
    """The customer number behind the request. Raises Refused ``signed_out``."""
    if bearer is None:
        raise Refused("signed_out")
    return here.auth.customer_of(bearer.credentials)


SignedIn = Annotated[str, Depends(signed_in)]


def refusals(*codes: str) -> dict[int | str, dict[str, Any]]:
    """The contract's entry for the problems that an address may answer with."""
    by_status: dict[int | str, dict[str, Any]] = {}
    for code in (*codes, "invalid_request", "bank_error", "unavailable"):
        kind = KINDS[code]
        known = by_status.get(kind.status, {}).get("description")
        line = f"`{code}`: {kind.title}"
        by_status[kind.status] = {
            "description": f"{known}; {line}" if known else line,
            "content": {MEDIA_TYPE: {"schema": PROBLEM_SCHEMA}},
        }
    return by_status


probe = APIRouter(tags=["probe"])
v1 = APIRouter(prefix="/v1")


@probe.get("/healthz", responses=refusals())
def health(here: Here) -> contract.HealthOut:
    """Whether the bank and its database answer."""
    here.store.ping()
    return contract.HealthOut(status="ok")


@probe.get("/problems/{code}", responses=refusals("not_found"))
def explain_problem(code: str) -> contract.ProblemKindOut:
    """What a problem code means and which members come with it."""
    kind = KINDS.get(code)
    if kind is None:
        raise Refused("not_found")
    return contract.ProblemKindOut(code=code, title=kind.title, status=kind.status, words=list(kind.words))


@v1.post("/sessions", status_code=201, responses=refusals("wrong_credentials", "locked_out"))
def sign_in(here: Here, channel: OnChannel, asked: contract.SignInRequest) -> contract.SignInOut:
    """Sign in with customer number and password."""
    token, customer = here.auth.sign_in(asked.customer_number, asked.password)
    shown = contract.CustomerOut.of(customer)
    return contract.SignInOut(token=token, expires_in=here.auth.token_seconds, customer=shown)


@v1.delete("/sessions/current", status_code=204, responses=refusals())
def sign_out(here: Here, channel: OnChannel, bearer: Bearer) -> Response:
    """Forget the token; the same answer when there is none."""
    if bearer is not None:
        here.auth.sign_out(bearer.credentials)
    return Response(status_code=204)


@v1.get("/accounts", responses=refusals("signed_out"))
def accounts(here: Here, channel: OnChannel, customer: SignedIn) -> contract.AccountsOut:
    """The customer's accounts, the main one first."""
    rows = here.accounts.accounts(customer)
    return contract.AccountsOut(accounts=[contract.AccountOut.of(row) for row in rows])


@v1.get("/accounts/{account_id}/entries", responses=refusals("signed_out", "no_such_account", "bad_cursor"))
def entries(
    here: Here,
    channel: OnChannel,
    customer: SignedIn,
    account_id: Annotated[str, Path(max_length=32)],
    cursor: Annotated[str | None, Query(max_length=32)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> contract.EntriesOut:
    """A page of history, newest first."""
    page = here.accounts.history(customer, account_id, cursor, limit)
    return contract.EntriesOut(
        account=contract.AccountOut.of(page.account),
        entries=[contract.EntryOut.of(row) for row in page.postings],
        next_cursor=page.next_cursor,
        older=page.older,
    )


@v1.get("/payees", responses=refusals("signed_out"))
def payees(here: Here, channel: OnChannel, customer: SignedIn) -> contract.PayeesOut:
    """Saved payees."""
    rows = here.accounts.payees(customer)
    return contract.PayeesOut(payees=[contract.PayeeOut.of(row) for row in rows])


@v1.post(
    "/transfers/quotes",
    status_code=201,
    responses=refusals(
        "signed_out",
        "no_such_account",
        "no_such_payee",
        "amount_not_positive",
        "currency_not_supported",
        "over_transfer_limit",
        "over_daily_limit",
        "insufficient_funds",
        "same_account",
    ),
)
def quote(here: Here, channel: OnChannel, customer: SignedIn, asked: contract.OrderIn) -> contract.QuoteOut:
    """Fee and name check of an order; nothing moves."""
    amount = asked.amount
    order = Order(asked.from_account, asked.payee, amount.cents, amount.currency, asked.note.strip())
    return contract.QuoteOut.of(here.transfers.quote(customer, order))


@v1.post(
    "/transfers",
    status_code=201,
    responses={
        200: {"model": contract.ReceiptOut, "description": "Confirmed before, under this key"},
        **refusals(
            "signed_out",
            "no_such_quote",
            "quote_expired",
            "quote_used",
            "key_reused",
            "over_daily_limit",
            "insufficient_funds",
        ),
    },
)
def confirm(
    here: Here,
    channel: OnChannel,
    customer: SignedIn,
    key: Key,
    asked: contract.ConfirmIn,
    response: Response,
) -> contract.ReceiptOut:
    """Move the money of a quote, once per key."""
    transfer, moved = here.transfers.confirm(customer, asked.quote_id, key, channel.value)
    response.status_code = 201 if moved else 200
    return contract.ReceiptOut.of(transfer)


@v1.get("/transfers/by-key/{key}", responses=refusals("signed_out", "no_such_transfer"))
def transfer_by_key(here: Here, channel: OnChannel, customer: SignedIn, key: KeyInPath) -> contract.ReceiptOut:
    """What became of a confirmation."""
    return contract.ReceiptOut.of(here.transfers.by_key(customer, key))
