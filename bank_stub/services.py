"""The bank's services on one store, one clock and one set of terms."""

from __future__ import annotations

from bank_stub.accounts import Accounts
from bank_stub.auth import Auth
from bank_stub.clock import Clock
from bank_stub.store import Store
from bank_stub.terms import Terms
from bank_stub.transfers import Transfers


class Services:
    """What the routes call."""

    def __init__(self, store: Store, clock: Clock | None = None, terms: Terms | None = None) -> None:
        self.store = store
        self.clock = clock or Clock()
        self.terms = terms or Terms()
        self.auth = Auth(store, self.clock, self.terms)
        self.accounts = Accounts(store)
        self.transfers = Transfers(store, self.clock, self.terms)
