"""phrase: what to say of the present moment, by message id; the session never speaks words of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from app.domain.errors import Problem
from app.domain.money import Money
from app.flows.session import Session, Stage
from app.flows.view import View
from app.words import Form, Message, Words, arguments, lines


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
    said = [words.message(part.id, **part.args) for part in parts(view, words)]
    return Message(
        screen="\n".join(message.screen for message in said),
        speech=" ".join(message.speech for message in said),
        chat="\n".join(message.chat for message in said),
        braille=" ".join(message.braille for message in said),
    )


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
    for notice in view.notices:
        if notice.code == "help":
            yield from _help(view, words)
        elif words.has(f"notice-{notice.code}"):
            yield Part(f"notice-{notice.code}", dict(notice.words))
        else:
            yield problem_part(Problem(notice.code, words=notice.words), words)
    if view.doubt is not None:
        return
    if view.session is None:
        yield Part("home-ask" if view.customer else "home-ask-signed-out")
    else:
        yield from _session(view.session, words)


def _help(view: View, words: Words) -> Iterator[Part]:
    session = view.session
    if session is None:
        yield Part("help-home")
    elif session.asked is not None:
        yield Part(f"{session.flow.intent}-{session.asked.name}-help")
    elif session.stage is Stage.REVIEW:
        yield Part("help-review")
    else:
        yield Part("help-done")


def _session(session: Session, words: Words) -> Iterator[Part]:
    intent = session.flow.intent
    for problem in session.problems.values():
        yield problem_part(problem, words)
    match session.stage:
        case Stage.COLLECT if session.asked is not None:
            yield from _question(session, words)
        case Stage.COLLECT:
            yield Part("ask-try-again")
        case Stage.REVIEW if "" in session.problems and session.problems[""].code == "what_to_change":
            return
        case Stage.REVIEW:
            yield Part(f"{intent}-review", known(session))
        case Stage.UNANSWERED:
            yield Part("stage-unanswered")
        case Stage.DONE:
            yield from _outcome(session, words)
        case Stage.CANCELLED:
            yield Part(f"{intent}-cancelled" if words.has(f"{intent}-cancelled") else "stage-cancelled")
        case _:
            yield Part("stage-busy")


def _question(session: Session, words: Words) -> Iterator[Part]:
    asked = session.asked
    assert asked is not None
    if asked.name in session.narrowed:
        for number, choice in enumerate(session.narrowed[asked.name], start=1):
            yield Part("choice-line", {"number": number, "choice": choice})
        yield Part("choice-ask")
        return
    yield Part(f"{session.flow.intent}-{asked.name}-ask", known(session))


def known(session: Session) -> dict[str, Any]:
    """Everything that may be said of a session so far, by name: the quote and the answers, never a secret."""
    args = arguments(session.quote)
    for item in session.flow.fields:
        if item.name in session.answers and not item.kind.secret:
            args[item.name] = session.answers[item.name]
    return args


def _outcome(session: Session, words: Words) -> Iterator[Part]:
    intent, outcome = session.flow.intent, session.outcome
    listed = lines(outcome)
    if not listed and words.has(f"{intent}-empty"):
        yield Part(f"{intent}-empty", arguments(outcome))
        return
    yield Part(f"{intent}-done", {**arguments(outcome), "count": len(listed)})
    for line in listed:
        yield Part(f"{intent}-line", arguments(line))
    if session.flow.more is not None and getattr(outcome, "next_cursor", None):
        yield Part(f"{intent}-more")


def terminal_text(view: View, words: Words) -> str:
    """What the terminal prints: the chat form."""
    return phrase(view, words).form(Form.CHAT)
