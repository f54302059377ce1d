"""Speech by pyttsx3, used as a synthesiser only, in a process of its own that is replaced when it fails."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from voice.errors import EngineFailed
from voice.tts.cast import Part, cast
from voice.tts.child import Child
from voice.tts.synthesiser import Mark, Samples, Speech
from voice.tts.text import runs
from voice.tts.voice_list import PINYIN_VOICE, KnownVoice, VoiceList

_START_SECONDS = 10.0
_ANSWER_SECONDS = 3.0
_LOADING_SECONDS = 5.0  # more for the first answer: the engine's dictionaries are being read
_SECONDS_A_CHAR = 0.02  # measured: below 0.0005; a hundredfold is a hang
_USUAL_WPM = 175
_WPM_RANGE = (80, 800)  # espeak-ng gets faster up to there
_USUAL_PITCH = 50  # of espeak-ng's 0 to 99
_QUIET = 48  # of 32768: below is silence
_GAP_SECONDS = 0.04
_LEAST_LIFE = 5.0  # seconds; an engine that ends sooner than that is not started again until somebody speaks


class Pyttsx3Synthesiser:
    """Chinese and English through whatever engine pyttsx3 drives here (espeak-ng, SAPI 5, NSSpeech).

    espeak-ng's own Chinese voice reads many characters as English letters, so its pinyin voice is used and
    fed with pinyin; engines of other makers get the characters. Mixed texts change voice at each script.
    """

    audible = True

    def __init__(
        self,
        driver: str | None = None,
        command: Sequence[str] | None = None,
        voices: Mapping[str, str] | None = None,
    ) -> None:
        """``driver`` is pyttsx3's name of an engine, None for the system's; ``voices`` names voice ids for
        languages instead of the first fit, e.g. ``{"zh": "cmn-latn-pinyin+f4"}``.
        """
        extra = [driver] if driver else []
        self._command = list(command or [sys.executable, "-m", "voice.tts.pyttsx3_worker", *extra])
        self._lock = threading.Lock()
        self._child: Child | None = None
        self._fresh = True  # it is still loading its dictionaries, for which its first answer waits
        self.pitch = 1.0
        """A factor on the voices' usual pitch, from the next sentence on; not every engine has one."""
        self._wished = dict(voices or {})
        self.failed: Callable[[EngineFailed], object] | None = None
        """Told when the process ends by itself while nothing is asked of it, on a thread of the engine's: whoever
        listens to a long text must not learn of it with the next one. It is started again without being asked.
        """
        self._gone: Child | None = None
        self._begun = 0.0
        self._list = VoiceList()
        self._voices: dict[str, str] = {}

    def start(self) -> None:
        """Start the process and wait until it can speak, so that the first sentence is not late.

        Raises:
            EngineFailed: when it does not start.
        """
        with self._lock:
            self._running()

    def languages(self) -> tuple[str, ...]:
        """Of zh and en, those with a voice here; starts the engine when it is not running."""
        self.start()
        return tuple(self._voices)

    def voices(self, lang: str) -> tuple[KnownVoice, ...]:
        """The voices that speak ``zh`` or ``en``, best first; starts the engine if need be, and waits for it.

        Raises:
            EngineFailed: when it does not start.
        """
        self.start()
        return self._list.known(lang)

    def choose(self, lang: str, voice: str) -> None:
        """Speak ``zh`` or ``en`` with this voice from the next sentence on; with the first that fits where the id is
        empty, or of a voice that is not here (any more).
        """
        # without the lock: the owner must not wait for a sentence that is being made
        self._wished = {name: wish for name, wish in self._wished.items() if name != lang} | (
            {lang: voice} if voice else {}
        )
        if self._list.found:
            self._voices = self._list.wishes(self._wished)

    @property
    def pid(self) -> int | None:
        """The process id of the engine, None when it is not running."""
        return self._child.pid if self._child else None

    @property
    def running(self) -> bool:
        """Is the engine's process alive? One whose pipe has closed is not, though its end may be a moment away."""
        return self._child is not None and self._child is not self._gone and self._child.alive

    def synthesise(self, text: str, lang: str, rate: float = 1.0) -> Speech:
        """See ``Synthesiser``. A text without anything to read gives no samples."""
        with self._lock:
            child = self._running()
            voices = self._voices
            parts, unsaid = cast(runs(text, lang), lang, voices, by_pinyin=PINYIN_VOICE in voices.get("zh", ""))
            wpm = int(min(max(_USUAL_WPM * rate, _WPM_RANGE[0]), _WPM_RANGE[1]))
            spoken = [(part.run.text, voices[part.voice], part.reading.value) for part in parts]
            if not spoken:
                return Speech(np.zeros(0, np.int16), 22_050)
            patience = _ANSWER_SECONDS + len(text) * _SECONDS_A_CHAR + (_LOADING_SECONDS if self._fresh else 0.0)
            self._fresh = False
            try:
                head, body = child.ask(self._request(spoken, wpm), patience)
            except EngineFailed:
                self._drop()
                raise
        return _join(np.frombuffer(body, np.int16), head["counts"], head["rate"], parts, unsaid)

    def _request(self, spoken: list[tuple[str, str, str]], wpm: int) -> dict[str, object]:
        pitch = int(min(max(_USUAL_PITCH * self.pitch, 0), 99))
        return {"parts": spoken, "wpm": wpm, "pitch": pitch}

    def close(self) -> None:
        """End the engine's process."""
        with self._lock:
            self._drop()

    def _running(self) -> Child:
        gone = self._child is self._gone  # its pipe has closed, which comes a moment before its end
        if self._child is None or gone or not self._child.alive:
            died = self._child is not None and self._child is not self._gone
            self._drop()
            if died:
                raise EngineFailed("the engine's process has ended")
            child = Child(self._command, self._ended)
            try:
                head, _ = child.receive(_START_SECONDS)
            except EngineFailed:
                child.end()
                raise
            self._list = VoiceList.from_engine(head)
            self._voices = self._list.wishes(self._wished)
            self._child, self._fresh, self._begun = child, True, time.monotonic()
        return self._child

    def _ended(self, child: Child) -> None:
        """The process has ended by itself: say so, and start another one before it is needed."""
        if self.failed is None or child is not self._child:
            return
        self._gone = child
        self.failed(EngineFailed("the engine's process has ended"))
        if time.monotonic() - self._begun >= _LEAST_LIFE:
            threading.Thread(target=self._start_again, name="voice-engine-starter", daemon=True).start()

    def _start_again(self) -> None:
        with self._lock:
            if self._child is None or self._child is not self._gone:
                return  # closed, or started by somebody who speaks
            try:
                self._running()
            except EngineFailed as failure:
                if self.failed is not None:
                    self.failed(failure)

    def _drop(self) -> None:
        if self._child is not None:
            self._child.end()
            self._child = None


def _join(
    samples: Samples, counts: Sequence[int], rate: int, parts: Sequence[Part], unsaid: Sequence[str] = ()
) -> Speech:
    """Put the parts together without the engine's pauses at each seam, and mark where each begins.

    A part that has come out empty has not been said either.
    """
    missing = list(unsaid)
    pieces: list[Samples] = []
    marks: list[Mark] = []
    at = done = 0
    gap = int(_GAP_SECONDS * rate)
    for number, (count, part) in enumerate(zip(counts, parts, strict=True)):
        last = number == len(counts) - 1
        piece = _trim(samples[done : done + count], keep=4 * gap if last else gap)
        marks.append(Mark(at, part.run.start))
        if not len(piece) and part.run.lang not in missing:
            missing.append(part.run.lang)
        pieces.append(piece)
        at, done = at + len(piece), done + count
    return Speech(np.concatenate(pieces), rate, tuple(marks), tuple(missing))


def _trim(samples: Samples, keep: int) -> Samples:
    """Without the silence before, and with at most ``keep`` samples of the silence after."""
    loud = np.flatnonzero(np.abs(samples.astype(np.int32)) > _QUIET)
    return samples[loud[0] : loud[-1] + 1 + keep] if len(loud) else samples[:0]
