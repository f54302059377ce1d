"""phrase: what to say of the present moment, by message id; the session never speaks words of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from app.dialogue.spelling import spelled_name
from app.domain.errors import Problem
from app.domain.lists import lines
from app.domain.money import Money
from app.flows.session import Session, Stage
from app.flows.view import View
from app.words import Form, Message, Words, arguments


@dataclass(frozen=True, slots=True)
class Part:
    """One message with its parameters."""

    id: str
    args: Mapping[str, Any] = field(default_factory=dict)


def parts(view: View, words: Words) -> tuple[Part, ...]:
    """All that is to be said now, in order: what happened, what is wrong, what is asked."""
    return tuple(_parts(view, words))


def phrase(view: View, words: Words) -> Message:
    """The same, put into words, in every form."""
    return _joined(parts(view, words), words)


def noticed(view: View, words: Words) -> Message:
    """What is said once beside the task on a screen, which shows the task itself."""
    if not view.notices and not view.offers:
        return Message.same("")
    helped = any(notice.code == "help" for notice in view.notices)
    shown = replace(view, doubt=None) if helped else replace(view, session=None, doubt=None)
    said = parts(shown, words)
    if _pauses(view):
        return _joined(said, words)
    # without session and doubt only the notices are left, and the question of the home screen at the end
    if view.offers:
        return _joined(said, words)
    return _joined(said[: len(view.notices)] if helped else said[:-1], words)


def _joined(said: Iterable[Part], words: Words) -> Message:
    """Several parts as one message, which keeps the ids of all of them."""
    return Message.joined(words.message(part.id, **part.args) for part in said)


def aside(view: View, words: Words) -> str:
    """What is said beside the task, before the matter itself, in speech."""
    return " ".join(words.text(part.id, Form.SPEECH, **part.args) for part in _besides(view, words))


def problem_part(problem: Problem, words: Words) -> Part:
    """The words for a problem; one that has none yet is still told, by its code."""
    message_id = f"problem-{problem.code}"
    if words.has(message_id):
        return Part(message_id, problem_words(problem))
    return Part("problem-other", {"code": problem.code})


def problem_words(problem: Problem) -> dict[str, Any]:
    """A problem's parameters; cents become money so that each form says them its own way."""
    return {
        name.removesuffix("_cents"): Money(int(value)) if name.endswith("_cents") else value
        for name, value in problem.words.items()
    }


def _parts(view: View, words: Words) -> Iterator[Part]:
    if _pauses(view):
        yield from _besides(view, words)
        return
    yield from _notices(view, words)
    if view.offers:
        yield from _offers(view, words)
    elif view.doubt is None and not any(notice.code == "again" for notice in view.notices):
        yield from _present(view, words)


_QUESTIONS = ("notice-did_you_say", "notice-digits_heard", "notice-send_or_not")
"""Asking back is the matter itself, and nothing that is said beside it."""


def _pauses(view: View) -> bool:
    """Is this the answer to the wish for a pause? Nothing is asked with it; the question stays open."""
    return any(notice.code == "adjusted_pause" for notice in view.notices)


def _besides(view: View, words: Words) -> Iterator[Part]:
    return (part for part in _notices(view, words) if part.id not in _QUESTIONS)


def _notices(view: View, words: Words) -> Iterator[Part]:
    for notice in view.notices:
        if notice.code in ("spell", "spell_again"):
            name = spelled_name(view, words, again=notice.code == "spell_again")
            yield Part("spelled", {"name": name}) if name else Part("spelled-nothing")
        elif about := _ASIDES.get(notice.code):
            yield about(view)
        elif words.has(f"notice-{notice.code}"):
            yield Part(f"notice-{notice.code}", dict(notice.words))
        else:
            yield problem_part(Problem(notice.code, words=notice.words), words)


def _present(view: View, words: Words) -> Iterator[Part]:
    if view.session is None:
        yield Part("home-ask" if view.customer else "home-ask-signed-out")
    else:
        yield from _session(view, view.session, words)


_ASIDE_AT = {Stage.REVIEW: "review", Stage.UNANSWERED: "unanswered", Stage.COLLECT: "retry"}
"""What an aside is called where no field is asked for; at COLLECT a task without a read-back was refused then."""


def _aside(kind: str) -> Callable[[View], Part]:
    """Something said of the question of the moment: ``<kind>-home``, ``<intent>-<field>-<kind>``…"""

    def part(view: View) -> Part:
        session = view.session
        if session is None:
            return Part(f"{kind}-home")
        if session.asked is not None:
            return Part(f"{session.flow.intent}-{session.asked.name}-{kind}")
        return Part(f"{kind}-{_ASIDE_AT.get(session.stage, 'done')}")

    return part


def _cost(view: View) -> Part:
    session = view.session
    if session is not None and session.flow.check is not None:
        fee = getattr(session.quote, "fee", None)
        return Part("cost-known", {"fee": fee}) if fee is not None else Part("cost-later")
    return Part("cost-free")


_ASIDES: Mapping[str, Callable[[View], Part]] = {
    "help": _aside("help"),
    "why": _aside("why"),
    "again": _aside("again"),
    "cost": _cost,
}


def _offers(view: View, words: Words) -> Iterator[Part]:
    for number, offer in enumerate(view.offers_part, start=view.offers_told + 1):
        args: dict[str, Any] = {"label": words.text(offer.label)} if offer.label else {}
        choice = offer.value if offer.value is not None else words.text(offer.words, **args)
        yield Part("choice-line", {"number": number, "choice": choice})
    if not view.offers_left:
        yield Part("choice-ask")
    elif view.session is not None and view.session.stage is Stage.REVIEW:
        yield Part("offers-more-review", {"count": view.offers_left})  # no question there that a Yes would answer
    else:
        yield Part("list-more", {"count": view.offers_left})


def _session(view: View, session: Session, words: Words) -> Iterator[Part]:
    intent = session.flow.intent
    for problem in session.problems.values():
        yield problem_part(problem, words)
    match session.stage:
        case Stage.COLLECT if session.asked is not None:
            yield from _question(view, session)
        case Stage.COLLECT:
            yield Part("ask-try-again")
        case Stage.REVIEW if "" in session.problems and session.problems[""].code == "what_to_change":
            return
        case Stage.REVIEW:
            yield Part(f"{intent}-review", known(session))
        case Stage.UNANSWERED:
            yield Part("stage-unanswered")
        case Stage.DONE:
            yield from _outcome(view, session, words)
        case Stage.CANCELLED:
            yield Part(f"{intent}-cancelled" if words.has(f"{intent}-cancelled") else "stage-cancelled")
            yield from _resume(view, words)
        case _:
            yield Part("stage-busy")


def _question(view: View, session: Session) -> Iterator[Part]:
    asked = session.asked
    assert asked is not None
    if not view.listed:
        yield Part(f"{session.flow.intent}-{asked.name}-ask", known(session))
        return
    for number, choice in enumerate(view.part, start=view.offset + 1):
        yield Part("choice-line", {"number": number, "choice": choice})
    yield Part("list-more", {"count": view.left}) if view.left else Part("choice-ask")


def known(session: Session) -> dict[str, Any]:
    """Everything that may be said of a session so far, by name: the quote and the answers, never a secret."""
    args = arguments(session.quote)
    for item in session.flow.fields:
        if item.name in session.answers and not item.kind.secret:
            args[item.name] = session.answers[item.name]
    return args


def outcome_id(session: Session, words: Words) -> str:
    """The sentence above an outcome that is not empty: older lines of a list are not announced as the latest."""
    further = f"{session.flow.intent}-further"
    return further if session.further and words.has(further) else f"{session.flow.intent}-done"


def _outcome(view: View, session: Session, words: Words) -> Iterator[Part]:
    intent, outcome = session.flow.intent, session.outcome
    listed = lines(outcome)
    if not listed and words.has(f"{intent}-empty"):
        yield Part(f"{intent}-empty", arguments(outcome))
    elif view.offset == 0:
        yield Part(outcome_id(session, words), {**arguments(outcome), "count": len(listed)})
    for line in view.part:
        yield Part(f"{intent}-line", arguments(line))
    if view.left:
        yield Part("list-more", {"count": view.left})
    elif session.flow.more is not None and getattr(outcome, "next_cursor", None):
        yield Part(f"{intent}-more", {"count": getattr(outcome, "older", None) or 0})  # 0: the bank does not say
    else:
        yield from _resume(view, words)


def _resume(view: View, words: Words) -> Iterator[Part]:
    """One question at a time: the task that was interrupted comes when nothing else is asked."""
    left, session = view.interrupted, view.session
    if left is not None:
        alike = session is not None and session.flow is left.flow
        title = words.text(f"{left.flow.intent}-title")
        yield Part("resume-ask-earlier" if alike else "resume-ask", {"title": title})
