"""``tingjian text``: the conversation on standard input and output, for pipes, terminals and braille displays."""

from __future__ import annotations

import argparse
import getpass
import sys

from app import bootstrap
from app.commands.options import add_bank_options, bank_of
from app.dialogue.manager import DialogueManager, Turn
from app.domain.secret import Secret
from app.flows.acts import Mode
from app.words import LANGUAGES, Form, Words

PROMPT = "> "


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "text",
        help="the conversation in a terminal or a pipe",
        description="Talk to the bank in sentences, one a line. Ends at end of input.",
    )
    add_bank_options(parser)
    parser.add_argument("--lang", choices=LANGUAGES, default="zh-CN", help="language (zh-CN)")
    parser.add_argument("--braille", action="store_true", help="short lines that suit a braille display")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    words = Words.load(args.lang)
    form = Form.BRAILLE if args.braille else Form.CHAT
    with bank_of(args) as bank, bootstrap.terminal_dialogue(bank, words) as dialogue:
        dialogue.listen(lambda turn: _print(turn, form))
        dialogue.greet()
        while (typed := _read(dialogue, words)) is not None:
            if typed:
                dialogue.say(typed, Mode.TERMINAL)
    return 0


def _print(turn: Turn, form: Form) -> None:
    if turn.who == "bank":
        sys.stdout.write(turn.message.form(form) + "\n")
        sys.stdout.flush()


def _read(dialogue: DialogueManager, words: Words) -> str | Secret | None:
    """The next line; None at the end. A secret is read without echo where there is a terminal."""
    interactive = sys.stdin.isatty()
    try:
        if interactive and dialogue.view.asks_secret:
            return getpass.getpass(words.text("sign_in-password-label") + PROMPT)
        if interactive:
            return input(PROMPT).strip()
        line = sys.stdin.readline()
    except (EOFError, KeyboardInterrupt):
        sys.stdout.write("\n")
        return None
    return line.strip() if line else None
