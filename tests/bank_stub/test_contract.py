"""What the bank really answers fits the contract that it publishes, problems included."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import requests

from bank_stub.demo import describe
from bank_stub.problems import KINDS
from tests.bank_process import BankProcess

DOCS = Path(__file__).parents[2] / "docs"


class Caller:
    """Sends requests and holds every answer against /openapi.json."""

    def __init__(self, bank: BankProcess) -> None:
        self._bank = bank
        self._session = requests.Session()
        self._session.trust_env = False
        self._session.verify = str(bank.ca_file)
        self._session.headers["X-Channel"] = "terminal"
        self.contract: dict[str, Any] = self._session.get(f"{bank.url}/openapi.json", timeout=10).json()

    def close(self) -> None:
        """Close the connections."""
        self._session.close()

    def sign_in(self) -> None:
        """As the first customer, with the token on all that follows."""
        token = self("POST", "/v1/sessions", 201, json=CREDENTIALS)["token"]
        self._session.headers["Authorization"] = f"Bearer {token}"

    def __call__(self, method: str, path: str, status: int, **more: Any) -> Any:
        """The JSON of an answer with that status, once it has been held against the contract."""
        answer = self._session.request(method, self._bank.url + path, timeout=10, **more)
        assert answer.status_code == status, answer.text
        promised = self._promised(method, path.partition("?")[0], status)
        if "content" not in promised:
            assert answer.content == b""
            return None
        media = answer.headers["Content-Type"].partition(";")[0]
        schema = {**promised["content"][media]["schema"], "components": self.contract["components"]}
        jsonschema.Draft202012Validator(schema).validate(answer.json())
        if status >= 400:
            assert media == "application/problem+json"
            assert answer.json()["status"] == status
        return answer.json()

    def _promised(self, method: str, path: str, status: int) -> dict[str, Any]:
        for template, methods in self.contract["paths"].items():
            if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", template), path) and method.lower() in methods:
                promised: dict[str, Any] = methods[method.lower()]["responses"][str(status)]
                return promised
        raise AssertionError(f"{method} {path} is not in the contract")


CREDENTIALS = {"customer_number": "10000001", "password": "demo0101"}


@pytest.fixture
def call(process: BankProcess) -> Iterator[Caller]:
    """A caller that is not signed in."""
    caller = Caller(process)
    yield caller
    caller.close()


def order(cents: int = 1_00, payee: str = "10000001-payee-1", **more: Any) -> dict[str, Any]:
    """The body of a quote request."""
    amount = {"cents": cents, "currency": "CNY"}
    return {"from_account": "10000001-1", "payee": payee, "amount": amount, **more}


def test_every_right_answer_fits(call: Caller, process: BankProcess) -> None:
    """One customer's whole way, and the channel is on the transaction."""
    assert call("GET", "/healthz", 200) == {"status": "ok"}
    call.sign_in()
    assert call("GET", "/v1/accounts", 200)["accounts"][0]["id"] == "10000001-1"
    assert len(call("GET", "/v1/payees", 200)["payees"]) == 9
    page = call("GET", "/v1/accounts/10000001-1/entries?limit=20", 200)
    assert call("GET", f"/v1/accounts/10000001-1/entries?cursor={page['next_cursor']}", 200)["entries"]
    quote = call("POST", "/v1/transfers/quotes", 201, json=order(note="午饭"))
    key = {"Idempotency-Key": "a-key-of-mine"}
    first = call("POST", "/v1/transfers", 201, json={"quote_id": quote["id"]}, headers=key)
    again = call("POST", "/v1/transfers", 200, json={"quote_id": quote["id"]}, headers=key)
    assert first == again == call("GET", "/v1/transfers/by-key/a-key-of-mine", 200)
    assert process.transfers("10000001")[-1]["channel"] == "terminal"
    assert process.ledger_sum() == 0
    assert process.balance_cents("10000001-1") == first["balance_after"]["cents"]
    call("DELETE", "/v1/sessions/current", 204)
    call("DELETE", "/v1/sessions/current", 204)
    call("GET", "/v1/accounts", 401)


@pytest.mark.parametrize(
    ("method", "path", "status", "code", "more"),
    [
        ("GET", "/v1/accounts/10000002-1/entries", 404, "no_such_account", {}),
        ("GET", "/v1/accounts/10000001-1/entries?cursor=x", 400, "bad_cursor", {}),
        ("GET", "/v1/accounts/10000001-1/entries?limit=0", 422, "invalid_request", {}),
        ("GET", "/v1/accounts/10000001-1/entries?limit=101", 422, "invalid_request", {}),
        ("GET", "/v1/accounts", 422, "invalid_request", {"headers": {"X-Channel": "pigeon"}}),
        ("GET", "/v1/transfers/by-key/never-used", 404, "no_such_transfer", {}),
        ("POST", "/v1/transfers/quotes", 422, "amount_not_positive", {"json": order(0)}),
        ("POST", "/v1/transfers/quotes", 422, "over_transfer_limit", {"json": order(50_000_01)}),
        ("POST", "/v1/transfers/quotes", 422, "insufficient_funds", {"json": order(50_000_00)}),
        ("POST", "/v1/transfers/quotes", 404, "no_such_payee", {"json": order(payee="x")}),
        ("POST", "/v1/transfers/quotes", 422, "invalid_request", {"json": order(1.5)}),  # type: ignore[arg-type]
        ("POST", "/v1/transfers/quotes", 422, "invalid_request", {"json": order("1")}),  # type: ignore[arg-type]
        ("POST", "/v1/transfers/quotes", 422, "invalid_request", {"json": order(note="长" * 41)}),
        ("POST", "/v1/transfers/quotes", 422, "invalid_request", {"json": order(fee=0)}),
        ("POST", "/v1/transfers/quotes", 422, "invalid_request", {"data": b"{"}),
        ("POST", "/v1/transfers", 422, "invalid_request", {"json": {"quote_id": "x"}}),
        (
            "POST",
            "/v1/transfers",
            404,
            "no_such_quote",
            {"json": {"quote_id": "x"}, "headers": {"Idempotency-Key": "never-used"}},
        ),
    ],
)
def test_every_refusal_fits(call: Caller, method: str, path: str, status: int, code: str, more: dict[str, Any]) -> None:
    """A problem document with its code, as the contract says."""
    call.sign_in()
    assert call(method, path, status, **more)["code"] == code


def test_a_refusal_says_where_and_carries_its_words(call: Caller) -> None:
    """RFC 9457: type, title, status; then our code, field and words."""
    call.sign_in()
    problem = call("POST", "/v1/transfers/quotes", 422, json=order(50_000_01))
    assert problem == {
        "type": "/problems/over_transfer_limit",
        "title": "Above the limit of one transfer",
        "status": 422,
        "code": "over_transfer_limit",
        "limit_cents": 50_000_00,
        "field": "amount",
    }
    kind = call("GET", problem["type"], 200)
    assert kind["words"] == ["limit_cents"]


def test_every_code_explains_itself(call: Caller) -> None:
    """``type`` leads somewhere; an unknown one does not."""
    for code, kind in KINDS.items():
        assert call("GET", f"/problems/{code}", 200)["status"] == kind.status
    assert call("GET", "/problems/nothing", 404)["code"] == "not_found"


def test_lockout_says_when_to_try_again(call: Caller, process: BankProcess) -> None:
    """In the words and in Retry-After."""
    wrong = {"customer_number": "55555555", "password": "x"}
    for left in (4, 3, 2, 1):
        assert call("POST", "/v1/sessions", 401, json=wrong)["attempts_left"] == left
    assert call("POST", "/v1/sessions", 429, json=wrong)["minutes"] == 15
    answer = requests.post(
        f"{process.url}/v1/sessions",
        json=wrong,
        headers={"X-Channel": "app"},
        verify=str(process.ca_file),
        timeout=10,
    )
    assert int(answer.headers["Retry-After"]) == 15 * 60


def test_no_answer_ever_repeats_a_password(call: Caller) -> None:
    """Not even one sent in the wrong shape."""
    for password in ({"in": "s3cret-password"}, ["s3cret-password"], "s3cret-password" * 20):
        problem = call("POST", "/v1/sessions", 422, json={"customer_number": "1", "password": password})
        assert "s3cret" not in str(problem)


@pytest.mark.parametrize(
    ("method", "path", "code"), [("GET", "/x", "not_found"), ("PUT", "/healthz", "method_not_allowed")]
)
def test_what_is_not_there_is_a_problem_too(process: BankProcess, method: str, path: str, code: str) -> None:
    """Outside the contract the answers keep its form."""
    answer = requests.request(method, process.url + path, verify=str(process.ca_file), timeout=10)
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["code"] == code


def test_no_faults_without_being_asked_for(process: BankProcess) -> None:
    """A bank that was not started for drills has no such address."""
    for path in ("/faults", "/faults/clock"):
        answer = requests.post(process.url + path, json={}, verify=str(process.ca_file), timeout=10)
        assert answer.status_code == 404


def test_the_page_of_demonstration_customers_is_up_to_date() -> None:
    """docs/demo-customers.md is what the first data says."""
    assert (DOCS / "demo-customers.md").read_text(encoding="utf-8") == describe()
