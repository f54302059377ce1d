"""What has happened between two views that somebody who looks or listens elsewhere should notice."""

from __future__ import annotations

from accessibility.announcer import Kind
from app.flows.session import Session, Stage
from app.flows.view import View

_WARNINGS = frozenset({"session_ends_soon"})
_UNEXPECTED = _WARNINGS | {"signed_out_by_bank", "quote_renewed", "not_done_yet", "still_unknown"}


def warns(view: View) -> bool:
    """Whether this comes by itself and asks for nothing but a sign of life: whatever is being done goes on."""
    return any(notice.code in _WARNINGS for notice in view.notices)


def news(before: Session | None, view: View) -> Kind | None:
    """An error, a task that is done and moved something, an answer that did not come; None: nothing of the kind."""
    session = view.session
    if any(notice.code in _UNEXPECTED for notice in view.notices):
        return Kind.TIMEOUT
    if session is None:
        return None
    stage = None if before is None or before.key != session.key else before.stage
    if session.stage is Stage.UNANSWERED and stage is not Stage.UNANSWERED:
        return Kind.TIMEOUT
    if session.stage is Stage.DONE and stage is not Stage.DONE:
        return Kind.SUCCESS if session.flow.check is not None else None
    problems = before.problems if before is not None and before.key == session.key else {}
    if session.problems and session.problems is not problems:
        return Kind.ERROR
    return None
