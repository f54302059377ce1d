"""A pipeline whose microphone, loudspeaker, recogniser and engine are fakes."""

from __future__ import annotations

from tests.voice.fakes import Ear, FakeMicrophone, FakeSpeaker, FakeSynthesiser
from voice.events import (
    SpeakingStarted,
    Trouble,
)
from voice.pipeline import VoicePipeline
from voice.stt.scripted import ScriptedRecogniser


class Set:
    """A pipeline of fakes."""

    def __init__(self) -> None:
        self.ear = Ear()
        self.synthesiser = FakeSynthesiser()
        self.speaker = FakeSpeaker()
        self.microphone = FakeMicrophone()
        self.recogniser = ScriptedRecogniser([])
        self.pipeline = VoicePipeline(
            self.synthesiser, self.speaker, self.microphone, self.recogniser, self.ear, end_silence=0.3
        )

    def captions(self) -> list[str]:
        return [e.text for e in self.ear.of(SpeakingStarted) if isinstance(e, SpeakingStarted)]

    def codes(self) -> list[str]:
        return [e.code for e in self.ear.of(Trouble) if isinstance(e, Trouble)]
