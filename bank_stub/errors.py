"""The errors of the bank's own program.

StubError      it cannot start or go on, in one line for whoever runs it
LedgerError    a transaction that must never be written (a fault of ours, not of a customer)
Refused        an answer to a customer, by stable code (problems.py knows them all)
"""

from __future__ import annotations


class StubError(Exception):
    """The bank cannot serve; the message is one line and holds no password."""

    def __init__(self, message: str) -> None:
        super().__init__(" ".join(message.split()))


class LedgerError(Exception):
    """A transaction breaks double entry: unbalanced, too short, or a change of what is written."""


class Refused(Exception):
    """The bank says no. ``field`` is the request's field at fault; ``words`` are extension members."""

    def __init__(self, code: str, *, field: str = "", **words: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.field = field
        self.words = words
