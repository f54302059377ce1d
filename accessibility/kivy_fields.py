"""The adapter of TextInput: its states, and editing it by offsets."""

from typing import Any

from accessibility.kivy_kinds import Actions, Adapter, Facts, is_a
from accessibility.kivy_text import BULLET, committed, offset_in_field
from accessibility.roles import Action, Role, State

TEXT_INPUT = "kivy.uix.textinput.TextInput"


def is_secret(field: Any) -> bool:
    """Whether the text of this field is never to be told."""
    return bool(getattr(field, "password", False) or getattr(field, "a11y_protected", False))


def _field(widget: Any) -> Facts:
    secret = is_secret(widget)
    states = {State.MULTILINE} if widget.multiline else set()
    states |= {State.READONLY} if widget.readonly else set()
    states |= {State.PROTECTED} if secret else set()
    text = committed(widget)
    return {"value": BULLET * len(text) if secret else text, "placeholder": widget.hint_text, "states": states}


def _field_actions(widget: Any) -> Actions:
    editor = Editor(widget)
    actions: Actions = {Action.SET_SELECTION: editor.select}
    if not is_secret(widget):
        actions[Action.COPY_TEXT] = editor.copy
    if widget.readonly:
        return actions
    actions |= {
        Action.SET_VALUE: editor.replace,
        Action.INSERT_TEXT: editor.insert,
        Action.DELETE_TEXT: editor.delete,
        Action.PASTE_TEXT: editor.paste,
    }
    if not is_secret(widget):
        actions[Action.CUT_TEXT] = editor.cut
    return actions


class Editor:
    """Edits one TextInput as its own keys would: through its filter, with undo. Offsets beyond the ends mean the ends.

    Offsets count what is told: text that an input method has not committed yet is not in it.
    """

    def __init__(self, field: Any) -> None:
        self._field = field

    def replace(self, text: object) -> None:
        """Make `text` the whole content; the caret goes behind it. A text that the field refuses changes nothing."""
        before = self._field.text
        self._field.select_all()
        self._put(str(text))
        if str(text) and not self._field.text:
            self._field.text = before

    def insert(self, offset: int, text: str) -> None:
        self._go(offset)
        self._put(text)

    def delete(self, start: int, end: int) -> None:
        if self._mark(start, end):
            self._field.delete_selection()

    def select(self, anchor: int, caret: int) -> None:
        """Put the caret at `caret`, with all between it and `anchor` selected."""
        self._go(caret)
        if anchor != caret:
            self._field.select_text(*sorted((self._at(anchor), self._at(caret))))

    def copy(self, start: int, end: int) -> None:
        first, last = sorted((self._at(start), self._at(end)))
        self._field.copy(data=self._field.text[first:last])

    def cut(self, start: int, end: int) -> None:
        self.copy(start, end)
        self.delete(start, end)

    def paste(self, offset: int) -> None:
        self._go(offset)
        self._field.paste()

    def _put(self, text: str) -> None:
        if self._field.selection_text:
            self._field.delete_selection()
        if text:
            self._field.insert_text(text)

    def _go(self, offset: int) -> None:
        self._field.cancel_selection()
        self._field.cursor = self._field.get_cursor_from_index(self._at(offset))

    def _mark(self, start: int, end: int) -> bool:
        first, last = sorted((self._at(start), self._at(end)))
        if first == last:
            return False
        self._go(end)
        self._field.select_text(first, last)
        return True

    def _at(self, offset: int) -> int:
        return offset_in_field(self._field, int(offset))


FIELDS: dict[str, Adapter] = {
    TEXT_INPUT: Adapter(
        is_a(Role.TEXTBOX),
        _field,
        _field_actions,
        ("text", "cursor", "selection_text", "hint_text", "readonly", "password", "multiline", "scroll_x",
         "scroll_y", "font_size", "_ime_composition"),
    ),
}  # fmt: skip
