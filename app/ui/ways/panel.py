"""WritingPanel: keys on the screen for one field, for who scans or dwells; figures, amounts, letters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
    Kind.TEXT: ("abcdef", "ghijkl", "mnopqr", "stuvwx", "yz.@-_", "123456", "7890 "),
}
"""Rows of keys, always in the same place; figures and letters in their order, which is quickest to scan."""

_SHARES = {Kind.NUMBER: (0.64, 0.55), Kind.AMOUNT: (0.64, 0.55), Kind.TEXT: (0.76, 0.68)}
"""The keys' part of the height, or of the width of a window wider than high."""

_NAMES = {".": "panel-point", "@": "sign-at", "-": "sign-hyphen", "_": "sign-underscore", " ": "sign-space"}
"""What keys are called whose sign no voice can say."""


class WritingPanel(KeysCover):
    """Writes into ``entry`` when it is done; a secret is shown as bullets and counted, never told.

    ``suggest`` gives what may be meant by what is typed: a row of keys above the letters.
    """

    def __init__(
        self, kit: Kit, entry: Any, closed: Callable[[bool], object], suggest: Callable[[str], Sequence[str]]
    ) -> None:
        self._kit, self._entry, self._closed, self._suggest = kit, entry, closed, suggest
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
        self._suggestions = KeyRow(kit.look, []) if kind is Kind.TEXT and not self._secret else None
        if self._suggestions is not None:
            self.rows.add_widget(self._suggestions)
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
        shown = name if sign.isspace() else sign
        key = SignKey(self._kit.look, shown, lambda: self._type(sign if sign.isspace() else key.text), name=name)
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
        text = self._kit.text
        # Not the sign alone: that is the name of the key with the focus, and would be its description as well.
        self._kit.tell(text("panel-count", count=len(self._typed)) if self._secret else text("panel-typed", sign=sign))

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
            count = kit.text("panel-count", count=len(self._typed))
            self._shown.words = f"{'•' * len(self._typed)} {count}" if self._typed else kit.text("panel-empty")
            self._shown.a11y_name = count
        else:
            self._shown.words = self._typed or kit.text("panel-empty")
        if self._suggestions is not None:
            self._suggestions.show(
                SignKey(kit.look, text, partial(self._take, text)) for text in self._suggest(self._typed)
            )

    def _take(self, text: str) -> None:
        self._typed = text
        self._show()
        self._kit.tell(self._kit.text("panel-typed", sign=text))

    def _end(self, *, done: bool) -> None:
        if done:
            self._entry.text = self._typed
        self._typed = ""
        self.close()
        self._closed(done)
