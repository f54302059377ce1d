"""An utterance: a text to say, which any thread can cut short or hold."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from voice.audio.ports import Playback
from voice.events import OnEvent
from voice.tts.synthesiser import Speech

_LONGEST_HUSH = 0.6  # seconds; longer than it takes to be sure that somebody speaks


class Utterance:
    """A text to say, with a sound before it if one is given; an empty text is the sound alone.

    ``on_event`` hears of its beginning, course and end in place of the pipeline's owner. ``again`` says it once more
    in its owner's own way; without one, ``whole`` is what was to be said before anything was left out.
    """

    def __init__(
        self,
        text: str,
        lang: str,
        *,
        cue: Speech | None = None,
        on_event: OnEvent | None = None,
        next_: bool = False,
        again: Callable[[], object] | None = None,
    ) -> None:
        self.text, self.lang, self.cue, self.on_event = text, lang, cue, on_event
        self.next = next_
        self.again, self.whole = again, text
        self._lock = threading.Lock()
        self._playback: Playback | None = None
        self._stopped = self._paused = self._at_once = False
        self._hushed_until = 0.0

    @property
    def stopped(self) -> bool:
        """Has somebody cut it short?"""
        return self._stopped

    @property
    def paused(self) -> bool:
        """Is it held, to go on where it stopped?"""
        return self._paused

    @property
    def held(self) -> bool:
        """Is it silent at this moment, and will go on where it is?"""
        return self._paused or self._hushed

    def sounds(self) -> bool:
        """Is some of it being played at this moment?"""
        playback = self._playback
        return playback is not None and not self.held and not playback.wait(0.0)

    def stop(self) -> None:
        """Cut it short, at once when it is being played; one that is still queued is not said at all."""
        with self._lock:
            self._stopped = True
            playback = self._playback
        if playback is not None:
            playback.stop()

    def pause(self, on: bool) -> None:
        """Hold it, or let it go on."""
        with self._lock:
            self._paused = on
            self._follow()

    def hush(self, on: bool) -> None:
        """Hold it for a moment in which somebody may have begun to speak; nobody being sure, it goes on by itself.

        Only what can be held and let go at once: an engine that plays itself would have to begin the sentence anew.
        """
        with self._lock:
            self._hushed_until = time.monotonic() + _LONGEST_HUSH if on and self._at_once else 0.0
            self._follow()

    def recover(self) -> None:
        """Go on when it was hushed and nothing came of it, whatever became of the microphone."""
        with self._lock:
            if self._hushed_until and not self._hushed:
                self._hushed_until = 0.0
                self._follow()

    def playing(self, playback: Playback, *, at_once: bool = False) -> None:
        """What plays now; stopped or held at once when the utterance was. ``at_once``: it can be held for a moment."""
        with self._lock:
            self._playback, self._at_once = playback, at_once
            stopped = self._stopped
            if not stopped and self.held:
                playback.pause(True)
        if stopped:
            playback.stop()

    @property
    def _hushed(self) -> bool:
        return time.monotonic() < self._hushed_until

    def _follow(self) -> None:
        if self._playback is not None:
            self._playback.pause(self.held)
