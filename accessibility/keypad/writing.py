"""Writing with twelve keys: figures, amounts with a point, and letters by two keys each, with no time limit."""

from collections.abc import Sequence

from accessibility.keypad.face import Kind
from accessibility.keypad.meaning import Meaning
from accessibility.keypad.offer import Offer, Offers, no_offers

LETTERS = {"2": "abc", "3": "def", "4": "ghi", "5": "jkl", "6": "mno", "7": "pqrs", "8": "tuv", "9": "wxyz"}
"""ITU-T E.161, as on every telephone."""

SIGNS = ".@-_!?/+&"
"""Key 1 and then 1 to 9."""

CAPITALS = 4
"""A letter's place plus this is its capital: 2 1 is a, 2 5 is A."""

CHOOSE, MORE = "0", "9"
"""As the first of two keys: choose among what the letters may mean, by number. As the second: what else there is."""

PAGE = 8
"""Offers on one page: each has a key of its own from 1 on."""


class Writing:
    """What is being typed into one field; `text` is never to be shown or told when the field is a secret.

    Letters: first the key that the letter stands on, then its place there; a figure: the figure, then 0. What the
    letters may mean (``offers``): first 0, then its number, and so on with the next as long as letters are left.
    """

    def __init__(self, kind: Kind, offers: Offers = no_offers) -> None:
        self.kind = kind
        self.text = ""
        self.first = ""
        """The first of two keys, while the second is waited for."""
        self.chosen = ""
        """What the last key chose, as it is shown; '' when it did something else."""
        self._offers, self._page = offers, 0
        self._known: tuple[str, Sequence[Offer]] = ("", ())

    @property
    def offers(self) -> Sequence[Offer]:
        """All that may be meant by what is written."""
        if self._known[0] != self.text:
            self._known = (self.text, self._offers(self.text))
        return self._known[1]

    @property
    def has_offers(self) -> bool:
        """Whether letters may mean anything here but themselves."""
        return self._offers is not no_offers

    @property
    def is_choosing(self) -> bool:
        """Whether the next key chooses among the offers."""
        return self.first == CHOOSE and bool(self.offers)

    @property
    def page(self) -> dict[str, Offer]:
        """The offers in sight, by their keys."""
        begin = self._page * PAGE
        return {str(number): offer for number, offer in enumerate(self.offers[begin : begin + PAGE], 1)}

    @property
    def has_more(self) -> bool:
        """Whether there are offers that are not in sight."""
        return len(self.offers) > PAGE

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
        self.chosen = ""
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
            self.first, self._page = key, 0
            return
        if self.is_choosing and key != CHOOSE:
            self._choose(key)
            return
        first, self.first = self.first, ""
        self.text += letter(first, key)

    def _choose(self, key: str) -> None:
        """A number that nothing stands at does nothing: the choice is still to be made."""
        if key == MORE and self.has_more:
            self._page = (self._page + 1) % -(-len(self.offers) // PAGE)
        elif (offer := self.page.get(key)) is not None:
            self.text, self.chosen, self._page = offer.text, offer.shown, 0
            self.first = CHOOSE if self.offers else ""


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
