"""Which acts leave what is open as it stands: the task, the question, the list that is being read."""

from __future__ import annotations

from collections.abc import Mapping

from app.flows.acts import (
    Act,
    Adjust,
    Affirm,
    Choices,
    Cost,
    Help,
    Human,
    Keypad,
    More,
    Negate,
    NotUnderstood,
    OpenSettings,
    Repeat,
    Spell,
    Why,
)
from app.flows.session import Session, Stage

NOTES: Mapping[type[Act], str] = {
    Human: "human",
    Help: "help",
    Why: "why",
    Spell: "spell",
    Cost: "cost",
    Keypad: "keypad",
    OpenSettings: "settings",
}
"""Acts that change nothing: something is said beside the task, by this notice."""

LEAVES_THE_LIST = (Repeat, More, Help, Why, Spell, Cost, Adjust, NotUnderstood)
"""Acts after which a list that is being read out goes on where it was."""

KEEPS_THE_QUESTION = (Repeat, Adjust, *NOTES)
"""Acts after which a doubt or a numbered choice is still open: who wants to hear it slower has not answered it."""

_HARMLESS = (NotUnderstood, Repeat, Help, Negate, Why, Spell, Cost, Choices, More, Human, Adjust, OpenSettings)
"""Acts that change nothing, so that they are never asked back."""


def harmless(act: Act, session: Session | None) -> bool:
    """Does it change nothing, so that it need not be asked back? A Yes moves money at the review alone."""
    at_review = session is not None and session.stage is Stage.REVIEW
    return isinstance(act, _HARMLESS) or (isinstance(act, Affirm) and not at_review)
