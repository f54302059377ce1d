"""Interruptions: a task that is left for another one is kept as it stood, and taken up again when asked."""

from __future__ import annotations

from app.flows.present import Present
from app.flows.session import OPEN, Session
from app.flows.tasks import Tasks
from app.flows.view import Notice


class Interruptions:
    """One task a flow; nothing of it has been sent, and it goes with the customer who began it."""

    def __init__(self, present: Present, tasks: Tasks) -> None:
        self._present = present
        self._tasks = tasks

    def pause(self, notice: str) -> None:
        """Keep the task of the moment when something would be lost with it, and say so."""
        session = self._present.view.session
        if session is None or session.stage not in OPEN or session.flow.check is None:
            return
        self._drop(session.flow.intent)
        self._present.change(paused=(*self._present.view.paused, session))
        self._present.note(Notice(notice))

    def replaced_by(self, intent: str) -> Session | None:
        """Let go of a kept task of this kind: a new one with other answers begins. Gives what was let go."""
        return self._drop(intent)

    def kept(self, intent: str) -> Session | None:
        """The kept task of this kind."""
        customer = self._present.view.customer
        mine = (item for item in self._present.view.paused if item.context.customer == customer)
        return next((item for item in mine if item.flow.intent == intent), None)

    def take_up(self, session: Session | None = None) -> None:
        """Go on where a task was left, by default the last; its read-back is read again."""
        session = session or self._present.view.interrupted
        if session is None:
            self._present.show(Notice("nothing_to_resume"))
            return
        now = self._present.view.session
        if now is not None and now.flow is not session.flow:
            self.pause("interrupted")
        self._drop(session.flow.intent)
        self._tasks.advance(session, Notice("resumed"))

    def let_go(self) -> None:
        """No, not again: forget the last one; nothing of it was sent."""
        session = self._present.view.interrupted
        if session is not None:
            self._drop(session.flow.intent)
            self._present.note(Notice("nothing_sent"))

    def _drop(self, intent: str) -> Session | None:
        before = self.kept(intent)
        if before is not None:
            rest = tuple(item for item in self._present.view.paused if item.key != before.key)
            self._present.change(paused=rest)
        return before
