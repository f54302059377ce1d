"""A recogniser that hears what a test tells it, one line an utterance."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from voice.stt.recogniser import Heard


class ScriptedRecogniser:
    """Whatever the sound, the next line of the script is heard after ``after`` bytes of it.

    ``after`` None: only ``finish`` brings it, as when the customer lets go of the key.
    """

    def __init__(self, script: Iterable[str | Heard], *, after: int | None = 640, between: str = "") -> None:
        self._script = [Heard(line) if isinstance(line, str) else line for line in script]
        self._after = after
        self._taken = 0
        self._given = False
        self.between = between
        self.phrases: tuple[str, ...] | None = None

    def add(self, line: str | Heard) -> None:
        """Append an utterance to the script."""
        self._script.append(Heard(line) if isinstance(line, str) else line)

    def set_phrases(self, phrases: Sequence[str] | None) -> None:
        """Remembers them, for the test to look at."""
        self.phrases = None if phrases is None else tuple(phrases)

    def accept(self, pcm: bytes) -> Heard | None:
        """The next line once enough sound has come, once an utterance."""
        self._taken += len(pcm)
        if self._given or self._after is None or self._taken < self._after or not self._script:
            return None
        self._given = True
        return self._script.pop(0)

    def finish(self) -> Heard:
        """The next line when this utterance has not had it yet."""
        given, self._given, self._taken = self._given, False, 0
        if given or not self._script:
            return Heard("", 0.0)
        return self._script.pop(0)
