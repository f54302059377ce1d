"""Words of a customer who is on a screen beside the task (settings, welcome): which of them lead back to the task."""

from __future__ import annotations

from app.flows.acts import (
    Act,
    Adjust,
    Choices,
    Cost,
    Help,
    Human,
    NotUnderstood,
    OpenSettings,
    Repeat,
    Spell,
    Why,
)

_STAYING = (Adjust, Choices, Cost, Help, Human, NotUnderstood, OpenSettings, Repeat, Spell, Why)
"""What can be said on any screen without meaning another."""


def leads_back(act: Act) -> bool:
    """Whether the task has to be seen after this: who asks aloud for a transfer must not keep looking at settings."""
    return not isinstance(act, _STAYING)
