"""ChoiceList: one of several things, as radio buttons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from kivy.graphics import Color, SmoothEllipse

from app.flows.acts import SlotValue
from app.ui.look import Look
from app.ui.style import Size
from app.ui.widgets.button import PushButton
from app.ui.widgets.layout import Column
from app.ui.widgets.text import BodyText


@dataclass(frozen=True, slots=True)
class Option:
    """A thing to choose: ``value`` answers the field, ``words`` are shown and told."""

    value: str
    words: str


class Choice(PushButton):
    """One radio button: a row with a ring that is filled when chosen."""

    a11y_role = "radio"

    def __init__(self, look: Look, option: Option, pick: Callable[[], object]) -> None:
        self.option = option
        super().__init__(look, option.words, pick)
        self.halign = "left"
        self.a11y_checked = False
        with self.canvas.after:
            self._circle_colour = Color(0, 0, 0, 0)
            self._circle = SmoothEllipse()
            self._hole_colour = Color(0, 0, 0, 0)
            self._hole = SmoothEllipse()
            self._dot_colour = Color(0, 0, 0, 0)
            self._dot = SmoothEllipse()
        self.bind(pos=self._mark, size=self._mark, a11y_checked=self._press_look)
        self._press_look()

    def room(self) -> float:
        return float(self.width) - 2 * self._side() - self._mark_room()

    def _mark_room(self) -> float:
        return self._outer() + self.look.style.px(14)

    def _outer(self) -> float:
        """The mark grows with the words."""
        return max(self.look.style.px(22), self.font_size * 0.9)

    def flow(self, *args: Any) -> None:
        super().flow(*args)
        self.text_size = (float(self.width), None)

    def _grow(self, *_: Any) -> None:
        super()._grow()
        self.padding = (self._side() + self._mark_room(), 0, self._side(), 0)

    def _press_look(self, *_: Any) -> None:
        chosen = bool(self.a11y_checked)
        self.bold = chosen
        self.edge, self.edge_width = ("accent", 2.5) if chosen else ("edge", 2.0)
        self.fill = "soft" if chosen or self.state == "down" else "card"
        self.color = self.look.colour("on_soft" if chosen else "text")
        self.repaint()
        if hasattr(self, "_dot"):
            self._mark()

    def _mark(self, *_: Any) -> None:
        style, chosen = self.look.style, bool(self.a11y_checked)
        left, middle = self.x + self._side(), self.center_y
        outer = self._outer()
        inner, dot = outer - 2 * style.px(2.5), outer * 0.5
        self._circle_colour.rgba = self.look.colour("accent" if chosen else "edge")
        self._hole_colour.rgba = self.look.colour("card")
        red, green, blue, _alpha = self.look.colour("accent")
        self._dot_colour.rgba = (red, green, blue, 1 if chosen else 0)
        for shape, size in ((self._circle, outer), (self._hole, inner), (self._dot, dot)):
            shape.size = (size, size)
            shape.pos = (left + (outer - size) / 2, middle - size / 2)


class ChoiceList(Column):
    """A labelled field whose answer is one of a list."""

    def __init__(self, look: Look, name: str, label: str, hint: str, options: tuple[Option, ...]) -> None:
        super().__init__(look=look, steps=0.75)
        self.name, self._hint, self._chosen = name, hint, ""
        self.label = BodyText(look=look, words=label, bold=True, told=False)
        self.hint = BodyText(look=look, words=hint, ink="muted", size_name=Size.SMALL, told=False)
        self.error = BodyText(look=look, words="", ink="error", bold=True)
        self.group = Column(look, steps=1)
        self.group.a11y_role, self.group.a11y_name, self.group.a11y_description = "radiogroup", label, hint
        for part in (self.label, self.hint, self.group):
            self.add_widget(part)
        self.offer(options)

    @property
    def options(self) -> tuple[Option, ...]:
        """What is offered now."""
        return tuple(choice.option for choice in self._choices)

    @property
    def _choices(self) -> list[Choice]:
        return list(reversed(self.group.children))

    def offer(self, options: tuple[Option, ...]) -> None:
        """Offer these; a choice among them stays."""
        self.group.clear_widgets()
        for option in options:
            self.group.add_widget(Choice(self.look, option, partial(self.picked, option.value)))
        self.show(self._chosen)

    @property
    def focus_target(self) -> Any:
        """The chosen one, else the first."""
        choices = self._choices
        return next((choice for choice in choices if choice.a11y_checked), choices[0] if choices else None)

    @property
    def empty(self) -> bool:
        """Nothing has been chosen."""
        return not self._chosen

    @property
    def draft(self) -> str:
        """What has been chosen."""
        return self._chosen

    def raw(self) -> SlotValue:
        """The value of what has been chosen."""
        return self._chosen

    def picked(self, value: str) -> None:
        """The customer has chosen this one."""
        self.show(value)

    def show(self, value: str) -> None:
        """Choose the option of that value, or none."""
        self._chosen = value if value in {option.value for option in self.options} else ""
        for choice in self._choices:
            choice.a11y_checked = choice.option.value == self._chosen

    def sent(self) -> None:
        """The answer has been handed over."""

    def show_problem(self, text: str) -> None:
        """Say below the list what is wrong with the choice."""
        self.error.words = text
        if bool(text) != (self.error.parent is not None):
            (self.add_widget if text else self.remove_widget)(self.error)
        for choice in self._choices:
            choice.a11y_description = text
