"""A window's worth of the built-in reader, on a voice that only notes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from accessibility.preferences import Preferences
from accessibility.voicing.reader import Reader
from app.dialogue.discretion import Discretion
from app.keeper import Keeper
from app.ui.ways.voicing import VoicingWay
from app.ui.ways.voicing_output import VoiceOutput
from app.ui.ways.voicing_sounds import Sounds
from app.ui.ways.voicing_words import speech_words
from app.words import Words
from tests.dialogues.ears import Ears
from tests.voice.fakes import FakeSpeaker, FakeSynthesiser, until
from voice.one_voice import OneVoice
from voice.pipeline import VoicePipeline
from voice.settings import VoiceSettings


class Glass:
    """A window that can be followed."""

    height = 100.0

    def bind(self, **handlers: Any) -> None: ...

    def unbind(self, **handlers: Any) -> None: ...


class Watch:
    """Says what it is told to about screen readers."""

    def __init__(self, changed: Callable[[bool], object]) -> None:
        self.changed = changed

    def start(self) -> None: ...

    def close(self) -> None: ...


class Home:
    """A window's worth of it, with one voice."""

    def __init__(self, keeper: Keeper) -> None:
        self.keeper, self.synthesiser = keeper, FakeSynthesiser()
        self.jobs: list[Callable[[], None]] = []
        self.speaker = FakeSpeaker()
        self.one = OneVoice(lambda on_event: VoicePipeline(self.synthesiser, self.speaker, None, None, on_event))
        words = Words.load("zh-CN")
        self.output = VoiceOutput(self.one, "zh-CN", self.jobs.append, Sounds(), lambda: False)
        self.captions: list[str] = []
        self.output.caption = lambda text, start, end: self.captions.append(text)
        self.reader = Reader(self.output, speech_words(words), keeper.preferences.voicing)
        self.reader.start(SimpleNamespace(listening=lambda on: None, perform=lambda *a: None), None)  # type: ignore[arg-type]
        self.tuned: list[Preferences] = []
        self.ears = Ears()
        self.discretion = Discretion(self.ears)
        self.way = VoicingWay(
            self.reader, self.output, keeper, words, self.jobs.append, self.tuned.append, Watch,  # type: ignore[arg-type]
            self.discretion,
        )  # fmt: skip
        self.way.start(Glass())

    def run(self) -> None:
        """Do what other threads have posted."""
        while self.jobs:
            self.jobs.pop(0)()

    def heard(self, text: str) -> None:
        def there() -> bool:
            self.run()
            return any(text in said for said, _, _ in self.synthesiser.said)

        until(there)

    def wish(self, **voice: Any) -> None:
        """The customer's settings of the voice."""
        self.keeper.settings = replace(self.keeper.settings, voice=VoiceSettings(**voice))

    def reads(self, text: str) -> str:
        """What is heard of a text of the reader's."""
        before = len(self.synthesiser.said)
        self.output.say(text)
        return self.after(before)

    def after(self, before: int) -> str:
        """All that was said after so many sentences."""
        until(lambda: self.run() or (len(self.synthesiser.said) > before and self.one.made.wait_until_idle(10)))
        return " ".join(text for text, _, _ in self.synthesiser.said[before:])

    def asks(self, text: str) -> str:
        """What is heard of a text that the customer asks for with a key."""
        before = len(self.synthesiser.said)
        self.way._asked(lambda: self.output.say(text) and None)()
        return self.after(before)

    def repeats(self) -> str:
        """What is heard when the customer wants to hear the last words again."""
        before = len(self.synthesiser.said)
        self.way.commands()["say_again"]()
        return self.after(before)

    def screen_reader(self, running: bool) -> None:
        self.way._watch.changed(running)
        self.run()

    def close(self) -> None:
        self.way.close()
        self.one.close()
