"""The window on a bank."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from app.bank.port import Bank
from app.bootstrap.bank import BankAddress, make_bank
from app.bootstrap.client import Client
from app.bootstrap.hearing import shelf_of
from app.bootstrap.phrases import make_vocabulary
from app.bootstrap.speaking import make_speaking
from app.config import Places
from app.dialogue.grammar import load_grammar
from app.dialogue.manager import DialogueManager
from app.dialogue.understand import Understanding
from app.flows import FLOWS
from app.flows.interaction import InteractionManager
from app.flows.staying import Staying
from app.flows.work import ThreadWorker
from app.keeper import Keeper
from app.ui.ways.choice import turned
from app.words import Words
from voice.models.shelf import Shelf

if TYPE_CHECKING:
    from accessibility.voicing.reader import Reader
    from app.ui.parts import Parts


def run_client(
    address: BankAddress,
    lang: str | None,
    places: Places,
    way: str = "",
    around: Callable[[Bank], Bank] = lambda bank: bank,
) -> None:
    """Open the window on a bank and stay until it is closed. ``way``: scan, dwell or keypad is on from the start.
    ``around`` may put something between the client and its bank.

    Raises:
        app.ui.fonts.FontMissing: nothing on this machine can show Chinese.
    """
    from app.ui import start

    keeper = Keeper(places.settings)
    keeper.settings = replace(keeper.settings, lang=lang or keeper.settings.lang)
    if way:
        keeper.settings = replace(keeper.settings, preferences=turned(keeper.preferences, way, on=True))
    words = Words.load(keeper.settings.lang)
    setup = start.WindowSetup(home=places.data / "kivy")
    start.run_window(lambda: _window_parts(around(make_bank(address, "app")), words, keeper, shelf_of(places)), setup)


def _window_parts(bank: Bank, words: Words, keeper: Keeper, shelf: Shelf) -> Parts:
    from app.ui.parts import Parts
    from app.ui.start import post
    from app.ui.system_look import ask_system

    worker, grammar = ThreadWorker(post), load_grammar(words.lang)
    interaction = InteractionManager(bank, FLOWS, worker, words.lang)
    dialogue = DialogueManager(interaction, Understanding(grammar), words)
    vocabulary = cache(partial(make_vocabulary, grammar))  # at the start nobody asks, and it takes a moment
    speaking = make_speaking(Client(interaction, dialogue, grammar, words, keeper, post), shelf)

    def stopping() -> None:
        speaking.close()
        interaction.close()

    return Parts(
        manager=interaction,
        dialogue=dialogue,
        voice=speaking.voice,
        words=words,
        flows=FLOWS,
        make_bridge=partial(_bridge, words, speaking.voicing.reader),
        keeper=keeper,
        staying=Staying(interaction, bank, worker, lambda seconds: keeper.preferences.limit(seconds)),
        system_look=ask_system,
        voicing=speaking.voicing,
        offers=speaking.offers,
        sayable=lambda view: vocabulary().now(view).sentences,
        started=speaking.voice.warm_up,
        stopping=stopping,
    )


def _bridge(words: Words, reader: Reader, window: Any, title: str) -> Any:
    """What tells the platform's readers and our own what the window holds."""
    from accessibility.bridge import AccessibilityBridge
    from accessibility.providers.platform import platform_provider
    from accessibility.providers.several import Several
    from app.ui.ways.voicing_words import platform_words

    return AccessibilityBridge(window, title, Several([platform_provider(platform_words(words)), reader]))
