"""Present: the view of the moment, who is told of it, and the bank that is asked meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from app.bank.port import Bank
from app.flows.acts import Mode
from app.flows.model import Context, Need
from app.flows.session import Stage
from app.flows.view import Notice, View
from app.flows.work import Worker

CHANNELS = {Mode.SCREEN: "app", Mode.CHAT: "chat", Mode.VOICE: "voice", Mode.TERMINAL: "terminal"}
"""What the bank is told of the way the customer came (G2.2)."""

Listener = Callable[[View], None]


class Present:
    """Shared by the parts that run a dialogue; all calls come on the thread that owns it.

    ``when_free`` is called each time the bank has answered and nothing else was asked of it.
    """

    def __init__(self, bank: Bank, worker: Worker, lang: str) -> None:
        self.bank = bank
        self.lang = lang
        self.when_free: Callable[[], None] = lambda: None
        self._worker = worker
        self._view = View()
        self._listeners: list[Listener] = []

    @property
    def view(self) -> View:
        """The present moment."""
        return self._view

    @property
    def mode(self) -> Mode:
        """How the last input came."""
        return self._view.came_from.mode if self._view.came_from else Mode.SCREEN

    def listen(self, listener: Listener) -> None:
        """Tell ``listener`` of each new view, in order."""
        self._listeners.append(listener)

    def change(self, **changes: Any) -> None:
        """Another view, which nobody is told of yet."""
        self._view = replace(self._view, **changes)

    def note(self, *notices: Notice) -> None:
        """Something to say with the next turn."""
        self.change(notices=(*self._view.notices, *notices))

    def show(self, *notices: Notice) -> None:
        """A thing worth saying: the next turn."""
        session = self._view.session
        if session is not None and session.stage is not Stage.COLLECT:
            session = session.without_secrets()
        self.change(turn=self._view.turn + 1, session=session)
        self.note(*notices)
        self._tell()

    def ask_bank(self, job: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Run ``job`` beside the owner's thread; ``done`` gets its result or the Problem that it raised."""
        self.bank.channel = CHANNELS[self.mode]
        self.change(busy=True)
        self._tell()

        def finished(result: Any) -> None:
            self.change(busy=False)
            done(result)
            self.when_free()

        self._worker.run(job, finished)

    def load(self, needs: frozenset[Need]) -> Context:
        """What the bank knows of the customer. Runs where the bank is called."""
        return Context(
            lang=self.lang,
            customer=self._view.customer,
            accounts=self.bank.accounts() if Need.ACCOUNTS in needs else (),
            payees=self.bank.payees() if Need.PAYEES in needs else (),
        )

    def close(self) -> None:
        """Leave the bank and stop working."""
        if self._view.customer is not None:
            self._worker.run(self.bank.sign_out, lambda _: None)
        self._worker.close()

    def _tell(self) -> None:
        view = self._view
        for listener in list(self._listeners):
            listener(view)
