"""BrokenOff: what was being said when somebody cut in, and where to go on with it after a pause."""

from __future__ import annotations

from app.dialogue.manager import Turn
from app.dialogue.speaking import Speaking
from voice.tts.text import placed_sentences


class BrokenOff:
    """Knows what of the last words was not heard; kept from 暂停 until 继续 or anything else."""

    def __init__(self, speaking: Speaking) -> None:
        self._speaking = speaking
        self._turn: Turn | None = None
        self._said, self._at = "", 0
        self._kept: tuple[Turn, str] | None = None
        self.waits = False
        """Has the customer asked for a pause? Until something else is said nobody is asked anything again."""

    def words_for(self, turn: Turn) -> str:
        """What to say of a turn, which comes in place of what was kept."""
        self.forget()
        self._turn = turn
        return self._speaking.words_for(turn)

    def started(self, text: str) -> None:
        """This is being said from its beginning."""
        self._said, self._at = text, 0

    def reached(self, at: int) -> None:
        """The voice is at this character of it."""
        self._at = at

    def completed(self) -> None:
        """It has been said to its end."""
        self._said = ""

    def pause(self) -> None:
        """The customer asks for a pause: what is left is kept; a second time what was kept stays.

        A sentence that was stopped in the middle has not been heard, and neither have those after it.
        """
        if self._turn is not None and self._said and not self.waits:
            begins = max((start for _, start in placed_sentences(self._said) if start <= self._at), default=0)
            self._kept = self._turn, self._said[begins:]
        self.waits = True

    def go_on(self) -> str:
        """What is left to say, as it may be said now; empty when there is nothing, or nobody asked for a pause."""
        kept = self._kept
        if kept is None:
            return ""
        self.forget()
        self._turn = kept[0]
        return self._speaking.words_left(*kept)

    def forget(self) -> None:
        """Nothing is kept any longer."""
        self._kept, self.waits = None, False
