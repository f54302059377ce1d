"""Reading on: the rest of what is being read out, then more of it from the bank."""

from __future__ import annotations

from app.flows.present import Present
from app.flows.session import Stage
from app.flows.tasks import Tasks
from app.flows.view import PART


class ReadingOn:
    """Part by part, as far as there is more."""

    def __init__(self, present: Present, tasks: Tasks) -> None:
        self._present = present
        self._tasks = tasks

    @property
    def more(self) -> bool:
        """Is there anything left to read out?"""
        return bool(self._present.view.left) or self._more_at_bank

    def go_on(self) -> bool:
        """Read the next part; False when there is none."""
        view = self._present.view
        if view.left:
            self._present.change(offset=view.offset + PART)
            self._present.show()
        elif view.session is not None and self._more_at_bank:
            self._present.change(offset=0)
            self._tasks.more(view.session)
        else:
            return False
        return True

    @property
    def _more_at_bank(self) -> bool:
        session = self._present.view.session
        return bool(
            session is not None
            and session.stage is Stage.DONE
            and session.flow.more is not None
            and getattr(session.outcome, "next_cursor", None)
        )
