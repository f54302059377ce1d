"""TroubleReports: what does not work is told in text, and aloud where it is about hearing."""

from __future__ import annotations

from collections.abc import Callable

from app.dialogue.line import Line
from app.dialogue.shown import Shown
from app.dialogue.standing import Standing
from app.dialogue.troubles import DEAF, Troubles
from app.dialogue.turn_taking import TurnTaking
from app.dialogue.voice_state import VoiceKind
from voice.events import Trouble


class TroubleReports:
    """Who cannot be heard any more has keyboard and chat (SET-11), and must be told so by ear as well."""

    def __init__(self, line: Line, standing: Standing, shown: Shown, turns: TurnTaking, troubles: Troubles) -> None:
        self._line = line
        self._standing = standing
        self._shown = shown
        self._turns = turns
        self._troubles = troubles
        self.others_read: Callable[[], bool] = lambda: False
        """Does a reader, ours or the platform's, read what is shown while no conversation goes on?"""

    def report(self, trouble: Trouble) -> None:
        """Something does not work."""
        was_on, deaf = self._standing.on, trouble.code in DEAF
        spoken, said = self._troubles.words_for(trouble), self._troubles.note(trouble)
        if deaf:
            self._standing.on = self._standing.dozing = False
            self._standing.deaf = True
            self._shown.show(kind=VoiceKind.IDLE)
        if spoken and deaf and not said and (was_on or (self._line.made is not None and not self.others_read())):
            self._shown.keep_below()
            self._line.part(spoken)
        elif not (spoken and said):
            self._shown.tell(trouble)
            self._tell_soon(trouble, "" if deaf else spoken)

    def _tell_soon(self, trouble: Trouble, spoken: str) -> None:
        """With the next words; but names that cannot be heard are named before somebody says one."""
        if spoken:
            self._line.say_soon(spoken)
        standing = self._standing
        if trouble.code == "unsayable" and standing.on and self._turns.listens_by_itself and not standing.key_down:
            self._line.pipeline.stop_listening(discard=True)
            self._line.say("")
