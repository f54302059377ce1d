"""Hears one utterance: microphone on, until the customer has finished, let go of the key, or said nothing."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Sequence

from voice.audio.ports import HEARING_RATE, Microphone
from voice.errors import NoModel, NoSound, Unsayable
from voice.events import HeardNothing, Listening, OnEvent, StillListening, Trouble
from voice.mic_health import MicHealth
from voice.stt.recogniser import Heard, Recogniser, joined
from voice.vad import EndOfSpeech, Moment

_NO_FRAMES = 2.0  # seconds without a frame: the microphone has gone
_CALM = 1.0  # seconds more than the silence asked for, after words in a noisy room
_log = logging.getLogger(__name__)


class Hearing:
    """One turn of listening, which any thread can end."""

    def __init__(
        self,
        phrases: Sequence[str] | None,
        *,
        silence: float,
        patience: float | None,
        longest: float | None,
        cue: bool = True,
    ) -> None:
        """Times in seconds of sound: ``silence`` ends an utterance, ``patience`` waits for its beginning,
        ``longest`` limits the whole; None waits for ever. ``cue``: its beginning and end may be heard.
        """
        self.cue = cue
        self.put_off = False
        self._phrases = phrases
        self._silence = silence
        self._patience = patience
        self._longest = longest
        self._frames: queue.Queue[bytes | None] = queue.Queue()
        self._discard, self._stopped = threading.Event(), threading.Event()
        self._parts: list[Heard] = []
        self._heard_seconds = 0.0
        self._word_at = 0.0
        self._health = MicHealth()
        self._opened = False

    def stop(self, *, discard: bool = False) -> None:
        """End it now: what was said until now is recognised, or thrown away."""
        if discard:
            self._discard.set()
        self._stopped.set()
        self._frames.put(None)

    @property
    def stopped(self) -> bool:
        """Has somebody ended it?"""
        return self._stopped.is_set()

    def anew(self) -> Hearing:
        """End it for the time of something more urgent; what is given back listens for the same after that."""
        self.put_off = True
        self.stop(discard=True)
        return Hearing(
            self._phrases, silence=self._silence, patience=self._patience, longest=self._longest, cue=self.cue
        )

    def take_over(self, frames: queue.Queue[bytes | None]) -> None:
        """The microphone is on already, and this is what it gives and has given: somebody barged in."""
        while not self._frames.empty():
            frames.put(self._frames.get())  # ended before it began
        self._frames, self._opened = frames, True

    def run(self, recogniser: Recogniser, microphone: Microphone, tell: OnEvent) -> None:
        """Listen; ends with a ``Heard``, a ``HeardNothing`` or a ``Trouble``, and the microphone is off then."""
        ears = EndOfSpeech(self._silence, HEARING_RATE)
        try:
            alive = self._listen(recogniser, microphone, ears, tell)
            last = recogniser.finish()
        except (NoSound, NoModel, Unsayable) as failure:
            tell(Trouble(failure.code, failure.detail))
            return
        except Exception as failure:  # noqa: BLE001 - whatever a recogniser raises, it is not the voice that failed
            _log.exception("listening failed")
            tell(Trouble("hearing_failed", type(failure).__name__))
            return
        if not alive:
            code = "microphone_gone" if self._heard_seconds else "no_microphone"
            tell(Trouble(code, "the microphone gives no sound"))
            return
        outcome = self._outcome(last, ears, recogniser.between)
        if outcome == HeardNothing("silence") and self._health.muted:
            tell(Trouble("microphone_muted"))
        elif self._health.clipping and not self._discard.is_set():
            tell(Trouble("microphone_clipping"))
        tell(outcome)

    def _listen(self, recogniser: Recogniser, microphone: Microphone, ears: EndOfSpeech, tell: OnEvent) -> bool:
        """With the microphone on, and off again whatever happens; False when it went dead."""
        try:
            if not self._opened:
                microphone.start(self._frames.put)  # first, for people speak as soon as they press the key
            self._set_phrases(recogniser, tell)
            tell(Listening())
            return self._take_all(recogniser, ears, tell)
        finally:
            microphone.stop()

    def _set_phrases(self, recogniser: Recogniser, tell: OnEvent) -> None:
        """What the model cannot hear is told and left out: one strange name must not make it deaf to all."""
        try:
            recogniser.set_phrases(self._phrases)
        except Unsayable as lost:
            missing = set(lost.phrases)
            rest = [phrase for phrase in self._phrases or () if phrase not in missing]
            if not rest:
                raise
            tell(Trouble(lost.code, lost.detail))
            recogniser.set_phrases(rest)

    def _take_all(self, recogniser: Recogniser, ears: EndOfSpeech, tell: OnEvent) -> bool:
        """Feed frames until it is over; False when the microphone went dead."""
        while True:
            try:
                frame = self._frames.get(timeout=_NO_FRAMES)
            except queue.Empty:
                return False
            if frame is None:
                return True
            heard = recogniser.accept(frame)
            ears.accept(frame)
            self._health.accept(frame)
            self._heard_seconds += len(frame) / 2 / HEARING_RATE
            if heard is not None:
                self._note(heard, tell)
            if self._over(ears):
                return True

    def _note(self, heard: Heard, tell: OnEvent) -> None:
        if heard.text:
            self._word_at = self._heard_seconds
        if heard.partial:
            if heard.text:
                tell(StillListening(heard.text))
        elif heard.text:
            self._parts.append(heard)

    def _over(self, ears: EndOfSpeech) -> bool:
        if ears.moment is Moment.ENDED:
            return True
        now = self._heard_seconds
        if self._parts:
            # words, but the room is too loud to tell silence by (or the voice too low to tell speech by)
            return now - self._word_at >= self._silence + (0 if ears.moment is Moment.BEFORE else _CALM)
        waited = self._patience is not None and ears.moment is Moment.BEFORE and now >= self._patience
        waited = waited or self._health.dead
        return waited or (self._longest is not None and now >= self._longest)

    def _outcome(self, last: Heard, ears: EndOfSpeech, between: str) -> Heard | HeardNothing:
        if self._discard.is_set():
            return HeardNothing("interrupted")
        heard = joined([*self._parts, last], between)
        if heard.text:
            return heard
        return HeardNothing("silence" if ears.moment is Moment.BEFORE else "unknown")
