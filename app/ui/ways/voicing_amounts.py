"""ReaderAmounts: which amounts the built-in reader may say aloud, by the same rules as the conversation (SEC-02)."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from app.dialogue.discretion import Amounts, Discretion
from app.words import Words
from voice.settings import VoiceSettings
from voice.spoken import without_amounts, without_amounts_in_words


class Judged(NamedTuple):
    """What may be said of a text now; ``privately``: only as long as the headphones are worn."""

    text: str
    privately: bool = False


class ReaderAmounts:
    """It cannot ask whether others hear, as the conversation does: it leaves amounts out and says how to hear them.

    Once in a session, for it reads many things. Whoever then asks for the amount has answered for that session; a No
    that was said to the conversation holds here as well.
    """

    def __init__(
        self, discretion: Discretion, words: Words, settings: Callable[[], VoiceSettings], key: Callable[[], str]
    ) -> None:
        """``key`` is the one that asks for what stands here, as it is called now; empty when there is none."""
        self._discretion, self._words, self._settings, self._key = discretion, words, settings, key
        self._session = discretion.sessions
        self._hinted = self._may_answer = False
        self.revealed = False
        """The customer asks for what is said next, and wants to hear its amounts too."""

    @property
    def discretion(self) -> Discretion:
        """The rules, with the headphones that they look at."""
        return self._discretion

    def judged(self, text: str) -> Judged:
        """For the reader's own words; a revelation is used up by them."""
        revealed, self.revealed = self.revealed, False
        hidden = self._without(text)
        if hidden == text:
            return Judged(text)
        verdict = self._judge(revealed)
        if verdict in (Amounts.SPEAK, Amounts.PRIVATELY):
            if revealed and self._may_answer and verdict is Amounts.SPEAK:
                self._discretion.answered(True)
            return Judged(text, verdict is Amounts.PRIVATELY)
        return Judged(" ".join(filter(None, (hidden, self._hint(verdict)))))

    def reworded(self, text: str) -> str:
        """Words of the conversation that are to be said once more: as they may be said now."""
        hidden = self._without(text)
        if hidden == text or self._judge(revealed=False) in (Amounts.SPEAK, Amounts.PRIVATELY):
            return text
        return hidden

    def _judge(self, revealed: bool) -> Amounts:
        self._discretion.apply(self._settings())
        if self._session != self._discretion.sessions:
            self._session = self._discretion.sessions
            self._hinted = self._may_answer = False
        return self._discretion.judge(revealed=revealed)

    def _without(self, text: str) -> str:
        lang, word = self._words.lang, self._words.text("voicing-amount")
        return without_amounts_in_words(without_amounts(text, lang, word), lang, word)

    def _hint(self, verdict: Amounts) -> str:
        key = self._key()
        if self._hinted or not key or not self._discretion.can_reveal:
            return ""
        self._hinted = True
        self._may_answer = verdict is Amounts.ASK
        return self._words.text("voicing-amounts-unasked" if self._may_answer else "voicing-amounts-hidden", key=key)
