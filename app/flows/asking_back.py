"""asking_back: what is repeated before it counts: what was half heard, and digits whenever they were heard.

Amounts and payees are read back at the review. A customer number never is: heard wrongly it would only fail, together
with the password, and nobody would know which of the two was wrong.
"""

from __future__ import annotations

from collections.abc import Mapping

from app.flows.acts import Act, Answer, Inform, Interpretation, Mode, Request
from app.flows.kinds import Digits
from app.flows.model import Ambiguous, Context, Flow
from app.flows.session import Session
from app.flows.view import Notice
from voice.numbers import parse_digits


def digits_heard(heard: Interpretation, session: Session | None, flows: Mapping[str, Flow], lang: str) -> str:
    """The digits that the customer has answered with by voice; empty when there are none."""
    if heard.mode is not Mode.VOICE:
        return ""
    flow = flows.get(heard.act.intent) if isinstance(heard.act, Request) else session.flow if session else None
    for item in flow.fields if flow is not None else ():
        said = _answer_to(item.name, heard.act, session)
        if isinstance(item.kind, Digits) and item.kind.fits(said, Context(lang=lang)):
            return parse_digits(said, lang) or ""
    return ""


def question(doubt: Interpretation, digits: str) -> Notice:
    """Was that meant? ``tail``: words say it digit by digit."""
    if doubt.rival is not None:
        return Notice("send_or_not")
    return Notice("digits_heard", {"tail": digits}) if digits else Notice("did_you_say", {"said": doubt.text})


def no_answer(heard: Interpretation, after: Session) -> bool:
    """Were the words taken for an answer that they are not? As good as not understood, and asked again as little.

    On the screen the field says what is wrong with it, and several names that fit are a question of their own.
    """
    wrong = [problem for problem in after.problems.values() if not isinstance(problem, Ambiguous)]
    said = isinstance(heard.act, Answer) and isinstance(heard.act.text, str)
    return said and bool(wrong) and heard.mode is not Mode.SCREEN


def _answer_to(name: str, act: Act, session: Session | None) -> str:
    said = None
    if isinstance(act, Request | Inform):
        said = act.slots.get(name)
    elif isinstance(act, Answer) and session is not None and session.asked is not None and session.asked.name == name:
        said = act.text
    return said if isinstance(said, str) else ""
