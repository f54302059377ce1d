"""``tingjian understand``: sentences on stdin, one a line; what they mean as JSON, one object a line."""

from __future__ import annotations

import argparse
import json
import sys

from app.dialogue.grammar import load_grammar
from app.dialogue.meaning import describe
from app.dialogue.understand import Understanding
from app.words import LANGUAGES


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "understand",
        help="what sentences mean: text lines in, JSON lines out",
        description="Reads one sentence a line on standard input and writes one JSON object a line: act, intent,"
        " slots, confidence. What is not understood has the act null.",
    )
    parser.add_argument("--lang", choices=LANGUAGES, default="zh-CN", help="language of the sentences (zh-CN)")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    understanding = Understanding(load_grammar(args.lang))
    for line in sys.stdin:
        meaning = describe(understanding.understand(line.rstrip("\n")))
        sys.stdout.write(json.dumps(meaning, ensure_ascii=False) + "\n")
        sys.stdout.flush()
    return 0
