"""The form page: all wanted fields of any flow, or in elder mode the one that is asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from accessibility.announcer import Kind
from app.domain.errors import Problem
from app.domain.money import Money
from app.flows.acts import Affirm, Inform
from app.flows.kinds import Amount, Digits
from app.flows.model import Field
from app.flows.session import Session
from app.ui.kit import Kit
from app.ui.widgets.button import PushButton
from app.ui.widgets.choice import ChoiceList, Option
from app.ui.widgets.field import SecretField, TextField
from app.ui.widgets.layout import Column, Shelf

_INPUT_TYPES: dict[type[Any], str] = {Amount: "number", Digits: "tel"}
"""Which keys a phone shows, and the ways that have keys of their own on the screen."""


def choice_value(choice: Any) -> str:
    """What answers a field with this choice: its id where it has one."""
    return str(getattr(choice, "id", choice))


def options_for(kit: Kit, session: Session, item: Field) -> tuple[Option, ...]:
    """The choices of a field with their words."""
    return tuple(Option(choice_value(one), str(kit.words.value(one))) for one in session.choices(item))


def answer_text(session: Session, item: Field) -> str:
    """An answer as it stands in its field; of a secret, nothing."""
    if item.name not in session.answers or item.kind.secret:
        return ""
    value = session.answers[item.name]
    return str(value) if isinstance(value, Money) else choice_value(value)


class FormPage(Column):
    """Keeps its fields, and what is typed in them, as long as the flow wants the same ones."""

    def __init__(self, kit: Kit, session: Session, drafts: Mapping[str, str]) -> None:
        self._kit, self._session = kit, session
        super().__init__(look=kit.look, steps=3)
        self._fields: dict[str, TextField | ChoiceList] = {}
        self._shown: dict[str, str] = {}
        self._holder = Column(kit.look, steps=3.5)
        intent = session.flow.intent
        submit = kit.text_or(f"{intent}-submit", "ui-continue")
        shelf = Shelf(kit.look)
        shelf.add_widget(PushButton(kit.look, submit, self.submit, kind="primary"))
        self.add_widget(self._holder)
        self.add_widget(shelf)
        self.update(session)
        for name, text in drafts.items():
            if name in self._fields:
                self._fields[name].show(text)

    @property
    def drafts(self) -> dict[str, str]:
        """What is typed and not yet sent, by field; never a secret."""
        return {name: field.draft for name, field in self._fields.items() if field.draft}

    def landing(self) -> Any:
        """The field being asked, else the first."""
        asked = self._session.asked
        names = [asked.name] if asked else list(self._fields)
        return self._fields[names[0]].focus_target if names and names[0] in self._fields else None

    def first_wrong(self) -> Any:
        """The first field that something is wrong with, or None."""
        wrong = next((field for field in self._fields.values() if field.error.words), None)
        return wrong.focus_target if wrong else None

    def introduce(self, text: str) -> None:
        """Say this with the field that the focus comes to."""
        target = self.landing()
        if target is not None and text:
            target.a11y_description = f"{text} {target.a11y_description}".strip()

    def update(self, session: Session) -> None:
        """Fields that came or went, answers that changed, problems: nothing else is touched."""
        self._session = session
        wanted = {item.name: item for item in self._on_this_page(session)}
        if list(wanted) != list(self._fields):
            self._place(wanted)
        for name, item in wanted.items():
            field = self._fields[name]
            if isinstance(field, ChoiceList) and (options := options_for(self._kit, session, item)) != field.options:
                field.offer(options)
            answer = answer_text(session, item)
            if answer and answer != self._shown.get(name):
                field.show(answer)
            self._shown[name] = answer
            problem = session.problems.get(name)
            field.show_problem(self._kit.problem(problem).screen if problem else "")

    def _on_this_page(self, session: Session) -> tuple[Field, ...]:
        """One question a page in elder mode; all of them when none is open, so that any can be corrected."""
        if self._kit.preferences().elder and session.asked is not None:
            return (session.asked,)
        return session.wanted

    def _place(self, wanted: Mapping[str, Field]) -> None:
        self._fields = {name: self._fields.get(name) or self._make(item) for name, item in wanted.items()}
        self._holder.clear_widgets()
        for field in self._fields.values():
            self._holder.add_widget(field)

    def _make(self, item: Field) -> TextField | ChoiceList:
        kit, prefix = self._kit, f"{self._session.flow.intent}-{item.name}"
        label = kit.text(f"{prefix}-label")
        hint = kit.text(f"{prefix}-hint") if kit.words.has(f"{prefix}-hint") else ""
        if item.kind.secret:
            secret = SecretField(kit.look, item.name, label, hint, self.submit)
            secret.entry.bind(focus=lambda _, on: kit.typing_secret(on))
            return secret
        if options := options_for(kit, self._session, item):
            return ChoiceList(kit.look, item.name, label, hint, options)
        field = TextField(kit.look, item.name, label, hint, self.submit)
        field.entry.input_type = _INPUT_TYPES.get(type(item.kind), "text")
        return field

    def submit(self) -> None:
        """Hand over all that is new in one act; say at once what has been left empty."""
        kit, session = self._kit, self._session
        missing = [field for field in self._fields.values() if field.empty and not self._answered(field.name)]
        if missing:
            said = [kit.problem(Problem("empty", field=field.name)) for field in missing]
            for field, problem in zip(missing, said, strict=True):
                field.show_problem(problem.screen)
            kit.focus(missing[0].focus_target)  # only now: what is wrong is told with the field
            kit.note(Kind.ERROR, said[0])
            return
        changed = {name: field.raw() for name, field in self._fields.items() if self._changed(name)}
        kit.act(Inform(changed) if changed or session.asked is not None else Affirm())

    def _answered(self, name: str) -> bool:
        return name in self._session.answers and self._session.flow.field(name).kind.secret

    def _changed(self, name: str) -> bool:
        field = self._fields[name]
        if field.empty:
            return False
        return name not in self._session.answers or field.draft != self._shown.get(name)
