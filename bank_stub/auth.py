"""Who is asking: passwords, lockout after failures, and short-lived bearer tokens."""

from __future__ import annotations

import hashlib
import math
import secrets
from datetime import datetime, timedelta

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError

from bank_stub.clock import Clock
from bank_stub.errors import Refused
from bank_stub.store import Store
from bank_stub.tables import Customer, SignInAttempts, SignInSession
from bank_stub.terms import Terms

_SLIDE_AFTER = timedelta(minutes=1)  # a token in use is extended at most once a minute: fewer writes


def password_hasher() -> PasswordHasher:
    """Argon2id at OWASP's first setting (19 MiB, two passes, one lane)."""
    return PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)


class Auth:
    """Sign-in, sign-out and the customer behind a token."""

    def __init__(self, store: Store, clock: Clock, terms: Terms) -> None:
        self._store = store
        self._clock = clock
        self._terms = terms
        self._hasher = password_hasher()
        # An unknown customer costs the same work as a known one, so that time tells nothing.
        self._nobody = self._hasher.hash(secrets.token_urlsafe(16))

    def sign_in(self, number: str, password: str) -> tuple[str, Customer]:
        """A new token and its customer.

        Raises:
            Refused: ``wrong_credentials`` (attempts_left) or ``locked_out`` (minutes).
        """
        failed = self._count_attempt(number)
        with self._store.reading() as session:
            customer = session.get(Customer, number)
        known = self._matches(customer.password_hash if customer else self._nobody, password)
        if customer is None or not known:
            raise self._refusal(failed)
        return self._open_session(customer), customer

    def customer_of(self, token: str) -> str:
        """The customer number behind ``token``, whose life it extends. Raises Refused ``signed_out``."""
        now = self._clock.now()
        with self._store.reading() as session:
            found = session.get(SignInSession, _hash(token))
        if found is None or found.expires_at <= now:
            raise Refused("signed_out")
        if self._expiry(now) - found.expires_at >= _SLIDE_AFTER:
            self._extend(found.token_hash, self._expiry(now))
        return found.customer_number

    def sign_out(self, token: str) -> None:
        """Forget the token; nothing happens when it is not known."""
        with self._store.writing() as session:
            session.execute(delete(SignInSession).where(SignInSession.token_hash == _hash(token)))

    @property
    def token_seconds(self) -> int:
        """How long an unused token lives."""
        return self._terms.session_minutes * 60

    def _count_attempt(self, number: str) -> int:
        """Count this attempt as failed before the password is looked at; success takes it back.

        So attempts that run side by side cannot have more than their share.
        """
        try:
            return self._counted(number)
        except IntegrityError:  # another first attempt wrote the row between our look and our write
            return self._counted(number)

    def _counted(self, number: str) -> int:
        now = self._clock.now()
        with self._store.writing() as session:
            session.execute(delete(SignInAttempts).where(SignInAttempts.until <= now))
            row = session.get(SignInAttempts, number, with_for_update=True)
            if row is None:
                row = SignInAttempts(customer_number=number, failed=0, until=now)
                session.add(row)
            if row.failed >= self._terms.sign_in_attempts:
                raise Refused("locked_out", minutes=_minutes(row.until - now))
            row.failed += 1
            row.until = now + timedelta(minutes=self._terms.lockout_minutes)
            return row.failed

    def _matches(self, password_hash: str, password: str) -> bool:
        try:
            return self._hasher.verify(password_hash, password)
        except VerificationError:
            return False

    def _refusal(self, failed: int) -> Refused:
        left = self._terms.sign_in_attempts - failed
        if left > 0:
            return Refused("wrong_credentials", attempts_left=left)
        return Refused("locked_out", minutes=self._terms.lockout_minutes)

    def _open_session(self, customer: Customer) -> str:
        now = self._clock.now()
        token = secrets.token_urlsafe(32)
        with self._store.writing() as session:
            session.execute(delete(SignInAttempts).where(SignInAttempts.customer_number == customer.number))
            session.execute(delete(SignInSession).where(SignInSession.expires_at <= now))
            session.add(
                SignInSession(
                    token_hash=_hash(token),
                    customer_number=customer.number,
                    expires_at=self._expiry(now),
                )
            )
        return token

    def _extend(self, token_hash: str, until: datetime) -> None:
        with self._store.writing() as session:
            row = session.get(SignInSession, token_hash)
            if row is not None:  # it may have been signed out meanwhile
                row.expires_at = until

    def _expiry(self, now: datetime) -> datetime:
        return now + timedelta(minutes=self._terms.session_minutes)


def _hash(token: str) -> str:
    """A token has 256 random bits: a plain SHA-256 keeps it safe in a stolen database."""
    return hashlib.sha256(token.encode()).hexdigest()


def _minutes(left: timedelta) -> int:
    return max(1, math.ceil(left.total_seconds() / 60))
