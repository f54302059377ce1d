"""What is meant for nobody: other talk, people's clips, babble, music, silence, noise; and what the client makes of it.

At the menu it must not begin a task, at the review it must not pay (the figure that must be 0), at rest it must not
wake the client.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from app.dialogue.grammar import load_grammar
from app.flows.acts import Affirm
from scripts.bench_hearing_dialogue import Hear, Talker, at_review, payments_by_others
from voice.audio.wav import read_wav
from voice.errors import BadWav
from voice.model_builder.augmentation import coloured_noise
from voice.model_builder.features import RATE, Sound
from voice.model_builder.trials import Trial

CLIPS_VARIABLE = "TINGJIAN_CLIPS"
"""A folder of WAV files in which people talk about other things; without it that row is left out."""

_TALK = Path(__file__).with_name("other_talk")
_SEED = 909
_NOISE_SECONDS = 2.0
_LEVELS = (0.0005, 0.005, 0.02, 0.1, 0.3)
_TOGETHER = 4  # voices of a babble
_NOTES = (262.0, 330.0, 392.0, 440.0, 523.0, 349.0)
_BEAT = 0.25  # seconds a note
_MELODIES = 6


def other_talk(lang: str) -> list[str]:
    """Sentences that mean nothing to a bank; some begin like an answer (是的我也这么想)."""
    return (_TALK / f"{lang}.txt").read_text(encoding="utf8").split("\n")[:-1]


def babble(trials: Sequence[Trial]) -> list[Trial]:
    """Several people at once: each mixture holds some of the utterances, one as loud as the other."""
    mixed = []
    for start in range(0, len(trials) - _TOGETHER + 1, _TOGETHER):
        sounds = [one.sound for one in trials[start : start + _TOGETHER]]
        whole = np.zeros(max(map(len, sounds)), np.float32)
        for sound in sounds:
            whole[: len(sound)] += sound
        mixed.append(Trial("", "babble", scaled(whole, 0.8)))
    return mixed


def melodies() -> list[Trial]:
    """Something like music: notes with overtones that swell and fade, one voice and chords, soft and loud."""
    chance = np.random.default_rng(_SEED)
    found = []
    for at in range(_MELODIES):
        voices = 1 + at % 3
        lines = [
            np.concatenate([_note(float(chance.choice(_NOTES)) / 2**voice) for _ in range(10)])
            for voice in range(voices)
        ]
        found.append(Trial("", "music", scaled(np.sum(lines, axis=0), (0.05, 0.5)[at % 2])))
    return found


def _note(hertz: float) -> Sound:
    time = np.arange(int(_BEAT * RATE)) / RATE
    tones = sum(np.sin(2 * np.pi * hertz * part * time) / part for part in range(1, 6))
    return np.asarray(tones * np.sin(np.pi * time / _BEAT), np.float32)


def noise_trials() -> list[Trial]:
    """Nothing at all, a silent room, noise of three colours at several levels, a knock, the mains."""
    chance, count = np.random.default_rng(_SEED), int(_NOISE_SECONDS * RATE)
    trials = [
        Trial("", f"noise {exponent} {level}", scaled(coloured_noise(count, exponent, chance), level))
        for exponent in (0.0, 1.0, 2.0)
        for level in _LEVELS
    ]
    knock = np.zeros(count, np.float32)
    knock[RATE : RATE + RATE // 50] = chance.standard_normal(RATE // 50)
    hum = np.sin(2 * np.pi * 50 * np.arange(count) / RATE)
    nothing = np.zeros(count, np.float32)
    near = [
        Trial("", "nothing", nothing),
        Trial("", "silence", scaled(nothing, 0.0)),
        Trial("", "knock", scaled(knock, 0.5)),
    ]
    return [*trials, *near, Trial("", "hum", scaled(hum, 0.2))]


def clips_folder() -> Path | None:
    """The folder that the environment names, if it is there."""
    named = os.environ.get(CLIPS_VARIABLE, "")
    return Path(named) if named and Path(named).is_dir() else None


def people(folder: Path | None) -> list[Trial]:
    """The clips of a folder; none where there is no folder. Files that are no sound are left out."""
    return list(_clips(folder)) if folder is not None and folder.is_dir() else []


def _clips(folder: Path) -> Iterator[Trial]:
    for path in sorted(folder.glob("*.wav")):
        try:
            yield Trial("", path.stem, np.asarray(read_wav(path, RATE) / 32768, np.float32))
        except BadWav:
            continue


def scaled(sound: Sound, level: float) -> Sound:
    """With its loudest sample at ``level``, over the last bit of a microphone."""
    floor = np.random.default_rng(0).standard_normal(len(sound)) * 1e-4
    return np.asarray(sound / (np.abs(sound).max() + 1e-9) * level + floor, np.float32)


def false_acceptance(lang: str, trials: Sequence[Trial], hear: Hear) -> dict[str, float]:
    """What is acted on at the menu, in per cent; counts of payments: at a fresh review each, and one after another;
    and how often the client that waits for its wake phrase wakes up.
    """
    menu = Talker(lang)
    taken = sum(menu.takes(menu.meaning(hear(trial, menu.phrases))) for trial in trials)
    return {
        "taken": 100 * taken / len(trials),
        "confirmed": float(sum(confirms(lang, trial, hear) for trial in trials)),
        "payments": float(payments_by_others(lang, trials, hear)),
        "woken": 100 * sum(wakes(lang, trial, hear) for trial in trials) / len(trials),
        "tried": float(len(trials)),
    }


def confirms(lang: str, trial: Trial, hear: Hear) -> bool:
    """Is this taken for the Yes to a read-back, with no question back?"""
    talker = at_review(lang)
    meant = talker.meaning(hear(trial, talker.phrases))
    return isinstance(meant.act, Affirm) and talker.takes(meant)


def wakes(lang: str, trial: Trial, hear: Hear) -> bool:
    """Does the client, at rest, begin a conversation at this?"""
    talker = Talker(lang)
    talker.rest(replace(talker.settings, wake_phrase=True))
    talker.pipeline.hear_all(hear(trial, talker.phrases))
    return talker.conversing


def wake_phrases(lang: str) -> tuple[str, ...]:
    """What wakes it."""
    return load_grammar(lang).wake
