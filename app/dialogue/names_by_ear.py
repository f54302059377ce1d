"""NamesByEar: whose name it may have been that was heard as other words (one fang: wang fang); only to ask back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.flows.kinds import CLOSE_RIVAL, SURE
from voice.pinyin import likeness, romanised


class NamesByEar:
    """Knows which words of a language a model hears for syllables of names that the language does not have."""

    def __init__(self, heard_as: Mapping[str, str]) -> None:
        """``heard_as``: word to syllable; empty where names are of the language itself."""
        self._heard_as = heard_as

    def nearest(self, said: str, names: Sequence[str]) -> str | None:
        """The name, as it is said, that alone is near to what was heard, or None.

        Names that sound the same are one here: which of them is meant is asked later.
        """
        words = said.casefold().split()
        if not any(word in self._heard_as for word in words):
            return None
        meant = " ".join(self._heard_as.get(word, word) for word in words)
        spoken = {romanised(name): likeness(meant, name) for name in names}
        ranked = sorted(spoken, key=lambda name: spoken[name], reverse=True)
        if not ranked or spoken[ranked[0]] < SURE:
            return None
        rivals = [name for name in ranked[1:] if spoken[name] > spoken[ranked[0]] - CLOSE_RIVAL]
        return None if any(likeness(name, ranked[0]) < spoken[ranked[0]] for name in rivals) else ranked[0]
