"""The microphone: 16 kHz mono frames of 20 ms on the sound card's thread."""

from __future__ import annotations

import threading
from typing import Any

import numpy as np
import soxr

from voice.audio.devices import portaudio, refresh
from voice.audio.ports import HEARING_RATE, OnFrames
from voice.errors import NoSound

_FRAME_SECONDS = 0.02
_UNAVAILABLE = -9985  # PortAudio's paDeviceUnavailable: it is there, and another program has it


class SoundMicrophone:
    """The system's microphone, or the named device; resampled where the card knows no 16 kHz."""

    def __init__(self, device: str | int | None = None) -> None:
        self._device = device
        self._lock = threading.Lock()
        self._stream: Any = None

    def start(self, on_frames: OnFrames) -> None:
        """See ``Microphone``."""
        with self._lock:
            if self._stream is not None:
                raise RuntimeError("the microphone is on already")
            card = portaudio()
            try:
                self._stream = self._open(card, on_frames)
            except (card.PortAudioError, ValueError):
                self._stream = self._open_again(card, on_frames)

    def stop(self) -> None:
        """See ``Microphone``."""
        with self._lock:
            stream, self._stream = self._stream, None
        if stream is not None:
            stream.abort(ignore_errors=True)
            stream.close(ignore_errors=True)

    def _open_again(self, card: Any, on_frames: OnFrames) -> Any:
        """After reading the devices anew: a microphone may have been plugged in since."""
        try:
            refresh()
            return self._open(card, on_frames)
        except (card.PortAudioError, ValueError, NoSound) as failure:
            taken = _UNAVAILABLE in failure.args
            raise NoSound("microphone_in_use" if taken else "no_microphone", str(failure)) from failure

    def _open(self, card: Any, on_frames: OnFrames) -> Any:
        try:
            return self._opened(card, on_frames, HEARING_RATE)
        except card.PortAudioError:
            rate = int(card.query_devices(self._device, "input")["default_samplerate"])
            if rate == HEARING_RATE:
                raise
            return self._opened(card, resampled(on_frames, rate), rate)

    def _opened(self, card: Any, on_frames: OnFrames, rate: int) -> Any:
        def callback(data: Any, frames: int, time: Any, status: Any) -> None:
            on_frames(bytes(data))

        stream = card.RawInputStream(
            samplerate=rate,
            channels=1,
            dtype="int16",
            device=self._device,
            blocksize=int(rate * _FRAME_SECONDS),
            latency="low",
            callback=callback,
        )
        try:
            stream.start()
        except card.PortAudioError:
            stream.close(ignore_errors=True)
            raise
        return stream


def resampled(on_frames: OnFrames, rate: int) -> OnFrames:
    """Frames of another rate, brought to HEARING_RATE before they are passed on."""
    stream = soxr.ResampleStream(rate, HEARING_RATE, 1, dtype="int16")

    def convert(frames: bytes) -> None:
        out = stream.resample_chunk(np.frombuffer(frames, np.int16))
        if len(out):
            on_frames(out.tobytes())

    return convert
