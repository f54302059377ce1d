"""choosing: of all that may have been heard, what fits this moment of the dialogue best."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum

from app.flows.acts import Answer, Interpretation, NotUnderstood
from app.flows.view import View
from voice.stt.recogniser import Heard


class Fit(IntEnum):
    """How well a reading fits; less is better."""

    PLAIN = 0
    SAME_SOUND = 1
    ALIKE = 2
    SOME_ANSWER = 3
    NONE = 4


def fit(meant: Interpretation, view: View, sure: float) -> Fit:
    """A sentence of the grammar or an answer that plainly fits comes before one that only sounds like it."""
    if isinstance(meant.act, NotUnderstood):
        return Fit.NONE
    if isinstance(meant.act, Answer):
        session, text = view.session, meant.act.text
        fields = session.wanted if session is not None else ()
        known = session.context if session is not None else None
        plain = known is not None and isinstance(text, str) and any(f.kind.fits(text, known) for f in fields)
        return Fit.PLAIN if plain else Fit.SOME_ANSWER
    if meant.confidence >= 1.0:
        return Fit.PLAIN
    return Fit.SAME_SOUND if meant.confidence >= sure else Fit.ALIKE


def choose(
    heard: Heard, view: View, understand: Callable[[str], Interpretation], sure: float
) -> tuple[Heard, Interpretation]:
    """The reading to take, and what it means; among equals the recogniser's own order holds.

    The first reading is the likelier one word by word: amounts were heard best so, and worse when the
    alternatives alone were asked.
    """
    readings = [(reading, understand(reading.text)) for reading in (heard, *heard.alternatives)]
    return min(readings, key=lambda pair: fit(pair[1], view, sure))
