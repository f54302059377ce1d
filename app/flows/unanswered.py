"""Unanswered: payments whose answer never came are kept in sight until the bank has said what became of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from app.domain.errors import Problem, SignedOut
from app.flows.present import Present
from app.flows.session import Session, Stage
from app.flows.tasks import Tasks
from app.flows.view import Notice


class Unanswered:
    """Neither done nor failed: asked about under the same key, never sent under another."""

    def __init__(self, present: Present, tasks: Tasks) -> None:
        self._present = present
        self._tasks = tasks

    def find_out(self, session: Session) -> None:
        """Ask the bank what became of a submission whose answer never came."""
        present, resolve = self._present, session.flow.resolve
        if resolve is None:
            self._tasks.advance(session.failed(Problem("unexpected")))
            return

        def got(receipt: Any) -> None:
            if isinstance(receipt, SignedOut):
                self._tasks.turnings.signed_out(session.unanswered())
            elif isinstance(receipt, Problem):
                self._tasks.advance(session.unanswered())
            elif receipt is None:
                self._tasks.advance(replace(session, stage=Stage.REVIEW), Notice("not_done_yet"))
            else:
                self._forget(session)
                self._tasks.advance(session.settled(receipt))

        present.ask_bank(lambda: resolve(present.bank, session.key), got)

    def park(self, session: Session) -> None:
        """Keep an unanswered payment in sight; it is never just dropped."""
        self._forget(session)
        self._present.change(unresolved=(*self._present.view.unresolved, session))

    def take_up(self, key: str) -> None:
        """Ask about the parked payment with this key; nothing when there is none."""
        for session in self._present.view.unresolved:
            if session.key == key:
                self.find_out(session)
                return

    def _forget(self, session: Session) -> None:
        rest = tuple(item for item in self._present.view.unresolved if item.key != session.key)
        self._present.change(unresolved=rest)
