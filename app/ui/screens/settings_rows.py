"""The rows of the settings screen: a switch, a choice, less and more, and the one before and the next."""

from __future__ import annotations

from functools import partial
from typing import Any, Protocol

from accessibility.preferences import beside, value_at
from app.config import Settings
from app.ui.adjust import Adjuster
from app.ui.kit import Kit
from app.ui.settings_list import Item, Kind
from app.ui.style import Size
from app.ui.widgets.button import PushButton
from app.ui.widgets.choice import ChoiceList, Option
from app.ui.widgets.layout import Beside, Column, Shelf
from app.ui.widgets.text import BodyText
from app.ui.widgets.toggle import Toggle


class Row(Protocol):
    """A setting on the screen; a widget."""

    parent: Any

    def follow(self, settings: Settings) -> None:
        """Show what holds now."""


def row_for(kit: Kit, item: Item, adjust: Adjuster) -> Row:
    """The row of a setting."""
    made: dict[Kind, type[Any]] = {
        Kind.TOGGLE: ToggleRow,
        Kind.CHOICE: ChoiceRow,
        Kind.STEPS: StepsRow,
        Kind.PICK: PickRow,
    }
    row: Row = made[item.kind](kit, item, adjust)
    return row


def _label(kit: Kit, item: Item) -> str:
    return kit.text(f"settings-{item.id}")


def _hint(kit: Kit, item: Item) -> str:
    message = f"settings-{item.id}-hint"
    return kit.text(message) if kit.words.has(message) else ""


class ToggleRow(Toggle):
    """On or off."""

    def __init__(self, kit: Kit, item: Item, adjust: Adjuster) -> None:
        self._item, self._adjust = item, adjust
        states = (adjust.said(item, False), adjust.said(item, True))
        super().__init__(kit.look, _label(kit, item), states, self._turn, hint=_hint(kit, item))

    def follow(self, settings: Settings) -> None:
        self.set(bool(value_at(settings, self._item.path)))

    def _turn(self) -> None:
        self._adjust.set(self._item, not self.on)


class ChoiceRow(ChoiceList):
    """One of a few."""

    def __init__(self, kit: Kit, item: Item, adjust: Adjuster) -> None:
        self._item, self._adjust = item, adjust
        options = tuple(Option(str(value), adjust.value_words(item, value)) for value in item.offered)
        super().__init__(kit.look, item.id, _label(kit, item), _hint(kit, item), options)

    def picked(self, value: str) -> None:
        self._adjust.set(self._item, next(one for one in self._item.offered if str(one) == value))

    def follow(self, settings: Settings) -> None:
        self.show(str(value_at(settings, self._item.path)))


class StepsRow(Beside):
    """Less and more along what is offered."""

    a11y_role = "group"
    ways = ("less", "more")

    def __init__(self, kit: Kit, item: Item, adjust: Adjuster) -> None:
        super().__init__(kit.look)
        self._kit, self._item, self._adjust = kit, item, adjust
        self._now: Any = 0.0
        label, look = _label(kit, item), kit.look
        self.a11y_name = label
        texts = Column(look, steps=0.25)
        self._value = BodyText(look=look, words="", size_name=Size.STRONG, bold=True)
        texts.add_widget(BodyText(look=look, words=label, bold=True))
        self._hinted = bool(hint := _hint(kit, item))
        if hint:
            texts.add_widget(BodyText(look=look, words=hint, ink="muted", size_name=Size.SMALL))
        texts.add_widget(self._value)
        self._buttons = _Pair(look, steps=1)
        for way, step in zip(self.ways, (-1, 1), strict=True):
            button = PushButton(look, kit.text(f"settings-{way}"), partial(self._step, step))
            button.a11y_name = kit.text(f"settings-{way}-name", label=label)
            self._buttons.add_widget(button)
        self.add_widget(texts)
        self.add_widget(self._buttons)

    def room_wanted(self) -> float:
        style = self.look.style
        return style.px(150 if self._hinted else 100) * style.scale

    def follow(self, settings: Settings) -> None:
        self._now = value_at(settings, self._item.path)
        self._put(self._placed(self._adjust.value_words(self._item, self._now)))

    def _put(self, words: str) -> None:
        """Show it, and tell it with the buttons."""
        self._value.words = words
        now = self._kit.text("settings-now", value=words)
        for button in self._buttons.children:
            button.a11y_description = now

    def _placed(self, words: str) -> str:
        """The value's words as they are shown and told."""
        return words

    def _step(self, by: int) -> None:
        offered = self._item.offered
        here = offered.index(self._now) if self._now in offered else offered.index(beside(offered, self._now, 0))
        self._adjust.set(self._item, offered[max(0, min(len(offered) - 1, here + by))])


class PickRow(StepsRow):
    """The one before and the next of a list, with the place in it, round and round."""

    ways = ("previous", "next")

    def __init__(self, kit: Kit, item: Item, adjust: Adjuster) -> None:
        super().__init__(kit, item, adjust)
        self._open: tuple[Any, ...] = item.offered

    def follow(self, settings: Settings) -> None:
        self._open = self._item.open_to(settings)
        super().follow(settings)

    def _placed(self, words: str) -> str:
        if self._now not in self._open:
            return words
        return self._kit.text("settings-of", value=words, at=self._open.index(self._now) + 1, count=len(self._open))

    def _step(self, by: int) -> None:
        here = self._open.index(self._now) if self._now in self._open else -1 if by > 0 else 0
        self._take(self._open[(here + by) % len(self._open)])

    def _take(self, value: Any) -> None:
        self._adjust.set(self._item, value)


class _Pair(Shelf):
    """Two buttons beside each other where they fit."""

    def natural_width(self) -> float:
        gap = self.look.style.gap(1)
        return sum(float(child.natural_width()) for child in self.children) + gap * (len(self.children) - 1) + 1
