"""InteractionManager: holds the session, is the only caller of the bank, and tells every modality."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import replace

from app.bank.port import Bank
from app.flows.acts import (
    Act,
    Adjust,
    Affirm,
    Answer,
    Back,
    Cancel,
    Choices,
    Home,
    Inform,
    Interpretation,
    Mode,
    More,
    Negate,
    NotUnderstood,
    Repeat,
    Request,
    Resume,
    Select,
    SignOut,
)
from app.flows.asking_back import no_answer, question
from app.flows.certainty import HALF_SURE, SURELY_YES, needed
from app.flows.following import following
from app.flows.harmless_acts import KEEPS_THE_QUESTION, LEAVES_THE_LIST, NOTES
from app.flows.interruptions import Interruptions
from app.flows.model import Flow
from app.flows.present import Listener, Present
from app.flows.reading_on import ReadingOn
from app.flows.repairs import Repairs, beside
from app.flows.session import OPEN, Session, Stage
from app.flows.signing_in import SigningIn
from app.flows.tasks import Proof, Tasks, Turnings
from app.flows.unanswered import Unanswered
from app.flows.view import Notice, View
from app.flows.work import Worker


class InteractionManager:
    """W3C's word for the one who holds the dialogue. All calls come on the thread that owns it.

    Whatever the modality, an :class:`Interpretation` comes in by :meth:`handle` and a :class:`View` goes out
    to every listener, so that a task begun in one way can be finished in another.
    """

    def __init__(self, bank: Bank, flows: Mapping[str, Flow], worker: Worker, lang: str) -> None:
        self._flows = flows
        self._present = Present(bank, worker, lang)
        self._tasks = Tasks(self._present)
        self._signing_in = SigningIn(self._present, self._tasks, flows)
        self._unanswered = Unanswered(self._present, self._tasks)
        self._interruptions = Interruptions(self._present, self._tasks, self._unanswered)
        self._reading_on = ReadingOn(self._present, self._tasks)
        self._repairs = Repairs(self._present, flows)
        self._tasks.turnings = Turnings(
            signed_out=self._signing_in.again,
            signed_in=self._signing_in.done,
            in_doubt=self._unanswered.find_out,
        )
        self._present.when_free = self._next
        self._waiting: deque[Interpretation] = deque()

    @property
    def view(self) -> View:
        """The present moment."""
        return self._present.view

    @property
    def lang(self) -> str:
        """BCP-47 tag of the customer's language."""
        return self._present.lang

    def listen(self, listener: Listener) -> None:
        """Tell ``listener`` of each new view, in order."""
        self._present.listen(listener)

    def prove_with(self, proof: Proof) -> None:
        """Ask ``proof`` before anything is sent that was read back; without its Yes nothing is."""
        self._tasks.proof = proof

    def close(self) -> None:
        """Leave the bank and stop working."""
        self._present.close()

    def remind(self, code: str) -> None:
        """Say something beside the task without changing it."""
        self._present.change(notices=())
        self._present.show(Notice(code))

    def find_out(self, key: str) -> None:
        """Take up a parked payment again and ask the bank about it."""
        self._present.change(notices=())
        self._interruptions.forget(key)  # it may have been left again after the bank had not received it
        self._unanswered.take_up(key)

    def handle(self, heard: Interpretation) -> None:
        """Take one input. While the bank is busy it waits its turn; a Yes never waits.

        A Yes that was given before the read-back was heard must not confirm it.
        """
        present = self._present
        if present.view.busy:
            if not isinstance(heard.act, Affirm):
                self._waiting.append(heard)
            return
        heard = following(heard, present.view, self._reading_on.more)
        doubt, offered = present.view.doubt, present.view.offers
        present.change(came_from=heard, notices=(), doubt=None, offers=())
        if isinstance(heard.act, KEEPS_THE_QUESTION) and (doubt is not None or offered):
            self._repairs.ask_once_more(heard.act, doubt, offered)
            return
        if isinstance(heard.act, Affirm) and doubt is None and not offered and present.view.left:
            heard = replace(heard, act=More())  # the Yes to 继续吗
        if not isinstance(heard.act, LEAVES_THE_LIST):
            present.change(offset=0, choosing=False)
        if heard.rival is not None:
            self._repairs.missed("", replace(heard, act=Affirm(), rival=Cancel()))
            return
        if offered and isinstance(heard.act, Affirm | More) and self._repairs.go_on(heard.act, offered):
            return
        digits = self._repairs.digits(heard)
        if doubt is not None and self._settled(doubt, heard, digits):
            return
        if digits or heard.confidence < needed(heard.act, self.view.session):
            present.change(doubt=heard)
            present.show(question(heard, digits))
            return
        if offered and isinstance(heard.act, Select) and 1 <= heard.act.number <= len(offered):
            heard = replace(heard, act=offered[heard.act.number - 1].act)
        self._take(heard)

    def _settled(self, doubt: Interpretation, heard: Interpretation, digits: str) -> bool:
        """Was this the answer to 'did you say…'? If so, what follows from it has been done."""
        if doubt.rival is not None and isinstance(heard.act, Negate | Cancel):
            self._go_home()  # perhaps a Yes was misheard twice: nothing is sent, and nothing is lost
            return True
        if heard.confidence >= (SURELY_YES if isinstance(doubt.act, Affirm) else HALF_SURE):
            if isinstance(heard.act, Affirm):
                self._take(replace(doubt, confidence=1.0, rival=None))
                return True
            if isinstance(heard.act, Negate):
                self._repairs.missed("say_again")
                return True
        if not digits and isinstance(heard.act, Answer | NotUnderstood) and self._repairs.digits(doubt):
            self._repairs.missed("not_understood", doubt)
            return True
        return False

    def _next(self) -> None:
        while self._waiting and not self.view.busy:
            self.handle(self._waiting.popleft())

    def _take(self, heard: Interpretation) -> None:
        if isinstance(heard.act, NotUnderstood):
            self._repairs.missed("not_understood")
            return
        if not isinstance(heard.act, Answer):
            self._repairs.count(missed=False)
        if isinstance(heard.act, (Adjust, *NOTES)):
            self._present.show(beside(heard.act))
            return
        match heard.act:
            case Repeat():
                self._present.show()
            case Home():
                self._go_home()
            case SignOut():
                self._signing_in.sign_out()
            case Request() as request:
                self._request(request, heard.mode)
            case Resume():
                self._interruptions.take_up()
            case Choices():
                self._present.change(choosing=True)
                self._present.show(*(() if self.view.listed else (Notice("help"),)))
            case More():
                self._more()
            case _:
                self._to_session(heard)

    def _to_session(self, heard: Interpretation) -> None:
        session = self.view.session
        if session is None:
            self._present.show(Notice("nothing_to_answer"))
        elif session.stage is Stage.UNANSWERED:
            self._unanswered.find_out(session) if isinstance(heard.act, Affirm) else self._go_home()
        elif session.stage in OPEN:
            self._to_open(session, heard)
        else:
            self._to_closed(heard.act)

    def _to_open(self, session: Session, heard: Interpretation) -> None:
        after = session.take(heard.act, by_ear=heard.mode is Mode.VOICE)
        if after.stage is Stage.CANCELLED:
            self._signing_in.forget()
        if self._repairs.count(missed=no_answer(heard, after)):
            self._present.change(session=after)
            self._repairs.offer()
        else:
            self._tasks.advance(after)

    def _to_closed(self, act: Act) -> None:
        """The task is over; what may be open is whether to read on, or to take up another one."""
        if isinstance(act, Affirm) and (self._reading_on.more or self.view.interrupted):
            self._more()
        elif isinstance(act, Back | Cancel | Negate):
            if not self._reading_on.more:
                self._interruptions.let_go()
            self._go_home()
        else:
            self._present.show(Notice("nothing_to_answer"))

    def _request(self, request: Request, mode: Mode) -> None:
        flow = self._flows.get(request.intent)
        if flow is None:
            self._repairs.missed("not_understood")
            return
        session = self.view.session
        if session is not None and session.flow is flow and session.stage in OPEN:
            answered = session.take(Inform(request.slots), by_ear=mode is Mode.VOICE) if request.slots else session
            self._tasks.advance(answered)
            return
        kept = self._interruptions.kept(request.intent)
        if kept is not None and not request.slots:
            self._interruptions.take_up(kept)
            return
        self._interruptions.pause("interrupted")
        if kept is not None:
            self._present.note(Notice("another_kept"))
        if self.view.customer is None and not flow.signs_in:
            self._signing_in.first(request, mode)
        else:
            self._tasks.begin(flow, request, mode)

    def _more(self) -> None:
        """The rest of what is being read out; then the task that this one interrupted."""
        session = self.view.session
        if self._reading_on.go_on():
            return
        if self.view.interrupted is not None and (session is None or session.stage not in OPEN):
            self._present.change(offset=0)
            self._interruptions.take_up()
        else:
            self._present.show(Notice("no_more"))

    def _go_home(self) -> None:
        self._interruptions.pause("kept")
        self._signing_in.forget()
        self._present.change(session=None)
        self._present.show()
