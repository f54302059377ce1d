"""Passwords, lockout and tokens, on a clock that the test moves."""

from __future__ import annotations

import statistics
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select

from bank_stub.errors import Refused
from bank_stub.services import Services
from bank_stub.tables import Customer, SignInAttempts, SignInSession

ME, PASSWORD = "10000001", "demo0101"


def code_of(bank: Services, number: str, password: str) -> str:
    """``in``, or the code of the refusal."""
    try:
        bank.auth.sign_in(number, password)
    except Refused as refused:
        return refused.code
    return "in"


def test_all_demonstration_customers_can_sign_in(bank: Services) -> None:
    """With the published passwords, which are kept only as Argon2id hashes."""
    for place in range(1, 13):
        _, customer = bank.auth.sign_in(f"{10_000_000 + place}", f"demo{place:02d}{place:02d}")
        assert customer.password_hash.startswith("$argon2id$")


def test_a_lockout_holds_even_for_the_right_password(bank: Services) -> None:
    """Five failures, fifteen minutes; then the right password is enough."""
    codes = [code_of(bank, ME, "wrong") for _ in range(5)]
    assert codes == ["wrong_credentials"] * 4 + ["locked_out"]
    assert code_of(bank, ME, PASSWORD) == "locked_out"
    bank.clock.advance(15 * 60 - 1)
    assert code_of(bank, ME, PASSWORD) == "locked_out"
    bank.clock.advance(1)
    assert code_of(bank, ME, PASSWORD) == "in"


def test_trying_while_locked_out_does_not_lengthen_it(bank: Services) -> None:
    """Someone who keeps trying gets in at the time that was said."""
    for _ in range(5):
        code_of(bank, ME, "wrong")
    for _ in range(14):
        bank.clock.advance(60)
        assert code_of(bank, ME, "wrong") == "locked_out"
    bank.clock.advance(60)
    assert code_of(bank, ME, PASSWORD) == "in"


def test_one_customer_does_not_lock_out_another(bank: Services) -> None:
    """Failures are counted by customer number."""
    for _ in range(5):
        code_of(bank, "10000002", "wrong")
    assert code_of(bank, ME, PASSWORD) == "in"


def test_attempts_at_once_get_no_more_than_their_share(bank: Services) -> None:
    """Twelve guesses at the same moment: five are looked at."""
    with ThreadPoolExecutor(12) as pool:
        codes = list(pool.map(lambda _: code_of(bank, ME, "wrong"), range(12)))
    assert codes.count("wrong_credentials") == 4
    assert codes.count("locked_out") == 8


def test_time_does_not_tell_whether_a_customer_exists(bank: Services) -> None:
    """The hash of nobody is as slow to check as a real one; both far above the rest of the work."""

    def seconds(number: str) -> float:
        times = []
        for _ in range(4):
            start = time.perf_counter()
            code_of(bank, number, "wrong")
            times.append(time.perf_counter() - start)
        return statistics.median(times)

    known, unknown = seconds("10000003"), seconds("12345678")
    assert 0.4 < known / unknown < 2.5


def test_a_token_lives_fifteen_minutes_from_its_last_use(bank: Services) -> None:
    """Use extends it, silence ends it."""
    token, _ = bank.auth.sign_in(ME, PASSWORD)
    for _ in range(3):
        bank.clock.advance(14 * 60)
        assert bank.auth.customer_of(token) == ME
    bank.clock.advance(15 * 60)
    with pytest.raises(Refused, match="signed_out"):
        bank.auth.customer_of(token)


def test_signing_out_ends_one_session_only(bank: Services) -> None:
    """Another device stays signed in."""
    here, _ = bank.auth.sign_in(ME, PASSWORD)
    there, _ = bank.auth.sign_in(ME, PASSWORD)
    bank.auth.sign_out(here)
    bank.auth.sign_out(here)
    with pytest.raises(Refused, match="signed_out"):
        bank.auth.customer_of(here)
    assert bank.auth.customer_of(there) == ME


def test_the_database_holds_neither_passwords_nor_tokens(bank: Services) -> None:
    """Hashes only."""
    token, _ = bank.auth.sign_in(ME, PASSWORD)
    with bank.store.reading() as session:
        kept = [row.token_hash for row in session.scalars(select(SignInSession))]
        kept += [row.password_hash for row in session.scalars(select(Customer))]
    assert not any(token in text or PASSWORD in text for text in kept)


def test_old_attempts_and_sessions_are_cleared_away(bank: Services) -> None:
    """Made-up customer numbers do not fill the table for ever."""
    for number in range(5):
        code_of(bank, f"guess-{number}", "x")
    bank.clock.advance(15 * 60)
    code_of(bank, "guess-9", "x")
    with bank.store.reading() as session:
        assert [row.customer_number for row in session.scalars(select(SignInAttempts))] == ["guess-9"]
