"""Slips of the tongue: fillers, and corrections in the middle of a sentence (那个…五百，不，六百)."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable

from app.dialogue.grammar import Grammar

_PAUSE = r"[\s，,…。]"


class Slips:
    """Puts right what people say, in one language; the words themselves are data beside the sentences."""

    def __init__(self, grammar: Grammar) -> None:
        words = grammar.slips
        spaced = not grammar.lang.startswith("zh")
        gap = f"{_PAUSE}+" if spaced else f"{_PAUSE}*"
        self._before = re.compile(rf"^(?:{_any(words.before)}{gap})+", re.IGNORECASE)
        self._after = re.compile(rf"(?:{gap}{_any(words.after)})+$", re.IGNORECASE)
        then = rf"(?:{_any(words.then)}{gap})?"
        self._turn = re.compile(rf"(?:{gap}{_any(words.turns)})+{gap}{then}", re.IGNORECASE)

    def without_fillers(self, said: str) -> str:
        """The sentence without 那个, 嗯, 吧 around it; the sentence itself when nothing else would be left."""
        bare = self._after.sub("", self._before.sub("", said)).strip()
        return bare or said

    def turns(self, said: str) -> list[tuple[str, str]]:
        """Where somebody corrects himself: what came before and what came after, the last correction first."""
        found = [(said[: at.start()].strip(), said[at.end() :].strip()) for at in self._turn.finditer(said)]
        return [(head, tail) for head, tail in reversed(found) if head and tail]

    def corrected(
        self,
        said: str,
        amounts: Callable[[str], Iterable[str]],
        names: Collection[str],
        whole: Callable[[str], bool],
    ) -> str | None:
        """The sentence that was meant in the end, or None where nobody corrected himself.

        ``amounts`` finds the amounts in a text, ``names`` are the payees, ``whole`` says whether a text is a
        request of its own. 五百不六百 means 六百; 给张三转五百不六百 means 给张三转六百.
        """
        for head, tail in self.turns(said):
            before = max(amounts(head), key=len, default="")
            after = max((amount for amount in amounts(tail) if tail.startswith(amount)), key=len, default="")
            if before and after and (tail == after or head.endswith(before)):
                at = head.rfind(before)
                return head[:at] + tail + head[at + len(before) :]
            if tail != after and whole(tail):
                return tail
            named = next((name for name in names if name in head), None)
            if named is not None and tail in names:
                return head.replace(named, tail)
        return None


def _any(words: Iterable[str]) -> str:
    """One of the words, the longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"
