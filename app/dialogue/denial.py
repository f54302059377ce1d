"""denial: the words by which a sentence says No; what holds one is never taken for what holds none."""

from __future__ import annotations

import re

_DENIAL = {"zh": re.compile(r"[不别没勿]"), "en": re.compile(r"\b(?:not?|never|don't|won't|isn't)\b", re.IGNORECASE)}


def denial(lang: str) -> re.Pattern[str]:
    """Finds a denial in a sentence of the language."""
    return _DENIAL[lang[:2]]
