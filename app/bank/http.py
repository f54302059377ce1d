"""The bank over HTTPS: one trusted authority, time-outs, safe retries, and a payment sent once a key."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote as escaped

import requests

from app.bank import wire
from app.bank.transport import Transport
from app.domain.accounts import Account, Customer, EntryPage
from app.domain.errors import BankDown, NoAnswer, Problem
from app.domain.payments import Payee, TransferOrder, TransferQuote, TransferReceipt
from app.domain.secret import Secret

_BACKOFF = (0.2, 0.6)
"""Seconds to wait before the second and the third attempt."""


class HttpBank:
    """A :class:`app.bank.port.Bank` behind ``base_url``, for one thread at a time.

    Beside the port's codes: ``bank_garbled`` (the answer fits no contract) and ``bank_not_trusted``
    (the certificate is not by our authority). Time-outs are seconds.
    """

    def __init__(
        self,
        base_url: str,
        ca_file: str | Path,
        *,
        channel: str = "app",
        session: requests.Session | None = None,
        connect_timeout: float = 3.0,
        read_timeout: float = 10.0,
        patience: float = 25.0,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        """Nothing is sent yet.

        Raises:
            ValueError: when ``base_url`` is not an https address.
        """
        timeouts = (connect_timeout, read_timeout)
        self._transport = Transport(base_url, ca_file, channel, session or requests.Session(), timeouts)
        self._send = self._transport.send
        self._patience = patience
        self._pause = pause
        self._session_seconds = 0.0

    def __repr__(self) -> str:
        return f"HttpBank({self._transport.base_url!r})"

    @property
    def channel(self) -> str:
        """What the bank is told of the way the customer came: app, voice, chat, terminal…"""
        return self._transport.channel

    @channel.setter
    def channel(self, channel: str) -> None:
        self._transport.channel = channel

    @property
    def session_seconds(self) -> float:
        """See the port."""
        return self._session_seconds

    def close(self) -> None:
        """Close the connections; the session at the bank ends by itself."""
        self._transport.close()

    def check_health(self) -> None:
        """Is a bank of ours there? Raises :class:`Problem` when not; asked once."""
        self._send("GET", "/healthz", signed_in=False)

    def sign_in(self, customer_number: str, password: Secret) -> Customer:
        """See the port. Sent once: an attempt that may have counted is not repeated unasked."""
        body = wire.sign_in_body(customer_number, password.reveal())
        answer = self._reached("/v1/sessions", body)
        token, customer = wire.signed_in(answer)
        self._session_seconds = wire.session_seconds(answer)
        self._transport.token = Secret(token)
        return customer

    def sign_out(self) -> None:
        """See the port. Our token is forgotten even when the bank cannot be told."""
        if self._transport.token is None:
            return
        try:
            self._send("DELETE", "/v1/sessions/current")
        except Problem:
            pass  # the bank forgets it by itself after some minutes
        finally:
            self._transport.token = None

    def accounts(self) -> tuple[Account, ...]:
        """See the port."""
        return wire.accounts(self._read("/v1/accounts"))

    def payees(self) -> tuple[Payee, ...]:
        """See the port."""
        return wire.payees(self._read("/v1/payees"))

    def entries(self, account_id: str, cursor: str | None = None, limit: int = 5) -> EntryPage:
        """See the port."""
        query: dict[str, str] = {"limit": str(limit)} | ({"cursor": cursor} if cursor is not None else {})
        return wire.entry_page(self._read(f"/v1/accounts/{escaped(account_id, safe='')}/entries", query))

    def quote_transfer(self, order: TransferOrder) -> TransferQuote:
        """See the port. Repeated like a read: a quote that nobody confirms changes nothing."""
        body = wire.order_body(order)
        return wire.quote(self._retried(lambda: self._send("POST", "/v1/transfers/quotes", body)))

    def confirm_transfer(self, quote_id: str, key: str) -> TransferReceipt:
        """See the port. When no answer came, the bank is asked for the key; what it does not hold is sent
        again under the same key."""
        end = time.monotonic() + self._patience
        sent = False
        for wait in (*_BACKOFF, None):
            try:
                return self._confirm_once(quote_id, key)
            except NoAnswer:
                sent = True
            except BankDown:
                if wait is None and not sent:
                    raise
            found = self._resolved(key) if sent else None
            if found is not None:
                return found
            if wait is None or time.monotonic() > end:
                break
            self._pause(wait)
        raise NoAnswer() if sent else BankDown()

    def transfer_by_key(self, key: str) -> TransferReceipt | None:
        """See the port."""
        try:
            return wire.receipt(self._read(f"/v1/transfers/by-key/{escaped(key, safe='')}"))
        except Problem as problem:
            if problem.code == "no_such_transfer":
                return None
            raise

    def _confirm_once(self, quote_id: str, key: str) -> TransferReceipt:
        try:
            headers = {"Idempotency-Key": key}
            return wire.receipt(self._send("POST", "/v1/transfers", {"quote_id": quote_id}, headers=headers))
        except Problem as problem:
            if problem.code == wire.GARBLED:  # it may have moved the money: as good as no answer
                raise NoAnswer() from problem
            raise

    def _resolved(self, key: str) -> TransferReceipt | None:
        """What the bank holds under ``key`` after a silence; still unknown is still :class:`NoAnswer`."""
        try:
            return self.transfer_by_key(key)
        except Problem as problem:
            raise NoAnswer() from problem

    def _read(self, path: str, query: Mapping[str, str] | None = None) -> object:
        return self._retried(lambda: self._send("GET", path, query=query))

    def _retried(self, call: Callable[[], object]) -> object:
        """Up to three attempts of a call that changes nothing, within our patience."""
        end = time.monotonic() + self._patience
        for wait in _BACKOFF:
            try:
                return call()
            except (NoAnswer, BankDown):
                if time.monotonic() > end:
                    raise
            self._pause(wait)
        return call()

    def _reached(self, path: str, body: Mapping[str, Any]) -> object:
        """A POST before there is a token, repeated only while nothing could be sent."""
        for wait in _BACKOFF:
            try:
                return self._send("POST", path, body, signed_in=False)
            except BankDown:
                self._pause(wait)
        return self._send("POST", path, body, signed_in=False)
