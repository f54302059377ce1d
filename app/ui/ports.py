"""What the window asks of the conversation and of the voice, whoever provides them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from app.domain.secret import Secret
from app.flows.acts import Mode
from app.flows.view import View
from app.words import Message


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
    def view(self) -> View: ...

    @property
    def turns(self) -> list[Any]: ...

    def say(self, text: str | Secret, mode: Mode, confidence: float = 1.0) -> None: ...

    def listen(self, listener: Callable[[Any], None]) -> None: ...

    def on_forget(self, listener: Callable[[], None]) -> None: ...


class Offer(Protocol):
    """One of a list: what is kept, and what it is called."""

    @property
    def value(self) -> str: ...

    @property
    def name(self) -> str: ...


class Offers(Protocol):
    """A list that is known at run time only; ``offered`` is None until it has been found.

    ``at`` is the value that was chosen, ``busy`` while that takes long to be in force. ``look`` finds out what there
    is now. Listeners are called on the main thread with what is to be told, if anything.
    """

    @property
    def offered(self) -> Sequence[Offer] | None: ...

    @property
    def at(self) -> str: ...

    @property
    def busy(self) -> bool: ...

    @property
    def looking(self) -> bool: ...

    def name_of(self, value: str) -> str: ...

    def glance(self) -> None: ...

    def look(self) -> None: ...

    def choose(self, value: str) -> None: ...

    def listen(self, listener: Callable[[Message | None], object]) -> None: ...


class VoiceState(Protocol):
    """``kind`` is off, idle, listening, thinking or speaking; ``caption`` what is said; ``heard`` what was.

    ``said``: from which to which character of the caption is being said now.
    """

    @property
    def kind(self) -> str: ...

    @property
    def caption(self) -> str: ...

    @property
    def heard(self) -> str: ...

    @property
    def said(self) -> tuple[int, int]: ...


class Voice(Protocol):
    """Speech in and out. States come on the main thread."""

    @property
    def available(self) -> bool: ...

    @property
    def reason_id(self) -> str: ...

    @property
    def holds(self) -> bool: ...

    def toggle_listening(self) -> None: ...

    def talk_pressed(self) -> None: ...

    def talk_released(self) -> None: ...

    def typing_secret(self, on: bool) -> None: ...

    def key_pressed(self) -> None: ...

    def key_released(self) -> None: ...

    def stop(self) -> None: ...

    def listen(self, listener: Callable[[Any], None]) -> None: ...
