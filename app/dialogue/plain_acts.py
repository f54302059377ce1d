"""The acts that are said with nothing to fill in, by the name that they have in the sentence files."""

from __future__ import annotations

from app.flows.acts import (
    Act,
    Adjust,
    Affirm,
    Back,
    Cancel,
    Choices,
    Cost,
    Help,
    Home,
    Human,
    Keypad,
    Manner,
    More,
    Negate,
    OpenSettings,
    Repeat,
    Resume,
    SignOut,
    Spell,
    Why,
)

PLAIN_ACTS: dict[str, Act] = {
    "affirm": Affirm(),
    "negate": Negate(),
    "cancel": Cancel(),
    "back": Back(),
    "home": Home(),
    "repeat": Repeat(),
    "help": Help(),
    "human": Human(),
    "more": More(),
    "sign_out": SignOut(),
    "choices": Choices(),
    "why": Why(),
    "spell": Spell(),
    "cost": Cost(),
    "keypad": Keypad(),
    "open_settings": OpenSettings(),
    "resume": Resume(),
    **{manner.value: Adjust(manner) for manner in Manner},
}
