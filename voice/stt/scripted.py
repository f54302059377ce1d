"""A recogniser that hears what a test tells it, one line an utterance."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from voice.stt.recogniser import Heard, joined

Line = str | Heard | tuple[Heard, ...]
"""An utterance; a tuple is one that came in parts, with pauses between."""


class ScriptedRecogniser:
    """Whatever the sound, the parts of the next line are heard, each after ``after`` more bytes of it.

    ``after`` None: only ``finish`` brings it, as when the customer lets go of the key.
    """

    def __init__(self, script: Iterable[Line], *, after: int | None = 640, between: str = "") -> None:
        self._script: list[tuple[Heard, ...]] = []
        self._after = after
        self._taken = 0
        self._given = 0
        self.between = between
        self.phrases: tuple[str, ...] | None = None
        for line in script:
            self.add(line)

    def add(self, line: Line) -> None:
        """Append an utterance to the script."""
        parts = line if isinstance(line, tuple) else (Heard(line) if isinstance(line, str) else line,)
        self._script.append(parts)

    def set_phrases(self, phrases: Sequence[str] | None) -> None:
        """Remembers them, for the test to look at."""
        self.phrases = None if phrases is None else tuple(phrases)

    def accept(self, pcm: bytes) -> Heard | None:
        """The next part of the line once enough sound has come."""
        self._taken += len(pcm)
        due = 0 if self._after is None else self._taken // self._after
        if not self._script or self._given >= min(due, len(self._script[0])):
            return None
        self._given += 1
        return self._script[0][self._given - 1]

    def finish(self) -> Heard:
        """What of the line has not been given yet; the next utterance is the next line.

        An utterance without any sound uses up no line, unless lines come with ``finish`` only.
        """
        given, taken, self._given, self._taken = self._given, self._taken, 0, 0
        if not self._script or not (given or taken or self._after is None):
            return Heard("", 0.0)
        return joined(self._script.pop(0)[given:], self.between)
