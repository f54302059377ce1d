"""Aloud: a stage where every sentence is spoken by a synthetic voice and heard by the real recogniser."""

from __future__ import annotations

from collections.abc import Sequence

from app import bootstrap
from app.dialogue.grammar import Grammar
from app.dialogue.vocabulary import Listening
from app.flows.acts import Mode
from app.words import Words
from tests.dialogues.stage import Stage, without_marks
from tests.dialogues.transcript import Transcript
from voice.listen import hear_samples
from voice.numbers import say_digits
from voice.probe.customer import Speaker
from voice.stt.number_phrases import amount_phrases
from voice.stt.recogniser import Heard
from voice.stt.vosk_engine import VoskRecogniser


class AloudStage(Stage):
    """The recogniser listens for what the client listens for at that moment, and for nothing else."""

    def __init__(
        self, transcript: Transcript, words: Words, grammar: Grammar, recogniser: VoskRecogniser, speaker: Speaker
    ) -> None:
        self._recogniser = recogniser
        self._speaker = speaker
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
        spoken = without_marks(text)
        said = say_digits(spoken, self.words.lang) if spoken.isdigit() else spoken
        heard = self._hear(said)
        if heard.text != said:
            self.misheard.append((said, heard.text))
        self.pipeline.hear_all(heard)

    def say_nothing_of_use(self, text: str) -> None:
        """Speak it too: the recogniser must know that it is none of what it listens for."""
        assert self.pipeline.listening
        self.pipeline.hear_all(self._hear(text))

    def _hear(self, said: str) -> Heard:
        self._recogniser.set_phrases(self.pipeline.phrases)
        return hear_samples(self._recogniser, self._speaker.say(said))
