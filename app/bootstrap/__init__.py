"""bootstrap: the one package that names concrete adapters and puts the parts together."""

from app.bootstrap.bank import BankAddress, check_reachable, make_bank, terminal_dialogue
from app.bootstrap.engine import Engine, make_one_voice
from app.bootstrap.hearing import ModelChoice, recogniser_factory, shelf_of, unsayable
from app.bootstrap.phrases import make_vocabulary, phrases_for_files, spoken_phrases, trigger_sentences
from app.bootstrap.window import run_client

__all__ = [
    "BankAddress",
    "Engine",
    "ModelChoice",
    "check_reachable",
    "make_bank",
    "make_one_voice",
    "make_vocabulary",
    "phrases_for_files",
    "recogniser_factory",
    "run_client",
    "shelf_of",
    "spoken_phrases",
    "terminal_dialogue",
    "trigger_sentences",
    "unsayable",
]
