"""The loudspeaker: plays samples from a call-back, so that it can fall silent in the middle of a word."""

from __future__ import annotations

import threading
from typing import Any

import numpy as np

from voice.audio.devices import portaudio, refresh
from voice.errors import NoSound
from voice.tts.synthesiser import Samples, Speech

_BUFFER_SECONDS = 0.01
# silence after the last sample: some drivers drop what they still hold when the stream ends
_TAIL_SECONDS = 0.08


class SoundPlayback:
    """The call-back's view of one speech, and the caller's handle on it."""

    def __init__(self, speech: Speech, speaker: SoundSpeaker) -> None:
        tail = np.zeros(int(speech.rate * _TAIL_SECONDS), np.int16)
        self._samples = np.concatenate([speech.samples, tail])
        self._rate = speech.rate
        self._speaker = speaker
        self._at = 0
        self._stopped = self._paused = False
        self._done = threading.Event()

    @property
    def position(self) -> float:
        """Seconds handed to the sound card so far."""
        return self._at / self._rate

    @property
    def done(self) -> bool:
        """Has it ended, or been stopped?"""
        return self._done.is_set()

    def stop(self) -> None:
        """See ``Playback``."""
        self._stopped = True  # the next buffer is silent, whatever the lock below waits for
        self._speaker.end(self)

    def pause(self, on: bool) -> None:
        """See ``Playback``."""
        self._paused = on

    def wait(self, seconds: float | None = None) -> bool:
        """See ``Playback``."""
        return self._done.wait(seconds)

    def fill(self, out: Samples) -> bool:
        """Fill one buffer; True when there is nothing left to play."""
        silent = self._stopped or self._paused
        count = 0 if silent else min(len(out), len(self._samples) - self._at)
        out[:count] = self._samples[self._at : self._at + count]
        out[count:] = 0
        self._at += count
        return self.exhausted

    @property
    def exhausted(self) -> bool:
        """Has the card been given all that it will get?"""
        return self._stopped or self._at >= len(self._samples)

    def finish(self) -> None:
        """The card has played the last sample, or dropped the rest."""
        self._done.set()


class SoundSpeaker:
    """The system's loudspeaker (or the named device). The stream stays open between sentences: it starts
    again in a millisecond.
    """

    def __init__(self, device: str | int | None = None) -> None:
        self._device = device
        self._lock = threading.RLock()
        self._stream: Any = None
        self._rate = 0
        self._now: SoundPlayback | None = None

    def play(self, speech: Speech) -> SoundPlayback:
        """See ``Speaker``."""
        with self._lock:
            if self._now is not None:
                self.end(self._now)
            playback = SoundPlayback(speech, self)
            if not len(speech.samples):
                playback.finish()
                return playback
            self._now = playback
            try:
                self._start(speech.rate)
            except NoSound:
                self._now = None
                playback.finish()
                raise
            return playback

    def end(self, playback: SoundPlayback) -> None:
        """Drop what the card still holds of this playback."""
        with self._lock:
            if self._now is playback:
                self._now = None
                if self._stream is not None:
                    self._stream.abort(ignore_errors=True)
            playback.finish()

    def close(self) -> None:
        """See ``Speaker``."""
        with self._lock:
            if self._now is not None:
                self.end(self._now)
            self._close_stream()

    def _start(self, rate: int) -> None:
        """Start the stream; where that fails, read the devices anew (a headset came or went) and try again."""
        card = portaudio()
        try:
            self._open(card, rate)
        except (card.PortAudioError, ValueError):
            self._close_stream()
            refresh()
            try:
                self._open(card, rate)
            except (card.PortAudioError, ValueError) as failure:
                self._close_stream()
                raise NoSound("no_sound", str(failure)) from failure

    def _open(self, card: Any, rate: int) -> None:
        if self._stream is not None and self._rate != rate:
            self._close_stream()
        if self._stream is None:
            self._stream = card.OutputStream(
                samplerate=rate,
                channels=1,
                dtype="int16",
                device=self._device,
                blocksize=int(rate * _BUFFER_SECONDS),
                latency="low",
                callback=self._fill,
                finished_callback=self._finished,
            )
            self._rate = rate
        self._stream.stop(ignore_errors=True)  # PortAudio wants this after a stream that ended by itself
        self._stream.start()

    def _close_stream(self) -> None:
        if self._stream is not None:
            self._stream.close(ignore_errors=True)
            self._stream = None

    def _fill(self, out: Any, frames: int, time: Any, status: Any) -> None:
        playback = self._now
        if playback is None or playback.fill(out[:, 0]):
            if playback is None:
                out.fill(0)
            raise portaudio().CallbackStop

    def _finished(self) -> None:
        """The card has fallen silent; it says so also when a stopped stream is about to start again."""
        playback = self._now
        if playback is not None and playback.exhausted:
            playback.finish()
