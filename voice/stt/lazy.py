"""A recogniser whose model is loaded when it is first needed, and anew when another model was chosen."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

from voice.errors import NoModel
from voice.stt.recogniser import Heard, Recogniser, RecogniserFactory


class LazyRecogniser:
    """Loads on first use, on the thread that uses it; :meth:`warm` does so before anybody waits."""

    def __init__(self, factory: RecogniserFactory, between: str, chosen: Callable[[], object] = lambda: None) -> None:
        """``between`` is what stands between two words of the language: nothing, or a space. ``chosen`` tells
        which model is wanted; it is asked before each utterance, so that another one needs no restart.
        """
        self.between = between
        self._factory = factory
        self._chosen = chosen
        self._which: object = None
        self._lock = threading.Lock()
        self._loaded: Recogniser | None = None
        self._next: tuple[object, Recogniser] | None = None

    def hand_over(self, which: object, loaded: Recogniser) -> None:
        """It is loaded already: the first utterance after ``which`` was chosen does not wait for it."""
        with self._lock:
            self._next = which, loaded

    def warm(self, then: Callable[[Recogniser], None] = lambda loaded: None) -> None:
        """Load in the background; ``then`` gets what was loaded, on that thread. A failure shows when it is used."""

        def load() -> None:
            try:
                loaded = self._recogniser()
            except NoModel:
                return  # told when somebody wants to speak
            then(loaded)

        threading.Thread(target=load, name="voice-model", daemon=True).start()

    def set_phrases(self, phrases: Sequence[str] | None) -> None:
        """See ``Recogniser``."""
        with self._lock:
            wanted, ready, self._next = self._chosen(), self._next, None
            if ready is not None and ready[0] == wanted:
                self._which, self._loaded = ready
            elif self._loaded is not None and wanted != self._which:
                self._loaded = None
        self._recogniser().set_phrases(phrases)

    def accept(self, pcm: bytes) -> Heard | None:
        """See ``Recogniser``."""
        return self._recogniser().accept(pcm)

    def finish(self) -> Heard:
        """See ``Recogniser``."""
        return self._recogniser().finish()

    def _recogniser(self) -> Recogniser:
        with self._lock:
            if self._loaded is None:
                self._which = self._chosen()
                self._loaded = self._factory()
            return self._loaded
