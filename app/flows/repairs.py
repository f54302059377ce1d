"""Repairs: what is said again, beside the task or instead of it, when something was not understood or is in doubt."""

from __future__ import annotations

from collections.abc import Mapping

from app.flows.acts import Act, Adjust, Affirm, Interpretation, More, Repeat, Spell
from app.flows.asking_back import digits_heard, question
from app.flows.harmless_acts import NOTES
from app.flows.model import Flow
from app.flows.offers import offers
from app.flows.present import Present
from app.flows.session import Stage
from app.flows.view import PART, Notice, Offer

MISSES_BEFORE_OFFER = 2
"""After so many inputs in a row that were not understood, choices and a person are offered."""


def beside(act: Act) -> Notice:
    """What is said of an act that changes nothing in the task."""
    if isinstance(act, Spell) and act.again:
        return Notice("spell_again")
    return Notice(f"adjusted_{act.manner}" if isinstance(act, Adjust) else NOTES[type(act)])


class Repairs:
    """Counts what is not understood in a row, and asks again."""

    def __init__(self, present: Present, flows: Mapping[str, Flow]) -> None:
        self._present = present
        self._flows = flows
        self._misses = 0

    def digits(self, heard: Interpretation) -> str:
        """The digits that were answered by voice, which are read back whenever they are heard."""
        return digits_heard(heard, self._present.view.session, self._flows, self._present.lang)

    def count(self, *, missed: bool) -> bool:
        """One more miss, or none in a row any longer; True when there are so many that a choice is due."""
        self._misses = self._misses + 1 if missed else 0
        return self._misses >= MISSES_BEFORE_OFFER

    def missed(self, code: str, doubt: Interpretation | None = None) -> None:
        """Not understood, or understood wrongly: after two in a row there is a numbered choice.

        Digits that are being read back are not lost to a cough, and a Yes that may have been its opposite is asked
        back by a question of its own: that ``doubt`` is open then.
        """
        if self.count(missed=True):
            self.offer()
        elif doubt is not None:
            self._present.change(doubt=doubt)
            self._present.show(*([Notice(code)] if code else []), question(doubt, self.digits(doubt)))
        else:
            self._present.show(Notice(code))

    def offer(self) -> None:
        """A numbered choice of what can be done here."""
        self._present.change(offers=offers(self._present.view, self._flows), offers_told=0)
        self._present.show(Notice("offer"))

    def go_on(self, act: Affirm | More, offered: tuple[Offer, ...]) -> bool:
        """The rest of the numbered choice, if there is any; False when the act is meant otherwise.

        A Yes beside a choice at the review moves no money: between it and the read-back were two misunderstandings and
        a list to go on with. The review is read again, and the Yes to that counts.
        """
        view = self._present.view
        if isinstance(act, Affirm) and view.session is not None and view.session.stage is Stage.REVIEW:
            self._present.show()
        elif view.offers_told + PART < len(offered):
            self._present.change(offers=offered, offers_told=view.offers_told + PART)
            self._present.show()
        else:
            return False
        return True

    def ask_once_more(self, act: Act, doubt: Interpretation | None, offered: tuple[Offer, ...]) -> None:
        """The question that is open is the doubt or the choice, not the one before it."""
        self._present.change(doubt=doubt, offers=offered)
        notices = () if isinstance(act, Repeat) else (beside(act),)
        self._present.show(*notices, *(() if doubt is None else (question(doubt, self.digits(doubt)),)))
