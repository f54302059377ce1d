"""choosing: of all that may have been heard, what fits this moment of the dialogue best, and how sure that is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from enum import IntEnum

from app.flows.acts import Act, Affirm, Answer, Cancel, Inform, Interpretation, Negate, NotUnderstood, Request
from app.flows.kinds import SAME_SOUND, SURE, Amount, SavedPayee
from app.flows.session import OPEN, Stage
from app.flows.view import View
from voice.numbers import parse_digits
from voice.pinyin import best_match, likeness
from voice.stt.recogniser import Heard

_LEAST_SHARE = 0.05
"""A reading is taken to have at least this share of all readings' likelihood."""

NEAR_YES, NEAR_CANCEL = 0.04, 0.3
"""From this share of all readings on the other of the two may have been said, at a read-back.

Of 36 English cancels none was heard as a confirm or had more than 0.02 of it; a confirm that was heard as a cancel had
0.05 to 0.43 left, and one that was heard rightly up to 0.14 of a cancel.
"""

NEAR_NO = 0.02
"""From this share of all readings on a No may have been said instead of a Yes, at a read-back.

Of 18 times 否 at 10 dB a former network heard seven or eight as 好, with up to 0.95; all had at least this beside them,
and none of 1,020 Yeses in two languages, in quiet and at 10 dB.
"""

NEAR_NAME = 0.1
"""From this share on another payee may have been named."""

Reading = tuple[Heard, Interpretation]


class Fit(IntEnum):
    """How well a reading fits; less is better."""

    PLAIN = 0
    SAME_SOUND = 1
    NAME_ALIKE = 2
    BESIDE = 3
    ALIKE = 4
    SOME_ANSWER = 5
    NONE = 6


def fit(meant: Interpretation, view: View, sure: float) -> Fit:
    """A sentence of the grammar or an answer that plainly fits comes before one that only sounds like it.

    What answers another question comes behind: where a payee was asked for, 李娜 was heard as 一毛.
    """
    asks = view.session is not None and view.session.stage in OPEN
    if isinstance(meant.act, NotUnderstood) or (isinstance(meant.act, Answer | Inform) and not asks):
        return Fit.NONE
    if isinstance(meant.act, Answer):
        return _answer_fit(meant.act, view, meant.confidence < sure)
    if names_a_stranger(meant.act, view):
        return Fit.SOME_ANSWER
    if meant.confidence >= 1.0:
        return Fit.PLAIN
    return Fit.SAME_SOUND if meant.confidence >= sure else Fit.ALIKE


def _answer_fit(answer: Answer, view: View, guessed: bool) -> Fit:
    session, text = view.session, answer.text
    if session is None or not isinstance(text, str):
        return Fit.SOME_ANSWER
    fitting = [item for item in session.wanted if item.kind.fits(text, session.context)]
    if guessed:
        return Fit.NAME_ALIKE
    if session.asked is None or session.asked in fitting:
        return Fit.PLAIN if fitting else Fit.SOME_ANSWER
    return Fit.BESIDE if fitting else Fit.SOME_ANSWER


def names_a_stranger(act: Act | None, view: View) -> bool:
    """Is a payee named whom the customer does not have? Perhaps the name, or a word before it, was misheard."""
    payee = act.slots.get("payee") if isinstance(act, Request | Inform) else None
    names = [known.name for known in view.known.payees]
    return isinstance(payee, str) and bool(names) and not best_match(payee, names, at_least=SURE)


def choose(heard: Heard, view: View, understand: Callable[[str], Interpretation], sure: float) -> Reading:
    """The reading to take, and what it means with the confidence of the whole; among equals the first holds.

    The first reading is the likelier one word by word: amounts were heard best so, and worse when the
    alternatives alone were asked.
    """
    readings = [(reading, understand(reading.text)) for reading in (heard, *heard.alternatives)]
    taken = min(readings, key=lambda pair: fit(pair[1], view, sure))
    certain = _certainty(heard, taken, readings, view, sure)
    rival = _rival(taken, list(zip(_shares(heard), readings, strict=True)), view)
    return taken[0], replace(taken[1], confidence=min(taken[1].confidence, certain), rival=rival)


def _shares(heard: Heard) -> list[float]:
    """The share of each reading in the likelihood of all, the first one's first."""
    return [
        max(0.0, 1.0 - sum(one.confidence for one in heard.alternatives)),
        *(a.confidence for a in heard.alternatives),
    ]


def _rival(taken: Reading, shared: Sequence[tuple[float, Reading]], view: View) -> Act | None:
    """Where money is about to move: the Cancel or No that a Yes may have been, or the Yes that a Cancel may have been.

    Some English voices say a confirm that is heard as a cancel, with the confirm close behind. In noise 否 is heard as
    好.
    """
    if view.session is None or view.session.stage is not Stage.REVIEW:
        return None
    if not isinstance(taken[1].act, Affirm | Cancel):
        return None
    opposites: Mapping[Act, float] = {Affirm(): NEAR_YES}
    if isinstance(taken[1].act, Affirm):
        opposites = {Cancel(): NEAR_CANCEL, Negate(): NEAR_NO}
    shares = {other: sum(share for share, (_, meant) in shared if meant.act == other) for other in opposites}
    return next((other for other, near in opposites.items() if shares[other] >= near), None)


def _another_name(taken: Reading, shared: Iterable[tuple[float, Reading]], view: View) -> bool:
    """Where a payee is asked for: was it perhaps another one, who does not sound the same?"""
    asked = view.session.asked if view.session is not None else None
    if asked is None or not isinstance(asked.kind, SavedPayee) or not isinstance(taken[1].act, Answer):
        return False
    name = str(taken[1].act.text)
    others = (
        (share, str(meant.act.text))
        for share, (_, meant) in shared
        if isinstance(meant.act, Answer) and fit(meant, view, 1.0) is Fit.PLAIN
    )
    return sum(share for share, other in others if likeness(other, name) < SAME_SOUND) >= NEAR_NAME


def _only_a_digit(act: Act, view: View) -> bool:
    """Where an amount is asked for: a filler alone (呃, er) is heard as 二 or one, and nobody sends two of nothing."""
    session = view.session
    if session is None or session.asked is None or not isinstance(session.asked.kind, Amount):
        return False
    digits = parse_digits(str(act.text), session.context.lang) if isinstance(act, Answer) else None
    return digits is not None and len(digits) == 1


def _certainty(heard: Heard, taken: Reading, readings: Sequence[Reading], view: View, sure: float) -> float:
    """The recogniser's confidence, with what it gave to readings of the same meaning (登录, 登陆) added, and what
    it gave to readings that mean nothing here left out. For a Yes to a read-back nothing is left out.
    """
    own = same = nonsense = 0.0
    for share, (reading, meant) in zip(_shares(heard), readings, strict=True):
        if reading is taken[0]:
            own = max(_LEAST_SHARE, share)
        elif meant.act == taken[1].act:
            same += share
        elif fit(meant, view, sure) is Fit.NONE:
            nonsense += share
    if isinstance(taken[1].act, Affirm) and view.session is not None and view.session.stage in OPEN:
        nonsense = 0.0
    if _another_name(taken, zip(_shares(heard), readings, strict=True), view):
        return min(own, 0.5)
    if _only_a_digit(taken[1].act, view):
        return min(own, 0.5)
    if taken[0] is not heard and fit(readings[0][1], view, sure) is Fit.BESIDE:
        return own  # the likeliest reading means something too: ask
    gained = heard.confidence * (own + same) / own / max(_LEAST_SHARE, 1.0 - nonsense)
    most = max(heard.confidence, own + same + nonsense) if taken[0] is heard else heard.confidence
    return min(gained, most, 1.0)
