"""FlowScreen: draws any flow from its session and knows none by name."""

from __future__ import annotations

from enum import Enum, auto
from typing import Any

from app.flows.acts import Back
from app.flows.session import Session, Stage
from app.flows.view import View
from app.ui.kit import Kit
from app.ui.screens.form import FormPage
from app.ui.screens.pages import (
    CancelledPage,
    OutcomePage,
    ReviewPage,
    UnansweredPage,
    cancel_button,
    resume_button,
)
from app.ui.screens.screen import Screen
from app.ui.screens.top_bar import Run
from app.ui.style import Size
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import PushButton
from app.ui.widgets.layout import Column, Shelf
from app.ui.widgets.text import BodyText, Heading


class Part(Enum):
    """Which page of a task is in sight."""

    FORM = auto()
    REVIEW = auto()
    UNANSWERED = auto()
    OUTCOME = auto()
    CANCELLED = auto()


_PARTS = {
    Stage.COLLECT: Part.FORM,
    Stage.REVIEW: Part.REVIEW,
    Stage.UNANSWERED: Part.UNANSWERED,
    Stage.DONE: Part.OUTCOME,
    Stage.CANCELLED: Part.CANCELLED,
}
_PAGES = {
    Part.REVIEW: ReviewPage,
    Part.UNANSWERED: UnansweredPage,
    Part.OUTCOME: OutcomePage,
    Part.CANCELLED: CancelledPage,
}


class FlowScreen(Screen):
    """One task at a time. Draws only what has changed, so that what is half typed stays."""

    def __init__(self, kit: Kit, run: Run) -> None:
        super().__init__(kit, run)
        self._session: Session | None = None
        self._part: Part | None = None
        self._page: Any = None
        self._drafts: dict[str, dict[str, str]] = {}
        look = kit.look
        self._step = BodyText(look=look, words="", ink="muted", size_name=Size.SMALL)
        self.heading = Heading(look=look, words="")
        head = Column(look, steps=0.5)
        head.add_widget(self._step)
        head.add_widget(self.heading)
        self.problem = Banner(look, kit.text("ui-close"), self._leave_problem)
        self._body = Column(look, steps=0)
        self._ways = Column(look, steps=1)
        for part in (head, self.problem, self._body, self._ways):
            self.column.add_widget(part)

    @property
    def title(self) -> str:
        return str(self.heading.words)

    def landing(self) -> Any:
        """The question where there is one, else the heading."""
        if isinstance(self._page, FormPage):
            return self.problem.said if self.problem.words else self._page.landing() or self.heading
        return self.heading

    @property
    def in_use(self) -> bool:
        """A task is on the screen."""
        return self._page is not None

    def update(self, view: View) -> Any:
        """Draw the session when it is the customer's turn; gives where the focus should go."""
        session = view.session
        if session is None:
            self._leave()
            return None
        before, self._session = self._session, session
        part = _PARTS[session.stage]
        fresh = part is not self._part or before is None or before.key != session.key or self._renewed(before, session)
        fresh = fresh or (part is Part.FORM and self._next_question(before, session))
        if fresh:
            self._open(part, session)
            self._fill_ways(part, view)
        elif isinstance(self._page, FormPage):
            self._page.update(session)
        told = self._tell_problem(before, session)
        return self._focus_after(before, session, fresh, told)

    def _renewed(self, before: Session, session: Session) -> bool:
        """A page that is not typed in is drawn anew when what it shows is another."""
        return self._part is not Part.FORM and ((before.quote, before.outcome) != (session.quote, session.outcome))

    def _next_question(self, before: Session | None, session: Session) -> bool:
        """In elder mode each question has a page of its own."""
        asked = before.asked if before else None
        return self.kit.preferences().elder and asked != session.asked

    def _leave(self) -> None:
        self._keep_drafts()
        self._session = self._part = self._page = None
        for old in (*self._body.children, *self._ways.children):
            self.retire(old)

    def _leave_problem(self) -> None:
        page = self._page
        self.kit.focus(page.first_wrong() or page.landing() if isinstance(page, FormPage) else self.heading)

    def _keep_drafts(self) -> None:
        if isinstance(self._page, FormPage) and self._session is not None:
            self._drafts[self._session.key] = self._page.drafts

    def _open(self, part: Part, session: Session) -> None:
        if self._part is Part.FORM:
            self._keep_drafts()
        self._part = part
        if part is Part.FORM:
            self._page = FormPage(self.kit, session, self._drafts.pop(session.key, {}))
        else:
            self._page = _PAGES[part](self.kit, session)
        for old in (*self._body.children, *self._ways.children):
            self.retire(old)
        self._body.add_widget(self._page)
        self._head(part, session)
        self.scroll_y = 1

    def _head(self, part: Part, session: Session) -> None:
        kit, intent = self.kit, session.flow.intent
        ids = {
            Part.REVIEW: (f"{intent}-review-title", "ui-review-title"),
            Part.UNANSWERED: ("ui-unanswered-title", "ui-unanswered-title"),
            Part.OUTCOME: (f"{intent}-done-title", "ui-done-title"),
            Part.CANCELLED: ("ui-cancelled-title", "ui-cancelled-title"),
        }
        own, common = ids.get(part, (f"{intent}-title", f"{intent}-title"))
        self.heading.words = kit.text_or(own, common)
        self.heading.a11y_description = getattr(self._page, "said", "")
        steps = 3 if session.flow.check is not None else 2
        step = {Part.FORM: 1, Part.REVIEW: 2, Part.OUTCOME: steps}.get(part)
        counted = step is not None and bool(session.flow.fields)
        self._step.words = kit.text("ui-step", step=step, steps=steps) if counted else ""

    def _fill_ways(self, part: Part, view: View) -> None:
        """Back and cancel, below everything and away from the button that goes on; or a task left for this one."""
        if part not in (Part.FORM, Part.REVIEW):
            if view.interrupted is not None and part is not Part.UNANSWERED:
                shelf = Shelf(self.kit.look)
                shelf.add_widget(resume_button(self.kit, view.interrupted))
                self._ways.add_widget(shelf)
            return
        shelf = Shelf(self.kit.look, steps=3)
        if part is Part.REVIEW:
            back = PushButton(self.kit.look, self.kit.text("ui-back"), lambda: self.kit.act(Back()))
            shelf.add_widget(back)
        shelf.add_widget(cancel_button(self.kit))
        self._ways.add_widget(shelf)

    def _tell_problem(self, before: Session | None, session: Session) -> bool:
        """What concerns the whole task stands above it; True when it is new."""
        problem = session.problems.get("")
        self.problem.say(self.kit.problem(problem).screen if problem else "", alert=True)
        return problem is not None and (before is None or before.problems is not session.problems)

    def _focus_after(self, before: Session | None, session: Session, fresh: bool, told: bool) -> Any:
        if told:
            return self.problem.said
        if fresh:
            return (isinstance(self._page, FormPage) and self._page.first_wrong()) or self.landing()
        if not isinstance(self._page, FormPage) or before is None:
            return None
        if session.problems and session.problems is not before.problems:
            return self._page.first_wrong()
        if session.asked is not None and session.asked != before.asked:
            return self._page.landing()
        return None

    def introduce(self, text: str) -> None:
        """What was said on the way here is told with whatever takes the focus, for readers without live regions."""
        if isinstance(self._page, FormPage) and self.landing() is not self.problem.said:
            self._page.introduce(text)
        else:
            said = getattr(self._page, "said", "")
            self.heading.a11y_description = f"{text} {said}".strip()
