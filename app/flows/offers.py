"""Offers: the numbered ways on after two misunderstandings in a row, so that nobody is caught in a loop."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from app.flows.acts import Cancel, Change, Choices, Human, Keypad, Request, Select
from app.flows.model import Flow
from app.flows.session import Session, Stage
from app.flows.view import PART, Offer, View


def offers(view: View, flows: Mapping[str, Flow]) -> tuple[Offer, ...]:
    """What may be meant here, nearest first; then always typing, and a person. Never the Yes of a review.

    Whoever was not heard twice may be in a noisy place, or have a voice that is not made for recognisers: the
    keyboard and a person are ways on at every moment, not only where a question wants an answer.
    """
    return (*_near(view, flows), Offer(Keypad(), "offer-keypad"), Offer(Human(), "offer-human"))


def _near(view: View, flows: Mapping[str, Flow]) -> Iterator[Offer]:
    session = view.session
    if session is None or view.finished:
        yield from _menu(view, flows)
    elif session.stage is Stage.REVIEW:
        yield from _changes(session)
        yield Offer(Cancel(), "offer-cancel")
    else:
        yield from _answers(session)


def _menu(view: View, flows: Mapping[str, Flow]) -> Iterator[Offer]:
    for intent, flow in flows.items():
        if not (flow.signs_in and view.customer is not None):
            yield Offer(Request(intent), f"{intent}-title")


def _changes(session: Session) -> Iterator[Offer]:
    for item in session.wanted:
        if item.name in session.order:
            yield Offer(Change(item.name), "offer-change", label=f"{session.flow.intent}-{item.name}-label")


def _answers(session: Session) -> Iterator[Offer]:
    asked = session.asked
    choices = session.choices(asked) if asked is not None else ()
    for number, choice in enumerate(choices[:PART], start=1):
        yield Offer(Select(number), value=choice)
    if len(choices) > PART:
        yield Offer(Choices(), "offer-choices")
