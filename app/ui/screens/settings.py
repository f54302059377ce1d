"""SettingsScreen: every setting under its heading; a change is in force, told and kept at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.config import Settings
from app.flows.view import View
from app.keeper import Keeper
from app.ui.adjust import Adjuster
from app.ui.kit import Kit
from app.ui.ports import Offers
from app.ui.screens.offer_row import OfferRow
from app.ui.screens.screen import Screen
from app.ui.screens.settings_rows import Row, StepsRow, row_for
from app.ui.screens.top_bar import Run
from app.ui.settings_list import GROUPS, Item, Kind
from app.ui.widgets.button import PushButton
from app.ui.widgets.card import Card
from app.ui.widgets.layout import Column, Shelf
from app.ui.widgets.text import BodyText, Heading, Told


class SettingsScreen(Screen):
    """Rows are made when the screen is first shown; those that mean nothing now are left out."""

    def __init__(self, kit: Kit, run: Run, keeper: Keeper, adjust: Adjuster, offers: Mapping[str, Offers]) -> None:
        super().__init__(kit, run)
        self._keeper, self._adjust, self._offers = keeper, adjust, offers
        self._rows: dict[str, Row] = {}
        self._cards: dict[str, Card] = {}
        self.heading = Heading(look=kit.look, words=kit.text("settings-title"))
        self.heading.a11y_description = kit.text("settings-about")
        self._leave = lambda: run("settings")
        self._presets = lambda: run("welcome")

    @property
    def title(self) -> str:
        return self.kit.text("settings-title")

    def landing(self) -> Any:
        return self.heading

    def from_top_to(self, widget: Any) -> None:
        """Whoever changes one thing after another stays where he is."""

    def scroll_to(self, widget: Any, padding: Any = 10, animate: Any = True) -> None:
        """With the whole row, where it fits: who presses a button of it wants to see what that does."""
        around = widget
        while around is not None and around is not around.parent and not isinstance(around, StepsRow):
            around = around.parent
        whole = isinstance(around, StepsRow) and around.height < self.height
        super().scroll_to(around if whole else widget, padding, animate)

    def update(self, view: View) -> None:
        """The task is none of its business. Whenever the screen comes, it is seen what there is to be chosen."""
        if self.parent is None:
            for offers in self._offers.values():
                offers.glance()
        if not self._cards:
            self._fill()
            self.column.bind(height=self._hold_focus)
            self._keeper.listen(self._follow)
            self._follow(self._keeper.settings)

    def _hold_focus(self, *_: Any) -> None:
        """Rows have come or gone above what has the focus."""
        if self.parent is not None:
            self.kit.hold_focus()

    def _fill(self) -> None:
        kit = self.kit
        head = Column(kit.look, steps=0.5)
        head.add_widget(self.heading)
        head.add_widget(BodyText(look=kit.look, words=kit.text("settings-about"), ink="muted", told=False))
        self.column.add_widget(head)
        presets = Shelf(kit.look)
        presets.add_widget(PushButton(kit.look, kit.text("settings-presets"), self._presets))
        self.column.add_widget(presets)
        for group in GROUPS:
            section = Column(kit.look, steps=1.5)
            section.add_widget(Heading(look=kit.look, words=kit.text(f"settings-group-{group}"), level=2))
            self._cards[group] = Card(kit.look, steps=2.5)
            section.add_widget(self._cards[group])
            self.column.add_widget(section)
        self.column.add_widget(_Restore(kit, self._restore))
        shelf = Shelf(kit.look)
        shelf.add_widget(PushButton(kit.look, kit.text("settings-back"), self._leave, kind="primary"))
        self.column.add_widget(shelf)

    def _follow(self, settings: Settings) -> None:
        """Show the rows that mean something now, with what holds now."""
        for group, items in GROUPS.items():
            card = self._cards[group]
            wanted = [self._row(item) for item in items if item.applies(settings) and self._has(item)]
            if wanted != list(reversed(card.children)):
                _fill_in_order(card, wanted)
            for row in wanted:
                row.follow(settings)

    def _row(self, item: Item) -> Row:
        if item.id not in self._rows:
            offers = self._offers.get(item.id)
            made = OfferRow(self.kit, item, self._adjust, offers) if offers else row_for(self.kit, item, self._adjust)
            self._rows[item.id] = made
        return self._rows[item.id]

    def _has(self, item: Item) -> bool:
        """Is there anything to choose from? A window without sound has no voices."""
        return item.kind is not Kind.OFFER or item.id in self._offers

    def _restore(self) -> None:
        self._adjust.restore(self.kit.message("settings-restored"))


def _fill_in_order(card: Card, wanted: list[Row]) -> None:
    """Without taking out a row that stays: it may have the focus."""
    for gone in [row for row in card.children if row not in wanted]:
        card.remove_widget(gone)
    for place, row in enumerate(wanted):
        if row.parent is None:
            card.add_widget(row, index=len(card.children) - place)


class _Restore(Column):
    """The button that puts everything back, and the question that comes before it."""

    def __init__(self, kit: Kit, restore: Any) -> None:
        super().__init__(look=kit.look, steps=1.5)
        self._kit, self._restore = kit, restore
        look = kit.look
        self._ask = Shelf(look)
        self._ask.add_widget(PushButton(look, kit.text("settings-restore"), self._open))
        self._question = Card(look, steps=1.5)
        self._question.edge = "accent"
        self._words = Told(look=look, words=kit.text("settings-restore-ask"))
        self._question.add_widget(self._words)
        answers = Shelf(look)
        answers.add_widget(PushButton(look, kit.text("settings-restore-no"), self._no, kind="primary"))
        answers.add_widget(PushButton(look, kit.text("settings-restore-yes"), self._yes))
        self._question.add_widget(answers)
        self.add_widget(self._ask)

    def _open(self) -> None:
        if self._question.parent is None:
            self.add_widget(self._question)
        self._kit.focus(self._words)

    def _close(self) -> None:
        self._kit.focus(self._ask.children[0])
        self.remove_widget(self._question)

    def _no(self) -> None:
        self._close()
        self._kit.tell(self._kit.message("settings-kept-as-is"), shown=False)

    def _yes(self) -> None:
        self._close()
        self._restore()
