"""A loudspeaker, a microphone and a synthesiser without hardware, which behave like the real ones."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import numpy as np

from voice.audio.ports import OnFrames
from voice.errors import EngineFailed, NoSound
from voice.events import VoiceEvent
from voice.tts.synthesiser import Mark, Samples, Speech

RATE = 16_000


class FakePlayback:
    """Ends when the test says so, or at once."""

    def __init__(self, speech: Speech, *, at_once: bool) -> None:
        self.speech = speech
        self._done = threading.Event()
        self.stopped = self.paused = False
        self.at = 0.0
        if at_once:
            self._done.set()

    @property
    def position(self) -> float:
        return self.speech.seconds if self.done else self.at

    @property
    def done(self) -> bool:
        return self._done.is_set()

    def stop(self) -> None:
        self.stopped = not self.done
        self._done.set()

    def pause(self, on: bool) -> None:
        self.paused = on

    def wait(self, seconds: float | None = None) -> bool:
        return self._done.wait(seconds)

    def finish(self) -> None:
        """The test lets it end."""
        self._done.set()


class FakeSpeaker:
    """Notes what it plays. ``held``: every playback goes on until it is stopped or finished."""

    def __init__(self, *, held: bool = False) -> None:
        self.played: list[FakePlayback] = []
        self.held = held
        self.broken = False

    def play(self, speech: Speech) -> FakePlayback:
        if self.broken:
            raise NoSound("no_sound")
        self.played.append(FakePlayback(speech, at_once=not self.held))
        return self.played[-1]

    def close(self) -> None:
        self.broken = True


class FakeMicrophone:
    """Gives the frames that the test feeds it, while it is on."""

    def __init__(self) -> None:
        self.broken = False
        self.starts = 0
        self._on: OnFrames | None = None

    @property
    def on(self) -> bool:
        return self._on is not None

    def start(self, on_frames: OnFrames) -> None:
        if self.broken:
            raise NoSound("no_microphone")
        self.starts += 1
        self._on = on_frames

    def stop(self) -> None:
        self._on = None

    def hear(self, samples: Samples) -> None:
        """Frames of 20 ms, as fast as they are taken."""
        size = RATE // 50
        for at in range(0, len(samples), size):
            if (on := self._on) is None:
                return
            on(samples[at : at + size].tobytes())


class FakeSynthesiser:
    """A second of noise for every sentence; fails as often as ``failures`` says."""

    audible = True

    def __init__(self) -> None:
        self.said: list[tuple[str, str, float]] = []
        self.failures = 0
        self.closed = False

    def languages(self) -> tuple[str, ...]:
        return ("zh", "en")

    def synthesise(self, text: str, lang: str, rate: float = 1.0) -> Speech:
        if self.failures:
            self.failures -= 1
            raise EngineFailed("told to fail")
        self.said.append((text, lang, rate))
        return Speech(noise(1.0), RATE, (Mark(0, 0),))

    def close(self) -> None:
        self.closed = True


class Ear:
    """Collects events and waits for them."""

    def __init__(self) -> None:
        self.events: list[VoiceEvent] = []
        self.threads: set[str] = set()
        self._grown = threading.Condition()

    def __call__(self, event: VoiceEvent) -> None:
        with self._grown:
            self.threads.add(threading.current_thread().name)
            self.events.append(event)
            self._grown.notify_all()

    def wait_for(self, *kinds: type, count: int = 1, seconds: float = 10.0) -> VoiceEvent:
        """The ``count``-th event of these kinds."""

        def found() -> list[VoiceEvent]:
            return [event for event in self.events if isinstance(event, kinds)]

        with self._grown:
            if not self._grown.wait_for(lambda: len(found()) >= count, seconds):
                raise TimeoutError(f"no {[k.__name__ for k in kinds]} x{count} in {self.events}")
            return found()[count - 1]

    def of(self, kind: type) -> list[VoiceEvent]:
        """All events of a kind until now."""
        with self._grown:
            return [event for event in self.events if isinstance(event, kind)]


def noise(seconds: float, level: float = 3000.0) -> Samples:
    """Sound that an energy detector takes for speech; a low level is a quiet room."""
    made: Samples = np.random.default_rng(1).normal(0.0, level, int(seconds * RATE)).astype(np.int16)
    return made


def until(condition: Callable[[], bool], seconds: float = 30.0) -> None:
    """Wait for a condition that has no event of its own."""
    deadline = time.monotonic() + seconds
    tick = threading.Event()
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError("the condition did not come true")
        tick.wait(0.002)
