"""Writing with twelve keys: figures, amounts with a point, and letters by two keys each, with no time limit."""

from accessibility.keypad.face import Kind
from accessibility.keypad.meaning import Meaning

LETTERS = {"2": "abc", "3": "def", "4": "ghi", "5": "jkl", "6": "mno", "7": "pqrs", "8": "tuv", "9": "wxyz"}
"""ITU-T E.161, as on every telephone."""

SIGNS = ".@-_!?/+&"
"""Key 1 and then 1 to 9."""

CAPITALS = 4
"""A letter's place plus this is its capital: 2 1 is a, 2 5 is A."""


class Writing:
    """What is being typed into one field; `text` is never to be shown or told when the field is a secret.

    Letters: first the key that the letter stands on, then its place there; a figure: the figure, then 0.
    """

    def __init__(self, kind: Kind) -> None:
        self.kind = kind
        self.text = ""
        self.first = ""
        """The first of two keys, while the second is waited for."""

    @property
    def star(self) -> Meaning:
        """What * does now: the point of an amount, taking off what was typed, or, with nothing typed, the menu."""
        if self.first:
            return Meaning.DELETE
        if not self.text:
            return Meaning.MENU
        if self.kind is Kind.AMOUNT:
            return Meaning.CLEAR if "." in self.text else Meaning.POINT
        return Meaning.DELETE

    def press(self, key: str) -> None:
        """A figure, or * while something has been typed."""
        if key == "*":
            self._star()
        elif self.kind is Kind.TEXT:
            self._letter(key)
        else:
            self.text += key

    def _star(self) -> None:
        match self.star:
            case Meaning.POINT:
                self.text += "."
            case Meaning.CLEAR:
                self.text = ""
            case Meaning.DELETE if self.first:
                self.first = ""
            case Meaning.DELETE:
                self.text = self.text[:-1]

    def _letter(self, key: str) -> None:
        if not self.first:
            self.first = key
            return
        first, self.first = self.first, ""
        self.text += letter(first, key)


def letter(first: str, second: str) -> str:
    """What two keys write; '' for a place where nothing stands."""
    place = int(second)
    if place == 0:
        return first
    if first == "1":
        return SIGNS[place - 1]
    small = LETTERS.get(first, "")
    row = small.ljust(CAPITALS) + small.upper().ljust(CAPITALS)
    return row[place - 1].strip() if place <= len(row) else ""


def places(first: str) -> tuple[tuple[str, str], ...]:
    """What the second key offers after the first: (key, what it writes)."""
    found = ((key, letter(first, key)) for key in "1234567890")
    return tuple((key, written) for key, written in found if written)
