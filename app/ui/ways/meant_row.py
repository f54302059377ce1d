"""MeantRow: a row of keys with what the letters may mean, and a key for more of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import islice

from accessibility.keypad.offer import Offer
from app.ui.kit import Kit
from app.ui.ways.keys import KeyRow, SignKey
from app.ui.ways.meant import pages, width_of


class MeantRow(KeyRow):
    """``take`` is given what was chosen. Without anything to offer the row keeps its place."""

    def __init__(self, kit: Kit, take: Callable[[Offer], object]) -> None:
        self._kit, self._take = kit, take
        self._offers: Sequence[Offer] = ()
        self._page = 0
        super().__init__(kit.look, [])

    def offer(self, offers: Sequence[Offer]) -> None:
        """Have these, from the first."""
        self._offers, self._page = offers, 0
        self._fill()

    def _turn(self) -> None:
        self._page += 1
        self._fill()
        self._kit.tell(self._kit.message("panel-meant", words=self.a11y_name))

    def _fill(self) -> None:
        """After the last page comes the first."""
        ahead = list(islice(pages(self._offers), self._page, self._page + 2))
        if not ahead and self._page:
            self._page = 0
            ahead = list(islice(pages(self._offers), 2))
        page = ahead[0] if ahead else []
        keys = [self._key(offer) for offer in page]
        if len(ahead) > 1 or self._page:
            keys.append(SignKey(self._kit.look, self._kit.text("panel-more"), self._turn))
        self.show(keys)
        # The row is told by what is seen: the names of five keys that tell homophones apart are too much at once.
        self.a11y_name = " ".join(offer.shown for offer in page)

    def _key(self, offer: Offer) -> SignKey:
        key = SignKey(self._kit.look, offer.shown, partial(self._take, offer), name=offer.name)
        key.size_hint_x = width_of(offer.shown) / 2
        return key
