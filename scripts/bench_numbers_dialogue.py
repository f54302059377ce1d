"""One number aloud, from what was heard to what is sent: the client reads it back, and the customer trusts his ears.

So "no wrong value passes the read-back silently" is counted on what the customer hears and on what the bank gets,
and on nothing in between.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from functools import partial

from app import bootstrap
from app.dialogue.choosing import choose
from app.dialogue.grammar import load_grammar
from app.dialogue.understand import SOUND_CONFIDENCE, Understanding
from app.domain.money import Money
from app.flows.acts import Affirm, Interpretation, Mode
from app.flows.certainty import SURE_ENOUGH
from app.flows.kinds import Digits
from app.flows.model import Field
from app.flows.session import Stage as At
from app.flows.view import View
from scripts.bench_hearing_dialogue import Talker, heard_amount
from tests.fakes import FakeBank
from voice.numbers import parse_digits, say_digits
from voice.stt.recogniser import Heard

Listen = Callable[[list[str]], Heard]
"""Hears one utterance among phrases."""

_SIGN_IN = {"zh-CN": "登录", "en": "sign in"}


class Outcome(StrEnum):
    """What became of one number.

    ``ASKED``: not taken, so it is asked again. ``CAUGHT``: the read-back says another number, and the customer says
    No. ``REFUSED``: the customer would have agreed, and the client did not send. ``HIDDEN``: agreed to and wrong.
    """

    RIGHT = "right"
    ASKED = "asked"
    CAUGHT = "caught"
    REFUSED = "refused"
    HIDDEN = "hidden"


def amount_aloud(
    lang: str, wanted: int, listen: Listen, prepare: Callable[[Talker], None] = lambda one: None
) -> Outcome:
    """A transfer whose amount (in cents) is said once; Yes is said to the read-back that has just this amount in it.

    ``prepare`` may break the client, to see whether this would be noticed.
    """
    talker = Talker(lang)
    without_limits(talker.bank)
    prepare(talker)
    talker.ask_for_the_amount()
    talker.pipeline.hear_all(listen(talker.phrases))
    session = talker.dialogue.view.session
    if session is None or session.stage is not At.REVIEW or talker.dialogue.view.doubt is not None:
        return Outcome.ASKED
    if heard_amount(talker.pipeline.said[-1], session, talker.words) != wanted:
        return Outcome.CAUGHT
    talker.interaction.handle(Interpretation(Affirm(), "", Mode.VOICE))
    sent = [receipt.amount.cents for receipt in talker.bank.transfers]
    if not sent:
        return Outcome.REFUSED
    return Outcome.RIGHT if sent == [wanted] else Outcome.HIDDEN


def without_limits(bank: FakeBank) -> None:
    """A customer who can pay any amount that can be said."""
    bank.ledger.book("1", Money(10**13), "", "", bank.now)
    bank._check_amount = bank._check_day = lambda amount: None  # type: ignore[method-assign]


class DigitsAloud:
    """The question for a number of so many digits: the customer number's, with its length."""

    def __init__(self, lang: str, length: int) -> None:
        talker = Talker(lang, signed_in=False)
        talker.pipeline.hear(_SIGN_IN[lang])
        view, grammar = talker.dialogue.view, load_grammar(lang)
        assert view.session is not None
        asked = view.session.asked
        assert asked is not None
        fields = (Field(asked.name, Digits(length)), *view.session.flow.fields[1:])
        session = replace(view.session, flow=replace(view.session.flow, fields=fields))
        self._lang, self._name = lang, asked.name
        self._view: View = replace(view, session=session)
        self._understand = partial(Understanding(grammar).understand, view=self._view, mode=Mode.VOICE)
        wanted = bootstrap.make_vocabulary(grammar).now(self._view)
        self.phrases = list(bootstrap.spoken_phrases(wanted, lang))

    def outcome(self, wanted: str, listen: Listen) -> Outcome:
        """What becomes of the digits that are said once."""
        session = self._view.session
        assert session is not None
        heard = listen(self.phrases)
        if not heard.text:
            return Outcome.ASKED
        meant = choose(heard, self._view, self._understand, SOUND_CONFIDENCE)[1]
        taken = session.take(meant.act, by_ear=True).answers.get(self._name)
        if taken is None or meant.confidence < SURE_ENOUGH:
            return Outcome.ASKED
        if parse_digits(say_digits(str(taken), self._lang), self._lang) != wanted:
            return Outcome.CAUGHT
        return Outcome.RIGHT if taken == wanted else Outcome.HIDDEN


def figures(name: str, outcomes: Counter[Outcome]) -> dict[str, float]:
    """Counts by name, and the share that was right at first, in per cent."""
    tried = sum(outcomes.values())
    found = {f"{name}_{one}": float(outcomes[one]) for one in Outcome if one is not Outcome.RIGHT}
    return {f"{name}_tried": float(tried), f"{name}_right": 100 * outcomes[Outcome.RIGHT] / max(1, tried), **found}
