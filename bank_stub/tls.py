"""The bank's own certificate authority and certificate, made at first start and renewed in time."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import trustme

from bank_stub.errors import StubError

CA_FILE = "ca.pem"
_LEAF_LIFE = timedelta(days=397)  # the longest that browsers accept
_RENEW_BEFORE = timedelta(days=30)
_AUTHORITY_END = datetime(2037, 1, 1, tzinfo=UTC)  # trustme's authorities end with 2037
_ALWAYS = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class TlsFiles:
    """Where the certificates are. ``ca`` may be given to clients; the keys stay here, mode 0600."""

    ca: Path
    certificate: Path
    key: Path


def ensure_certificates(directory: Path, host: str, now: datetime | None = None) -> TlsFiles:
    """The files for ``host``, made or renewed when missing, near their end, or for another host.

    Raises:
        StubError: when the directory cannot be written.
    """
    moment = now or datetime.now(UTC)
    files = TlsFiles(directory / CA_FILE, directory / "server.pem", directory / "server.key")
    try:
        directory.mkdir(parents=True, exist_ok=True)
        authority, renewed = _authority(directory, moment)
        if renewed or not _covers(directory, files, host, moment):
            _issue(authority, directory, files, host, moment)
    except OSError as error:
        raise StubError(f"cannot keep certificates in {directory}: {error.strerror or error}") from error
    return files


def _authority(directory: Path, now: datetime) -> tuple[trustme.CA, bool]:
    certificate, key = directory / CA_FILE, directory / "ca.key"
    if certificate.exists() and key.exists() and now < _AUTHORITY_END:
        try:
            return trustme.CA.from_pem(certificate.read_bytes(), key.read_bytes()), False
        except ValueError:
            pass  # unreadable: a new one is made below, and clients are given its certificate
    authority = trustme.CA(organization_name="Tingjian", organization_unit_name="Tingjian local bank CA")
    _write(key, authority.private_key_pem.bytes(), 0o600)
    _write(certificate, authority.cert_pem.bytes(), 0o644)
    return authority, True


def _covers(directory: Path, files: TlsFiles, host: str, now: datetime) -> bool:
    try:
        known = json.loads((directory / "server.json").read_text())
        until = datetime.fromisoformat(known["until"])
        present = files.certificate.exists() and files.key.exists()
        return present and host in known["hosts"] and now + _RENEW_BEFORE < until
    except (OSError, ValueError, KeyError, TypeError):
        return False


def _issue(authority: trustme.CA, directory: Path, files: TlsFiles, host: str, now: datetime) -> None:
    hosts = list(dict.fromkeys((host, *_ALWAYS)))
    until = now + _LEAF_LIFE
    issued = authority.issue_cert(*hosts, organization_name="Tingjian", not_after=until.replace(tzinfo=None))
    chain = b"".join(blob.bytes() for blob in issued.cert_chain_pems)
    _write(files.key, issued.private_key_pem.bytes(), 0o600)
    _write(files.certificate, chain, 0o644)
    _write(directory / "server.json", json.dumps({"hosts": hosts, "until": until.isoformat()}).encode(), 0o644)


def _write(path: Path, data: bytes, mode: int) -> None:
    """Into a new file that then takes the place: never half a key, never a key that others could read."""
    fresh = path.with_suffix(path.suffix + ".new")
    fresh.unlink(missing_ok=True)
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:
        file.write(data)
    fresh.replace(path)
