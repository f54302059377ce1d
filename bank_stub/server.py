"""The bank's process: database, certificates, socket, and one line when it serves."""

from __future__ import annotations

import signal
import socket
import sys
import threading
from pathlib import Path
from types import FrameType
from typing import Any

import platformdirs
import uvicorn
from sqlalchemy import make_url

from bank_stub.application import create_application
from bank_stub.errors import StubError
from bank_stub.faults import with_faults
from bank_stub.seed import seed
from bank_stub.services import Services
from bank_stub.store import Store
from bank_stub.tls import TlsFiles, ensure_certificates

DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8443
DATABASE_FILE = "bank.sqlite3"
_GRACE_SECONDS = 3


def run_bank(
    host: str = DEFAULT_HOST,
    port: int = DEFAULT_PORT,
    database: str | None = None,
    data_dir: Path | None = None,
    faults: bool = False,
) -> None:
    """Serve until SIGTERM or SIGINT, having printed ``ready https://HOST:PORT`` when it really serves.

    Args:
        host: the address to listen on.
        port: the port, or 0 for a free one.
        database: an SQLAlchemy URL; without it a SQLite file in ``data_dir``.
        data_dir: where certificates are kept; without it beside a SQLite file, or in the user's data folder.
        faults: take orders to go wrong (``POST /faults``), for tests and drills only.

    Raises:
        StubError: in one line, when the bank cannot start.
    """
    _end_on_signals()
    folder = _folder(data_dir, database)
    with _listen(host, port) as listening:
        url = f"https://{_shown(host)}:{listening.getsockname()[1]}"
        certificates = ensure_certificates(folder, host)
        services = Services(Store(database or f"sqlite:///{folder / DATABASE_FILE}"))
        try:
            seed(services.store, services.clock)
            app = create_application(services)
            served = with_faults(app, services) if faults else app
            _Server(_settings(served, certificates), url).run(sockets=[listening])
        finally:
            services.store.close()


class _Server(uvicorn.Server):
    """Says on standard output when it accepts connections, and nothing else."""

    def __init__(self, config: uvicorn.Config, url: str) -> None:
        super().__init__(config)
        self._url = url

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if not self.should_exit:
            sys.stdout.write(f"ready {self._url}\n")
            sys.stdout.flush()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Requests in work are finished; idle connections end at once instead of waiting for TLS goodbyes."""
        for connection in list(self.server_state.connections):
            cycle = getattr(connection, "cycle", None)
            if cycle is None or cycle.response_complete:
                connection.transport.abort()
        await super().shutdown(sockets)


def _settings(app: Any, certificates: TlsFiles) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        http="h11",
        loop="asyncio",
        ws="none",
        lifespan="off",
        log_level="warning",
        access_log=False,
        server_header=False,
        ssl_certfile=str(certificates.certificate),
        ssl_keyfile=str(certificates.key),
        timeout_keep_alive=75,
        timeout_graceful_shutdown=_GRACE_SECONDS,
    )


def _folder(data_dir: Path | None, database: str | None) -> Path:
    if data_dir is not None:
        return data_dir.absolute()
    if database is not None and database.startswith("sqlite"):
        file = make_url(database).database
        if file and file != ":memory:":
            return Path(file).absolute().parent
    return platformdirs.user_data_path("tingjian") / "bank"


def _listen(host: str, port: int) -> socket.socket:
    """A bound socket: the port is ours before anything slow begins."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # With the protocol named, asyncio switches Nagle's delay off: 40 ms less on every small answer.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if sys.platform != "win32":  # there it would let a second bank take the same port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(128)
    except (OSError, OverflowError) as error:
        listening.close()
        reason = getattr(error, "strerror", None) or str(error)
        raise StubError(f"cannot listen on {_shown(host)}:{port}: {reason}") from error
    return listening


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _end_on_signals() -> None:
    """uvicorn stops gracefully and raises the signal again: it then ends the process with 0."""

    def end(_: int, __: FrameType | None) -> None:
        raise SystemExit(0)

    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, end)
        signal.signal(signal.SIGINT, end)
