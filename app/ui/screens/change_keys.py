"""Changing the keys: a list of the commands, and for each a dialog that takes the next key that is pressed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from kivy.core.window import Window

from accessibility.shortcuts import Chord, Refusal, ShortcutSettings, ShortcutTable
from app.keeper import Keeper
from app.ui.keys import table
from app.ui.kit import Kit
from app.ui.screens.shortcuts import PageDialog, shown_keys
from app.ui.widgets.button import MenuButton, PushButton
from app.ui.widgets.layout import Column, Shelf

_MODIFIERS = frozenset({301, 303, 304, 305, 306, 307, 308, 309, 310})
"""Kivy's codes of the keys that are only held: Caps Lock, Shift, Ctrl, Alt, Meta."""

_OWN = frozenset({"Tab", "Shift+Tab", "Enter", "Num Enter", "Space", "Esc", "Up", "Down", "Home", "End"})
"""Keys that work the dialog itself."""


class ChangeKeysDialog(PageDialog):
    """All commands with their keys; a command opens its own dialog."""

    def __init__(self, kit: Kit, keeper: Keeper, closed: Callable[[], object]) -> None:
        self._keeper = keeper
        super().__init__(kit, kit.text("keys-title"), kit.text("keys-about"), closed)
        self._all = PushButton(kit.look, "", self._turn_all)
        shelf = Shelf(kit.look)
        shelf.add_widget(self._all)
        shelf.add_widget(PushButton(kit.look, kit.text("keys-reset-all"), partial(self._take, ShortcutSettings())))
        self._list = Column(kit.look, steps=1)
        self._buttons: dict[str, MenuButton] = {}
        for command, _keys in self._table.shown():
            self._buttons[command] = MenuButton(kit.look, "", partial(self._open, command))
            self._list.add_widget(self._buttons[command])
        self.column.add_widget(shelf)
        self.column.add_widget(self._list)
        self._show()

    @property
    def _table(self) -> ShortcutTable:
        return table(self._keeper.preferences.shortcuts)

    def _show(self) -> None:
        kit, keys = self.kit, self._table
        self._all.words = kit.text("keys-all", on="on" if keys.settings.enabled else "off")
        for command, button in self._buttons.items():
            names = shown_keys(kit, keys.keys_of(command)) or kit.text("keys-none")
            button.words = kit.text("ui-key-line", keys=names, does=kit.text(f"ui-key-{command}"))

    def _turn_all(self) -> None:
        settings = self._keeper.preferences.shortcuts
        self._take(replace(settings, enabled=not settings.enabled))

    def _take(self, settings: ShortcutSettings) -> None:
        self._keeper.prefer(replace(self._keeper.preferences, shortcuts=settings))
        self._show()
        self.kit.tell(self.kit.message("keys-kept"))

    def _open(self, command: str) -> None:
        OneKeyDialog(self.kit, self._keeper, command, self._show).open(animation=False)


class OneKeyDialog(PageDialog):
    """The next key is the command's, unless it cannot be; then it says why and waits for another."""

    def __init__(self, kit: Kit, keeper: Keeper, command: str, changed: Callable[[], object]) -> None:
        self._keeper, self._command, self._changed = keeper, command, changed
        does = kit.text(f"ui-key-{command}")
        super().__init__(kit, kit.text("keys-one-title", does=does), kit.text("keys-press"), self._closed)
        shelf = Shelf(kit.look)
        if self._table.can_be_off(command):
            shelf.add_widget(PushButton(kit.look, kit.text("keys-off"), self._turn_off))
        shelf.add_widget(PushButton(kit.look, kit.text("keys-reset"), self._reset))
        self.column.add_widget(shelf)
        Window.bind(on_key_down=self._pressed)

    @property
    def _table(self) -> ShortcutTable:
        return table(self._keeper.preferences.shortcuts)

    def _closed(self) -> None:
        Window.unbind(on_key_down=self._pressed)
        self._changed()

    def _pressed(self, window: Any, key: int, scancode: int, text: str | None, modifiers: list[str]) -> bool:
        chord = Chord.of(key, modifiers)
        if chord is None or key in _MODIFIERS or str(chord) in _OWN:
            return False
        refusal = self._table.refusal(self._command, chord)
        if refusal is None:
            self._take(self._table.settings.with_key(self._command, str(chord.plain)), str(chord.plain))
        else:
            self._refuse(chord, *refusal)
        return True

    def _refuse(self, chord: Chord, reason: Refusal, holder: str) -> None:
        other = self.kit.text(f"ui-key-{holder}") if holder else ""
        refused = self.kit.message("keys-refused", key=str(chord), reason=reason.value, other=other)
        self.say(refused.screen)
        self.kit.tell(refused)

    def _turn_off(self) -> None:
        self._take(self._table.settings.with_key(self._command, ""), self.kit.text("keys-none"))

    def _reset(self) -> None:
        settings = self._table.settings.with_default(self._command)
        keys = table(settings).keys_of(self._command)
        self._take(settings, shown_keys(self.kit, keys))

    def _take(self, settings: ShortcutSettings, key: str) -> None:
        self._keeper.prefer(replace(self._keeper.preferences, shortcuts=settings))
        self.dismiss(animation=False)
        does = self.kit.text(f"ui-key-{self._command}")
        self.kit.tell(self.kit.message("ui-key-line", keys=key, does=does))
