"""Fields to type in: label above, hint and error below; what is secret is masked and leaves at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kivy.uix.textinput import TextInput

from accessibility.kivy_behavior import AccessibleBehavior
from app.domain.secret import Secret
from app.flows.acts import SlotValue
from app.ui.look import Look
from app.ui.style import Size, Style
from app.ui.widgets.layout import Column
from app.ui.widgets.surface import Ring, Surface
from app.ui.widgets.text import BodyText


class Entry(Ring, Surface, AccessibleBehavior, TextInput):
    """One line to type in; composition by an input method is Kivy's and SDL's own."""

    edge = "edge"
    chrome = False

    def __init__(self, look: Look, *, chrome: bool = False, **kwargs: Any) -> None:
        self.chrome = chrome
        super().__init__(
            look=look, multiline=False, write_tab=False, unfocus_on_touch=False, size_hint_y=None,
            background_normal="", background_active="", background_color=(0, 0, 0, 0), cursor_width=2, **kwargs
        )  # fmt: skip
        self.bind(line_height=self._measure)
        self._measure()

    def restyle(self, style: Style) -> None:
        self.font_size = style.chrome_sp(Size.BODY) if self.chrome else style.sp(Size.BODY)
        self.foreground_color = self.disabled_foreground_color = self.look.colour("text")
        self.cursor_color = self.look.colour("accent")
        self.cursor_width = max(2, style.px(2))
        red, green, blue, _ = self.look.colour("accent")
        self.selection_color = (red, green, blue, 0.35)
        super().restyle(style)
        self._measure()

    def insert_text(self, substring: str, from_undo: bool = False) -> None:
        """Kivy drops what is typed before it has broken the text into lines, a frame after the field has come."""
        if not self._lines:
            self._refresh_text(self.text)
        super().insert_text(substring, from_undo=from_undo)

    def mark_wrong(self, wrong: bool) -> None:
        """Outline the field as wrong, thicker as well as in another colour (WCAG 1.4.1)."""
        self.edge, self.edge_width = ("error", 3.0) if wrong else ("edge", 2.0)
        self.repaint()

    def _measure(self, *_: Any) -> None:
        style = self.look.style
        self.height = max(style.target, self.line_height + style.px(20))
        side = style.px(14)
        above = (self.height - self.line_height) / 2
        self.padding = (side, above, side, above)


class TextField(Column):
    """A labelled field for free text."""

    def __init__(self, look: Look, name: str, label: str, hint: str, done: Callable[[], object]) -> None:
        super().__init__(look=look, steps=0.75)
        self.name, self._hint = name, hint
        self.label = BodyText(look=look, words=label, bold=True)
        self.entry = self._entry(look)
        self.entry.a11y_name = label
        self.entry.a11y_required = True
        self.hint = BodyText(look=look, words=hint, ink="muted", size_name=Size.SMALL, told=False)
        self.error = BodyText(look=look, words="", ink="error", bold=True)
        for part in (self.label, self.entry, self.hint):
            self.add_widget(part)
        self.entry.bind(on_text_validate=lambda *_: done())
        self.show_problem("")

    def _entry(self, look: Look) -> Entry:
        return Entry(look, text_validate_unfocus=False)

    @property
    def focus_target(self) -> Any:
        """What takes the focus for this field."""
        return self.entry

    @property
    def empty(self) -> bool:
        """Nothing has been typed."""
        return not self.entry.text.strip()

    @property
    def draft(self) -> str:
        """What has been typed and may be kept; of a secret, nothing."""
        return str(self.entry.text)

    def raw(self) -> SlotValue:
        """The answer as typed."""
        return str(self.entry.text)

    def show(self, text: str) -> None:
        """Put an answer into the field."""
        if self.entry.text != text:
            self.entry.text = text

    def sent(self) -> None:
        """The answer has been handed over."""

    def show_problem(self, text: str) -> None:
        """Say below the field what is wrong with it; nothing takes that away."""
        self.error.words = text
        if bool(text) != (self.error.parent is not None):
            (self.add_widget if text else self.remove_widget)(self.error)
        self.entry.mark_wrong(bool(text))
        self.entry.a11y_invalid = text
        self.entry.a11y_description = self._hint


class SecretField(TextField):
    """A field for a secret: bullets only, no copying, emptied as soon as it is sent."""

    def _entry(self, look: Look) -> Entry:
        return Entry(look, text_validate_unfocus=False, password=True, allow_copy=False)

    @property
    def draft(self) -> str:
        return ""

    def raw(self) -> SlotValue:
        secret = Secret(str(self.entry.text))
        self.sent()
        return secret

    def show(self, text: str) -> None:
        """A secret is never shown."""

    def sent(self) -> None:
        forget(self.entry)


def forget(entry: Entry) -> None:
    """Empty a field and everything it could be undone to."""
    entry.text = ""
    entry.reset_undo()
