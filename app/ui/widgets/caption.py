"""Caption: a text with the part that is being said now marked by colour and a line under it."""

from __future__ import annotations

from typing import Any

from kivy.utils import escape_markup, get_hex_from_color

from app.ui.style import Style
from app.ui.widgets.text import BodyText


class Caption(BodyText):
    """``mark(start, end)``: these characters of the words are said now; the same twice is no mark."""

    def __init__(self, **kwargs: Any) -> None:
        self._now = (0, 0)
        self._broken = ""
        super().__init__(markup=True, **kwargs)

    def mark(self, start: int, end: int) -> None:
        """Mark a part of the words, counted in characters."""
        if (start, end) != self._now:
            self._now = (start, end)
            self._show()  # several times a second while it speaks: the lines are broken as they were

    def restyle(self, style: Style) -> None:
        super().restyle(style)
        self.flow()

    def flow(self, *_: Any) -> None:
        """Broken into lines as plain text is; the marks go in afterwards and take no room."""
        if self.room() > 1:
            super().flow()
            self._broken = self.text
            self._show()

    def _show(self) -> None:
        if self.words and self._broken:
            colour = get_hex_from_color(self.look.colour("accent"))
            self.text = marked(self._broken, self.words, self._now, colour)


def marked(shown: str, words: str, said: tuple[int, int], colour: str) -> str:
    """The shown text as Kivy markup. ``shown`` is ``words`` with line breaks put in or in place of spaces."""
    start, end = said
    if not start < end <= len(words):
        return str(escape_markup(shown))
    first, last = _place(shown, words, start), _place(shown, words, end)
    inside = escape_markup(shown[first:last])
    return f"{escape_markup(shown[:first])}[color={colour}][u]{inside}[/u][/color]{escape_markup(shown[last:])}"


def _place(shown: str, words: str, at: int) -> int:
    """Where the character ``at`` of the words stands in what is shown."""
    place = 0
    for char in words[:at]:
        if shown[place : place + 1] == char:
            place += 1
        elif char.isspace():
            place += shown[place : place + 1] == "\n"  # the break stands in its place, or it fell away
        else:
            while place < len(shown) and shown[place] != char:
                place += 1  # a break, and the hyphen before it
            place += 1
    if at < len(words) and shown[place : place + 1] not in ("", words[at]):
        place += len(shown[place:]) - len(shown[place:].lstrip("-\n"))  # a break before it, with its hyphen
    return min(place, len(shown))
