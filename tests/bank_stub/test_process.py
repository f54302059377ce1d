"""The bank as a process: TLS, starting, stopping, starting again, and not starting."""

from __future__ import annotations

import os
import signal
import socket
import stat
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import requests

from bank_stub.tls import ensure_certificates
from tests.bank_process import BankProcess, running_bank

NOW = datetime.now(UTC)


def test_only_its_own_authority_is_behind_it(process: BankProcess) -> None:
    """A client that trusts the machine's authorities refuses it; one that trusts ours does not."""
    with pytest.raises(requests.exceptions.SSLError, match="CERTIFICATE_VERIFY_FAILED"):
        requests.get(f"{process.url}/healthz", timeout=10)
    assert requests.get(f"{process.url}/healthz", verify=str(process.ca_file), timeout=10).ok


def test_plain_http_gets_nothing(process: BankProcess) -> None:
    """There is no unencrypted way in."""
    with pytest.raises(requests.exceptions.ConnectionError):
        requests.get(process.url.replace("https", "http") + "/healthz", timeout=10)


def test_a_restart_keeps_money_certificates_and_sessions(tmp_path: Path) -> None:
    """And it ends with 0 on both signals, having said one line."""
    for end in (signal.SIGTERM, signal.SIGINT):
        with running_bank(tmp_path) as bank:
            rows, authority = bank.balance_cents("10000001-1"), bank.ca_file.read_bytes()
            assert requests.get(f"{bank.url}/healthz", verify=str(bank.ca_file), timeout=10).ok
            bank.process.send_signal(end)
            assert bank.process.wait(15) == 0
            assert bank.process.stdout is not None
            assert bank.process.stdout.read() == b""
        if end is signal.SIGTERM:
            first = (rows, authority)
    assert (rows, authority) == first
    assert (tmp_path / "bank.log").read_text() == ""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--database", "nonsense"], "database URL cannot be read"),
        (["--database", "sqlite://"], "would forget its money"),
        (["--database", "sqlite:////proc/no/such/place.db"], "cannot"),
        (["--database", "oracle9://u:hunter2@localhost/x"], "no driver"),
        (["--database", "postgresql+nodriver://u:hunter2@127.0.0.1:1/x"], "no driver"),
        (["--host", "203.0.113.7"], "cannot listen on 203.0.113.7"),
        (["--port", "99999"], "cannot listen on 127.0.0.1:99999"),
    ],
)
def test_what_keeps_it_from_starting_is_one_line(arguments: list[str], said: str, tmp_path: Path) -> None:
    """No trace, no password, a non-zero exit."""
    command = [sys.executable, "-m", "bank_stub", "--port", "0", "--data-dir", str(tmp_path), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("bank: ")
    assert said in done.stderr
    assert "hunter2" not in done.stderr


def test_a_taken_port_is_one_line(tmp_path: Path) -> None:
    """Whoever has it keeps it."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        command = [sys.executable, "-m", "bank_stub", "--port", port, "--data-dir", str(tmp_path)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"bank: cannot listen on 127.0.0.1:{port}: Address already in use\n"


def test_a_file_that_is_no_database_is_one_line(tmp_path: Path) -> None:
    """It is not overwritten either."""
    file = tmp_path / "letter.txt"
    file.write_text("dear bank, " * 200)
    command = [sys.executable, "-m", "bank_stub", "--port", "0", "--database", f"sqlite:///{file}"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "not a database" in done.stderr
    assert file.read_text() == "dear bank, " * 200


def test_keys_are_for_the_bank_alone(tmp_path: Path) -> None:
    """Mode 0600, whatever the umask."""
    before = os.umask(0)
    try:
        files = ensure_certificates(tmp_path, "127.0.0.1")
    finally:
        os.umask(before)
    for key in (files.key, tmp_path / "ca.key"):
        assert stat.S_IMODE(key.stat().st_mode) == 0o600


def test_certificates_are_kept_until_they_must_be_renewed(tmp_path: Path) -> None:
    """Kept on a restart; a new one near its end, for a new host, or when one is gone; one authority all along."""
    files = ensure_certificates(tmp_path, "127.0.0.1", NOW)
    authority, seen = files.ca.read_bytes(), [files.certificate.read_bytes()]
    assert ensure_certificates(tmp_path, "localhost", NOW).certificate.read_bytes() == seen[0]
    for host, now in (
        ("127.0.0.1", NOW + timedelta(days=370)),
        ("bank.example", NOW + timedelta(days=370)),
    ):
        renewed = ensure_certificates(tmp_path, host, now).certificate.read_bytes()
        assert renewed not in seen
        seen.append(renewed)
    files.key.unlink()
    assert ensure_certificates(tmp_path, "bank.example", NOW).certificate.read_bytes() not in seen
    assert files.ca.read_bytes() == authority


def test_a_broken_or_ended_authority_is_replaced(tmp_path: Path) -> None:
    """The certificate then is by the new one."""
    files = ensure_certificates(tmp_path, "127.0.0.1", NOW)
    first, leaf = files.ca.read_bytes(), files.certificate.read_bytes()
    (tmp_path / "ca.key").write_text("broken")
    ensure_certificates(tmp_path, "127.0.0.1", NOW)
    second = files.ca.read_bytes()
    assert second != first
    assert files.certificate.read_bytes() != leaf
    ensure_certificates(tmp_path, "127.0.0.1", datetime(2037, 6, 1, tzinfo=UTC))
    assert files.ca.read_bytes() != second
