"""Wake: the phrase that begins the conversation again while it rests, when the customer wants to be listened for."""

from __future__ import annotations

from app.dialogue.vocabulary import Listening
from app.words import Words


class Wake:
    """``dozing`` while nothing but the phrase is listened for; what else is heard then is not even shown."""

    def __init__(self, words: Words) -> None:
        self._phrases = tuple(words.text("voice-wake-phrases").split("|"))
        self.dozing = False

    @property
    def wanted(self) -> Listening:
        """What to listen for."""
        return Listening(tuple(phrase.strip() for phrase in self._phrases))

    def woken_by(self, text: str) -> bool:
        """Is it the phrase?"""
        return text in self.wanted.sentences
