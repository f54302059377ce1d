"""The engine that speaks on this machine, and the one voice of the program, which speaks with it."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from accessibility.preferences import Preferences
from voice.events import Trouble, VoiceEvent
from voice.one_voice import OneVoice
from voice.stt.lazy import LazyRecogniser
from voice.tts.voice_list import KnownVoice

if TYPE_CHECKING:
    from voice.pipeline import VoicePipeline


class Engine:
    """Made by whoever needs it first: to speak, or to learn which voices there are."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._made: Any = None

    def get(self) -> Any:
        """The synthesiser; its process is started by its first sentence."""
        from voice.tts.plyer_engine import PlyerSynthesiser
        from voice.tts.pyttsx3_engine import Pyttsx3Synthesiser

        with self._lock:
            if self._made is None:
                on_android = hasattr(sys, "getandroidapilevel")
                self._made = PlyerSynthesiser() if on_android else Pyttsx3Synthesiser()
            return self._made

    @property
    def runs(self) -> bool:
        """Is it there to be asked, without starting a process for that?"""
        return self._made is not None and bool(getattr(self._made, "running", True))

    def tune(self, preferences: Preferences) -> None:
        """Set pitch and voices, where the engine has them."""
        made, chosen = self._made, preferences.voicing
        if hasattr(made, "choose"):
            made.pitch = chosen.pitch
            made.choose("zh", chosen.voice_zh)
            made.choose("en", chosen.voice_en)

    def voices(self, lang: str) -> tuple[KnownVoice, ...]:
        """Those for zh or en; it waits for the engine, so never on the main thread. A phone tells of none.

        Raises:
            EngineFailed: when it does not start.
        """
        engine = self.get()
        found: tuple[KnownVoice, ...] = engine.voices(lang) if hasattr(engine, "voices") else ()
        return found


def make_one_voice(recogniser: LazyRecogniser, rate: float, engine: Engine) -> OneVoice:
    """The one pipeline of the program, made when somebody first speaks or listens."""

    def make(on_event: Callable[[VoiceEvent], None]) -> VoicePipeline:
        from voice.audio.microphone import SoundMicrophone
        from voice.audio.speaker import SoundSpeaker
        from voice.pipeline import VoicePipeline
        from voice.tts.fallback import FirstThatWorks
        from voice.tts.silence import SilentSynthesiser

        speaking = engine.get()
        speaking.failed = lambda failure: on_event(Trouble(failure.code, failure.detail))
        synthesiser = FirstThatWorks([speaking, SilentSynthesiser()])
        return VoicePipeline(synthesiser, SoundSpeaker(), SoundMicrophone(), recogniser, on_event, rate=rate)

    return OneVoice(make)
