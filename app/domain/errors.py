"""The one error tree of the client.

Problem            something that the customer is told of, by code
├── NoAnswer       the bank did not answer: the outcome is unknown, not a failure
├── BankDown       nothing reached the bank: certainly nothing happened
└── SignedOut      the bank no longer knows this session
"""

from __future__ import annotations

from collections.abc import Mapping


class Problem(Exception):
    """A thing to tell the customer; ``code`` names the words in the locale files.

    ``field`` is the field it belongs to, or empty when it concerns the whole task;
    ``words`` fill the blanks of the message (strings and numbers only, never a secret).
    """

    def __init__(self, code: str, *, field: str = "", words: Mapping[str, str | int] | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.field = field
        self.words: dict[str, str | int] = dict(words or {})

    def at(self, field: str) -> Problem:
        """The same problem, tied to a field."""
        self.field = self.field or field
        return self


class NoAnswer(Problem):
    """A request was sent and no answer came: what the bank did is unknown."""

    def __init__(self) -> None:
        super().__init__("no_answer")


class BankDown(Problem):
    """The bank could not be reached at all: nothing was sent."""

    def __init__(self) -> None:
        super().__init__("bank_down")


class SignedOut(Problem):
    """The session has ended at the bank; signing in again carries on where it was."""

    def __init__(self) -> None:
        super().__init__("signed_out")
