"""Dozing: while the conversation rests, the wake phrase alone is listened for, when the customer wants that."""

from __future__ import annotations

from collections.abc import Collection

from app.dialogue.line import Line
from app.dialogue.shown import Shown
from app.dialogue.standing import Standing
from app.dialogue.voice_state import VoiceKind
from app.flows.view import View
from voice.settings import VoiceSettings
from voice.stt.recogniser import Heard

_SURELY = 0.92
"""The confidence from which the phrase wakes it: no question back puts right what other people's talk woke.

Four voices at once woke it with 0.91. The phrase itself, by natural and by recorded voices that no training had
heard, had less in one of 136 cases in quiet, and in three of 131 in which it was heard at 10 dB.
"""


def called(heard: Heard, phrases: Collection[str]) -> bool:
    """Was the client meant? ``phrases`` are what may wake it."""
    return heard.text in phrases and heard.confidence >= _SURELY


class Dozing:
    """Begins to listen for the phrase, and stops it while a secret may be typed (SEC-10)."""

    def __init__(self, line: Line, standing: Standing, shown: Shown) -> None:
        self._line = line
        self._standing = standing
        self._shown = shown
        self._wanted = False

    def apply(self, settings: VoiceSettings) -> None:
        """Other settings; they count with the next :meth:`doze`."""
        self._wanted = settings.wake_phrase

    def doze(self, view: View) -> None:
        """Listen for the phrase, unless there is something better to do or it is not wanted."""
        standing = self._standing
        if standing.dozing and not self._wanted:
            self._end()
        if standing.on or standing.deaf or not self._wanted or view.takes_secret:
            return
        standing.dozing = True
        self._line.listen_for_the_wake_phrase()

    def follow(self, view: View) -> None:
        """Another moment: a secret may be typed now, or none any more."""
        if self._standing.dozing and view.takes_secret:
            self._end()
        elif self._resting and not self._standing.dozing:
            self.doze(view)

    @property
    def _resting(self) -> bool:
        """Neither talking nor being talked to."""
        talking = self._standing.on or self._standing.parting
        return not talking and self._shown.state.kind is VoiceKind.IDLE

    def _end(self) -> None:
        self._standing.dozing = False
        self._line.pipeline.stop_listening(discard=True)
