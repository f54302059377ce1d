"""Refusals as RFC 9457 problem documents: one stable code each, with the words a client needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from bank_stub.errors import Refused

MEDIA_TYPE = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Kind:
    """What is fixed about a code: its HTTP status, an English title, and its extension members."""

    status: int
    title: str
    words: tuple[str, ...] = ()


KINDS: Mapping[str, Kind] = {
    "wrong_credentials": Kind(401, "Customer number or password is wrong", ("attempts_left",)),
    "locked_out": Kind(429, "Too many failed sign-ins", ("minutes",)),
    "signed_out": Kind(401, "The session has ended"),
    "no_such_account": Kind(404, "The customer has no such account"),
    "no_such_payee": Kind(404, "The customer has no such payee"),
    "no_such_quote": Kind(404, "There is no such quote"),
    "no_such_transfer": Kind(404, "The bank holds nothing under that key"),
    "bad_cursor": Kind(400, "The cursor is not one that this bank gave"),
    "amount_not_positive": Kind(422, "The amount must be above zero"),
    "currency_not_supported": Kind(422, "Only CNY can be transferred", ("currency",)),
    "over_transfer_limit": Kind(422, "Above the limit of one transfer", ("limit_cents",)),
    "over_daily_limit": Kind(422, "Above the limit of a day", ("limit_cents", "left_cents")),
    "insufficient_funds": Kind(422, "The account does not hold that much", ("available_cents", "needed_cents")),
    "same_account": Kind(422, "Payer and payee are the same account"),
    "quote_expired": Kind(409, "The quote is older than the bank keeps it"),
    "quote_used": Kind(409, "The quote was confirmed before, under another key"),
    "key_reused": Kind(409, "The key was used for another transfer"),
    "invalid_request": Kind(422, "The request does not fit the contract"),
    "not_found": Kind(404, "There is nothing at this address"),
    "method_not_allowed": Kind(405, "The address does not take this method"),
    "bank_error": Kind(500, "The bank failed"),
    "unavailable": Kind(503, "The bank cannot serve now"),
}


def problem_document(code: str, *, field: str = "", **words: Any) -> dict[str, Any]:
    """The body of RFC 9457, section 3.1; ``type`` is an address of this bank that explains the code."""
    kind = KINDS[code]
    document = {
        "type": f"/problems/{code}",
        "title": kind.title,
        "status": kind.status,
        "code": code,
        **words,
    }
    return {**document, "field": field} if field else document


def problem_response(code: str, *, field: str = "", **words: Any) -> JSONResponse:
    """The answer that carries a problem, with the headers that its status asks for."""
    headers: dict[str, str] = {}
    if code == "locked_out":
        headers["Retry-After"] = str(words["minutes"] * 60)
    if KINDS[code].status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    body = problem_document(code, field=field, **words)
    return JSONResponse(body, KINDS[code].status, headers=headers, media_type=MEDIA_TYPE)


def answer_with_problems(app: FastAPI) -> None:
    """Make every failure of ``app`` a problem document, whoever raised it."""

    @app.exception_handler(Refused)
    async def refused(_: Request, problem: Refused) -> JSONResponse:
        return problem_response(problem.code, field=problem.field, **problem.words)

    @app.exception_handler(RequestValidationError)
    async def invalid(_: Request, error: RequestValidationError) -> JSONResponse:
        # The input is left out on purpose: it may be a password.
        errors = [{"at": ".".join(map(str, e["loc"])), "message": e["msg"]} for e in error.errors()]
        return problem_response("invalid_request", errors=errors)

    @app.exception_handler(HTTPException)
    async def http(_: Request, error: HTTPException) -> JSONResponse:
        codes = {404: "not_found", 405: "method_not_allowed"}
        return problem_response(codes.get(error.status_code, "invalid_request"))

    @app.exception_handler(Exception)
    async def failed(_: Request, error: Exception) -> JSONResponse:
        return problem_response("bank_error")
