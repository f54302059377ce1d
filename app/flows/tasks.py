"""Tasks: begins a session and takes it from stage to stage; the bank has its turn at check and submit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from app.domain.accounts import Customer
from app.domain.errors import NoAnswer, Problem, SignedOut
from app.flows.acts import Mode, Request
from app.flows.model import Context, Flow
from app.flows.present import Present
from app.flows.session import Session, Stage
from app.flows.view import Notice


@dataclass(frozen=True, slots=True)
class Turnings:
    """What happens where a task leaves its own way."""

    signed_out: Callable[[Request | Session], None]
    signed_in: Callable[[Customer], None]
    in_doubt: Callable[[Session], None]


Proof = Callable[[Session], bool]
"""Does what was read back say what will be sent?"""


def told(problem: Problem) -> Notice:
    """A problem that leaves the customer where they are. A question without an answer has no effect."""
    code = "bank_slow" if isinstance(problem, NoAnswer) else problem.code
    return Notice(code, problem.words)


class Tasks:
    """Runs sessions. ``turnings`` is set once by the interaction manager."""

    turnings: Turnings

    def __init__(self, present: Present) -> None:
        self._present = present
        self.proof: Proof = lambda session: True

    def begin(self, flow: Flow, request: Request, mode: Mode, *notices: Notice) -> None:
        """Fetch what the task needs and show its first question."""
        present = self._present
        slots = {name: value for name, value in request.slots.items() if name in {f.name for f in flow.fields}}

        def loaded(context: Any) -> None:
            if isinstance(context, SignedOut):
                self.turnings.signed_out(request)
            elif isinstance(context, Problem):
                present.show(told(context))
            else:
                self.advance(Session.start(flow, context, slots, by_ear=mode is Mode.VOICE), *notices)

        if not flow.needs:
            loaded(Context(lang=present.lang, customer=present.view.customer))
        else:
            present.ask_bank(lambda: present.load(flow.needs), loaded)

    def advance(self, session: Session, *notices: Notice) -> None:
        """Show the session; when it is the bank's turn, let the bank have it."""
        present = self._present
        present.change(session=session)
        present.note(*notices)
        if session.stage is Stage.CHECK and session.flow.check is not None:
            check = session.flow.check
            present.ask_bank(lambda: check(present.bank, session.answers), lambda got: self._checked(session, got))
        elif session.stage is Stage.SUBMIT and session.quote is not None and not self.proof(session):
            self.advance(session.failed(Problem("read_back_differs")))
        elif session.stage is Stage.SUBMIT:
            submit, quote, key = session.flow.submit, session.quote, session.key
            present.ask_bank(
                lambda: submit(present.bank, session.answers, quote, key), lambda got: self._submitted(session, got)
            )
        else:
            present.show()

    def more(self, session: Session) -> None:
        """The next part of a list that the bank holds."""
        present, more, last = self._present, session.flow.more, session.outcome
        assert more is not None

        def got(page: Any) -> None:
            if isinstance(page, SignedOut):
                self.turnings.signed_out(Request(session.flow.intent))
            elif isinstance(page, Problem):
                present.show(told(page))
            elif page is last:
                present.show(Notice("no_more"))
            else:
                self.advance(session.continued(page))

        present.ask_bank(lambda: more(present.bank, last), got)

    def _checked(self, session: Session, got: Any) -> None:
        if isinstance(got, SignedOut):
            self.turnings.signed_out(session)
        elif isinstance(got, Problem):
            self.advance(_refused(session, got))
        else:
            self.advance(session.checked(got))

    def _submitted(self, session: Session, got: Any) -> None:
        if isinstance(got, SignedOut):
            stage = Stage.REVIEW if session.quote is not None else session.stage
            self.turnings.signed_out(replace(session, stage=stage))
        elif isinstance(got, NoAnswer) and session.flow.resolve is not None:
            self.advance(session.unanswered())
        elif isinstance(got, Problem) and got.code == "key_reused":
            self.turnings.in_doubt(session)
        elif isinstance(got, Problem) and got.code == "quote_expired":
            self.advance(replace(session, stage=Stage.CHECK, quote=None), Notice("quote_renewed"))
        elif isinstance(got, Problem):
            self.advance(_refused(session, got))
        elif session.flow.signs_in:
            self.turnings.signed_in(got)
        else:
            self.advance(session.settled(got))


def _refused(session: Session, problem: Problem) -> Session:
    if isinstance(problem, NoAnswer):
        problem = Problem("bank_slow")
    return session.failed(problem.at(session.flow.blame.get(problem.code, "")))
