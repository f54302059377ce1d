"""How a text is cut before it is spoken: into sentences, and into runs of one script each."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HAN = "\u3400-\u4dbf\u4e00-\u9fff〇"
_SENTENCE = re.compile(r".+?(?:[。！？!?；;\n]+|\.(?=\s|$)|$)[”」』\"')）]*\s*", re.DOTALL)
_RUN = re.compile(rf"(?P<zh>[{_HAN}])|(?P<en>[A-Za-z])")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one language (zh or en), beginning at character ``start`` of the whole."""

    text: str
    lang: str
    start: int


def sentences(text: str) -> list[str]:
    """Cut at the ends of sentences, so that the first is heard while the others are made."""
    return [part for part, _ in placed_sentences(text)]


def placed_sentences(text: str) -> list[tuple[str, int]]:
    """The sentences, each with the character at which it begins."""
    cut = [(m[0], m.start()) for m in _SENTENCE.finditer(text)]
    return [(part.strip(), at + len(part) - len(part.lstrip())) for part, at in cut if part.strip()]


def runs(text: str, lang: str) -> list[Run]:
    """Cut by script: Chinese characters for a Chinese voice, Latin words for an English one.

    Figures, punctuation and spaces go with what came before; at the start with the language asked for.
    """
    current = primary(lang)
    found: list[Run] = []
    start = 0
    for hit in _RUN.finditer(text):
        script = "zh" if hit["zh"] else "en"
        if script == current:
            continue
        if any(c.isalnum() for c in text[start : hit.start()]):
            found.append(Run(text[start : hit.start()], current, start))
            start = hit.start()
        current = script
    if any(c.isalnum() for c in text[start:]):
        found.append(Run(text[start:], current, start))
    return found


def primary(lang: str) -> str:
    """zh or en, of a BCP 47 tag."""
    return "zh" if lang.lower().startswith("zh") else "en"
