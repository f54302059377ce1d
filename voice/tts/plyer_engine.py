"""Speech on phones, which play by themselves: nothing is said before the sentence in front of it has been.

Nobody has run this on a phone yet; it is tried with stand-ins for the platform.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Sequence

import numpy as np

from voice.errors import EngineFailed
from voice.pinyin import romanised
from voice.tts.android_phone import AndroidPhone
from voice.tts.cast import Part, Reading, cast
from voice.tts.phone import Phone, PlyerPhone, Words
from voice.tts.phone_playback import PhonePlayback
from voice.tts.synthesiser import Mark, Speech
from voice.tts.text import runs

_RATE = 8_000
_SYLLABLE_SECONDS, _LETTER_SECONDS = 0.24, 0.07  # measured on espeak-ng at a usual pace
_LOUDEST = 1.0
_LV = re.compile(r"\b([ln])v")  # ü, as passports write it: no English voice could say lv


def phone_of_this_platform() -> Phone:
    """Android's own through pyjnius; where that is not packed, plyer's."""
    try:
        return AndroidPhone()
    except ImportError:
        return PlyerPhone()


class PlyerSynthesiser:
    """The phone's own voice. What it gives is said when it is played, not when it is made.

    Through pyjnius it speaks in the language of each part, at the customer's pace and pitch, and falls silent at once;
    held, it begins the sentence anew. Through plyer alone language, pace and loudness are those of the phone's
    settings, and a sentence that was begun is said to its end: stopped or held, it is the next that does not come.
    """

    audible = True
    plays_itself = True

    def __init__(
        self, make_phone: Callable[[], Phone] = phone_of_this_platform, now: Callable[[], float] = time.monotonic
    ) -> None:
        """``make_phone`` is called with the first sentence; ``now`` is a time in seconds."""
        self._make_phone, self._now = make_phone, now
        self._made: Phone | None = None
        self._failure: EngineFailed | None = None
        self.pitch = 1.0
        """A factor on the voice's usual pitch, from the next sentence on."""

    def choose(self, lang: str, voice: str) -> None:
        """The voice of a language is chosen in the phone's own settings."""

    def languages(self) -> tuple[str, ...]:
        """Those of the phone.

        Raises:
            EngineFailed: the phone has no voice.
        """
        try:
            return tuple(self._phone().languages())
        except Exception as failure:  # the platform's own, whatever they are
            raise _failed(failure) from failure

    def synthesise(self, text: str, lang: str, rate: float = 1.0) -> Speech:
        """A silence of about the sentence's length, which has the phone speak when it is played.

        Raises:
            NoVoice: as ``Synthesiser``.
            EngineFailed: the phone has no voice, or has failed to say what came before.
        """
        if self._failure is not None:
            raise self._failure  # so that whoever counts failures learns of it
        if not (found := runs(text, lang)):
            return Speech(np.zeros(0, np.int16), _RATE)
        parts, unsaid = cast(found, lang, self.languages())
        marks, seconds = [], 0.0
        for part in parts:
            marks.append(Mark(int(seconds * _RATE), part.run.start))
            seconds += _seconds(part.run.text) / (rate if self._phone().obeys else 1.0)
        words = [_words(part) for part in parts]
        return Speech(
            np.zeros(int(seconds * _RATE), np.int16), _RATE, tuple(marks), unsaid,
            lambda volume: self._play(words, rate, volume, seconds),
        )  # fmt: skip

    def close(self) -> None:
        """Let go of the phone's voice; the next sentence has it again."""
        self._failure = None
        if self._made is not None:
            self._made.close()

    def _phone(self) -> Phone:
        if self._made is None:
            self._made = self._make_phone()
        return self._made

    def _play(self, words: Sequence[Words], rate: float, volume: float, seconds: float) -> PhonePlayback:
        phone = self._phone()
        loud, pitch = min(volume, _LOUDEST), self.pitch
        try:
            return PhonePlayback(phone, lambda: phone.say(words, rate, pitch, loud), seconds, self._now)
        except Exception as failure:
            self._failure = _failed(failure)
            raise self._failure from failure


def _words(part: Part) -> Words:
    if part.reading is Reading.LETTERS:
        return Words(_LV.sub(r"\1yu", romanised(part.run.text)), part.voice)
    return Words(part.run.text, part.voice)


def _seconds(text: str) -> float:
    return sum(_LETTER_SECONDS if sign.isascii() else _SYLLABLE_SECONDS for sign in text)


def _failed(failure: Exception) -> EngineFailed:
    return EngineFailed(f"{type(failure).__name__}: {failure}")
