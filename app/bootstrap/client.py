"""What the parts of the window's voice are joined to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.dialogue.grammar import Grammar
from app.dialogue.manager import DialogueManager
from app.flows.interaction import InteractionManager
from app.keeper import Keeper
from app.words import Words


@dataclass(frozen=True, slots=True)
class Client:
    """One customer's client; ``post`` runs a job on the main thread."""

    interaction: InteractionManager
    dialogue: DialogueManager
    grammar: Grammar
    words: Words
    keeper: Keeper
    post: Callable[[Callable[[], None]], None]
