"""What the pipeline needs of a loudspeaker and a microphone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from voice.tts.synthesiser import Speech

HEARING_RATE = 16_000
"""The rate of all frames from a microphone, in Hz: what the recognisers are trained on."""

OnFrames = Callable[[bytes], None]
"""Takes mono int16 frames at HEARING_RATE, about 20 ms at a time, on the sound card's own thread."""


class Playback(Protocol):
    """One speech that is being played."""

    @property
    def position(self) -> float:
        """Seconds handed to the sound card so far."""
        ...

    @property
    def done(self) -> bool:
        """Has it ended, or been stopped?"""
        ...

    def stop(self) -> None:
        """Fall silent within one buffer (10 ms) and the card's own latency; harmless when done."""
        ...

    def pause(self, on: bool) -> None:
        """Hold it in silence, or let it go on where it was; harmless when done."""
        ...

    def wait(self, seconds: float | None = None) -> bool:
        """Wait until it is done, at most this long; True when it is."""
        ...


class Speaker(Protocol):
    """Plays one speech at a time; a new one stops the one before."""

    def play(self, speech: Speech) -> Playback:
        """Begin to play and return at once.

        Raises:
            NoSound: when there is no loudspeaker.
        """
        ...

    def close(self) -> None:
        """Stop and let go of the device; harmless when called twice."""
        ...


class Microphone(Protocol):
    """Gives frames while it is on."""

    def start(self, on_frames: OnFrames) -> None:
        """Switch it on; it stays on until ``stop``.

        Raises:
            NoSound: when there is no microphone (code ``no_microphone``).
        """
        ...

    def stop(self) -> None:
        """Switch it off; afterwards no frames come. Harmless when it is off."""
        ...
