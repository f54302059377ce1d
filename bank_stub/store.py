"""The database: opened from a URL, read and written in short transactions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, select, text
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.orm import sessionmaker

from bank_stub.errors import StubError
from bank_stub.ledger import LedgerSession
from bank_stub.tables import Base, SchemaVersion

SCHEMA_VERSION = 1
_WRITES = "bank_writes"


class Store:
    """The bank's database; one instance a process, safe from several threads.

    Raises:
        StubError: from the constructor, when the URL or the database behind it cannot be used.
    """

    def __init__(self, database: str) -> None:
        url = _checked(database)
        shown = url.render_as_string(hide_password=True)
        try:
            self._engine = _engine(url)
            Base.metadata.create_all(self._engine)
        except (NoSuchModuleError, ModuleNotFoundError) as error:
            raise StubError(f"no driver for database {shown}: {error}") from error
        except SQLAlchemyError as error:
            raise StubError(f"cannot open database {shown}: {_cause(error)}") from error
        self._reading = sessionmaker(self._engine, class_=LedgerSession, expire_on_commit=False)
        writer = self._engine.execution_options(**{_WRITES: True})
        self._writing = sessionmaker(writer, class_=LedgerSession, expire_on_commit=False)
        self._check_version(shown)

    @contextmanager
    def reading(self) -> Iterator[LedgerSession]:
        """A session on one consistent state; what it changes is dropped."""
        with self._reading() as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[LedgerSession]:
        """A session that commits at the end, or leaves nothing behind when anything is raised."""
        with self._writing.begin() as session:
            yield session

    def ping(self) -> None:
        """Ask the database something; raises what the driver raises."""
        with self.reading() as session:
            session.execute(text("SELECT 1"))

    def close(self) -> None:
        """Give all connections back."""
        self._engine.dispose()

    def _check_version(self, shown: str) -> None:
        with self.writing() as session:
            version = session.scalar(select(SchemaVersion.version))
            if version is None:
                session.add(SchemaVersion(version=SCHEMA_VERSION))
            elif version != SCHEMA_VERSION:
                raise StubError(f"database {shown} has layout {version}, this bank needs {SCHEMA_VERSION}")


def _checked(database: str) -> URL:
    try:
        url = make_url(database)
    except ArgumentError as error:
        raise StubError("the database URL cannot be read; write e.g. sqlite:///bank.sqlite3") from error
    if url.get_backend_name() == "sqlite" and url.database in (None, "", ":memory:"):
        raise StubError("a bank in memory would forget its money; name a file: sqlite:///bank.sqlite3")
    return url


def _engine(url: URL) -> Engine:
    if url.get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True)
    engine = create_engine(url, connect_args={"timeout": 10})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _: object) -> None:
    connection.isolation_level = None  # we send BEGIN ourselves, see below
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    # A writer takes the lock at once: one that read first could not be let in later (SQLITE_BUSY).
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _cause(error: SQLAlchemyError) -> str:
    return str(getattr(error, "orig", None) or error)
