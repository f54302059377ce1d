"""Kit: what every screen is given: the look, the words, and ways to act, to focus and to tell."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from accessibility.announcer import Kind
from accessibility.preferences import Preferences
from app.dialogue.phrase import problem_part
from app.domain.errors import Problem
from app.flows.acts import Act
from app.flows.model import Flow
from app.ui.look import Look
from app.words import Message, Words


@dataclass(frozen=True, slots=True)
class Kit:
    """``act`` hands in what the customer did on the screen, unless the bank is at work just now.

    ``preferences`` gives the present ones. ``hold_focus`` keeps what has the focus in sight while the layout settles.
    ``note`` has something that the focus goes to felt and seen as well: its sound, its flash, its vibration.
    ``typing_secret`` is told when the focus comes into a field for a secret and when it leaves it.
    ``tell_on_screen`` has heard what stands on the screen, which keys may lie over.
    """

    look: Look
    words: Words
    flows: Mapping[str, Flow]
    act: Callable[[Act], None]
    focus: Callable[[Any], None]
    tell: Callable[..., None]
    preferences: Callable[[], Preferences] = Preferences
    hold_focus: Callable[[], object] = lambda: None
    note: Callable[[Kind, Message], object] = lambda kind, words: None
    typing_secret: Callable[[bool], object] = lambda on: None
    tell_on_screen: Callable[[Message, Kind], object] = lambda words, kind: None

    def text(self, message_id: str, **args: Any) -> str:
        """The screen form of a message."""
        return self.words.text(message_id, **args)

    def message(self, message_id: str, **args: Any) -> Message:
        """A message in all its forms: what is told."""
        return self.words.message(message_id, **args)

    def text_or(self, message_id: str, otherwise: str, **args: Any) -> str:
        """The same, or the words of another message where a flow has none of its own."""
        return self.text(message_id if self.words.has(message_id) else otherwise, **args)

    def problem(self, problem: Problem) -> Message:
        """A problem in words."""
        part = problem_part(problem, self.words)
        return self.message(part.id, **part.args)
