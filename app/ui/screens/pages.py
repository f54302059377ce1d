"""The other pages of a flow: review, unanswered, outcome and cancelled."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from functools import partial
from typing import Any

from app.dialogue.phrase import known, outcome_id
from app.domain.accounts import Account
from app.domain.lists import lines
from app.domain.payments import Payee
from app.flows.acts import Affirm, Cancel, Change, Home, More, Request, Resume
from app.flows.session import Session
from app.ui.kit import Kit
from app.ui.screens.form import options_for
from app.ui.widgets.button import PushButton
from app.ui.widgets.card import Card
from app.ui.widgets.choice import ChoiceList
from app.ui.widgets.layout import Column, Shelf
from app.ui.widgets.rows import Line, Lines, Row, Rows
from app.ui.widgets.text import BodyText
from app.words import arguments


class ReviewPage(Column):
    """What will be done, read back; the one place with the button that moves money."""

    def __init__(self, kit: Kit, session: Session) -> None:
        self._kit, self._session = kit, session
        super().__init__(look=kit.look, steps=3)
        intent = session.flow.intent
        self.said = kit.text(f"{intent}-review", **known(session))
        sentence = Card(kit.look)
        sentence.edge = "accent"
        sentence.add_widget(BodyText(look=kit.look, words=self.said))
        rows = Rows(kit.look, kit.text("ui-answers"))
        for label, value, name in self._values():
            row = Row(kit.look, label, value)
            if name:
                row.offer_change(kit.text("ui-change", label=label), partial(kit.act, Change(name)))
            rows.add_widget(row)
        confirm = Shelf(kit.look)
        words = kit.text_or(f"{intent}-confirm", "ui-confirm")
        confirm.add_widget(PushButton(kit.look, words, lambda: kit.act(Affirm()), kind="primary"))
        for part in (sentence, confirm, rows):
            self.add_widget(part)

    def _values(self) -> Iterator[tuple[str, str, str]]:
        """Label, value and, for an answer, the name of its field."""
        kit, session = self._kit, self._session
        prefix = session.flow.intent
        answers = session.without_secrets().answers
        for item in session.wanted:
            if item.name in answers:
                yield kit.text(f"{prefix}-{item.name}-label"), self._value(item.name, answers[item.name]), item.name
        for name, value in arguments(session.quote).items():
            labelled = name not in answers and kit.words.has(f"{prefix}-{name}-label")
            if labelled and (words := self._value(name, value)):
                yield kit.text(f"{prefix}-{name}-label"), words, ""

    def _value(self, name: str, value: Any) -> str:
        """A value in words; one of a fixed set has words of its own, or is left to the sentence above."""
        if isinstance(value, Enum):
            own = f"{self._session.flow.intent}-{name}-{value.value}"
            return self._kit.text(own) if self._kit.words.has(own) else ""
        return str(self._kit.words.value(value))


class OutcomePage(Column):
    """What has been done, with its list, and a way on."""

    def __init__(self, kit: Kit, session: Session) -> None:
        super().__init__(look=kit.look, steps=2.5)
        intent, outcome = session.flow.intent, session.outcome
        listed = lines(outcome)
        empty = not listed and kit.words.has(f"{intent}-empty")
        above = f"{intent}-empty" if empty else outcome_id(session, kit.words)
        summary = kit.text(above, **{**arguments(outcome), "count": len(listed)})
        sentences = [kit.text(f"{intent}-line", **arguments(line)) for line in listed]
        self.said = "\n".join((summary, *sentences))
        card = Card(kit.look)
        card.add_widget(BodyText(look=kit.look, words=summary))
        self.add_widget(card)
        if sentences:
            rows = Lines(kit.look, kit.text("ui-lines"))
            for sentence in sentences:
                rows.add_widget(Line(kit.look, sentence))
            self.add_widget(rows)
        ways = Shelf(kit.look)
        if session.flow.more is not None and getattr(outcome, "next_cursor", None):
            ways.add_widget(PushButton(kit.look, kit.text("ui-more"), lambda: kit.act(More())))
        ways.add_widget(PushButton(kit.look, kit.text("ui-to-home"), lambda: kit.act(Home()), kind="primary"))
        self.add_widget(ways)
        self._offer_another(kit, session)

    def _offer_another(self, kit: Kit, session: Session) -> None:
        """A question about one of several things can be asked of another one; nothing that moves money can."""
        if session.flow.check is not None or session.flow.signs_in:
            return
        answers = session.answers
        chosen = {item: options for item in session.wanted if len(options := options_for(kit, session, item)) > 1}
        if not chosen:
            return
        intent = session.flow.intent
        card, choices = Card(kit.look), []
        for item, options in chosen.items():
            field = ChoiceList(kit.look, item.name, kit.text(f"{intent}-{item.name}-label"), "", options)
            held = answers.get(item.name)
            field.show(held.id if isinstance(held, Account | Payee) else str(held or ""))
            choices.append(field)
            card.add_widget(field)
        again = Shelf(kit.look)
        words = kit.text("ui-other")
        ask = lambda: kit.act(Request(intent, {field.name: field.raw() for field in choices}))  # noqa: E731
        again.add_widget(PushButton(kit.look, words, ask))
        card.add_widget(again)
        self.add_widget(card)


class UnansweredPage(Column):
    """Neither done nor failed: what that means, and how to find out."""

    def __init__(self, kit: Kit, session: Session) -> None:
        super().__init__(look=kit.look, steps=3)
        self.said = kit.text("stage-unanswered")
        card = Card(kit.look)
        card.edge = "accent"
        card.add_widget(BodyText(look=kit.look, words=self.said))
        ways = Shelf(kit.look, steps=3)
        ways.add_widget(PushButton(kit.look, kit.text("ui-again"), lambda: kit.act(Affirm()), kind="primary"))
        ways.add_widget(PushButton(kit.look, kit.text("ui-to-home"), lambda: kit.act(Home())))
        self.add_widget(card)
        self.add_widget(ways)


class CancelledPage(Column):
    """Nothing has changed."""

    def __init__(self, kit: Kit, session: Session) -> None:
        super().__init__(look=kit.look, steps=3)
        self.said = kit.text_or(f"{session.flow.intent}-cancelled", "stage-cancelled")
        self.add_widget(BodyText(look=kit.look, words=self.said))
        ways = Shelf(kit.look)
        ways.add_widget(PushButton(kit.look, kit.text("ui-to-home"), lambda: kit.act(Home()), kind="primary"))
        self.add_widget(ways)


def cancel_button(kit: Kit) -> PushButton:
    """The way out of any task, kept apart from what goes on with it."""
    return PushButton(kit.look, kit.text("ui-cancel"), lambda: kit.act(Cancel()))


def resume_button(kit: Kit, session: Session) -> PushButton:
    """The way back to a task that another one interrupted."""
    title = kit.text(f"{session.flow.intent}-title")
    return PushButton(kit.look, kit.text("ui-resume", title=title), lambda: kit.act(Resume()))
