"""Shown: the state of the voice as everybody sees it, captions and troubles in words included."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from app.dialogue.voice_state import StateListener, VoiceKind, VoiceState
from app.words import Words
from voice.events import Trouble


class Shown:
    """Tells its listeners of each change, and of nothing else."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._listeners: list[StateListener] = []
        self._told: set[str] = set()
        self._below = ""
        self.state = VoiceState()

    def listen(self, listener: StateListener) -> None:
        """Tell ``listener`` of each change of state."""
        self._listeners.append(listener)

    def show(self, **changes: Any) -> None:
        """Another kind, caption or heard text."""
        state = replace(self.state, **changes)
        if state == self.state:
            return
        self.state = state
        for listener in list(self._listeners):
            listener(state)

    def speak(self, text: str) -> None:
        """This is being said now; below it what was to be kept in sight."""
        below, self._below = self._below, ""
        self.show(kind=VoiceKind.SPEAKING, caption="\n".join(filter(None, (text, below))), said=(0, 0))

    def keep_below(self) -> None:
        """The caption of the moment stays readable below what is said next."""
        self._below = self.state.caption

    def again(self) -> None:
        """Tell the same state again: what it means to the customer has changed."""
        for listener in list(self._listeners):
            listener(self.state)

    def tell(self, trouble: Trouble) -> None:
        """Say in text what does not work (SET-11); the caption of the moment stays readable below it."""
        if trouble.code == "unsayable":
            if trouble.detail in self._told:
                return
            self._told.add(trouble.detail)
        message_id = f"voice-trouble-{trouble.code}"
        known = message_id if self._words.has(message_id) else "voice-trouble-other"
        told = self._words.text(known, what=trouble.detail)
        if told not in self.state.caption:
            self.show(caption="\n".join(filter(None, (told, self.state.caption))))
