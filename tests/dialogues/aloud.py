"""Aloud: a stage where every sentence is spoken by a synthetic voice and heard by the real recogniser."""

from __future__ import annotations

from collections.abc import Sequence

from app import bootstrap
from app.dialogue.grammar import Grammar
from app.dialogue.vocabulary import Listening
from app.flows.acts import Mode
from app.words import Words
from tests.dialogues.stage import Stage, as_spoken
from tests.dialogues.transcript import Transcript
from voice.listen import hear_samples
from voice.numbers import say_digits
from voice.probe.customer import speak
from voice.stt.number_phrases import amount_phrases
from voice.stt.vosk_engine import VoskRecogniser


class AloudStage(Stage):
    """The recogniser listens for what the client listens for at that moment, and for nothing else."""

    def __init__(
        self, transcript: Transcript, words: Words, grammar: Grammar, recogniser: VoskRecogniser, voice: str
    ) -> None:
        self._recogniser = recogniser
        self._voice = voice
        self.misheard: list[tuple[str, str]] = []
        super().__init__(transcript, Mode.VOICE, words, grammar)

    def amounts(self) -> Sequence[str]:
        """As many examples as the client has."""
        return amount_phrases(self.words.lang)

    def spell_out(self, wanted: Listening) -> Sequence[str]:
        """As the client does."""
        return bootstrap.spoken_phrases(wanted, self.words.lang)

    def say(self, text: str) -> None:
        """Speak it into what listens now."""
        assert self.pipeline.listening is not self.dialogue.view.asks_secret
        if not self.pipeline.listening:
            self.pipeline.hear(text)  # where a secret is asked for nothing listens; a stray result is dropped
            return
        spoken = as_spoken(text, self.words.lang)
        self._recogniser.set_phrases(self.pipeline.phrases)
        said = say_digits(spoken, self.words.lang) if spoken.isdigit() else spoken
        heard = hear_samples(self._recogniser, speak(said, self._voice))
        if heard.text != said:
            self.misheard.append((said, heard.text))
        self.pipeline.hear_all(heard)
