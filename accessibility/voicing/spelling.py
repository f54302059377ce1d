"""Spelling: a text character by character; asked for again, what explains each of them."""

import time
from collections.abc import Callable, Mapping

from accessibility.voicing.characters import characters
from accessibility.voicing.signs import sign_name, spelled

Explain = Callable[[str], str]
"""What is said in place of one character: 伟大的伟, a alfa; empty where nothing is better than its name."""

TO_THINK, TO_HEAR = 10.0, 2.0
"""Seconds within which the same command counts as its second: to think and to press, and to hear each character first.
Screen readers want two presses within half a second, which not everybody's hands can do."""


class Spelling:
    """Knows what was spelled last. Who uses the reader sets `explain`; without it the second time is as the first."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.explain: Explain = lambda character: ""
        self._clock = clock
        self._last: tuple[int, str] | None = None
        self._until = float("-inf")

    def said(self, text: str, node: int, words: Mapping[str, str]) -> str:
        """What to say of the text of this node: by turns its characters, and what explains them."""
        signs = characters(text)
        again = (node, text) == self._last and self._clock() <= self._until
        self._last = None if again else (node, text)
        self._until = self._clock() + TO_THINK + TO_HEAR * len(signs)
        if not again:
            return spelled(text, words)
        return words["separator"].join(self._explained(sign, words) for sign in signs)

    def _explained(self, sign: str, words: Mapping[str, str]) -> str:
        """A capital letter is called one here too."""
        is_capital = len(sign) == 1 and sign.isascii() and sign.isupper()
        told = self.explain(sign.lower() if is_capital else sign)
        if told and is_capital:
            return words["capital"].format(letter=told)
        return told or sign_name(sign, words)
