"""The real window on a bank in memory: what tests and pictures of the window are made with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.config import Settings
from app.dialogue.grammar import load_grammar
from app.dialogue.manager import DialogueManager
from app.dialogue.understand import Understanding
from app.flows import FLOWS
from app.flows.interaction import InteractionManager
from app.flows.work import InlineWorker, Worker
from app.ui.parts import Parts
from app.words import Words
from tests.fakes import FakeBank


@dataclass(frozen=True)
class Spoken:
    """A state of the voice."""

    kind: str
    caption: str = ""
    heard: str = ""


class ScriptedVoice:
    """A voice that hears and says what it is told to; pressing the button turns listening on and off."""

    def __init__(self, *, available: bool = True, reason_id: str = "ui-voice-off") -> None:
        self.available, self.reason_id = available, reason_id
        self._listeners: list[Callable[[Any], None]] = []
        self._kind = "idle"

    def listen(self, listener: Callable[[Any], None]) -> None:
        self._listeners.append(listener)

    def show(self, state: Spoken) -> None:
        self._kind = state.kind
        for listener in self._listeners:
            listener(state)

    def toggle_listening(self) -> None:
        self.show(Spoken("idle" if self._kind == "listening" else "listening"))

    def talk_pressed(self) -> None:
        self.toggle_listening()

    def talk_released(self) -> None:
        pass

    def key_pressed(self) -> None:
        pass

    def stop(self) -> None:
        self.show(Spoken("idle"))


def make_parts(
    bank: FakeBank,
    make_bridge: Callable[[Any, str], Any],
    *,
    lang: str = "zh-CN",
    worker: Worker | None = None,
    voice: ScriptedVoice | None = None,
    **options: Any,
) -> Parts:
    """Everything real but bank and voice."""
    words = Words.load(lang)
    manager = InteractionManager(bank, FLOWS, worker or InlineWorker(), lang)
    dialogue = DialogueManager(manager, Understanding(load_grammar(lang)), words)
    return Parts(
        manager=manager,
        dialogue=dialogue,
        voice=voice or ScriptedVoice(),
        words=words,
        flows=FLOWS,
        make_bridge=make_bridge,
        **options,
    )


def first_settings(lang: str, theme: str, percent: int, more: dict[str, Any]) -> Settings:
    """Settings of a window that looks so; ``more`` as in the file."""
    return Settings.from_mapping({"lang": lang, "theme": theme, "text_scale": percent / 100, **more})


def kivy_home(base: Path) -> Path:
    """Where Kivy and the font cache live during tests."""
    return base / "kivy"
