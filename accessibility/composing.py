"""What an input method composes (pinyin on its way to characters): where it stands, how it ends, where it may not be.

SDL sends each state as text being edited, then what came of it as typed text, and only after that the empty state that
ends the composition. Keys that the input method has used are not sent at all.
"""

import ctypes
from collections.abc import Callable
from typing import Any

from accessibility.kivy_fields import TEXT_INPUT, is_secret
from accessibility.kivy_kinds import is_kind
from accessibility.loop import loaded_sdl


class Rect(ctypes.Structure):
    """SDL_Rect: in the window, in points from its upper left corner."""

    _fields_ = (("x", ctypes.c_int), ("y", ctypes.c_int), ("w", ctypes.c_int), ("h", ctypes.c_int))


class InputMethod:
    """The system's input method as SDL reaches it; without SDL nothing happens."""

    def __init__(self) -> None:
        self._sdl = loaded_sdl()

    def stand_at(self, x: int, y: int, height: int) -> None:
        """Where the caret is, in points of the window, y down: the choice of characters is shown beside it."""
        if self._sdl is not None:
            self._sdl.SDL_SetTextInputRect(ctypes.byref(Rect(x, y, 1, height)))

    def give_up(self) -> None:
        """Have it forget what it is composing, and close its window."""
        if self._sdl is not None:
            self._sdl.SDL_StopTextInput()
            self._sdl.SDL_StartTextInput()


class Composing:
    """Follows what is composed in the field that has the focus, for which `current` is asked.

    A secret takes nothing of it: the letters would stand in the clear beside the field, a password of Chinese
    characters is none, and who hears bullets could not tell what was taken. The field is emptied, `refused` given it.
    """

    def __init__(
        self,
        window: Any,
        current: Callable[[], Any | None],
        refused: Callable[[Any], object],
        method: InputMethod | None = None,
    ) -> None:
        self._window, self._current, self._refused = window, current, refused
        self._method = method or InputMethod()

    def start(self) -> None:
        """Call it after the keyboard's own start: what is bound later is asked first."""
        self._window.bind(on_textedit=self._edited, on_textinput=self._typed)

    def close(self) -> None:
        self._window.unbind(on_textedit=self._edited, on_textinput=self._typed)

    def left(self, widget: Any) -> None:
        """The focus has left `widget`: the input method forgets what it had not committed, and so does the field."""
        if is_kind(widget, TEXT_INPUT):
            self._take_out(widget)

    def _typed(self, window: Any, text: str) -> None:
        """Before the characters come: else a limited field would count the pinyin, and an undo would miss its place."""
        if (field := self._field()) is not None:
            self._take_out(field)

    def _edited(self, window: Any, text: str) -> None:
        """The field, bound since it has the focus, has put it in already."""
        field = self._field()
        if field is None:
            return
        if text and is_secret(field):
            self._refuse(field)
        else:
            self._tell_place(field)

    def _field(self) -> Any | None:
        field = self._current()
        return field if field is not None and is_kind(field, TEXT_INPUT) else None

    def _take_out(self, field: Any) -> None:
        if field._ime_composition:
            field.window_on_textedit(self._window, "")

    def _refuse(self, field: Any) -> None:
        self._take_out(field)
        field.text = ""
        field.reset_undo()
        self._method.give_up()
        self._refused(field)

    def _tell_place(self, field: Any) -> None:
        """In SDL's points; Kivy counts pixels, and from below."""
        x, top = field.to_window(*field.cursor_pos)
        points = float(getattr(self._window, "_density", 1) or 1)
        y = self._window.height - top
        self._method.stand_at(round(x / points), round(y / points), max(1, round(field.line_height / points)))
