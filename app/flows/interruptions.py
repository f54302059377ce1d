"""Interruptions: a task that is left for another one is kept as it stood, and taken up again when asked."""

from __future__ import annotations

from app.flows.present import Present
from app.flows.session import OPEN, Session, Stage
from app.flows.tasks import Tasks
from app.flows.unanswered import Unanswered
from app.flows.view import Notice


class Interruptions:
    """The last one left is the first to be taken up. Nothing of a kept task has been sent; it goes with its customer.

    Two tasks of one kind are two tasks, each with a key of its own: a payment that waits is not lost to a newer one.
    """

    def __init__(self, present: Present, tasks: Tasks, unanswered: Unanswered) -> None:
        self._present = present
        self._tasks = tasks
        self._unanswered = unanswered

    def pause(self, notice: str) -> None:
        """Keep the task of the moment when something would be lost with it, and say so."""
        session = self._present.view.session
        if session is None:
            return
        if session.stage is Stage.UNANSWERED:
            self._unanswered.park(session)
            self._present.note(Notice("still_unknown"))
        elif session.stage in OPEN and session.flow.check is not None:
            self.forget(session.key)
            self._present.change(paused=(*self._present.view.paused, session))
            self._present.note(Notice(notice))

    def kept(self, intent: str) -> Session | None:
        """The task of this kind that was left last."""
        customer = self._present.view.customer
        mine = [item for item in self._present.view.paused if item.context.customer == customer]
        return next((item for item in reversed(mine) if item.flow.intent == intent), None)

    def take_up(self, session: Session | None = None) -> None:
        """Go on where a task was left, by default the last; its read-back is read again."""
        session = session or self._present.view.interrupted
        if session is None:
            self._present.show(Notice("nothing_to_resume"))
            return
        now = self._present.view.session
        if now is not None and now.key != session.key:
            self.pause("interrupted")
        self.forget(session.key)
        self._tasks.advance(session, Notice("resumed"))

    def let_go(self) -> None:
        """No, not again: forget the last one; nothing of it was sent."""
        session = self._present.view.interrupted
        if session is None:
            return
        self.forget(session.key)
        self._present.note(Notice("nothing_sent"))
        if self._present.view.interrupted is not None:
            self._present.note(Notice("another_waits"))

    def forget(self, key: str) -> None:
        """The task with this key is not kept any longer: it goes on, or was let go."""
        rest = tuple(item for item in self._present.view.paused if item.key != key)
        self._present.change(paused=rest)
