"""bootstrap: the one file that names concrete adapters and puts the parts together."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.bank.http import HttpBank
from app.dialogue.grammar import load_grammar
from app.dialogue.manager import DialogueManager
from app.dialogue.understand import Understanding
from app.dialogue.vocabulary import Listening, Vocabulary
from app.flows import FLOWS
from app.flows.interaction import InteractionManager
from app.flows.work import InlineWorker
from app.words import Words
from voice.errors import VoiceProblem
from voice.models import find_model
from voice.stt.number_phrases import amount_phrases, digit_phrases
from voice.stt.recogniser import RecogniserFactory
from voice.stt.vosk_engine import VoskModel, VoskRecogniser


@dataclass(frozen=True, slots=True)
class BankAddress:
    """Where the bank is and which certificate authority vouches for it."""

    url: str
    certificate_authority: Path


def make_bank(address: BankAddress, channel: str) -> HttpBank:
    """The bank over HTTPS; ``channel`` is how the customer came in (G2.2)."""
    return HttpBank(address.url, address.certificate_authority, channel=channel)


def check_reachable(address: BankAddress) -> None:
    """Raises a :class:`Problem` when no bank answers there."""
    make_bank(address, "app").check_health()


@contextlib.contextmanager
def terminal_dialogue(address: BankAddress, words: Words) -> Iterator[DialogueManager]:
    """A conversation whose bank calls run at once, for terminals and pipes."""
    interaction = InteractionManager(make_bank(address, "terminal"), FLOWS, InlineWorker(), words.lang)
    try:
        yield DialogueManager(interaction, Understanding(load_grammar(words.lang)), words)
    finally:
        interaction.close()


def recogniser_factory(lang: str, setting: str | None) -> RecogniserFactory:
    """Makes recognisers on one loaded model. Raises :class:`voice.errors.NoModel`."""
    model = VoskModel(find_model(lang, setting))
    return lambda: VoskRecogniser(model)


WEIGHT = 5
"""How many times a whole sentence counts against one example with a number in it."""


def make_vocabulary(lang: str) -> Vocabulary:
    """What can be said, from the templates of a language."""
    amounts = amount_phrases() if lang.startswith("zh") else ()
    return Vocabulary(load_grammar(lang), list(FLOWS), amounts)


def spoken_phrases(listening: Listening) -> tuple[str, ...]:
    """What a recogniser is to listen for; a phrase that stands there more often is the likelier."""
    numbers = amount_phrases() if listening.amounts else ()
    digits = digit_phrases() if listening.digits else ()
    return (*listening.sentences * WEIGHT, *listening.combined, *numbers, *digits)


def phrases_for_files(lang: str) -> tuple[str, ...] | None:
    """For sound files there is no customer: sentences, common names and numbers; all words of a foreign model."""
    if not lang.startswith("zh"):
        return None
    return spoken_phrases(make_vocabulary(lang).everything(Words.load(lang).text("example-names").split()))


def voice_problem_line(problem: VoiceProblem) -> str:
    """One line for the command line."""
    lines = {
        "no_model": "no voice model for this language; name one with --model",
        "model_not_found": "no such folder",
        "model_incomplete": "the folder holds no Vosk model",
        "bad_wav": "not a WAV file that can be read",
    }
    line = lines.get(problem.code, problem.code)
    return f"{line} ({problem.detail})" if problem.detail else line
