"""MeantRow: a row of keys with what the letters may mean, and a key for more of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import islice
from typing import Any

from accessibility.keypad.offer import Offer
from app.ui.kit import Kit
from app.ui.style import Style
from app.ui.ways.keys import KeyRow, SignKey, sign_size, width_for
from app.ui.ways.meant import pages


class MeantRow(KeyRow):
    """``take`` is given what was chosen. Without anything to offer the row keeps its place.

    As many are offered at once as there is room for with each a target, its words in the size of the other keys'.
    """

    def __init__(self, kit: Kit, take: Callable[[Offer], object]) -> None:
        self._kit, self._take = kit, take
        self._offers: Sequence[Offer] = ()
        self._page = 0
        self._shown: list[Offer] = []
        self._has_more = False
        super().__init__(kit.look, [])
        self.bind(size=lambda *_: self._fill())

    def offer(self, offers: Sequence[Offer]) -> None:
        """Have these, from the first."""
        self._offers, self._page = offers, 0
        self._fill()

    def restyle(self, style: Style) -> None:
        super().restyle(style)
        if hasattr(self, "_has_more"):
            self._fill()

    def _turn(self) -> None:
        self._page += 1
        self._fill()
        self._kit.tell(self._kit.message("panel-meant", words=self.a11y_name))

    def _pages(self, count: int) -> list[list[Offer]]:
        """So many from the present one on; a key for more stands beside them."""
        gap = float(self.spacing)
        room = float(self.width) - self._wide(self._kit.text("panel-more"))
        return list(
            islice(pages(self._offers, room, lambda shown: self._wide(shown) + gap), self._page, self._page + count)
        )

    def _wide(self, shown: str) -> float:
        style = self.look.style
        return width_for(shown, sign_size(style, max(style.target, float(self.height))), style)

    def _fill(self, *_: Any) -> None:
        """After the last page comes the first."""
        ahead = self._pages(2)
        if not ahead and self._page:
            self._page = 0
            ahead = self._pages(2)
        page, has_more = ahead[0] if ahead else [], len(ahead) > 1 or self._page > 0
        if page == self._shown and has_more == self._has_more:
            self.share_out()
            return  # the same keys stay, and what has the focus keeps it
        self._shown, self._has_more = page, has_more
        keys = [SignKey(self.look, one.shown, partial(self._take, one), name=one.name) for one in page]
        if has_more:
            keys.append(SignKey(self.look, self._kit.text("panel-more"), self._turn))
        self.show(keys)
        self.share_out()
        # The row is told by what is seen: the names of five keys that tell homophones apart are too much at once.
        self.a11y_name = " ".join(offer.shown for offer in page)
