"""Sample: a sentence to hear a voice by that was just chosen."""

from __future__ import annotations

import threading
from collections.abc import Callable

from app.ui.ways.voicing_output import Pending, VoiceOutput

AFTER_READER = 3.0
"""Seconds for which a screen reader tells what was chosen. None of them says when it has finished."""


class Sample:
    """The newest one only: who goes through a list of voices hears the one that he has come to."""

    def __init__(self, output: VoiceOutput, reader_runs: Callable[[], bool], post: Callable[..., None]) -> None:
        """``reader_runs``: has the platform's screen reader the word now?"""
        self._output, self._reader_runs, self._post = output, reader_runs, post
        self._said: Pending | None = None
        self._later: threading.Timer | None = None

    def say(self, text: str, lang: str) -> None:
        """Speak it with the voice for its language; after the screen reader, for two at once are not understood."""
        self.stop()
        if not self._reader_runs():
            self._say(text, lang)
            return
        later = threading.Timer(AFTER_READER, lambda: self._post(lambda: self._is_time(later, text, lang)))
        later.daemon, self._later = True, later
        later.start()

    def stop(self) -> None:
        """Neither now nor later."""
        if self._later is not None:
            self._later.cancel()
            self._later = None
        if self._said is not None:
            self._said.stop()
            self._said = None

    def _is_time(self, which: threading.Timer, text: str, lang: str) -> None:
        if which is self._later:
            self._later = None
            self._say(text, lang)

    def _say(self, text: str, lang: str) -> None:
        self._said = self._output.say(text, lang=lang)
