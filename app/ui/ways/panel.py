"""WritingPanel: keys on the screen for one field, for who scans or dwells; figures, amounts, letters."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from accessibility.keypad.face import Kind
from accessibility.keypad.offer import Offer, Offers
from accessibility.kivy_classes import is_secret
from app.ui.kit import Kit
from app.ui.style import Size, Style
from app.ui.ways.cover import KeysCover
from app.ui.ways.field_kind import kind_of
from app.ui.ways.key_page import KeyPage
from app.ui.ways.keys import KeyRow, SignKey
from app.ui.ways.meant_row import MeantRow
from app.ui.widgets.text import BodyText, Heading

_SIGNS = {
    Kind.NUMBER: ("1234567890", 3),
    Kind.AMOUNT: ("1234567890.", 3),
    Kind.TEXT: ("abcdefghijklmnopqrstuvwxyz.@-_1234567890 ", 6),
}
"""Keys, and how many of them stand in a row where there is room for them; figures and letters in their order, which is
quickest to scan."""

_SHARES = {Kind.NUMBER: (0.64, 0.55), Kind.AMOUNT: (0.64, 0.55), Kind.TEXT: (0.76, 0.68)}
"""The keys' part of the height, or of the width of a window wider than high."""

_NAMES = {".": "panel-point", "@": "sign-at", "-": "sign-hyphen", "_": "sign-underscore", " ": "sign-space"}
"""What keys are called whose sign no voice can say."""


class WritingPanel(KeysCover):
    """Writes into ``entry`` when it is done; a secret is shown as bullets and counted, never told.

    ``meant`` gives what may be meant by what is typed: a row of keys above the letters.
    """

    def __init__(self, kit: Kit, entry: Any, closed: Callable[[bool], object], meant: Offers) -> None:
        self._kit, self._entry, self._closed, self._meant = kit, entry, closed, meant
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
        self._row = MeantRow(kit, self._take) if kind is Kind.TEXT and not self._secret else None
        if self._row is not None:
            self.rows.add_widget(self._row)
        self._letters: list[SignKey] = []
        signs, across = _SIGNS[kind]
        self._keys = KeyPage(kit.look, [self._sign(sign) for sign in signs], across)
        self.rows.add_widget(self._keys)
        self._foot = KeyRow(kit.look, self._actions(kind))
        self._foot.share_out()
        self.rows.add_widget(self._foot)
        self._show()

    @property
    def paged_keys(self) -> Any:
        """The keys, where they do not all fit; those that delete, leave and end stay in sight."""
        return self._keys

    def restyle(self, style: Style) -> None:
        super().restyle(style)
        if hasattr(self, "_foot"):
            self._foot.share_out()

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
        # Not the sign alone: that is the name of the key with the focus, and would be its description as well.
        self._tell(sign)

    def _delete(self) -> None:
        self._typed = self._typed[:-1]
        self._show()
        self._tell(self._typed)

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
        self.bring(self._shown)
        if self._row is not None:
            self._row.offer(self._meant(self._typed))

    def _take(self, offer: Offer) -> None:
        self._typed = offer.text
        self._show()
        self._tell(offer.shown)

    def _tell(self, sign: str) -> None:
        """What has been typed; of a secret only how much."""
        kit = self._kit
        if not self._typed:
            kit.tell(kit.message("panel-empty"))
        elif self._secret:
            kit.tell(kit.message("panel-count", count=len(self._typed)))
        else:
            kit.tell(kit.message("panel-typed", sign=sign))

    def _end(self, *, done: bool) -> None:
        if done:
            self._entry.text = self._typed
        self._typed = ""
        self.close()
        self._closed(done)
