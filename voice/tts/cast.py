"""Who reads which part of a text: the voice of its language, or another one that can."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from voice.errors import NoVoice
from voice.tts.text import Run, primary


class Reading(StrEnum):
    """What a voice is given: the text as written, numbered pinyin, or pinyin in plain letters."""

    WRITTEN = "written"
    TONES = "tones"
    LETTERS = "letters"


@dataclass(frozen=True, slots=True)
class Part:
    """A run, the language of the voice that reads it, and how."""

    run: Run
    voice: str
    reading: Reading


def cast(
    found: Sequence[Run], lang: str, voices: Collection[str], *, by_pinyin: bool = False
) -> tuple[list[Part], tuple[str, ...]]:
    """The parts that can be said, and the languages (zh, en) of those that nobody here can say.

    ``voices``: the languages that have a voice; ``by_pinyin``: the Chinese one reads pinyin and nothing else.
    A Chinese name in an English sentence is read by an English voice, as English speakers do. A Chinese sentence is
    not: without tones nobody would understand it. Chinese voices that read characters read Latin words as well.

    Raises:
        NoVoice: there is something to say, and nothing of it can be said.
    """
    parts: list[Part] = []
    unsaid: list[str] = []
    for run in found:
        if run.lang in voices:
            parts.append(Part(run, run.lang, Reading.TONES if run.lang == "zh" and by_pinyin else Reading.WRITTEN))
        elif run.lang == "zh" and primary(lang) == "en" and "en" in voices:
            parts.append(Part(run, "en", Reading.LETTERS))
        elif run.lang == "en" and "zh" in voices and not by_pinyin:
            parts.append(Part(run, "zh", Reading.WRITTEN))
        elif run.lang not in unsaid:
            unsaid.append(run.lang)
    if unsaid and not parts:
        raise NoVoice(unsaid[0])
    return parts, tuple(unsaid)
