"""InteractionManager: holds the session, is the only caller of the bank, and tells every modality."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from app.bank.port import Bank
from app.domain.accounts import Customer
from app.domain.errors import NoAnswer, Problem, SignedOut
from app.flows.acts import (
    NO_SLOTS,
    Affirm,
    Back,
    Cancel,
    Help,
    Home,
    Human,
    Inform,
    Interpretation,
    Mode,
    More,
    Negate,
    NotUnderstood,
    Repeat,
    Request,
    SignOut,
)
from app.flows.model import Context, Flow, Need
from app.flows.session import OPEN, Session, Stage
from app.flows.view import Notice, View
from app.flows.work import Worker

SURE_ENOUGH = 0.6
"""Below this confidence (0 to 1) what was heard is read back before it counts (NAUR 13a)."""

MISSES_BEFORE_OFFER = 2
"""After so many inputs in a row that were not understood, choices and a person are offered."""

CHANNELS = {Mode.SCREEN: "app", Mode.CHAT: "chat", Mode.VOICE: "voice", Mode.TERMINAL: "terminal"}
"""What the bank is told of the way the customer came (G2.2)."""

Listener = Callable[[View], None]


class InteractionManager:
    """W3C's word for the one who holds the dialogue. All calls come on the thread that owns it.

    Whatever the modality, an :class:`Interpretation` comes in by :meth:`handle` and a :class:`View` goes out
    to every listener, so that a task begun in one way can be finished in another.
    """

    def __init__(self, bank: Bank, flows: Mapping[str, Flow], worker: Worker, lang: str) -> None:
        self._bank = bank
        self._flows = flows
        self._worker = worker
        self._lang = lang
        self._view = View()
        self._listeners: list[Listener] = []
        self._waiting: deque[Interpretation] = deque()
        self._resume: Request | Session | None = None
        self._misses = 0

    @property
    def view(self) -> View:
        """The present moment."""
        return self._view

    @property
    def lang(self) -> str:
        """BCP-47 tag of the customer's language."""
        return self._lang

    def listen(self, listener: Listener) -> None:
        """Tell ``listener`` of each new view, in order."""
        self._listeners.append(listener)

    def close(self) -> None:
        """Leave the bank and stop working."""
        if self._view.customer is not None:
            self._worker.run(self._bank.sign_out, lambda _: None)
        self._worker.close()

    def remind(self, code: str) -> None:
        """Say something beside the task without changing it."""
        self._view = replace(self._view, notices=())
        self._show(Notice(code))

    def handle(self, heard: Interpretation) -> None:
        """Take one input. While the bank is busy it waits its turn; a Yes never waits.

        A Yes that was given before the read-back was heard must not confirm it.
        """
        if self._view.busy:
            if not isinstance(heard.act, Affirm):
                self._waiting.append(heard)
            return
        self._view = replace(self._view, came_from=heard, notices=())
        doubt, self._view = self._view.doubt, replace(self._view, doubt=None)
        if doubt is not None and heard.confidence >= SURE_ENOUGH:
            if isinstance(heard.act, Affirm):
                self._take(replace(doubt, confidence=1.0))
                return
            if isinstance(heard.act, Negate):
                self._show(Notice("say_again"))
                return
        if heard.confidence < SURE_ENOUGH and self._counts(heard):
            self._view = replace(self._view, doubt=heard)
            self._show(Notice("did_you_say", {"said": heard.text}))
            return
        self._take(heard)

    def _counts(self, heard: Interpretation) -> bool:
        """Acts that change something are read back when doubtful; the others do no harm."""
        return not isinstance(heard.act, NotUnderstood | Repeat | Help | Negate)

    def _take(self, heard: Interpretation) -> None:
        self._misses = self._misses + 1 if isinstance(heard.act, NotUnderstood) else 0
        match heard.act:
            case Repeat():
                self._show()
            case Help():
                self._show(Notice("help"))
            case Human():
                self._show(Notice("human"))
            case NotUnderstood():
                self._show(Notice("offer" if self._misses >= MISSES_BEFORE_OFFER else "not_understood"))
            case Home():
                self._go_home()
            case SignOut():
                self._sign_out()
            case Request() as request:
                self._request(request, heard.mode)
            case More():
                self._more()
            case _:
                self._to_session(heard)

    def _to_session(self, heard: Interpretation) -> None:
        session = self._view.session
        if session is None:
            self._show(Notice("nothing_to_answer"))
            return
        if session.stage is Stage.UNANSWERED:
            self._find_out(session) if isinstance(heard.act, Affirm) else self._go_home()
            return
        if session.stage not in OPEN:
            if isinstance(heard.act, Back | Cancel | Negate):
                self._go_home()
            else:
                self._show(Notice("nothing_to_answer"))
            return
        after = session.take(heard.act, by_ear=heard.mode is Mode.VOICE)
        if after.stage is Stage.CANCELLED:
            self._resume = None
        self._advance(after)

    def _request(self, request: Request, mode: Mode) -> None:
        flow = self._flows.get(request.intent)
        if flow is None:
            self._show(Notice("not_understood"))
            return
        session = self._view.session
        if session is not None and session.stage is Stage.UNANSWERED:
            self._park(session)
        elif session is not None and session.flow is flow and session.stage in OPEN:
            self._advance(session.take(Inform(request.slots), by_ear=mode is Mode.VOICE) if request.slots else session)
            return
        elif session is not None and session.stage in OPEN and session.flow.check is not None:
            self._view = replace(self._view, notices=(Notice("nothing_sent"),))
        if self._view.customer is None and not flow.signs_in:
            self._resume = request
            self._begin(self._sign_in_flow(), Request("sign_in"), mode, Notice("sign_in_first"))
            return
        self._begin(flow, request, mode)

    def _sign_in_flow(self) -> Flow:
        return next(flow for flow in self._flows.values() if flow.signs_in)

    def _begin(self, flow: Flow, request: Request, mode: Mode, *notices: Notice) -> None:
        slots = {name: value for name, value in request.slots.items() if name in {f.name for f in flow.fields}}

        def loaded(context: Any) -> None:
            if isinstance(context, SignedOut):
                self._sign_in_again(request)
            elif isinstance(context, Problem):
                self._show(self._told(context))
            else:
                self._advance(Session.start(flow, context, slots, by_ear=mode is Mode.VOICE), *notices)

        if not flow.needs:
            loaded(Context(lang=self._lang, customer=self._view.customer))
        else:
            self._ask_bank(lambda: self._load(flow.needs), loaded)

    def _told(self, problem: Problem) -> Notice:
        """A problem that leaves the customer where they are. A question without an answer has no effect."""
        code = "bank_slow" if isinstance(problem, NoAnswer) else problem.code
        return Notice(code, problem.words)

    def _load(self, needs: frozenset[Need]) -> Context:
        return Context(
            lang=self._lang,
            customer=self._view.customer,
            accounts=self._bank.accounts() if Need.ACCOUNTS in needs else (),
            payees=self._bank.payees() if Need.PAYEES in needs else (),
        )

    def _advance(self, session: Session, *notices: Notice) -> None:
        """Show the session; when it is the bank's turn, let the bank have it."""
        self._view = replace(self._view, session=session, notices=(*self._view.notices, *notices))
        if session.stage is Stage.CHECK and session.flow.check is not None:
            check = session.flow.check
            self._ask_bank(lambda: check(self._bank, session.answers), lambda got: self._checked(session, got))
        elif session.stage is Stage.SUBMIT:
            submit, quote, key = session.flow.submit, session.quote, session.key
            self._ask_bank(
                lambda: submit(self._bank, session.answers, quote, key), lambda got: self._submitted(session, got)
            )
        else:
            self._show()

    def _checked(self, session: Session, got: Any) -> None:
        if isinstance(got, SignedOut):
            self._sign_in_again(session)
        elif isinstance(got, Problem):
            self._advance(self._refused(session, got))
        else:
            self._advance(session.checked(got))

    def _submitted(self, session: Session, got: Any) -> None:
        if isinstance(got, SignedOut):
            self._sign_in_again(replace(session, stage=Stage.REVIEW if session.quote is not None else session.stage))
        elif isinstance(got, NoAnswer) and session.flow.resolve is not None:
            self._advance(session.unanswered())
        elif isinstance(got, Problem) and got.code == "key_reused":
            self._find_out(session)
        elif isinstance(got, Problem) and got.code == "quote_expired":
            self._advance(replace(session, stage=Stage.CHECK, quote=None), Notice("quote_renewed"))
        elif isinstance(got, Problem):
            self._advance(self._refused(session, got))
        elif session.flow.signs_in:
            self._signed_in(got)
        else:
            self._advance(session.settled(got))

    def _refused(self, session: Session, problem: Problem) -> Session:
        if isinstance(problem, NoAnswer):
            problem = Problem("bank_slow")
        return session.failed(problem.at(session.flow.blame.get(problem.code, "")))

    def _signed_in(self, customer: Customer) -> None:
        resume, self._resume = self._resume, None
        if isinstance(resume, Session) and resume.context.customer != customer:
            resume = None  # somebody else's unfinished task
        self._view = replace(self._view, customer=customer, session=None)

        def known(context: Any) -> None:
            if isinstance(context, Context):
                self._view = replace(self._view, known=context)
            self._welcome(customer, resume)

        self._ask_bank(lambda: self._load(frozenset(Need)), known)

    def _welcome(self, customer: Customer, resume: Request | Session | None) -> None:
        notice = Notice("welcome", {"name": customer.name})
        self._view = replace(self._view, notices=(*self._view.notices, notice))
        if isinstance(resume, Request):
            mode = self._view.came_from.mode if self._view.came_from else Mode.SCREEN
            self._begin(self._flows[resume.intent], resume, mode)
        elif isinstance(resume, Session):
            self._advance(resume)
        else:
            self._show()

    def _sign_in_again(self, resume: Request | Session) -> None:
        """The bank has closed the session: sign in, then go on where it was; nothing is lost (W2.2.5)."""
        self._resume = resume
        self._view = replace(self._view, customer=None, session=None)
        self._begin(self._sign_in_flow(), Request("sign_in", NO_SLOTS), Mode.SCREEN, Notice("signed_out_by_bank"))

    def _more(self) -> None:
        session = self._view.session
        if session is None or session.stage is not Stage.DONE or session.flow.more is None:
            self._show(Notice("no_more"))
            return
        more, last = session.flow.more, session.outcome

        def got(page: Any) -> None:
            if isinstance(page, SignedOut):
                self._sign_in_again(Request(session.flow.intent))
            elif isinstance(page, Problem):
                self._show(self._told(page))
            elif page is last:
                self._show(Notice("no_more"))
            else:
                self._advance(session.settled(page))

        self._ask_bank(lambda: more(self._bank, last), got)

    def _find_out(self, session: Session) -> None:
        """Ask the bank what became of a submission whose answer never came."""
        resolve = session.flow.resolve
        if resolve is None:
            self._advance(session.failed(Problem("unexpected")))
            return

        def got(receipt: Any) -> None:
            if isinstance(receipt, SignedOut):
                self._sign_in_again(session.unanswered())
            elif isinstance(receipt, Problem):
                self._advance(session.unanswered())
            elif receipt is None:
                self._advance(replace(session, stage=Stage.REVIEW), Notice("not_done_yet"))
            else:
                self._forget(session)
                self._advance(session.settled(receipt))

        self._ask_bank(lambda: resolve(self._bank, session.key), got)

    def _park(self, session: Session) -> None:
        """Keep an unanswered payment in sight; it is never just dropped."""
        self._forget(session)
        self._view = replace(self._view, unresolved=(*self._view.unresolved, session))

    def _forget(self, session: Session) -> None:
        rest = tuple(item for item in self._view.unresolved if item.key != session.key)
        self._view = replace(self._view, unresolved=rest)

    def find_out(self, key: str) -> None:
        """Take up a parked payment again and ask the bank about it."""
        self._view = replace(self._view, notices=())
        for session in self._view.unresolved:
            if session.key == key:
                self._find_out(session)
                return

    def _go_home(self) -> None:
        session = self._view.session
        notices: tuple[Notice, ...] = ()
        if session is not None and session.stage is Stage.UNANSWERED:
            self._park(session)
            notices = (Notice("still_unknown"),)
        elif session is not None and session.stage in OPEN and session.flow.check is not None:
            notices = (Notice("nothing_sent"),)
        self._resume = None
        self._view = replace(self._view, session=None)
        self._show(*notices)

    def _sign_out(self) -> None:
        if self._view.customer is None:
            self._show(Notice("not_signed_in"))
            return

        def left(_: Any) -> None:
            self._resume = None
            self._view = View(turn=self._view.turn, came_from=self._view.came_from, unresolved=self._view.unresolved)
            self._show(Notice("signed_out"))

        self._ask_bank(self._bank.sign_out, left)

    def _ask_bank(self, job: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self._bank.channel = CHANNELS[self._view.came_from.mode if self._view.came_from else Mode.SCREEN]
        self._view = replace(self._view, busy=True)
        self._tell()

        def finished(result: Any) -> None:
            self._view = replace(self._view, busy=False)
            done(result)
            while self._waiting and not self._view.busy:
                self.handle(self._waiting.popleft())

        self._worker.run(job, finished)

    def _show(self, *notices: Notice) -> None:
        """A thing worth saying: the next turn."""
        view = self._view
        session = view.session
        if session is not None and session.stage is not Stage.COLLECT:
            session = session.without_secrets()
        self._view = replace(view, turn=view.turn + 1, notices=(*view.notices, *notices), session=session)
        self._tell()

    def _tell(self) -> None:
        view = self._view
        for listener in list(self._listeners):
            listener(view)
