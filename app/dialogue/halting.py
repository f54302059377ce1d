"""Halting: what people say with pauses in the middle is put together again before it is understood."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.dialogue.manager import DialogueManager
from app.dialogue.vocabulary import Vocabulary
from app.dialogue.voice_state import Wishes
from voice.end_pause import EndPause
from voice.settings import VoiceSettings
from voice.stt.recogniser import Heard

_MOST_PARTS = 3
"""A sentence is waited for that many times; then what there is must do."""


class Halting:
    """Keeps the beginning of a sentence that was cut off."""

    def __init__(
        self,
        pause: EndPause,
        is_whole: Callable[[str], bool],
        begins: Callable[[str], bool],
        between: str,
        lengthened: Callable[[float], object] = lambda seconds: None,
    ) -> None:
        """``is_whole``: does it mean something as it stands? ``begins``: does something sayable begin so?

        ``between``: what stands between two words of the language.
        ``lengthened`` is told of the pause, in seconds, whenever it has become longer by itself.
        """
        self.pause = pause
        self._lengthened = lengthened
        self._is_whole = is_whole
        self._begins = begins
        self._between = between
        self._parts: list[Heard] = []

    @classmethod
    def of(cls, dialogue: DialogueManager, vocabulary: Vocabulary, wishes: Wishes | None) -> Halting:
        """For a conversation. A pause that has become longer by itself is kept where wishes are."""
        keep = wishes.wait if wishes is not None else lambda seconds: None
        pause = EndPause(VoiceSettings().end_silence)
        return cls(
            pause, dialogue.is_whole, lambda text: vocabulary.cut_off(text, dialogue.view), vocabulary.between, keep
        )

    def take(self, heard: Heard, *, ended: bool = False) -> Heard | None:
        """The sentence to understand, or None: it was cut off, so listen on.

        ``ended``: the customer has ended it, not a pause: that was all, and no pause was too short.
        """
        whole = self._joined(heard)
        may_go_on = not ended and len(self._parts) + 1 < _MOST_PARTS
        if may_go_on and not self._is_whole(whole.text) and self._begins(whole.text):
            self._parts.append(heard)
            if self.pause.cut_off():
                self._lengthened(self.pause.seconds)
            return None
        self._parts.clear()
        return whole

    def give_up(self) -> Heard | None:
        """Nothing more came: the beginning as it stands."""
        parts, self._parts = self._parts, []
        return Heard(self._between.join(part.text for part in parts), parts[-1].confidence) if parts else None

    def forget(self) -> None:
        """Something else happened; the beginning means nothing any more."""
        self._parts.clear()

    def _joined(self, heard: Heard) -> Heard:
        if not self._parts:
            return heard
        together = self._between.join([*(part.text for part in self._parts), heard.text])
        if self._is_whole(heard.text) and not self._is_whole(together):
            return heard  # begun anew from the start
        confidence = min(heard.confidence, *(part.confidence for part in self._parts))
        return replace(heard, text=together, confidence=confidence, alternatives=())
