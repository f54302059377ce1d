"""An utterance: a text to say, which any thread can cut short or hold."""

from __future__ import annotations

import threading
from collections.abc import Callable

from voice.audio.ports import Playback
from voice.events import OnEvent
from voice.tts.synthesiser import Speech


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
        self._stopped = self._paused = False

    @property
    def stopped(self) -> bool:
        """Has somebody cut it short?"""
        return self._stopped

    @property
    def paused(self) -> bool:
        """Is it held, to go on where it stopped?"""
        return self._paused

    def sounds(self) -> bool:
        """Is some of it being played at this moment?"""
        playback = self._playback
        return playback is not None and not self._paused and not playback.wait(0.0)

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
            playback = self._playback
        if playback is not None:
            playback.pause(on)

    def playing(self, playback: Playback) -> None:
        """What plays now; stopped or held at once when the utterance was."""
        with self._lock:
            self._playback = playback
            stopped, paused = self._stopped, self._paused
        if stopped:
            playback.stop()
        elif paused:
            playback.pause(True)
