"""``tingjian listen``: what is said in sound files and what it means, one JSON object a file."""

from __future__ import annotations

import argparse
import json
import sys

from app import bootstrap
from app.commands.errors import CommandError
from app.commands.voice_problems import voice_problem_line
from app.config import Places
from app.dialogue.grammar import load_grammar
from app.dialogue.meaning import describe
from app.dialogue.understand import Understanding
from app.words import LANGUAGES
from voice.errors import VoiceProblem
from voice.listen import listen_file


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "listen",
        help="what is said in WAV files, as JSON lines",
        description="Recognises each WAV file (any sample rate, mono or stereo) and writes one JSON object a line:"
        " file, text, confidence, act, intent, slots, seconds of audio, real-time factor.",
    )
    parser.add_argument("files", nargs="+", metavar="FILE.wav")
    parser.add_argument("--lang", choices=LANGUAGES, default="zh-CN", help="language spoken (zh-CN)")
    parser.add_argument("--model", metavar="FOLDER", help="a Vosk model to use instead of the chosen one")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    understanding = Understanding(load_grammar(args.lang))
    failed = 0
    try:
        chosen = args.model or bootstrap.shelf_of(Places.of_this_user()).chosen(args.lang)
        recogniser = bootstrap.recogniser_factory(args.lang, str(chosen) if chosen else None)
        phrases = bootstrap.phrases_for_files(args.lang)
    except VoiceProblem as problem:
        raise CommandError(voice_problem_line(problem)) from problem
    for file in args.files:
        try:
            heard = listen_file(file, recogniser, phrases)
        except (VoiceProblem, OSError) as problem:
            failed += 1
            reason = problem.strerror if isinstance(problem, OSError) else voice_problem_line(problem)
            sys.stderr.write(f"tingjian listen: {file}: {reason}\n")
            continue
        meaning = describe(understanding.understand(heard["text"]))
        meaning.pop("confidence")
        sys.stdout.write(json.dumps({"file": file, **heard, **meaning}, ensure_ascii=False) + "\n")
        sys.stdout.flush()
    return 1 if failed else 0
