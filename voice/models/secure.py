"""Asks a server that publishes models: over HTTPS from the first address to the last."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import requests

from voice.errors import ModelTrouble

_LOOPBACK = ("127.0.0.1", "localhost", "::1")


def require_secure(url: str) -> None:
    """Raises ModelTrouble ``not_secure`` for anything but HTTPS, this machine excepted."""
    try:
        parts = urlsplit(url)
        secure = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK)
    except ValueError:  # no address at all
        secure = False
    if not secure:
        raise ModelTrouble("not_secure", url)


def get(
    url: str, timeout: tuple[float, float], *, headers: Mapping[str, str] | None = None, stream: bool = False
) -> requests.Response:
    """The answer, wherever the server sends us on to; ``timeout`` in seconds: to connect, to wait for bytes.

    Raises:
        ModelTrouble: ``not_secure``, also for an address on the way; nothing is asked of it.
        requests.RequestException: nobody answers.
    """
    with _EveryStep() as session:
        try:
            return session.get(url, timeout=timeout, headers=headers, stream=stream)
        except requests.RequestException:
            raise
        except ValueError as failure:  # sent on to what is no address
            raise ModelTrouble("not_secure", url) from failure


class _EveryStep(requests.Session):
    """Who can change a list on its way can change the checksums in it, so that a checksum makes up for no step."""

    def send(self, request: requests.PreparedRequest, **options: Any) -> requests.Response:
        """Called for the first address and for each that a server sends us on to."""
        require_secure(request.url or "")
        return super().send(request, **options)
