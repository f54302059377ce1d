"""What is said to the recogniser in the bench: drawn commands and amounts, talk about other things, and noise."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from app import bootstrap
from app.dialogue.grammar import load_grammar
from app.flows.view import View
from scripts.bench_hearing_dialogue import Say
from scripts.bench_hearing_others import babble, melodies, noise_trials, other_talk, people, wake_phrases
from scripts.bench_hearing_slots import draw_payees, draw_requests
from scripts.voice_model import language
from voice.model_builder import voices
from voice.model_builder.espeak import Espeak
from voice.model_builder.trials import Trial, in_noise, spoken_trials
from voice.numbers import parse_amount
from voice.numbers.drawn import drawn_numbers

NOISES = (None, 20.0, 10.0, 5.0)
"""Signal-to-noise ratios in dB; None: a quiet room."""

FULL = {"commands": 54, "amounts": 54, "payees": 54, "requests": 54, "dialogues": 18, "wake": 18, "others": 1000}
QUICK = {"commands": 9, "amounts": 9, "payees": 9, "requests": 9, "dialogues": 3, "wake": 4, "others": 8}
"""How many of each: as many as a run may take, and enough to see that it works."""

_SEED = 909
_SHARE_OF_REQUESTS = 3  # one command in so many is a whole task with a payee and an amount
_LEAST, _MOST = 1_00, 9_000_00  # cents that the demonstration customer can pay


@dataclass(frozen=True)
class Material:
    """Utterances. ``speaker`` makes more of them, for answers that depend on what was heard."""

    commands: Sequence[Trial]
    amounts: Sequence[Trial]
    payees: Sequence[Trial]
    requests: Sequence[Trial]
    dialogues: Sequence[Trial]
    wake: Sequence[Trial]
    others: Mapping[str, Sequence[Trial]]
    speaker: Say


def conditions(
    trials: Sequence[Trial], noises: Sequence[float | None] = NOISES
) -> Iterator[tuple[str, Sequence[Trial]]]:
    """The same utterances in a quiet room and in pink noise, each with the name of the figure."""
    for decibels in noises:
        if decibels is None:
            yield "quiet", trials
        else:
            yield f"{decibels:.0f}db", in_noise(trials, decibels)


def material_of(lang: str, sizes: dict[str, int], clips: Path | None = None) -> Material:
    """Everything that is said in one language, the same every time; ``clips`` are of people who say other things."""
    texts = _texts(lang, sizes)
    espeak = Espeak(voices.installed_data().parent)
    with espeak, language(lang, espeak) as spoken:
        said = {name: list(spoken_trials(spoken, espeak, these, seed=_SEED)) for name, these in texts.items()}
    talk = said.pop("others")
    others = {"other_speech": talk, "babble": babble(talk), "music": melodies(), "noise": noise_trials()}
    if heard := people(clips):
        others["people"] = heard
    return Material(**said, others=others, speaker=speaker_of(lang))


def _texts(lang: str, sizes: dict[str, int]) -> dict[str, list[str]]:
    """What is said, by kind."""
    rng, numbers = random.Random(_SEED), drawn_numbers(lang)  # noqa: S311 - a repeatable sample, no secret
    menu = bootstrap.make_vocabulary(load_grammar(lang)).now(View())
    requests = [text for text in menu.combined if text]
    affordable = (
        text for text in iter(lambda: numbers.amount(rng), "") if _LEAST <= (parse_amount(text, lang) or 0) <= _MOST
    )
    phrases = wake_phrases(lang)
    return {
        "commands": [
            rng.choice(requests) if requests and at % _SHARE_OF_REQUESTS == 0 else rng.choice(menu.sentences)
            for at in range(sizes["commands"])
        ],
        "amounts": [numbers.amount(rng) for _ in range(sizes["amounts"])],
        "dialogues": list(islice(affordable, sizes["dialogues"])),
        "payees": draw_payees(lang, sizes["payees"]),
        "requests": draw_requests(lang, sizes["requests"], rng),
        "wake": [phrases[at % len(phrases)] for at in range(sizes["wake"])],
        "others": other_talk(lang)[: sizes["others"]],
    }


def plain_trials(lang: str, sentences: Sequence[str], size: int) -> list[Trial]:
    """Some of the sentences, drawn and spoken the same every time."""
    return talk_aloud(lang, random.Random(_SEED).sample(sentences, size))  # noqa: S311 - repeatable, no secret


def talk_aloud(lang: str, texts: Sequence[str]) -> list[Trial]:
    """These texts, spoken the same every time."""
    espeak = Espeak(voices.installed_data().parent)
    with espeak, language(lang, espeak) as spoken:
        return list(spoken_trials(spoken, espeak, texts, seed=_SEED))


def speaker_of(lang: str) -> Say:
    """Says one more thing by a voice; the synthesiser runs for it alone, for it is needed seldom."""

    def say(text: str, voice: str) -> Trial | None:
        with contextlib.ExitStack() as stack:
            espeak = stack.enter_context(Espeak(voices.installed_data().parent))
            spoken = stack.enter_context(language(lang, espeak))
            return next(spoken_trials(spoken, espeak, [text], seed=_SEED, voices=(voice,)), None)

    return say
