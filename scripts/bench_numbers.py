"""Amounts and digit strings by the thousand: said, heard, understood, read back, and compared with what was said.

    .venv/bin/python scripts/bench_numbers.py --size 1000          # 1,000 of each, both languages; minutes
    .venv/bin/python scripts/bench_numbers.py --lang en --size 1000 --model FOLDER

No wrong number may pass its read-back silently: ``hidden`` must be 0.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
if str(_ROOT) not in sys.path:
    sys.path.insert(0, str(_ROOT))

import numpy as np  # noqa: E402 - the root has to be known first

from scripts.bench_hearing import LANGS, Ears  # noqa: E402
from scripts.bench_numbers_dialogue import DigitsAloud, Listen, Outcome, amount_aloud, figures  # noqa: E402
from scripts.voice_model import language  # noqa: E402
from voice.model_builder import voices  # noqa: E402
from voice.model_builder.augmentation import coloured_noise, with_noise  # noqa: E402
from voice.model_builder.espeak import Espeak  # noqa: E402
from voice.model_builder.trials import Trial, spoken_trials  # noqa: E402
from voice.models import find_model  # noqa: E402
from voice.numbers import parse_amount, parse_digits  # noqa: E402
from voice.numbers.drawn import drawn_numbers  # noqa: E402
from voice.stt.vosk_engine import VoskModel, VoskRecogniser  # noqa: E402

FULL, USUAL, QUICK = 1000, 120, 12
"""How many amounts, and how many digit strings, in each language."""

LENGTHS = (8, 11)
"""A customer number, a telephone number: each half of the digit strings."""

ROOMS: dict[str, float | None] = {"quiet": None, "10db": 10.0}
"""Signal-to-noise ratios in dB; None: a quiet room."""

_SEED = 4711
_SECONDS_EACH = 2.0
_HIDDEN = 3  # this command's exit code when a wrong number would have passed


def measure(size: int = USUAL) -> dict[str, float]:
    """Every figure, its language first in the name. Raises CalledProcessError when a child fails."""
    found: dict[str, float] = {}
    for short in LANGS:
        command = [sys.executable, str(Path(__file__)), "--lang", short, "--size", str(size)]
        patience = 120 + _SECONDS_EACH * size * 2 * len(ROOMS)
        done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=patience, cwd=_ROOT)
        if done.returncode not in (0, _HIDDEN):
            raise subprocess.CalledProcessError(done.returncode, command, done.stdout, done.stderr)
        found |= json.loads(done.stdout)
    return found


def measure_language(lang: str, size: int, model: str | None = None) -> dict[str, float]:
    """The figures of one language; ``model`` is a folder other than the shipped one."""
    ears = Ears(VoskRecogniser(VoskModel(find_model(lang, model))))
    found: dict[str, float] = {}
    for name, outcomes in tallies(lang, size, ears).items():
        found |= figures(name, outcomes)
    return found


def tallies(lang: str, size: int, ears: Ears) -> dict[str, Counter[Outcome]]:
    """What became of the numbers, by kind and room: amounts_quiet, digits11_10db, ..."""
    rng, numbers = random.Random(_SEED), drawn_numbers(lang)  # noqa: S311 - a repeatable sample, no secret
    found: dict[str, Counter[Outcome]] = {}
    for trial, room in _spoken(lang, [numbers.amount(rng) for _ in range(size)]):
        cents = parse_amount(trial.text, lang)
        assert cents is not None
        outcome = amount_aloud(lang, cents, _listening(ears, trial))
        found.setdefault(f"amounts_{room}", Counter())[outcome] += 1
    for length in LENGTHS:
        question = DigitsAloud(lang, length)
        for trial, room in _spoken(lang, [numbers.digits(rng, length) for _ in range(size // len(LENGTHS))]):
            digits = parse_digits(trial.text, lang)
            assert digits is not None
            outcome = question.outcome(digits, _listening(ears, trial))
            found.setdefault(f"digits{length}_{room}", Counter())[outcome] += 1
    return found


def _listening(ears: Ears, trial: Trial) -> Listen:
    return partial(ears.hear, trial)


def _spoken(lang: str, texts: Sequence[str]) -> Iterator[tuple[Trial, str]]:
    """Each text by an unheard voice, in every room; one at a time, for a thousand of them are hundreds of megabytes."""
    chance = np.random.default_rng(_SEED)
    with Espeak(voices.installed_data().parent) as espeak, language(lang, espeak) as spoken:
        for trial in spoken_trials(spoken, espeak, texts, seed=_SEED):
            for room, decibels in ROOMS.items():
                if decibels is None:
                    yield trial, room
                    continue
                noise = coloured_noise(len(trial.sound), 1.0, chance)
                yield Trial(trial.text, trial.voice, with_noise(trial.sound, noise, decibels)), room


def main() -> int:
    """Measure and print JSON; another exit code than 0 when a wrong number would have passed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lang", choices=LANGS, action="append", help="both when left out")
    parser.add_argument("--size", type=int, default=FULL, help=f"amounts, and digit strings ({FULL})")
    parser.add_argument("--model", help="folder of another model than the shipped one; with one --lang")
    chosen = parser.parse_args()
    found: dict[str, float] = {}
    for short in chosen.lang or LANGS:
        measured = measure_language(LANGS[short], chosen.size, chosen.model)
        found |= {f"{short}_{name}": round(value, 2) for name, value in measured.items()}
    sys.stdout.write(json.dumps(found, indent=1) + "\n")
    return _HIDDEN if any(value for name, value in found.items() if name.endswith(f"_{Outcome.HIDDEN}")) else 0


if __name__ == "__main__":
    raise SystemExit(main())
