"""The standard tasks of every model: commands, amounts and digit strings, in quiet and in noise."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Sequence

from voice.model_builder.espeak import Espeak
from voice.model_builder.evaluation import Task, first_possible, first_possible_or_nearest, nearest
from voice.model_builder.language import Language
from voice.model_builder.material import Material
from voice.model_builder.neural import Synthesiser, Utterances, neural_trials
from voice.model_builder.trials import Trial, in_noise, spoken_trials
from voice.numbers import parse_amount, parse_digits
from voice.numbers.drawn import drawn_numbers
from voice.stt.number_phrases import amount_phrases, digit_phrases
from voice.stt.recogniser import Heard

_SEED = 777
_DIGITS = 11
_SHORT = 12
"""The shortest sentences are always tried: they are the hardest to hear."""


Speak = Callable[[Sequence[str]], Iterable[Trial]]
"""Some unheard voices say each of the texts."""


def by_neural_voices(kokoro: Synthesiser, utterances: Utterances) -> Speak:
    """The neural voices that are kept for tests."""
    return lambda texts: neural_trials(kokoro, utterances, texts, seed=_SEED)


def standard_tasks(
    language: Language,
    espeak: Espeak,
    material: Material,
    *,
    meaning: Callable[[str], str] = str,
    size: int = 300,
    noises: Sequence[float] = (20.0, 10.0),
    speak: Speak | None = None,
) -> Iterator[Task]:
    """``size`` commands, amounts and 11-digit strings by unheard voices; again at each signal-to-noise ratio in dB.

    The voices are espeak-ng's where it is not said how others ``speak``. Commands with the same ``meaning`` are the
    same (okay and yes).
    """
    said = _said(language.code, material.sentences, size)
    if speak is None:
        heard = {name: list(spoken_trials(language, espeak, texts, seed=_SEED)) for name, texts in said.items()}
    else:
        heard = {name: list(speak(texts)) for name, texts in said.items()}
    kinds = _kinds(language.code, material.sentences, meaning)
    for noise in (None, *noises):
        for name, (phrases, right, choose) in kinds.items():
            trials = heard[name] if noise is None else in_noise(heard[name], noise)
            label = name if noise is None else f"{name}, {noise:.0f} dB"
            yield Task(label, trials, phrases, right, choose)


def _said(lang: str, sentences: Sequence[str], size: int) -> dict[str, list[str]]:
    """What is spoken for each kind of task; the same at every call."""
    rng = random.Random(_SEED)  # noqa: S311 - a repeatable sample, no secret
    numbers = drawn_numbers(lang)
    by_length = sorted(sentences, key=len)
    short, others = by_length[:_SHORT], by_length[_SHORT:]
    commands = (short + rng.sample(others, min(len(others), max(0, size // 3 - _SHORT))))[: max(1, size // 3)]
    return {
        "commands": [text for text in commands for _ in range(3)],
        "amounts": [numbers.amount(rng) for _ in range(size)],
        "11 digits": [numbers.digits(rng, _DIGITS) for _ in range(size)],
    }


_Kind = tuple[Sequence[str], Callable[[str, str], bool], Callable[[Heard], str]]
"""The phrases that can be heard, whether one is the other, and which of what was heard is taken."""


def _kinds(lang: str, sentences: Sequence[str], meaning: Callable[[str], str]) -> dict[str, _Kind]:
    def alike(heard: str, said: str) -> bool:
        return meaning(heard) == meaning(said)

    def is_amount(text: str) -> bool:
        return parse_amount(text, lang) is not None

    def is_whole_number(text: str) -> bool:
        return len(parse_digits(text, lang) or "") == _DIGITS

    def same_amount(heard: str, said: str) -> bool:
        return parse_amount(heard, lang) == parse_amount(said, lang)

    def same_digits(heard: str, said: str) -> bool:
        return parse_digits(heard, lang) == parse_digits(said, lang)

    return {
        "commands": (sentences, alike, first_possible_or_nearest(sentences)),
        "amounts": (amount_phrases(lang), same_amount, first_possible(is_amount)),
        "11 digits": (digit_phrases(lang), same_digits, first_possible(is_whole_number)),
    }


def choice_task(name: str, trials: Sequence[Trial], cut: Callable[[str], str | None]) -> Task:
    """Which of the trials' own texts was it, by sound? Trials that the model cannot spell (``cut``) are left out."""
    sayable = [trial for trial in trials if cut(trial.text) is not None]
    texts = tuple(dict.fromkeys(trial.text for trial in sayable))
    return Task(name, sayable, texts, lambda heard, said: heard == said, nearest(texts))
