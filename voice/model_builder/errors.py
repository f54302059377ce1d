"""What can go wrong while a model is built.

BuildProblem
├── Unpronounceable   a word whose sounds the language does not know
├── MissingTool       a program or package of the training extra that is not here
└── CannotBeSaid      sentences that the finished model could not hear
"""

from __future__ import annotations

from collections.abc import Sequence


class BuildProblem(Exception):
    """A model cannot be built; the message says what to do."""


class Unpronounceable(BuildProblem):
    """A word whose sounds the language does not know."""


class MissingTool(BuildProblem):
    """A program or package that the build needs and that is not installed."""


class CannotBeSaid(BuildProblem):
    """Sentences with words that the model has no sounds for."""

    def __init__(self, sentences: Sequence[str]) -> None:
        super().__init__("the model cannot hear: " + ", ".join(sentences))
        self.sentences = tuple(sentences)
