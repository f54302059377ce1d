"""Kit: what every screen is given: the look, the words, and ways to act, to focus and to tell."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from app.dialogue.phrase import problem_part
from app.domain.errors import Problem
from app.domain.secret import Secret
from app.flows.acts import Act, Mode
from app.flows.model import Flow
from app.ui.look import Look
from app.words import Message, Words


@dataclass(frozen=True, slots=True)
class Kit:
    """``act`` hands in what the customer did on the screen, unless the bank is at work just now."""

    look: Look
    words: Words
    flows: Mapping[str, Flow]
    act: Callable[[Act], None]
    focus: Callable[[Any], None]
    announce: Callable[[str], None]

    def text(self, message_id: str, **args: Any) -> str:
        """The screen form of a message."""
        return self.words.text(message_id, **args)

    def text_or(self, message_id: str, otherwise: str, **args: Any) -> str:
        """The same, or the words of another message where a flow has none of its own."""
        return self.text(message_id if self.words.has(message_id) else otherwise, **args)

    def problem(self, problem: Problem) -> str:
        """A problem in words."""
        part = problem_part(problem, self.words)
        return self.text(part.id, **part.args)


class Turn(Protocol):
    """One thing said in the conversation."""

    @property
    def number(self) -> int: ...

    @property
    def who(self) -> str: ...

    @property
    def message(self) -> Message: ...

    @property
    def at(self) -> Any: ...


class Dialogue(Protocol):
    """The conversation: sentences go in, turns come out on the main thread."""

    @property
    def turns(self) -> list[Any]: ...

    def say(self, text: str | Secret, mode: Mode, confidence: float = 1.0) -> None: ...

    def listen(self, listener: Callable[[Any], None]) -> None: ...


class VoiceState(Protocol):
    """``kind`` is off, idle, listening, thinking or speaking; ``caption`` what is said; ``heard`` what was."""

    @property
    def kind(self) -> str: ...

    @property
    def caption(self) -> str: ...

    @property
    def heard(self) -> str: ...


class Voice(Protocol):
    """Speech in and out. States come on the main thread."""

    @property
    def available(self) -> bool: ...

    @property
    def reason_id(self) -> str: ...

    def toggle_listening(self) -> None: ...

    def stop(self) -> None: ...

    def listen(self, listener: Callable[[Any], None]) -> None: ...
