"""Android's own text to speech through pyjnius: in the right language, at the customer's pace, and it can be stopped.

Written from Android's documentation and tried with a stand-in for pyjnius only: no test here runs on a phone.
"""

from __future__ import annotations

import importlib
import time
from collections.abc import Callable, Collection, Sequence
from typing import Any

from voice.tts.phone import Words

_TAGS = {"zh": "zh-CN", "en": "en-US"}
_TRIES, _STEP = 50, 0.1  # five seconds for the system's engine to start
_PROBE = 1  # milliseconds of silence: taken as soon as the engine is there


class AndroidPhone:
    """One connection to the engine that is set up on the phone; made when it is first needed."""

    obeys = True

    def __init__(self, nap: Callable[[float], object] = time.sleep) -> None:
        """``nap`` waits so many seconds.

        Raises:
            ImportError: pyjnius is not here, so this is no Android or another kind of package.
        """
        self._jnius: Any = importlib.import_module("jnius")
        self._nap = nap
        self._tts: Any = None
        self._said = 0

    def languages(self) -> Collection[str]:
        """Those whose data is on the phone; waits for the engine at first."""
        tts = self._engine()
        return [lang for lang in _TAGS if tts.isLanguageAvailable(self._locale(lang)) >= 0]

    def say(self, parts: Sequence[Words], rate: float, pitch: float, volume: float) -> None:
        """Queued one after the other, each in its own language, which Android keeps with what is queued."""
        tts = self._engine()
        tts.setSpeechRate(rate)
        tts.setPitch(pitch)
        how = self._jnius.autoclass("android.os.Bundle")()
        how.putFloat("volume", volume)
        for part in parts:
            tts.setLanguage(self._locale(part.lang))
            self._said += 1
            if tts.speak(part.text, tts.QUEUE_ADD, how, f"tingjian-{self._said}") != tts.SUCCESS:
                tts.stop()  # half a sentence may be another one
                self.close()
                raise RuntimeError("the phone's voice has refused a sentence")

    def stop(self) -> None:
        """Silence, and nothing queued."""
        if self._tts is not None:
            self._tts.stop()

    def speaking(self) -> bool:
        """Is something being said or queued?"""
        return self._tts is not None and bool(self._tts.isSpeaking())

    def close(self) -> None:
        """Disconnect; the next sentence connects again."""
        tts, self._tts = self._tts, None
        if tts is not None:
            tts.shutdown()

    def _locale(self, lang: str) -> Any:
        return self._jnius.autoclass("java.util.Locale").forLanguageTag(_TAGS[lang])

    def _engine(self) -> Any:
        if self._tts is None:
            made = self._connect()
            for _ in range(_TRIES):  # it starts in a process of its own, and takes nothing until then
                if made.playSilentUtterance(_PROBE, made.QUEUE_ADD, "tingjian-0") == made.SUCCESS:
                    break
                self._nap(_STEP)
            else:
                made.shutdown()
                raise RuntimeError("the phone's voice does not start")
            self._tts = made
        return self._tts

    def _connect(self) -> Any:
        activity = importlib.import_module("plyer.platforms.android").activity
        return self._jnius.autoclass("android.speech.tts.TextToSpeech")(activity, None)
