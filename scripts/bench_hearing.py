"""Measures what the shipped models hear of voices that no training has heard: commands, amounts, and what is neither.

Each language runs in a process of its own, so that its memory is its own. ``measure()`` gives flat figures: shares in
per cent, and counts.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
if str(_ROOT) not in sys.path:
    sys.path.insert(0, str(_ROOT))

import psutil  # noqa: E402 - the root has to be known first

from scripts.bench_hearing_dialogue import Outcome, Talker, transfer_aloud  # noqa: E402
from scripts.bench_hearing_others import clips_folder, false_acceptance, wakes  # noqa: E402
from scripts.bench_hearing_slots import payees_heard, requests_heard  # noqa: E402
from scripts.bench_hearing_trials import FULL, QUICK, Material, conditions, material_of  # noqa: E402
from voice.model_builder.evaluation import listen  # noqa: E402
from voice.model_builder.trials import Trial, samples  # noqa: E402
from voice.models import find_model  # noqa: E402
from voice.stt.recogniser import Heard  # noqa: E402
from voice.stt.vosk_engine import VoskModel, VoskRecogniser  # noqa: E402

LANGS = {"zh": "zh-CN", "en": "en"}
_PATIENCE = 1200.0  # seconds for one language


def measure(quick: bool = False, clips: Path | None = None) -> dict[str, float]:
    """Every figure, its language first in the name; ``clips`` is a folder of people who say other things.

    Raises CalledProcessError when a child fails.
    """
    found: dict[str, float] = {}
    for short in LANGS:
        command = [sys.executable, str(Path(__file__)), "--lang", short, *(["--quick"] if quick else [])]
        command += ["--clips", str(clips)] if clips is not None else []
        done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=_PATIENCE, cwd=_ROOT)
        found |= {f"{short}_{name}": value for name, value in json.loads(done.stdout).items()}
    return found


class Ears:
    """The recogniser with a clock: how much work for how much sound, and for the ``hardest`` of all."""

    def __init__(self, recogniser: VoskRecogniser) -> None:
        self._recogniser = recogniser
        self.sound = self.work = self.hardest = 0.0

    def hear(self, trial: Trial, phrases: list[str]) -> Heard:
        """One utterance among phrases; the grammar's making is not counted."""
        self._recogniser.set_phrases(phrases)
        pcm = samples(trial.sound)
        begun = time.process_time()
        heard = listen(self._recogniser, pcm)
        work, sound = time.process_time() - begun, len(pcm) / 32_000
        self.work, self.sound = self.work + work, self.sound + sound
        self.hardest = max(self.hardest, work / sound)
        return heard


def measure_language(lang: str, sizes: dict[str, int], clips: Path | None = None) -> dict[str, float]:
    """All figures of one language."""
    process = psutil.Process()
    material = material_of(lang, sizes, clips)
    phrases = Talker(lang).phrases  # speech and dialogue are made first, so that the model's memory is its own
    before, begun = process.memory_info().rss, time.perf_counter()
    recogniser = VoskRecogniser(VoskModel(find_model(lang)))
    load = time.perf_counter() - begun
    ears = Ears(recogniser)
    found = {"model_load_ms": load * 1000}
    ears.hear(material.commands[0], phrases)
    found["model_mib"] = (process.memory_info().rss - before) / 2**20
    found |= _at_the_menu(lang, material, ears)
    found |= _at_the_amount(lang, material, ears)
    found |= _slots(lang, material, ears)
    found |= _dialogues(lang, material, ears)
    found |= _wake(lang, material, ears)
    found["real_time_factor"] = ears.work / ears.sound
    for name, trials in material.others.items():
        found |= {f"{name}_{key}": value for key, value in false_acceptance(lang, trials, ears.hear).items()}
    found["hardest_real_time_factor"] = ears.hardest
    found["whole_mib"] = (process.memory_info().rss - before) / 2**20
    return found


def _at_the_menu(lang: str, material: Material, ears: Ears) -> dict[str, float]:
    """Is the command understood? One that is asked back for lack of certainty counts as understood."""
    talker = Talker(lang)
    found = {}
    for label, trials in conditions(material.commands):
        right = wrong = 0
        for trial in trials:
            meant, said = talker.meaning(ears.hear(trial, talker.phrases)), talker.meaning(Heard(trial.text))
            right += meant.act == said.act
            wrong += meant.act != said.act and talker.takes(meant)
        found[f"commands_{label}"] = 100 * right / len(trials)
        found[f"commands_{label}_wrongly_taken"] = 100 * wrong / len(trials)
    return found


def _at_the_amount(lang: str, material: Material, ears: Ears) -> dict[str, float]:
    """Is the amount right at first, before anything is read back?"""
    talker = Talker(lang)
    talker.ask_for_the_amount()
    found = {}
    for label, trials in conditions(material.amounts):
        right = sum(talker.amount(ears.hear(one, talker.phrases)) == talker.amount(Heard(one.text)) for one in trials)
        found[f"amounts_{label}"] = 100 * right / len(trials)
    return found


def _dialogues(lang: str, material: Material, ears: Ears) -> dict[str, float]:
    """Whole transfers aloud: the customer listens to the read-back, corrects, and types when he is not heard."""
    found = {}
    for label, trials in conditions(material.dialogues, noises=(None, 10.0)):
        decibels = None if label == "quiet" else 10.0
        outcomes = [transfer_aloud(lang, trial, material.speaker, ears.hear, decibels) for trial in trials]
        found[f"dialogue_{label}_exact"] = 100 * sum(one.exact for one in outcomes) / len(outcomes)
        found[f"dialogue_{label}_wrong_payments"] = float(sum(one.wrong for one in outcomes))
        found[f"dialogue_{label}_misheard"] = float(sum(one.misheard for one in outcomes))
        found[f"dialogue_{label}_by_voice_alone"] = (
            100 * sum(one.exact and not one.typed for one in outcomes) / len(outcomes)
        )
        found[f"dialogue_{label}_turns"] = _mean(outcomes, lambda one: one.turns)
    return found


def _slots(lang: str, material: Material, ears: Ears) -> dict[str, float]:
    """Who and how much, in whole sentences and where it is asked for."""
    found = {}
    for kind, measured in (("payees", payees_heard), ("requests", requests_heard)):
        for label, trials in conditions(getattr(material, kind), noises=(None, 10.0)):
            found |= {f"{kind}_{label}_{key}": value for key, value in measured(lang, trials, ears.hear).items()}
    return found


def _wake(lang: str, material: Material, ears: Ears) -> dict[str, float]:
    """How often the wake phrase wakes it."""
    return {
        f"wake_{label}": 100 * sum(wakes(lang, one, ears.hear) for one in trials) / len(trials)
        for label, trials in conditions(material.wake, noises=(None, 10.0))
    }


def _mean(outcomes: list[Outcome], of: Callable[[Outcome], int]) -> float:
    return sum(map(of, outcomes)) / len(outcomes)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lang", choices=LANGS, required=True)
    parser.add_argument("--quick", action="store_true", help="few samples: does it work at all?")
    parser.add_argument("--clips", type=Path, default=clips_folder(), help="folder of people who say other things")
    chosen = parser.parse_args()
    figures = measure_language(LANGS[chosen.lang], QUICK if chosen.quick else FULL, chosen.clips)
    sys.stdout.write(json.dumps({name: round(value, 4) for name, value in figures.items()}, indent=1) + "\n")
