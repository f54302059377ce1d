"""SigningIn: puts the sign-in before a task that needs it, and takes the task up again after it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.domain.accounts import Customer
from app.flows.acts import NO_SLOTS, Mode, Request
from app.flows.model import Context, Flow, Need
from app.flows.present import Present
from app.flows.session import Session
from app.flows.tasks import Tasks
from app.flows.view import Notice, View


class SigningIn:
    """Remembers what was wanted before the customer was known."""

    def __init__(self, present: Present, tasks: Tasks, flows: Mapping[str, Flow]) -> None:
        self._present = present
        self._tasks = tasks
        self._flows = flows
        self._flow = next(flow for flow in flows.values() if flow.signs_in)
        self._resume: Request | Session | None = None
        self._whose: Customer | None = None

    def first(self, request: Request, mode: Mode) -> None:
        """Sign in, then do what was asked for."""
        self._resume, self._whose = request, None
        self._tasks.begin(self._flow, Request(self._flow.intent), mode, Notice("sign_in_first"))

    def again(self, resume: Request | Session) -> None:
        """The bank has closed the session: sign in, then go on where it was; nothing is lost (W2.2.5).

        What the bank has told of this customer is forgotten: perhaps another one signs in now.
        """
        self._resume, self._whose = resume, self._present.view.customer
        self._present.change(customer=None, session=None, known=Context(lang=self._present.lang))
        self._tasks.begin(self._flow, Request(self._flow.intent, NO_SLOTS), Mode.SCREEN, Notice("signed_out_by_bank"))

    def forget(self) -> None:
        """The sign-in was given up: what was wanted does not spring up for whoever signs in next."""
        self._resume = None

    def done(self, customer: Customer) -> None:
        """Signed in: fetch names and accounts, greet, and go on."""
        present = self._present
        resume, self._resume = self._resume, None
        whose = resume.context.customer if isinstance(resume, Session) else self._whose
        if whose not in (None, customer):
            resume = None  # somebody else's unfinished task, or what he asked for
        present.change(customer=customer, session=None)

        def known(context: Any) -> None:
            if isinstance(context, Context):
                present.change(known=context)
            self._welcome(customer, resume)

        present.ask_bank(lambda: present.load(frozenset(Need)), known)

    def _welcome(self, customer: Customer, resume: Request | Session | None) -> None:
        present = self._present
        present.note(Notice("welcome", {"name": customer.name}))
        if isinstance(resume, Request):
            self._tasks.begin(self._flows[resume.intent], resume, present.mode)
        elif isinstance(resume, Session):
            self._tasks.advance(resume)
        else:
            present.show()

    def sign_out(self) -> None:
        """End the session at the bank; what it has not answered for stays in sight."""
        present = self._present
        if present.view.customer is None:
            present.show(Notice("not_signed_in"))
            return

        def left(_: Any) -> None:
            self._resume = None
            view = present.view
            fresh = View(turn=view.turn, came_from=view.came_from, unresolved=view.unresolved)
            present.change(**{name: getattr(fresh, name) for name in View.__dataclass_fields__})
            present.show(Notice("signed_out"))

        present.ask_bank(present.bank.sign_out, left)
