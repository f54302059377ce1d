"""Writing with twelve keys what the letters may mean: offered by number, page by page, and never for a secret."""

from collections.abc import Sequence
from functools import partial

import pytest

from accessibility.keypad.face import Choice, Face, Kind, Question
from accessibility.keypad.keypad import Keypad, Write
from accessibility.keypad.meaning import Meaning
from accessibility.keypad.offer import Offer
from accessibility.roles import Action

NAME, PASSWORD = 10, 20
SUBMIT = Choice(50, Action.CLICK, "Submit")
ASKED = (Question(NAME, Kind.TEXT, "Name"), Question(PASSWORD, Kind.TEXT, "Password", secret=True))
A, B = "21", "22"


def offers(text: str) -> Sequence[Offer]:
    """Twelve for letters: the first takes all of them, the others the first letter only."""
    if not text or not text[-1].islower():
        return ()
    head = text.rstrip("abc")
    letters = text[len(head) :]
    whole = Offer("ALL", head + "ALL", partial(str, "all"))
    return [whole, *(Offer(f"X{at}", f"{head}X{at}{letters[1:]}", partial(str, f"ex {at}")) for at in range(11))]


def asking(uid: int) -> Keypad:
    pad = Keypad(offers)
    pad.show(Face("Payee", ASKED, (SUBMIT,), asked=uid, main=SUBMIT))
    return pad


def written(pad: Keypad, keys: str) -> str:
    for key in keys:
        assert pad.press(key) == ()
    assert pad.writing is not None
    return pad.writing.text


@pytest.fixture
def pad() -> Keypad:
    return asking(NAME)


def test_choosing_is_offered_when_there_is_something_to_choose(pad: Keypad) -> None:
    assert "0" not in pad.keys
    assert written(pad, A) == "a"
    assert pad.keys["0"] is Meaning.CHOOSE
    written(pad, "2")
    assert "0" not in pad.keys, "while a place is waited for it is the figure"


def test_a_number_puts_what_it_offers_in_place_of_the_letters(pad: Keypad) -> None:
    assert written(pad, A + B + "01") == "ALL"
    assert pad.writing is not None
    assert not pad.writing.first, "nothing is left to choose"
    assert pad.writing.chosen == "ALL"
    assert pad.press("#") == (Write(NAME, "ALL"),)


def test_what_takes_some_of_the_letters_goes_on_with_the_rest(pad: Keypad) -> None:
    assert written(pad, A + B + "02") == "X0b"
    assert pad.writing is not None
    assert pad.writing.is_choosing
    assert written(pad, "1") == "X0ALL"
    assert not pad.writing.is_choosing


def test_pages_are_turned_round_and_every_offer_has_a_key(pad: Keypad) -> None:
    written(pad, A + "0")
    seen: list[str] = []
    for _ in range(2):
        seen += [what.shown for what in pad.keys.values() if isinstance(what, Offer)]
        assert pad.keys["9"] is Meaning.MORE
        written(pad, "9")
    assert seen == [offer.shown for offer in offers("a")]
    assert next(what.shown for what in pad.keys.values() if isinstance(what, Offer)) == "ALL", "round again"
    written(pad, "9")
    assert written(pad, "8") == "a", "nothing stands there: the choice is still to be made"
    assert written(pad, "4") == "X10"


def test_the_next_letters_begin_at_the_first_page(pad: Keypad) -> None:
    written(pad, A + "09*" + B + "0")
    assert next(what.shown for what in pad.keys.values() if isinstance(what, Offer)) == "ALL"


def test_nought_and_star_stay_what_they_are(pad: Keypad) -> None:
    assert written(pad, A + "00") == "a0"
    assert written(pad, "**") == "", "one sign each"
    assert written(pad, A + "0*") == "a", "it only takes back the 0"
    assert pad.writing is not None
    assert not pad.writing.first
    assert written(pad, "*00") == "0"


def test_a_secret_is_offered_nothing() -> None:
    pad = asking(PASSWORD)
    assert written(pad, A + B) == "ab"
    assert "0" not in pad.keys
    written(pad, "0")
    assert pad.writing is not None
    assert not pad.writing.is_choosing
    assert not pad.writing.offers
    assert written(pad, "1") == "ab"
    assert written(pad, "00") == "ab0"
