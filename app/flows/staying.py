"""Staying: keeps a customer who is at work signed in, as long as he needs, and warns before the bank ends it."""

from __future__ import annotations

import time
from collections.abc import Callable

from app.bank.port import Bank
from app.domain.accounts import Customer
from app.flows.acts import Interpretation
from app.flows.interaction import InteractionManager
from app.flows.view import View
from app.flows.work import Worker

WARN_BEFORE = 120.0
"""Seconds between the warning and the end; WCAG 2.2.1 asks for 20 at least, and any key is enough to stay."""

CALLS_A_LIFE = 3
"""How often the bank is called during the life of a session that is to go on."""


class Staying:
    """Knows when the customer last did anything and when the bank was last called.

    ``limit`` makes of the bank's own time the customer's, in seconds; None: he is never sent away (WCAG 2.2.1).
    Call :meth:`tick` some times a minute and :meth:`touched` at every key and touch, on the owner's thread.
    """

    def __init__(
        self,
        manager: InteractionManager,
        bank: Bank,
        worker: Worker,
        limit: Callable[[float], float | None],
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._manager, self._bank, self._worker, self._limit, self._now = manager, bank, worker, limit, now
        self._customer: Customer | None = None
        self._heard: Interpretation | None = None
        self._active = self._called = now()
        self._warned = False
        manager.listen(self._follow)

    def touched(self) -> None:
        """The customer did something; after a warning that is the wish to stay."""
        self._active = self._now()
        if self._warned:
            self._warned = False
            self._call()

    def tick(self) -> None:
        """Call the bank when the session is to go on, or warn when it is about to end."""
        life = self._bank.session_seconds
        if self._manager.view.customer is None or self._manager.view.busy or life <= 0:
            return
        now = self._now()
        if now - self._called >= life / CALLS_A_LIFE and self._goes_on(life, now):
            self._call()
        elif not self._warned and self._called + life - now <= WARN_BEFORE < life:
            self._warned = True
            self._manager.remind("session_ends_soon")

    def _goes_on(self, life: float, now: float) -> bool:
        """He did something since the last call, or his own limit is farther away than the bank's next end."""
        limit = self._limit(life)
        return limit is None or self._active > self._called or now - self._active <= limit - life

    def _call(self) -> None:
        """Any call extends the session; a refusal is met by the customer's next step, where nothing is lost."""
        self._called = self._now()
        self._worker.run(self._bank.payees, lambda _: None)

    def _follow(self, view: View) -> None:
        if view.busy:
            self._called = self._now()
        if view.came_from is not self._heard or view.customer != self._customer:
            self._heard, self._customer = view.came_from, view.customer
            self.touched()
