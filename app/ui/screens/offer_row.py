"""OfferRow: the one before and the next of a list that is known at run time only: voices, voice models."""

from __future__ import annotations

from typing import Any

from app.config import Settings
from app.ui.adjust import Adjuster
from app.ui.kit import Kit
from app.ui.ports import Offers
from app.ui.screens.settings_rows import PickRow
from app.ui.settings_list import Item
from app.words import Message


class OfferRow(PickRow):
    """Says so while the list is being looked for, and while what was chosen is not in force yet.

    What has not been looked for is, as soon as another one is asked for; then that one is taken.
    """

    def __init__(self, kit: Kit, item: Item, adjust: Adjuster, offers: Offers) -> None:
        super().__init__(kit, item, adjust)
        self._offers = offers
        self._tried: Any = None
        self._asked = 0
        offers.listen(self._follow_offers)

    def follow(self, settings: Settings) -> None:
        self._open = tuple(offer.value for offer in self._offers.offered or ())
        self._now = self._offers.at
        self._put(self._words())

    def _follow_offers(self, said: Message | None) -> None:
        self.follow(Settings())
        if said is not None:
            self._adjust.tell(said)
        if self._offers.offered is not None:
            asked, self._asked = self._asked, 0
            if asked and self.get_root_window() is not None:  # whoever has gone on does not want it any more
                self._step(asked)

    def _words(self) -> str:
        name = self._offers.name_of(self._now)
        if self._offers.offered is None and self._offers.looking:
            return self._kit.text("settings-looking")
        if self._offers.busy:
            return self._kit.text("settings-model-loading", name=name)
        return self._placed(name) if name else self._kit.text("settings-nothing")

    def _step(self, by: int) -> None:
        if self._offers.offered is None:
            self._asked += by
            self._offers.look()
            self.follow(Settings())
            self._adjust.tell(self._kit.message("settings-looking"))
        elif self._open in ((), (self._now,)):
            self._adjust.tell(self._kit.message("settings-no-other"))
        else:
            if self._tried in self._open:
                self._now = self._tried  # one that was refused is passed by, or nobody came to those behind it
            super()._step(by)

    def _take(self, value: Any) -> None:
        self._tried = value
        self._offers.choose(value)
