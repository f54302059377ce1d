"""Makes, measures and ships the voice models: graphs in seconds, train in an hour, measure.

The flows say what must be understood; voice.model_builder does the rest. Guide: docs/voice-model.md.
With --material another product says it, and nothing of the client is needed.
"""

from __future__ import annotations

import argparse
import contextlib
import functools
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from scripts.voice_model_options import parser  # noqa: E402
from voice.model_builder import sphinx_clips, voices  # noqa: E402
from voice.model_builder.acoustic_model import read_weights, write_acoustic_model  # noqa: E402
from voice.model_builder.english import English  # noqa: E402
from voice.model_builder.errors import BuildProblem, MissingTool  # noqa: E402
from voice.model_builder.espeak import Espeak  # noqa: E402
from voice.model_builder.evaluation import Score, Task, score  # noqa: E402
from voice.model_builder.flite import FliteSpeakers  # noqa: E402
from voice.model_builder.kokoro import Kokoro  # noqa: E402
from voice.model_builder.language import Language  # noqa: E402
from voice.model_builder.lexicon import Lexicon  # noqa: E402
from voice.model_builder.mandarin import Mandarin  # noqa: E402
from voice.model_builder.material import Material, read_material, read_words  # noqa: E402
from voice.model_builder.neural import NeuralSpeakers, Utterances  # noqa: E402
from voice.model_builder.neural_english import EnglishForKokoro  # noqa: E402
from voice.model_builder.neural_mandarin import MandarinForKokoro  # noqa: E402
from voice.model_builder.pronouncing import Pronouncing, read_lexicon, write_lexicon  # noqa: E402
from voice.model_builder.recorded import RecordedSpeakers, RecordedWords, trials_of  # noqa: E402
from voice.model_builder.recordings import Recordings, sound_of  # noqa: E402
from voice.model_builder.search_graph import USUAL, Costs  # noqa: E402
from voice.model_builder.shipping import build_graphs  # noqa: E402
from voice.model_builder.standard_tasks import (  # noqa: E402
    Speak,
    by_neural_voices,
    choice_task,
    standard_tasks,
)
from voice.model_builder.texts import Texts, mandarin_words  # noqa: E402
from voice.model_builder.trials import Trial, padded  # noqa: E402
from voice.model_builder.weights import PACES  # noqa: E402
from voice.model_builder.zhuyin import gather  # noqa: E402
from voice.models import VoiceModel  # noqa: E402
from voice.stt.vosk_engine import VoskModel, VoskRecogniser  # noqa: E402

ASSETS = ROOT / "assets" / "voice"
FOLDERS = {"zh-CN": ASSETS / "zh-bank", "en": ASSETS / "en-bank"}
BLANK_PRIORS = {"zh-CN": 100.0, "en": 8.0}  # found by trying 5 to 400
COSTS = {"en": Costs(unknown_phone=3.0), "zh-CN": Costs(unknown_phone=2.9)}
"""What suits each network (docs/voice-model-notes.md): with less commands get lost, with more other speech is one."""
PRONUNCIATIONS = ASSETS / "words" / "en.lexicon"
RESYNTHESISED, RECORDED = 0.17, 0.10
"""Of all speech, with recordings: their syllables spoken anew, and as they are."""
NEURAL = 0.12
"""Of all speech, with styles of neural voices."""


def tell(line: str) -> None:
    """Progress for people, with the time of day."""
    print(time.strftime("%H:%M:%S"), line, flush=True)  # noqa: T201


def flow_material(lang: str) -> Material:
    """What the client's flows want understood; here alone, and in :func:`meanings`, the client is imported."""
    from app.dialogue import model_material

    return model_material.flow_material(lang)


def meanings(lang: str) -> Callable[[str], str]:
    """What the client understands by a sentence: two with the same acts and slots are the same to it."""
    from app.dialogue.grammar import load_grammar
    from app.dialogue.understand import Understanding
    from app.flows.acts import NotUnderstood

    understanding = Understanding(load_grammar(lang))

    @functools.cache
    def means(text: str) -> str:
        act = understanding.understand(text).act
        return text if isinstance(act, NotUnderstood) else repr(act)

    return means


def listed_words(lang: str) -> tuple[str, ...]:
    """Words that the model knows beside those of the flows; Chinese knows its everyday characters anyway."""
    return read_words(ASSETS / "words" / "en.txt") if lang == "en" else ()


@contextlib.contextmanager
def language(lang: str, espeak: Espeak | None = None, *, keep: bool = False) -> Iterator[Language]:
    """The language; English words are looked up in the kept lexicon; espeak-ng is asked for new ones, to ``keep``."""
    if lang != "en":
        yield Mandarin()
        return
    known: Lexicon = read_lexicon(PRONUNCIATIONS)
    with contextlib.ExitStack() as stack:
        asked = espeak

        def account(text: str, accent: str) -> str:
            nonlocal asked
            if asked is None:
                asked = stack.enter_context(Espeak(voices.installed_data().parent))
            return asked.phonemes(text, accent)

        english = Pronouncing(English(account), known)
        yield english
    if english.fresh and keep:
        write_lexicon(known, PRONUNCIATIONS)
        tell(f"{len(english.fresh)} new words in {PRONUNCIATIONS.relative_to(ROOT)}")


def graphs(lang: str, folder: Path, material: Material | None = None) -> None:
    """Build graph and conf of a model around its acoustic model; for the flows, or for other material."""
    begun = time.monotonic()
    with language(lang, keep=material is None) as spoken:
        lexicon = build_graphs(
            folder, spoken, material or flow_material(lang), listed_words(lang), costs=COSTS.get(lang, USUAL)
        )
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6
    tell(f"{lang}: {len(lexicon)} words, {size:.1f} MB, {time.monotonic() - begun:.1f} s")


def train(options: argparse.Namespace) -> None:
    """Everything from nothing: speech, features, network, files, graphs."""
    import torch

    from voice.model_builder.building import Amount, make_speech
    from voice.model_builder.building import train as train_network
    from voice.model_builder.corpus import Speaker
    from voice.model_builder.resynthesis import ResynthesisedSpeakers
    from voice.model_builder.training import Plan

    torch.set_num_threads(options.threads)
    work = Path(options.work)
    with Espeak(voices.make_data(work)) as espeak, language(options.lang, espeak) as spoken:
        human: list[tuple[float, Speaker]] = []
        if options.recordings and options.lang == "zh-CN":
            people = Recordings(Path(options.recordings))
            human.append((RESYNTHESISED, ResynthesisedSpeakers(spoken, people)))
            human.append((RECORDED, RecordedSpeakers(spoken, people)))
        if options.flite and options.lang == "en":
            human.append((options.flite, FliteSpeakers(spoken)))
        neural: list[tuple[float, Speaker]] = []
        share = (NEURAL if options.styles else 0.0) if options.neural is None else options.neural
        if share:
            neural = [(share, NeuralSpeakers(kokoro(options), for_kokoro(spoken, espeak)))]
        words: Sequence[str] = listed_words(options.lang) or mandarin_words()
        texts = Texts(flow_material(options.lang), words, spoken.between)
        weights = read_weights(Path(options.start) / "am" / "final.mdl") if options.start else None
        size = tuple(options.units) if options.units else None
        pace, shards = PACES.get(options.every), list[Path]()
        for number, steps in enumerate(options.steps):
            seed, rate = options.seed + number, options.rate / 2**number
            shards += make_speech(work, spoken, texts, Amount(options.shards, options.size, seed), human, tell, neural)
            plan = Plan(steps, options.even_steps, rate, seed=seed, keep=options.keep)
            checkpoint = work / f"{options.lang}-{seed}.checkpoint"
            weights = train_network(shards, spoken.phones.outputs, plan, checkpoint, weights, tell, size, pace)
        folder = Path(options.out or work / FOLDERS[options.lang].name)
        (folder / "am").mkdir(parents=True, exist_ok=True)
        write_acoustic_model(folder / "am" / "final.mdl", spoken.phones, weights, BLANK_PRIORS[options.lang])
    graphs(options.lang, folder)
    tell(f"done: {folder}; measure it with: {Path(__file__).name} measure {options.lang} --model {folder}")


def measure(options: argparse.Namespace) -> None:
    """A table of what the model hears of voices that no training has heard, and of people where there are clips."""
    lang, folder = options.lang, Path(options.model or FOLDERS[options.lang])
    begun = time.perf_counter()
    model = VoskModel(VoiceModel(lang, folder, shipped=True))
    tell(f"{folder.name}: loaded in {1000 * (time.perf_counter() - begun):.0f} ms")
    recogniser = VoskRecogniser(model)
    with Espeak(voices.installed_data().parent) as espeak, language(lang, espeak) as spoken:
        means = meanings(lang)

        def rows(size: int, speak: Speak | None = None) -> Iterator[Task]:
            return standard_tasks(spoken, espeak, flow_material(lang), meaning=means, size=size, speak=speak)

        tasks = list(rows(options.size))
        if options.neural:
            tasks += neural_rows(options, for_kokoro(spoken, espeak), rows)
        if options.people:
            tasks += people_rows(options, spoken, rows)
    for task in tasks:
        show(score(recogniser, task), verbose=options.verbose)
    for name, trials in human_trials(options):
        with hearing(lang, folder, model, [trial.text for trial in trials]) as able:
            show(score(VoskRecogniser(able), choice_task(name, trials, able.split)), verbose=options.verbose)


def show(found: Score, *, verbose: bool) -> None:
    """A row of the table; with what was misheard when it was asked for."""
    tell(found.line())
    for voice, said, heard in found.missed if verbose else ():
        tell(f"    {voice}: {said} -> {heard}")


@contextlib.contextmanager
def hearing(lang: str, folder: Path, model: VoskModel, texts: Sequence[str]) -> Iterator[VoskModel]:
    """The model; or, where it lacks words of the texts, its network with a graph that has them."""
    if all(model.split(text) is not None for text in texts):
        yield model
        return
    with tempfile.TemporaryDirectory() as made:
        other = Path(made) / folder.name
        shutil.copytree(folder, other)
        graphs(lang, other, Material(lang, tuple(dict.fromkeys(texts))))
        yield VoskModel(VoiceModel(lang, other, shipped=True))


def neural_rows(
    options: argparse.Namespace, utterances: Utterances, rows: Callable[[int, Speak], Iterator[Task]]
) -> list[Task]:
    """The same rows by neural voices; none, and a line that says so, where the synthesiser is not installed."""
    try:
        speak = by_neural_voices(kokoro(options), utterances)
    except MissingTool as missing:
        tell(f"no row of neural voices: {missing}")
        return []
    return [replace(task, name=f"neural {task.name}") for task in rows(options.neural, speak)]


def people_rows(
    options: argparse.Namespace, spoken: Language, rows: Callable[[int, Speak], Iterator[Task]]
) -> list[Task]:
    """The same rows put together from recordings of somebody; those of which nothing is recorded are left out."""
    folder = Path(options.people)
    speaker = RecordedWords(spoken, folder) if options.lang == "en" else RecordedSpeakers(spoken, Recordings(folder))
    found = rows(options.size, lambda texts: trials_of(speaker, "people", texts))
    return [replace(task, name=f"people's {task.name}") for task in found if task.trials]


def kokoro(options: argparse.Namespace) -> Kokoro:
    """The neural synthesiser, with the styles that were named."""
    return Kokoro(Path(options.styles) if options.styles else None)


def for_kokoro(spoken: Language, espeak: Espeak) -> Utterances:
    """The language as the neural synthesiser speaks it."""
    return EnglishForKokoro(spoken, espeak.phonemes) if spoken.code == "en" else MandarinForKokoro(spoken)


def human_trials(options: argparse.Namespace) -> Iterator[tuple[str, list[Trial]]]:
    """Clips named in a manifest (columns file and text), and words of the recordings that training left out."""
    if options.clips:
        manifest = Path(options.clips) / "manifest.tsv"
        header, *rows = (line.split("\t") for line in manifest.read_text(encoding="utf8").splitlines())
        file, text = header.index("file"), header.index("text")
        clips = [Trial(row[text], "clip", sound_of(manifest.parent / row[file])) for row in rows]
        yield "people's clips", clips
    if options.recordings:
        held = Recordings(Path(options.recordings)).held_out
        yield "people's words", [Trial(word, "word", padded(sound_of(path))) for word, path in held.items()]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; 1 and a message when the model cannot be built."""
    options = parser(tuple(FOLDERS), ROOT / "out" / "voice", __doc__ or "").parse_args(arguments)
    try:
        if options.command == "graphs" and options.material:
            material = read_material(Path(options.material))
            graphs(material.lang, Path(options.out), material)
        elif options.command == "graphs":
            for lang in options.lang or FOLDERS:
                graphs(lang, FOLDERS[lang])
        elif options.command == "syllables":
            tell(f"{gather(Path(options.source), options.voice, Path(options.out))} syllables in {options.out}")
        elif options.command == "clips":
            tell(f"{sphinx_clips.gather(Path(options.source), Path(options.out))} clips in {options.out}")
        else:
            {"train": train, "measure": measure}[options.command](options)
    except BuildProblem as problem:
        print(f"voice model: {problem}", file=sys.stderr)  # noqa: T201
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
