"""One HTTPS request to the bank and its one answer: trust, time-outs, the token, and what silence means."""

from __future__ import annotations

import ssl
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import requests
from urllib3.exceptions import ConnectTimeoutError, NewConnectionError

from app.bank import wire
from app.domain.errors import BankDown, NoAnswer, Problem, SignedOut
from app.domain.secret import Secret

_NOTHING_SENT = (NewConnectionError, ConnectTimeoutError)


class Transport:
    """Sends single requests to one bank and knows the session's token. Time-outs are seconds."""

    def __init__(
        self,
        base_url: str,
        ca_file: str | Path,
        channel: str,
        session: requests.Session,
        timeouts: tuple[float, float],
    ) -> None:
        address = urlsplit(base_url)
        if address.scheme != "https" or not address.hostname:
            raise ValueError(f"the bank is reached by https:// only, not {base_url!r}")
        self.base_url = base_url.rstrip("/")
        self.channel = channel
        self.token: Secret | None = None
        self._session = session
        self._session.trust_env = False  # no proxy, no .netrc, no REQUESTS_CA_BUNDLE from around us
        self._session.verify = str(ca_file)
        self._timeouts = timeouts

    def close(self) -> None:
        """Close the connections."""
        self._session.close()

    def send(
        self,
        method: str,
        path: str,
        body: Mapping[str, Any] | None = None,
        *,
        query: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        signed_in: bool = True,
    ) -> object:
        """The answer's JSON.

        Raises:
            SignedOut: without a token, or when the bank no longer knows it.
            BankDown: nothing was sent.
            NoAnswer: it was sent, and no usable word came back (5xx included).
            Problem: what the bank says is wrong; ``bank_not_trusted``, ``bank_garbled``.
        """
        sent = {"X-Channel": self.channel, "Accept": "application/json", **(headers or {})}
        if signed_in:
            sent["Authorization"] = f"Bearer {self._known_token().reveal()}"
        try:
            answer = self._session.request(
                method,
                self.base_url + path,
                json=body,
                params=query,
                headers=sent,
                timeout=self._timeouts,
                allow_redirects=False,
            )
        except (requests.RequestException, OSError) as error:
            raise _transport_problem(error) from None  # its text may hold the request
        return self._read(answer)

    def _known_token(self) -> Secret:
        if self.token is None:
            raise SignedOut()
        return self.token

    def _read(self, answer: requests.Response) -> object:
        if answer.status_code >= 500:
            raise NoAnswer()
        if answer.status_code == 204:
            return None
        try:
            data: object = answer.json()
        except ValueError:
            raise wire.garbled() from None
        if answer.status_code < 300:
            return data
        problem = wire.problem(data)
        if problem.code == "signed_out":
            self.token = None
            raise SignedOut()
        raise problem


def _transport_problem(error: BaseException) -> Problem:
    """Not trusted, certainly nothing sent, or unknown. In doubt it is unknown: money may have moved."""
    causes = list(_causes(error))
    if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes):
        return Problem("bank_not_trusted")
    if not isinstance(error, requests.RequestException):
        return Problem("bank_not_trusted")  # requests raises a plain OSError when there is no CA file
    if any(isinstance(cause, _NOTHING_SENT) for cause in causes):
        return BankDown()
    return NoAnswer()


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The error and those inside it: requests keeps urllib3's as arguments and as ``reason``."""
    seen: set[int] = set()
    waiting: list[object] = [error]
    while waiting:
        inner = waiting.pop()
        if isinstance(inner, BaseException) and id(inner) not in seen:
            seen.add(id(inner))
            yield inner
            waiting += [*inner.args, getattr(inner, "reason", None), inner.__cause__, inner.__context__]
