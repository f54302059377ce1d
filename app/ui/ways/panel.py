"""WritingPanel: keys on the screen for one field, for who scans or dwells; figures, amounts, letters."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from accessibility.keypad.face import Kind
from accessibility.kivy_classes import is_secret
from app.ui.kit import Kit
from app.ui.style import Size
from app.ui.ways.cover import KeysCover
from app.ui.ways.field_kind import kind_of
from app.ui.ways.keys import KeyRow, SignKey
from app.ui.widgets.text import BodyText, Heading

_FIGURES = ("123", "456", "789")
_ROWS = {
    Kind.NUMBER: (*_FIGURES, "0"),
    Kind.AMOUNT: (*_FIGURES, "0."),
    Kind.TEXT: ("abcdef", "ghijkl", "mnopqr", "stuvwx", "yz.@-_", "123456", "7890"),
}
"""Rows of keys, always in the same place; figures and letters in their order, which is quickest to scan."""

_SHARES = {Kind.NUMBER: (0.64, 0.55), Kind.AMOUNT: (0.64, 0.55), Kind.TEXT: (0.72, 0.65)}
"""The keys' part of the height, or of the width of a window wider than high."""

_NAMES = {".": "panel-point", "@": "sign-at", "-": "sign-hyphen", "_": "sign-underscore"}
"""What keys are called whose sign no voice can say."""


class WritingPanel(KeysCover):
    """Writes into ``entry`` when it is done; a secret is shown as bullets and counted, never told."""

    def __init__(self, kit: Kit, entry: Any, closed: Callable[[bool], object]) -> None:
        self._kit, self._entry, self._closed = kit, entry, closed
        self._secret = is_secret(entry)
        self._capitals = False
        label = entry.a11y_name or entry.a11y_placeholder or entry.hint_text
        kind = kind_of(entry)
        super().__init__(kit.look, kit.text("panel-title", label=label), _SHARES[kind])
        self._typed = "" if self._secret else str(entry.text)
        self._heading = Heading(look=kit.look, words=label, size_name=Size.BODY, chrome=True)
        self._shown = BodyText(look=kit.look, words="", size_name=Size.STRONG, bold=True, chrome=True)
        self.told.column.add_widget(self._heading)
        self.told.column.add_widget(self._shown)
        self._letters: list[SignKey] = []
        for row in _ROWS[kind]:
            self.rows.add_widget(KeyRow(kit.look, [self._sign(sign) for sign in row]))
        self.rows.add_widget(KeyRow(kit.look, self._actions(kind)))
        self._show()

    @property
    def landing(self) -> Any:
        """What takes the focus when it comes."""
        return self._heading

    def leave(self) -> bool:
        """Close and write nothing; True, for it was open."""
        self._end(done=False)
        return True

    def _sign(self, sign: str) -> SignKey:
        name = self._kit.text(_NAMES[sign]) if sign in _NAMES else ""
        key = SignKey(self._kit.look, sign, lambda: self._type(key.text), name=name)
        if sign.isalpha():
            self._letters.append(key)
        return key

    def _actions(self, kind: Kind) -> list[SignKey]:
        make = partial(self._action)
        first = [make("capitals", self._shift)] if kind is Kind.TEXT else []
        return [
            *first,
            make("delete", self._delete),
            make("leave", self.leave),
            make("done", lambda: self._end(done=True), strong=True),
        ]

    def _action(self, name: str, do: Callable[[], object], *, strong: bool = False) -> SignKey:
        return SignKey(self._kit.look, self._kit.text(f"panel-{name}"), do, strong=strong)

    def _type(self, sign: str) -> None:
        self._typed += sign
        self._show()
        self._kit.tell(self._kit.text("panel-count", count=len(self._typed)) if self._secret else sign)

    def _delete(self) -> None:
        self._typed = self._typed[:-1]
        self._show()
        self._kit.tell(str(self._shown.words))

    def _shift(self) -> None:
        self._capitals = not self._capitals
        for key in self._letters:
            key.text = key.text.upper() if self._capitals else key.text.lower()
            key.a11y_name = key.text

    def _show(self) -> None:
        kit = self._kit
        if self._secret:
            self._shown.words = "•" * len(self._typed) or kit.text("panel-empty")
            self._shown.a11y_name = kit.text("panel-count", count=len(self._typed))
        else:
            self._shown.words = self._typed or kit.text("panel-empty")

    def _end(self, *, done: bool) -> None:
        if done:
            self._entry.text = self._typed
        self._typed = ""
        self.close()
        self._closed(done)
