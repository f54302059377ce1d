"""Evaluation: how much of what is said a model hears, counted with the recogniser that the client uses."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from voice.model_builder.trials import Trial, samples
from voice.pinyin import likeness
from voice.stt.recogniser import Heard, Recogniser, joined

_CHUNK = 6400  # bytes: 0.2 s, as a microphone gives them


@dataclass(frozen=True, slots=True)
class Task:
    """One row of the table: what is listened for, and when something heard counts as right.

    ``choose`` takes from the readings what is possible at this point of a dialogue, as the client does.
    ``None`` as phrases is listening without a grammar.
    """

    name: str
    trials: Sequence[Trial]
    phrases: Sequence[str] | None
    right: Callable[[str, str], bool]
    choose: Callable[[Heard], str] = lambda heard: heard.text


@dataclass(slots=True)
class Score:
    """What came of a task. ``missed`` holds (voice, said, heard)."""

    name: str
    tried: int = 0
    first: int = 0
    exact: int = 0
    chosen: int = 0
    seconds: float = 0.0
    took: float = 0.0
    missed: list[tuple[str, str, str]] = field(default_factory=list)

    def line(self) -> str:
        """A row for people."""
        tried = max(1, self.tried)
        shares = (
            f"{share} {count / tried:7.2%}"
            for share, count in (("word for word", self.exact), ("first reading", self.first))
        )
        factor = self.took / max(self.seconds, 1e-9)
        right = f"{self.chosen:4}/{self.tried:4} right {self.chosen / tried:7.2%}"
        return f"{self.name:20} {right}, {', '.join(shares)}, real-time factor {factor:.4f}"


def first_possible(accepts: Callable[[str], bool]) -> Callable[[Heard], str]:
    """Chooses the first reading that is possible."""
    return lambda heard: heard.first(accepts).text


def first_possible_or_nearest(texts: Sequence[str]) -> Callable[[Heard], str]:
    """Chooses the first reading that is one of the texts, else the text that sounds most like any reading."""
    known, by_sound = set(texts), nearest(texts)

    def choose(heard: Heard) -> str:
        found = heard.first(known.__contains__).text
        return found if found in known else by_sound(heard)

    return choose


def nearest(texts: Sequence[str]) -> Callable[[Heard], str]:
    """Chooses the text that sounds most like any of the readings; nothing when nothing was heard."""

    def choose(heard: Heard) -> str:
        readings = [one.text for one in (heard, *heard.alternatives) if one.text]
        likest = [(likeness(reading, text), -at, text) for at, reading in enumerate(readings) for text in texts]
        return max(likest)[2] if likest else ""

    return choose


def listen(recogniser: Recogniser, sound: bytes) -> Heard:
    """The whole of an utterance, pauses included."""
    parts = [recogniser.accept(sound[at : at + _CHUNK]) for at in range(0, len(sound), _CHUNK)]
    return joined([one for one in parts if one and not one.partial] + [recogniser.finish()], recogniser.between)


def score(recogniser: Recogniser, task: Task) -> Score:
    """Run a task. Raises ``Unsayable`` when the model lacks words of it."""
    recogniser.set_phrases(task.phrases)
    result = Score(task.name)
    for trial in task.trials:
        sound = samples(trial.sound)
        begun = time.process_time()
        heard = listen(recogniser, sound)
        result.took += time.process_time() - begun
        result.seconds += len(sound) / 32_000
        chosen = task.choose(heard)
        result.tried += 1
        result.first += task.right(heard.text, trial.text)
        result.exact += chosen == trial.text
        if task.right(chosen, trial.text):
            result.chosen += 1
        else:
            result.missed.append((trial.voice, trial.text, chosen))
    return result
