"""A voice pipeline without sound: what it is told to say is said at once, what it hears comes from the test."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from voice.events import (
    BargedIn,
    HeardNothing,
    Listening,
    SpeakingAt,
    SpeakingEnded,
    SpeakingStarted,
    VoiceEvent,
)
from voice.stt.recogniser import Heard


class ScriptedPipeline:
    """Implements the part of the pipeline that a conversation needs."""

    def __init__(self, on_event: Callable[[VoiceEvent], None]) -> None:
        self._on_event = on_event
        self.said: list[str] = []
        self.phrases: Sequence[str] | None = None
        self.listening = False
        self.closed = False
        self.listens = self.stops = 0
        self.rate = self.volume = 1.0
        self.end_silence = 0.7
        self.patience: float | None = 10.0
        self.barge_in = False

    def say(self, text: str, lang: str) -> None:
        """Said and over."""
        self.said.append(text)
        self._on_event(SpeakingStarted(text, lang))
        self._on_event(SpeakingEnded(text, True))

    def stop_speaking(self) -> None:
        """It never takes any time."""
        self.stops += 1

    def listen(self, phrases: Sequence[str] | None = None, *, barge_in: bool = False, cue: bool = True) -> None:
        """The microphone is on until :meth:`hear`."""
        self.phrases, self.listening = phrases, True
        self.listens += 1
        self._on_event(Listening())

    def stop_listening(self, *, discard: bool = False) -> None:
        self.listening = False

    def close(self) -> None:
        self.closed = True

    def hear(self, text: str, confidence: float = 1.0, alternatives: Sequence[str] = ()) -> None:
        """Somebody has spoken; ``alternatives`` are what else it may have been."""
        self.listening = False
        self._on_event(Heard(text, confidence, tuple(Heard(other, 0.1) for other in alternatives)))

    def hear_all(self, heard: Heard) -> None:
        """A recogniser has heard it, with its own readings."""
        self.listening = False
        self._on_event(heard if heard.text else HeardNothing("unknown"))

    def cut_in(self, at: int) -> None:
        """What was said last is being said once more, and somebody speaks up at that character of it."""
        said, self.listening = self.said[-1], False
        for event in (SpeakingStarted(said, ""), SpeakingAt(said, at, at + 1), BargedIn(), SpeakingEnded(said, False)):
            self._on_event(event)

    def tell(self, event: VoiceEvent) -> None:
        """Something else has happened."""
        self._on_event(event)
