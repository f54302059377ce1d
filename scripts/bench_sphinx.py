"""Another offline recogniser on the same English commands: pocketsphinx, which brings a model of its own.

It is no dependency of the product: the extra ``bench-voice`` brings it, or the table says that it is not here.
Runs in a process of its own, like each of our languages, so that its memory is its own.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).resolve().parent.parent
if str(_ROOT) not in sys.path:
    sys.path.insert(0, str(_ROOT))

import psutil  # noqa: E402 - the root has to be known first

from scripts.bench_hearing_dialogue import Talker  # noqa: E402
from scripts.bench_hearing_trials import conditions, plain_trials  # noqa: E402
from voice.model_builder.evaluation import listen  # noqa: E402
from voice.model_builder.trials import samples  # noqa: E402
from voice.models import find_model  # noqa: E402
from voice.stt.recogniser import Heard  # noqa: E402
from voice.stt.vosk_engine import VoskModel, VoskRecogniser  # noqa: E402

HOW = "pip install -e '.[bench-voice]'"
_LANG = "en"
_PATIENCE = 400.0  # seconds
_MANY, _FEW = 9, 3  # commands; it takes twice as long as the sound lasts


def missing() -> str:
    """How to get it; empty when it is here."""
    return "" if importlib.util.find_spec("pocketsphinx") else HOW


def measure(quick: bool = False) -> dict[str, float]:
    """Its figures, and those of our English model on the same sound; nothing where it is not here."""
    if missing():
        return {}
    command = [sys.executable, str(Path(__file__)), *(["--quick"] if quick else [])]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=_PATIENCE, cwd=_ROOT)
    return {name: float(value) for name, value in json.loads(done.stdout).items()}


def measure_here(size: int) -> dict[str, float]:
    """The same commands, voices, noise and sentences for both, the same understanding of what was heard."""
    sphinx = importlib.import_module("pocketsphinx")
    process, talker = psutil.Process(), Talker(_LANG)
    sentences = [text for text in dict.fromkeys(map(_words, talker.sentences)) if text]
    trials = plain_trials(_LANG, sentences, size)
    ours = VoskRecogniser(VoskModel(find_model(_LANG)))
    ours.set_phrases(sentences)
    before, begun = process.memory_info().rss, time.perf_counter()
    decoder = sphinx.Decoder(lm=None, loglevel="FATAL")
    load = time.perf_counter() - begun
    known = [text for text in sentences if all(decoder.lookup_word(word) for word in text.split())]
    decoder.add_jsgf_string("bank", "#JSGF V1.0; grammar bank; public <said> = " + " | ".join(known) + ";")
    decoder.activate_search("bank")
    found = {"sphinx_model_load_ms": load * 1000, "sphinx_sentences_lost": float(len(sentences) - len(known))}
    work = sound = 0.0
    for label, said in conditions(trials, (None, 10.0)):
        right = ours_right = 0
        for trial in said:
            pcm, meant = samples(trial.sound), talker.meaning(Heard(trial.text)).act
            begun = time.process_time()
            text = _heard(decoder, pcm)
            work, sound = work + time.process_time() - begun, sound + len(pcm) / 32_000
            right += talker.meaning(Heard(text)).act == meant
            ours_right += talker.meaning(listen(ours, pcm)).act == meant
        found[f"sphinx_commands_{label}"] = 100 * right / len(said)
        found[f"beside_sphinx_commands_{label}"] = 100 * ours_right / len(said)
    found["sphinx_real_time_factor"] = work / sound
    found["sphinx_model_mib"] = (process.memory_info().rss - before) / 2**20
    return found


def _heard(decoder: Any, pcm: bytes) -> str:
    """The best reading of one utterance; empty when there is none."""
    decoder.start_utt()
    decoder.process_raw(pcm, full_utt=True)
    decoder.end_utt()
    best = decoder.hyp()
    return "" if best is None else str(best.hypstr)


def _words(text: str) -> str:
    return " ".join(re.findall("[a-z']+", text.lower()))


if __name__ == "__main__":
    figures = measure_here(_FEW if "--quick" in sys.argv else _MANY)
    sys.stdout.write(json.dumps({name: round(value, 4) for name, value in figures.items()}, indent=1) + "\n")
