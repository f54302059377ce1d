"""The bank over HTTPS when things go wrong: what is retried, what is unknown, what is never sent."""

from __future__ import annotations

import logging
import socket
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
import trustme

from app.bank.http import HttpBank
from app.domain.errors import BankDown, NoAnswer, Problem, SignedOut
from app.domain.money import Money
from app.domain.payments import TransferOrder
from app.domain.secret import Secret
from tests.bank_process import BankProcess, running_bank

READ_TIMEOUT = 1.0


@pytest.fixture(scope="module")
def process() -> Iterator[BankProcess]:
    """A bank that can be told to go wrong."""
    with running_bank(faults=True) as running:
        yield running


@pytest.fixture
def pauses() -> list[float]:
    """The pauses between attempts, in seconds; nothing really waits."""
    return []


@pytest.fixture
def bank(process: BankProcess, pauses: list[float]) -> Iterator[HttpBank]:
    """Signed in as the first customer, with a short read time-out."""
    process.clear_faults()
    http = HttpBank(process.url, process.ca_file, read_timeout=READ_TIMEOUT, pause=pauses.append)
    http.sign_in("10000001", Secret("demo0101"))
    yield http
    http.close()
    process.clear_faults()


def quoted(bank: HttpBank) -> str:
    """The id of a quote over ten yuan."""
    order = TransferOrder(bank.accounts()[0].id, bank.payees()[0].id, Money(10_00))
    return bank.quote_transfer(order).id


@pytest.mark.parametrize("kind", ["cut_before", "cut_after", "error_before", "error_after", "silent_after"])
def test_a_read_is_tried_three_times(process: BankProcess, bank: HttpBank, pauses: list[float], kind: str) -> None:
    """Two failures are not noticed, three are told."""
    seconds = READ_TIMEOUT * 2
    process.fault(kind, path="/v1/accounts", times=2, seconds=seconds)
    assert bank.accounts()
    assert pauses == [0.2, 0.6]
    process.fault(kind, path="/v1/accounts", times=3, seconds=seconds)
    with pytest.raises(NoAnswer):
        bank.accounts()
    assert bank.accounts()


@pytest.mark.parametrize("kind", ["cut_after", "error_after", "silent_after"])
def test_an_unanswered_payment_is_resolved_by_its_key(process: BankProcess, bank: HttpBank, kind: str) -> None:
    """The bank did it: the receipt comes from the question, nothing is sent twice."""
    quote, key = quoted(bank), str(uuid4())
    before = process.balance_cents("10000001-1")
    process.fault(kind, method="POST", path="/v1/transfers", seconds=READ_TIMEOUT * 2)
    receipt = bank.confirm_transfer(quote, key)
    assert process.balance_cents("10000001-1") == before - 10_00 == receipt.balance_after.cents
    assert [row["key"] for row in process.transfers()].count(key) == 1


@pytest.mark.parametrize("kind", ["cut_before", "error_before"])
def test_a_payment_that_never_arrived_is_sent_again_under_its_key(
    process: BankProcess, bank: HttpBank, pauses: list[float], kind: str
) -> None:
    """The bank holds nothing under the key, so it is safe."""
    quote, key = quoted(bank), str(uuid4())
    before = process.balance_cents("10000001-1")
    process.fault(kind, method="POST", path="/v1/transfers", times=2)
    bank.confirm_transfer(quote, key)
    assert pauses == [0.2, 0.6]
    assert process.balance_cents("10000001-1") == before - 10_00


def test_what_stays_unknown_is_said_to_be_unknown(process: BankProcess, bank: HttpBank) -> None:
    """Done, but neither the answer nor the question's answer comes: not a failure; asking later tells."""
    quote, key = quoted(bank), str(uuid4())
    process.fault("cut_after", method="POST", path="/v1/transfers")
    process.fault("error_before", path="/v1/transfers/by-key", times=3)
    with pytest.raises(NoAnswer):
        bank.confirm_transfer(quote, key)
    resolved = bank.transfer_by_key(key)
    assert resolved is not None
    assert bank.confirm_transfer(quote, key) == resolved
    assert [row["key"] for row in process.transfers()].count(key) == 1


def test_nothing_ever_moved_is_still_unknown(process: BankProcess, bank: HttpBank) -> None:
    """Three sendings lost: we may not say that it failed, one may still arrive."""
    quote, key = quoted(bank), str(uuid4())
    process.fault("cut_before", method="POST", path="/v1/transfers", times=3)
    with pytest.raises(NoAnswer):
        bank.confirm_transfer(quote, key)
    assert bank.transfer_by_key(key) is None


def test_a_garbled_receipt_is_no_answer(process: BankProcess, bank: HttpBank, monkeypatch: pytest.MonkeyPatch) -> None:
    """The money may have moved: the question by key decides."""
    quote, key = quoted(bank), str(uuid4())
    send, answers = bank._send, []

    def spoil_first(*arguments: object, **more: object) -> object:
        answer = send(*arguments, **more)  # type: ignore[arg-type]
        answers.append(answer)
        return {"reference": 5} if len(answers) == 1 else answer

    monkeypatch.setattr(bank, "_send", spoil_first)
    receipt = bank.confirm_transfer(quote, key)
    assert receipt.reference == next(row["reference"] for row in process.transfers() if row["key"] == key)


def test_a_slow_bank_within_the_time_out_is_no_fault(process: BankProcess, bank: HttpBank, pauses: list[float]) -> None:
    """One attempt is enough."""
    process.fault("slow", path="/v1/accounts", seconds=READ_TIMEOUT / 4)
    assert bank.accounts()
    assert pauses == []


def test_a_sign_in_without_answer_is_not_repeated(process: BankProcess, pauses: list[float]) -> None:
    """It may have counted as an attempt; one fault only is used up."""
    process.fault("cut_after", path="/v1/sessions")
    http = HttpBank(process.url, process.ca_file, pause=pauses.append)
    with pytest.raises(NoAnswer):
        http.sign_in("10000001", Secret("demo0101"))
    assert pauses == []
    http.close()


def test_an_ended_session_is_told_once_and_signing_in_goes_on(process: BankProcess, bank: HttpBank) -> None:
    """The same object serves the next session, with the quote of before."""
    quote = quoted(bank)
    process.advance(16 * 60)
    with pytest.raises(SignedOut):
        bank.accounts()
    with pytest.raises(SignedOut):
        bank.confirm_transfer(quote, str(uuid4()))
    bank.sign_in("10000001", Secret("demo0101"))
    assert bank.accounts()


def test_nobody_there_is_certain_not_unknown(pauses: list[float], process: BankProcess) -> None:
    """A refused connection: nothing was sent, not even a payment."""
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    http = HttpBank(f"https://127.0.0.1:{port}", process.ca_file, pause=pauses.append)
    with pytest.raises(BankDown):
        http.sign_in("10000001", Secret("demo0101"))
    http._transport.token = Secret("x")
    with pytest.raises(BankDown):
        http.accounts()
    with pytest.raises(BankDown):
        http.confirm_transfer("q", str(uuid4()))
    assert pauses == [0.2, 0.6] * 3
    http.close()


def test_a_silent_listener_is_no_answer(process: BankProcess) -> None:
    """The connection stands, but no TLS comes: who knows what it did."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        http = HttpBank(f"https://127.0.0.1:{port}", process.ca_file, read_timeout=0.3, connect_timeout=0.3)
        with pytest.raises(NoAnswer):
            http.sign_in("10000001", Secret("demo0101"))
        http.close()


def test_the_machines_authorities_do_not_count(
    process: BankProcess, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even when the machine trusts the bank's authority, only the file that we were given does."""
    other = tmp_path / "other.pem"
    trustme.CA().cert_pem.write_to_path(str(other))
    for name in ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
        monkeypatch.setenv(name, str(process.ca_file))
    http = HttpBank(process.url, other)
    with pytest.raises(Problem) as problem:
        http.sign_in("10000001", Secret("demo0101"))
    assert problem.value.code == "bank_not_trusted"
    http.close()
    missing = HttpBank(process.url, tmp_path / "missing.pem")
    with pytest.raises(Problem, match="bank_not_trusted"):
        missing.sign_in("10000001", Secret("demo0101"))
    missing.close()


def test_a_proxy_around_us_is_not_used(process: BankProcess, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the environment says does not lead the money elsewhere."""
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:1")
    http = HttpBank(process.url, process.ca_file)
    assert http.sign_in("10000001", Secret("demo0101")).name == "林峰"
    http.close()


@pytest.mark.parametrize("url", ["http://127.0.0.1:8443", "127.0.0.1:8443", "ftp://x", "https://", ""])
def test_only_https(url: str, tmp_path: Path) -> None:
    """Refused before anything is sent."""
    with pytest.raises(ValueError, match="https"):
        HttpBank(url, tmp_path)


def test_secrets_stay_in(process: BankProcess, bank: HttpBank, caplog: pytest.LogCaptureFixture) -> None:
    """Neither the password nor the token is in a log, a repr, or an exception."""
    caplog.set_level(logging.DEBUG)
    process.fault("cut_after", path="/v1/sessions")
    with pytest.raises(NoAnswer) as lost:
        bank.sign_in("10000001", Secret("demo0101"))
    bank.sign_in("10000001", Secret("demo0101"))
    bank.accounts()
    token = bank._transport._known_token().reveal()
    shown = caplog.text + repr(bank) + repr(vars(bank)) + repr(vars(bank._transport)) + repr(lost.value)
    assert lost.value.__cause__ is None
    assert "demo0101" not in shown
    assert token not in shown


def test_the_channel_goes_with_the_payment(process: BankProcess, bank: HttpBank) -> None:
    """As it is when the money moves."""
    quote = quoted(bank)
    bank.channel = "voice"
    bank.confirm_transfer(quote, str(uuid4()))
    assert process.transfers()[-1]["channel"] == "voice"
