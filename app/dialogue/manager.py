"""DialogueManager: the conversation of one session, whether typed in a chat, in a terminal, or spoken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Literal

from app.dialogue.choosing import Fit, choose, fit
from app.dialogue.phrase import aside, phrase
from app.dialogue.read_back import ReadBack
from app.dialogue.understand import SOUND_CONFIDENCE, Understanding
from app.dialogue.unsaid import Unsaid
from app.domain.secret import Secret
from app.flows.acts import (
    Act,
    Adjust,
    Answer,
    Back,
    Cancel,
    Help,
    Home,
    Human,
    Interpretation,
    Mode,
    More,
    Repeat,
    Spell,
)
from app.flows.interaction import InteractionManager
from app.flows.view import View
from app.words import Form, Message, Words
from voice.stt.recogniser import Heard


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing said, by the customer or by the bank. What was secret is not in it.

    ``discreet`` is what to speak where nobody else may hear an amount; ``about`` is what the bank answers to;
    ``aside`` is the part of it that comes before the matter itself: an answer to 人工 or 慢一点.
    """

    number: int
    who: Literal["customer", "bank"]
    message: Message
    mode: Mode
    at: datetime
    discreet: str = ""
    about: Act | None = None
    aside: str = ""

    @property
    def has_amounts(self) -> bool:
        """Is an amount of money spoken in it?"""
        return self.who == "bank" and self.discreet != self.message.speech


TurnListener = Callable[[Turn], None]

_HEARD_AT_A_SECRET = Cancel | Back | Help | Home | Human | Repeat | Adjust | Spell
"""Words that still work while a secret is asked for; everything else typed there is the secret."""


class DialogueManager:
    """Sentences in, turns out. Lives on the thread that owns the interaction manager."""

    def __init__(self, interaction: InteractionManager, understanding: Understanding, words: Words) -> None:
        self._interaction = interaction
        self._understanding = understanding
        self._words = words
        self._discreet = words.discreet()
        self._unsaid = Unsaid(words.lang, words.text("value-money-unspoken", Form.SPEECH))
        self._listeners: list[TurnListener] = []
        self._last_turn = interaction.view.turn
        self._customer = interaction.view.customer
        self._count = 0
        self._forgetters: list[Callable[[], None]] = []
        self.turns: list[Turn] = []
        self.go_on: Callable[[], bool] = lambda: False
        """Says what was broken off before a pause; False when there is nothing. Whoever speaks aloud sets it."""
        interaction.prove_with(ReadBack(words).proves)
        interaction.listen(self._on_view)

    @property
    def view(self) -> View:
        """The present moment."""
        return self._interaction.view

    def listen(self, listener: TurnListener) -> None:
        """Tell ``listener`` of each new turn, in order."""
        self._listeners.append(listener)

    def on_forget(self, listener: Callable[[], None]) -> None:
        """Call ``listener`` when a session at the bank has ended and its turns are let go."""
        self._forgetters.append(listener)

    def meaning(self, text: str) -> Act | None:
        """What a sentence means at a question of the voice's own, whatever the task asks."""
        return self._understanding.understand(text, None, Mode.VOICE).act

    def greet(self) -> None:
        """Open the conversation: say where we are and what can be done."""
        self._answer(self.view, Mode.CHAT)

    def say(self, text: str | Secret, mode: Mode, confidence: float = 1.0) -> None:
        """Take what the customer typed or said. A secret is never understood, echoed or kept.

        Digits spoken where a secret is asked for are dropped unread (SEC-10).
        """
        if isinstance(text, str) and self.view.asks_secret:
            command = self._understanding.understand(text, None, mode)
            heard_here = _HEARD_AT_A_SECRET | More if self.view.pausing else _HEARD_AT_A_SECRET
            if isinstance(command.act, heard_here) and command.confidence == 1.0:
                self._hear(command, text)
            elif mode is Mode.VOICE:
                self._interaction.remind("type_secret")
            else:
                self.say(Secret(text), mode)
            return
        if isinstance(text, Secret):
            self._add("customer", self._words.message("secret-typed"), mode)
            self._interaction.handle(Interpretation(Answer(text), "", mode))
            return
        heard = self._understanding.understand(text, self.view, mode)
        self._hear(Interpretation(heard.act, heard.text, mode, min(heard.confidence, confidence)), text)

    def hear(self, heard: Heard) -> None:
        """Take what was spoken: of the recogniser's readings the one that fits this moment.

        Where a secret is asked for only commands count, and nothing else of it is looked at (SEC-10).
        """
        if self.view.asks_secret:
            self.say(heard.text, Mode.VOICE, heard.confidence)
            return
        understand = partial(self._understanding.understand, view=self.view, mode=Mode.VOICE)
        reading, meant = choose(heard, self.view, understand, SOUND_CONFIDENCE)
        self._hear(meant, reading.text)

    def is_whole(self, text: str) -> bool:
        """Does the sentence mean something here as it stands? What does not may have been cut off."""
        meant = self._understanding.understand(text, self.view, Mode.VOICE)
        return fit(meant, self.view, SOUND_CONFIDENCE) <= Fit.BESIDE

    def _hear(self, heard: Interpretation, text: str) -> None:
        self._add("customer", Message(text, text, text, text), heard.mode)
        if not (isinstance(heard.act, More) and self.go_on()):
            self._interaction.handle(heard)

    def _on_view(self, view: View) -> None:
        if view.turn == self._last_turn:
            return
        self._last_turn = view.turn
        if self._customer is not None and view.customer is None:
            self._forget()
        self._customer = view.customer
        self._answer(view, view.came_from.mode if view.came_from else Mode.SCREEN)

    def _forget(self) -> None:
        """The session at the bank is over: what was said in it is not kept any longer."""
        self.turns.clear()
        for listener in list(self._forgetters):
            listener()

    def _answer(self, view: View, mode: Mode) -> None:
        unsaid = self._unsaid.of(view)
        discreet, beside = phrase(unsaid, self._discreet).speech, aside(unsaid, self._discreet)
        about = view.came_from.act if view.came_from else None
        self._add("bank", phrase(view, self._words), mode, discreet, about, beside)

    def _add(
        self,
        who: Literal["customer", "bank"],
        message: Message,
        mode: Mode,
        discreet: str = "",
        about: Act | None = None,
        aside: str = "",
    ) -> None:
        self._count += 1
        turn = Turn(self._count, who, message, mode, datetime.now(UTC), discreet, about, aside)
        self.turns.append(turn)
        for listener in list(self._listeners):
            listener(turn)
