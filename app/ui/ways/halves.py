"""Words on two lines, for keys that are too narrow for them."""

from __future__ import annotations

_LONG = 5
"""Chinese signs from which on words may stand on two lines."""


def halved(words: str) -> str:
    """Broken into two lines at the space nearest its middle, or in the middle of Chinese; short ones stay whole."""
    middle = len(words) // 2
    spaces = [at for at, sign in enumerate(words) if sign == " "]
    if spaces:
        at = min(spaces, key=lambda place: abs(place - middle))
        return f"{words[:at]}\n{words[at + 1 :]}"
    if words.isascii() or len(words) < _LONG:
        return words
    return f"{words[: middle + len(words) % 2]}\n{words[middle + len(words) % 2 :]}"
