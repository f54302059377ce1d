"""Money stays exact, secrets stay secret."""

from __future__ import annotations

import copy
import json
import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.money import Money
from app.domain.secret import Secret


@settings(deadline=None)
@given(st.integers(-(10**12), 10**12))
def test_money_survives_its_text(cents: int) -> None:
    """What is written can be read back, to the cent."""
    assert Money.parse(str(Money(cents))) == Money(cents)


@pytest.mark.parametrize("text", ["", "1.234", "1,000", "五", "1e3", "٣", "--1", "1.", ".5", "NaN"])
def test_money_refuses_what_is_no_plain_amount(text: str) -> None:
    """Anything but a plain decimal with at most two places is an error."""
    with pytest.raises(ValueError, match="not a plain amount"):
        Money.parse(text)


def test_currencies_do_not_mix() -> None:
    """Yuan and dollars are neither added nor compared."""
    with pytest.raises(ValueError, match="do not mix"):
        Money(1) + Money(1, "USD")
    with pytest.raises(ValueError, match="do not mix"):
        _ = Money(1) < Money(1, "USD")


def test_a_secret_shows_itself_to_nobody() -> None:
    """Printing, formatting, serialising and pickling do not give the text; only reveal does."""
    secret = Secret("demo0101")
    shown = [repr(secret), str(secret), f"{secret}", f"{secret!r}", str([secret]), str({"a": secret})]
    assert not any("demo0101" in text or "0101" in text for text in shown)
    with pytest.raises(TypeError):
        pickle.dumps(secret)
    with pytest.raises(TypeError):
        copy.copy(secret)
    with pytest.raises(TypeError):
        json.dumps(secret)
    assert not hasattr(secret, "__dict__")
    assert secret.reveal() == "demo0101"


def test_secrets_compare_and_count() -> None:
    """Two equal secrets are equal; an empty one is false."""
    assert Secret("a") == Secret("a") != Secret("b")
    assert not Secret("")
    assert Secret("a") != "a"
