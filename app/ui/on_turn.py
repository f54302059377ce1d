"""OnTurn: has all forms of what a turn of the dialogue brings: its signals, what is said once, a warning."""

from __future__ import annotations

from typing import Any

from app.dialogue.phrase import noticed, phrase
from app.flows.acts import Mode
from app.flows.session import Session
from app.flows.view import View
from app.ui.news import news, warns
from app.ui.telling import Teller
from app.words import Words


class OnTurn:
    """``home``, ``task`` and ``chat`` are the screens that take what is said once each in its own way."""

    def __init__(self, teller: Teller, words: Words, home: Any, task: Any, chat: Any) -> None:
        self._teller, self._words = teller, words
        self._home, self._task, self._chat = home, task, chat
        self._before: Session | None = None

    def tell(self, screen: Any, view: View, target: Any) -> Any:
        """Tell what the screen of the moment shows of a new turn; gives what the focus should go to instead of
        ``target``, None where it should stay.

        A warning takes it from nobody: keys that are on their way would be lost.
        """
        before, self._before = self._before, view.session
        if warns(view):
            self._teller.warn(noticed(view, self._words))
            return target
        if (kind := news(before, view)) is not None:
            self._teller.note(kind, phrase(view, self._words))
        return target if screen is self._chat else self._tell_once(screen, view, target)

    def _tell_once(self, screen: Any, view: View, target: Any) -> Any:
        """Show what is said once, and have it heard: with what takes the focus, by the focus, or announced."""
        told = noticed(view, self._words)
        notices = told.screen
        screen.banner.say(notices)
        self._home.heading.a11y_description = notices
        if not notices:
            return target
        if target is not None:
            if screen is self._task:
                self._task.introduce(notices)
            return target
        if view.came_from is None or view.came_from.mode is Mode.SCREEN:
            return screen.banner.said
        self._teller.tell_on_screen(told)
        return None
