"""The bank over HTTPS, and a conversation with it in a terminal."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.bank.http import HttpBank
from app.dialogue.grammar import load_grammar
from app.dialogue.manager import DialogueManager
from app.dialogue.understand import Understanding
from app.flows import FLOWS
from app.flows.interaction import InteractionManager
from app.flows.work import InlineWorker
from app.words import Words


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
