"""What is said to the recogniser in the bench: drawn commands and amounts, talk about other things, and noise."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np

from app import bootstrap
from app.dialogue.grammar import load_grammar
from app.flows.view import View
from scripts.voice_model import language
from voice.model_builder import voices
from voice.model_builder.augmentation import coloured_noise
from voice.model_builder.espeak import Espeak
from voice.model_builder.features import RATE, Sound
from voice.model_builder.trials import Trial, in_noise, spoken_trials
from voice.numbers import parse_amount
from voice.numbers.drawn import drawn_numbers

NOISES = (None, 20.0, 10.0, 5.0)
"""Signal-to-noise ratios in dB; None: a quiet room."""

FULL = {"commands": 54, "amounts": 54, "dialogues": 18}
QUICK = {"commands": 9, "amounts": 9, "dialogues": 3}
"""How many of each: as many as a run may take, and enough to see that it works."""

_SEED = 909
_SHARE_OF_REQUESTS = 3  # one command in so many is a whole task with a payee and an amount
_LEAST, _MOST = 1_00, 9_000_00  # cents that the demonstration customer can pay
_NOISE_SECONDS = 2.0
_LEVELS = (0.0005, 0.02, 0.3)

OTHERS = {
    "zh-CN": (
        "今天天气怎么样", "我晚上想吃饺子", "孩子几点放学", "请把窗户关上", "昨天的球赛谁赢了", "给妈妈打个电话",
        "明天早上七点叫我起床", "这件衣服真好看", "火车站怎么走", "医生说多喝水", "电视声音太大了",
        "我的钥匙放在哪里了", "周末去公园散步吧", "西瓜多少钱一斤", "手机快没电了", "楼下超市开门了没有",
        "他是我的邻居老王", "三个和尚没水喝",
    ),
    "en": (
        "what is the weather like today", "i would like dumplings for dinner", "please close the window",
        "who won the match yesterday", "wake me up at seven tomorrow", "how do i get to the station",
        "the doctor told me to drink water", "where did i put my keys", "the television is far too loud",
        "let us walk in the park", "how much are the apples", "my phone is almost empty", "he lives next door to us",
        "three blind mice see how they run", "the quick brown fox jumps over the lazy dog",
        "turn off the kitchen light", "did you read the paper this morning", "the children come home at four",
    ),
}  # fmt: skip
"""Sentences that mean nothing to a bank."""

Say = Callable[[str, str], Trial | None]
"""A text and a voice to an utterance; None when the synthesiser fails."""


@dataclass(frozen=True)
class Material:
    """Utterances. ``speaker`` makes more of them, for answers that depend on what was heard."""

    commands: Sequence[Trial]
    amounts: Sequence[Trial]
    dialogues: Sequence[Trial]
    others: Sequence[Trial]
    noises: Sequence[Trial]
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


def material_of(lang: str, sizes: dict[str, int]) -> Material:
    """Everything that is said in one language, the same every time."""
    rng, numbers = random.Random(_SEED), drawn_numbers(lang)  # noqa: S311 - a repeatable sample, no secret
    menu = bootstrap.make_vocabulary(load_grammar(lang)).now(View())
    requests = [text for text in menu.combined if text]
    commands = [
        rng.choice(requests) if requests and at % _SHARE_OF_REQUESTS == 0 else rng.choice(menu.sentences)
        for at in range(sizes["commands"])
    ]
    amounts = [numbers.amount(rng) for _ in range(sizes["amounts"])]
    affordable = (
        text for text in iter(lambda: numbers.amount(rng), "") if _LEAST <= (parse_amount(text, lang) or 0) <= _MOST
    )
    whole = list(islice(affordable, sizes["dialogues"]))
    espeak = Espeak(voices.installed_data().parent)
    with espeak, language(lang, espeak) as spoken:
        said = [list(spoken_trials(spoken, espeak, texts, seed=_SEED)) for texts in (commands, amounts, whole)]
        others = list(spoken_trials(spoken, espeak, OTHERS[lang], seed=_SEED))
    return Material(said[0], said[1], said[2], others, noise_trials(), speaker_of(lang))


def plain_trials(lang: str, sentences: Sequence[str], size: int) -> list[Trial]:
    """Some of the sentences, drawn and spoken the same every time."""
    texts = random.Random(_SEED).sample(sentences, size)  # noqa: S311 - a repeatable sample, no secret
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


def noise_trials() -> list[Trial]:
    """Nothing at all, a silent room, noise of three colours at three levels, a knock, the mains."""
    chance, count = np.random.default_rng(_SEED), int(_NOISE_SECONDS * RATE)
    trials = [
        Trial("", f"noise {exponent} {level}", _scaled(coloured_noise(count, exponent, chance), level))
        for exponent in (0.0, 1.0, 2.0)
        for level in _LEVELS
    ]
    knock = np.zeros(count, np.float32)
    knock[RATE : RATE + RATE // 50] = chance.standard_normal(RATE // 50)
    hum = np.sin(2 * np.pi * 50 * np.arange(count) / RATE)
    nothing = np.zeros(count, np.float32)
    near = [
        Trial("", "nothing", nothing),
        Trial("", "silence", _scaled(nothing, 0.0)),
        Trial("", "knock", _scaled(knock, 0.5)),
    ]
    return [*trials, *near, Trial("", "hum", _scaled(hum, 0.2))]


def _scaled(sound: Sound, level: float) -> Sound:
    """With its loudest sample at ``level``, over the last bit of a microphone."""
    floor = np.random.default_rng(0).standard_normal(len(sound)) * 1e-4
    return np.asarray(sound / (np.abs(sound).max() + 1e-9) * level + floor, np.float32)
