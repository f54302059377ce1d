"""Help: the dialog with what helps at the present moment and all keys, and the one in which they are changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.dialogue.phrase import parts
from app.flows.view import Notice, View
from app.keeper import Keeper
from app.ui.kit import Kit
from app.ui.screens.change_keys import ChangeKeysDialog
from app.ui.screens.shortcuts import HelpDialog


class Help:
    """One dialog at a time; ``view`` gives the present moment."""

    def __init__(self, kit: Kit, keeper: Keeper, view: Callable[[], View]) -> None:
        self._kit, self._keeper, self._view = kit, keeper, view
        self._dialog: HelpDialog | None = None

    def open(self) -> None:
        """Say what can be done here."""
        if self._dialog is not None:
            return
        part = parts(replace(self._view(), notices=(Notice("help"),), doubt=None), self._kit.words)[0]
        self._dialog = HelpDialog(self._kit, self._kit.text(part.id, **part.args), self._closed, self.change_keys)
        self._dialog.open(animation=False)

    def change_keys(self) -> None:
        """Before the help, or without it."""
        shown = self._dialog.show_keys if self._dialog is not None else lambda: None
        ChangeKeysDialog(self._kit, self._keeper, shown).open(animation=False)

    def _closed(self) -> None:
        self._dialog = None
