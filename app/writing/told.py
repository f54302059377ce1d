"""How a candidate is told from those that sound like it: 王 by 国王, as people do on the telephone."""

from __future__ import annotations

from collections.abc import Sequence

from app.writing.lexicon import homophones, lexicon, word_for

MOST_SIGNS = 4
"""What is longer tells itself by what it says."""

NAME, USUAL = 3, 200
"""Signs of a usual name, and surnames that it usually begins with; the rarer ones begin too many words."""


def told_by(text: str, sounds: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Each sign with the word that tells which it is; nothing where no other word of the language sounds so.

    A sign that no other word holds is left out.
    """
    if len(text) > MOST_SIGNS or (_is_a_word(text) and homophones(sounds) == 1):
        return ()
    pairs = ((sign, word_for(sign, sound)) for sign, sound in zip(text, sounds, strict=True))
    return tuple((sign, word) for sign, word in pairs if word)


def _is_a_word(text: str) -> bool:
    """No character, and nothing like a name: a name is spelled even where the list knows but one that sounds so."""
    surnames = lexicon().surnames[:USUAL]
    is_like_a_name = len(text) == NAME and any(text.startswith(entry.text) for entry in surnames)
    return len(text) > 1 and not is_like_a_name
