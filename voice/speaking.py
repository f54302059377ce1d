"""Says one utterance: sentence after sentence, the next one made while the one before plays."""

from __future__ import annotations

import threading
import time

from voice.audio.ports import Playback, Speaker
from voice.errors import EngineFailed, NoSound, NoVoice
from voice.events import OnEvent, SpeakingEnded, SpeakingStarted, Trouble
from voice.tts.synthesiser import Speech, Synthesiser
from voice.tts.text import sentences

_TRY_CARD_AGAIN = 5.0  # seconds after which a missing loudspeaker is looked for again
_STALL = 2.0  # seconds without a sample taken after which a playback counts as stuck


class Utterance:
    """A text to say, which any thread can cut short."""

    def __init__(self, text: str, lang: str) -> None:
        self.text = text
        self.lang = lang
        self._lock = threading.Lock()
        self._playback: Playback | None = None
        self._stopped = False

    @property
    def stopped(self) -> bool:
        """Has somebody cut it short?"""
        return self._stopped

    def stop(self) -> None:
        """Cut it short, at once when it is being played."""
        with self._lock:
            self._stopped = True
            playback = self._playback
        if playback is not None:
            playback.stop()

    def playing(self, playback: Playback) -> None:
        """What plays now; stopped at once when the utterance was."""
        with self._lock:
            self._playback = playback
            stopped = self._stopped
        if stopped:
            playback.stop()


class Voice:
    """The speaking half of the pipeline; lives on its worker thread."""

    def __init__(self, synthesiser: Synthesiser, speaker: Speaker | None, tell: OnEvent) -> None:
        self._synthesiser = synthesiser
        self._speaker = speaker
        self._tell = tell
        self._dumb_until: float | None = None
        self._voiceless: set[str] = set()

    def say(self, utterance: Utterance, rate: float) -> None:
        """Say it to the end, or until it is stopped. The caption goes out in any case."""
        self._tell(SpeakingStarted(utterance.text, utterance.lang))
        playing: tuple[Playback, Speech] | None = None
        for sentence in sentences(utterance.text):
            if utterance.stopped or not self._can_play():
                break
            speech = self._synthesise(sentence, utterance.lang, rate)
            if playing is not None:
                self._await(*playing)
            playing = None if speech is None or utterance.stopped else self._play(utterance, speech)
        if playing is not None:
            self._await(*playing)
        self._tell(SpeakingEnded(utterance.text, not utterance.stopped))

    def _can_play(self) -> bool:
        if not self._synthesiser.audible:
            return False
        if self._speaker is None:
            self._mute("no_sound", "")
            return False
        return self._dumb_until is None or time.monotonic() >= self._dumb_until

    def _mute(self, code: str, detail: str) -> None:
        """Say once that there is no sound, not with every sentence."""
        if self._dumb_until is None:
            self._tell(Trouble(code, detail))
        self._dumb_until = time.monotonic() + _TRY_CARD_AGAIN

    def _synthesise(self, sentence: str, lang: str, rate: float) -> Speech | None:
        """The sentence as sound. An engine that failed is started again and asked once more."""
        for _ in range(2):
            try:
                return self._synthesiser.synthesise(sentence, lang, rate)
            except EngineFailed as failure:
                self._tell(Trouble(failure.code, failure.detail))
            except NoVoice as missing:
                if missing.lang not in self._voiceless:
                    self._voiceless.add(missing.lang)
                    self._tell(Trouble(missing.code, missing.lang))
                return None
        return None

    def _play(self, utterance: Utterance, speech: Speech) -> tuple[Playback, Speech] | None:
        assert self._speaker is not None
        try:
            playback = self._speaker.play(speech)
        except NoSound as missing:
            self._mute(missing.code, missing.detail)
            return None
        self._dumb_until = None
        utterance.playing(playback)
        return playback, speech

    def _await(self, playback: Playback, speech: Speech) -> None:
        """Wait for the end; a card that takes no more samples must not hold the queue, a slow one may."""
        before = -1.0
        while not playback.wait(_STALL):
            if playback.position >= speech.seconds:
                playback.stop()  # all was handed over; the card has not said that it is done
                return
            if playback.position <= before:
                playback.stop()
                self._mute("no_sound", "the sound card has stalled")
                return
            before = playback.position
