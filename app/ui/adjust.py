"""Adjuster: changes settings by key, button and settings screen; each change is in force at once and told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from accessibility.preferences import Preferences, Theme, beside, replaced, value_at
from app.config import Settings
from app.keeper import Keeper
from app.ui.settings_list import Item, Kind
from app.ui.style import SCALES
from app.ui.theme import theme_after
from app.words import Message, Words


class Adjuster:
    """``shown_theme`` gives the id of the colours in sight, which are the platform's while none was chosen."""

    def __init__(
        self, keeper: Keeper, words: Words, tell: Callable[[Message], None], shown_theme: Callable[[], str]
    ) -> None:
        self._keeper, self._words, self._shown_theme = keeper, words, shown_theme
        self.tell = tell
        """Has a message heard, and seen for a while."""

    def text(self, steps: int) -> None:
        """Larger or smaller text by so many steps; 0: as at the beginning."""
        now = self._keeper.preferences
        scale = beside(SCALES, now.text_scale, steps) if steps else Preferences().text_scale
        said = self._words.message("ui-text-size-is", percent=round(scale * 100))
        self.prefer(replace(now, text_scale=scale), said)

    def next_theme(self) -> None:
        """The next colours after those in sight."""
        theme = theme_after(self._shown_theme()).id
        said = self._words.message("ui-theme-is", theme=theme)
        self.prefer(replace(self._keeper.preferences, theme=Theme(theme)), said)

    def value_words(self, item: Item, value: Any) -> str:
        """A value of a setting in words: 200 %, on, 1.5 s."""
        if item.kind is Kind.CHOICE:
            return self._words.text(f"settings-{item.id}-value", value=str(value))
        if item.kind is Kind.TOGGLE:
            return self._words.text("settings-as-toggle", value="on" if value else "off")
        shown = round(value * 100) if item.unit == "percent" else value
        return self._words.text(f"settings-as-{item.unit}", value=shown)

    def said(self, item: Item, value: Any) -> str:
        """A setting with its value."""
        return self._message(item, value).screen

    def _message(self, item: Item, value: Any, *, at_end: bool = False) -> Message:
        """The same in all forms; ``at_end``: and that it goes no further."""
        label = self._words.text(f"settings-{item.id}")
        message = "settings-end" if at_end else "settings-is"
        return self._words.message(message, label=label, value=self.value_words(item, value))

    def set(self, item: Item, value: Any) -> None:
        """Change one setting and tell what holds now."""
        settings = self._keeper.settings
        at_end = item.kind is Kind.STEPS and value == value_at(settings, item.path)
        said = self._message(item, value, at_end=at_end)
        if item.id == "lang":
            self.change(replace(settings, lang=value), self._words.message("settings-lang-hint"))
        elif item.id == "elder":
            elder = settings.preferences.with_elder(value)
            self.change(replace(settings, preferences=elder), said, tells_itself=True)
        else:
            tells_itself = item.kind in (Kind.TOGGLE, Kind.CHOICE)
            self.change(replaced(settings, item.path, value), said, tells_itself=tells_itself)

    def restore(self, said: Message) -> None:
        """All as at the beginning; the language and the voice model stay."""
        self.prefer(Preferences(), said)

    def prefer(self, preferences: Preferences, said: Message) -> None:
        """Take new preferences; ``said`` tells of it, in words already made."""
        self.change(replace(self._keeper.settings, preferences=preferences), said)

    def change(self, settings: Settings, said: Message, *, tells_itself: bool = False) -> None:
        """The same for all settings. What could not be written is in force all the same, and that is said.

        ``tells_itself``: a switch or a radio button under the focus, whose new state is heard already.
        """
        kept = self._keeper.change(settings)
        if not kept:
            self.tell(Message.joined([said, self._words.message("settings-not-kept")]))
        elif not tells_itself:
            self.tell(said)
