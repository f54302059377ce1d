"""What a phone offers for speech: the port, and plyer's way to it, which can begin to speak and nothing else."""

from __future__ import annotations

import importlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Words:
    """A part of a sentence and the language (zh, en) of the voice that says it."""

    text: str
    lang: str


class Phone(Protocol):
    """A voice that plays by itself. Raises whatever the platform below raises; the engine makes that one error."""

    @property
    def obeys(self) -> bool:
        """Can it be stopped, does it take a pace, and does it tell whether it speaks?"""
        ...

    def languages(self) -> Collection[str]:
        """Of zh and en, those that have a voice; may wait until the platform's engine is there."""
        ...

    def say(self, parts: Sequence[Words], rate: float, pitch: float, volume: float) -> None:
        """Begin to say the parts one after the other; rate and pitch 1.0 are usual, volume 1.0 is the loudest."""
        ...

    def stop(self) -> None:
        """Fall silent at once, where it obeys."""
        ...

    def speaking(self) -> bool:
        """Does it speak now, or has more to say? Of one that does not obey nobody knows."""
        ...

    def close(self) -> None:
        """Let go of the platform's engine; harmless when called twice."""
        ...


class PlyerPhone:
    """plyer's text to speech: pace, language and loudness are the phone's own, and a sentence goes on to its end."""

    obeys = False

    def languages(self) -> Collection[str]:
        """It does not say which, so both are tried."""
        return ("zh", "en")

    def say(self, parts: Sequence[Words], rate: float, pitch: float, volume: float) -> None:
        """All parts at once: another sentence would cut off the one before."""
        importlib.import_module("plyer").tts.speak("".join(part.text for part in parts))

    def stop(self) -> None:
        """plyer cannot."""

    def speaking(self) -> bool:
        """plyer does not tell."""
        return False

    def close(self) -> None:
        """Nothing is held."""
