"""What the keypad says: every choice and every way out, each key by a name, a secret never, each message by its id."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from accessibility.announcer import Announcer
from accessibility.announcer import Message as Told
from accessibility.keypad.face import Choice, Face, Kind, Question
from accessibility.keypad.keypad import Keypad
from accessibility.keypad.presses import Presses
from accessibility.node import Bounds
from accessibility.roles import Action, Role
from accessibility.switch.plan import ScanGroup
from accessibility.switch.scanner import Level, Mark
from accessibility.targets import Target
from app.ui.kit import Kit
from app.ui.telling import Teller
from app.ui.ways.keypad import KeypadWay
from app.ui.ways.keypad_words import echo, shown
from app.ui.ways.switch import SwitchWay
from app.words import LANGUAGES, Words

SUBMIT = Choice(50, Action.CLICK, "Submit")
ASKED = (
    Question(10, Kind.AMOUNT, "Amount"),
    Question(20, Kind.TEXT, "Password", secret=True),
    Question(30, Kind.TEXT, "Nickname"),
)
STAR_AND_HASH = {"zh-CN": ("星号键", "井号键"), "en": ("star", "pound")}


def kit(lang: str) -> Kit:
    nothing: Any = None
    return Kit(nothing, Words.load(lang), {}, print, print, print)


def asking(uid: int) -> Keypad:
    pad = Keypad()
    pad.show(Face("Transfer", ASKED, (SUBMIT,), asked=uid, main=SUBMIT))
    return pad


@pytest.mark.parametrize("lang", LANGUAGES)
def test_all_that_is_offered_is_said_and_shown_and_star_and_hash_have_names(lang: str) -> None:
    pad = Keypad()
    pad.show(Face("Menu", (), tuple(Choice(uid, Action.CLICK, f"c{uid}") for uid in range(1, 12))))
    now, words = shown(kit(lang), pad), Words.load(lang)
    does = {
        sign: words.text("keypad-does", meaning=meaning)
        for sign, meaning in {"9": "more", "#": "again", "*": "back", "0": "person"}.items()
    }
    for number in range(1, 9):
        assert f"{number} c{number}" in now.said.speech
        assert f"{number} c{number}" in now.lines
    star, hashed = STAR_AND_HASH[lang]
    comma = {"zh-CN": "，", "en": ", "}[lang]
    for spoken, sign in ((star, "*"), (hashed, "#"), ("9", "9"), ("0", "0")):
        assert f"{spoken}{comma}{does[sign]}" in now.said.speech
        assert now.captions[sign] == does[sign]
    assert not set("*#") & set(now.said.speech), "a voice has no name for the sign"
    assert now.said.screen != now.said.speech
    assert now.said.id == "keypad-choice keypad-way"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_how_to_write_is_said_with_the_names_of_the_keys(lang: str) -> None:
    for uid in (10, 20, 30):
        said = shown(kit(lang), asking(uid)).said
        assert STAR_AND_HASH[lang][1] in said.speech
        assert not set("*#") & set(said.speech)
        assert said.id == "keypad-how keypad-way"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_secret_is_told_by_its_length_alone(lang: str) -> None:
    """Neither the signs, nor the letters that the first of two keys offers, in any form, at any moment."""
    pad, plain, told = asking(20), asking(30), []
    for key in "769876":
        pad.press(key)
        plain.press(key)
        now = shown(kit(lang), pad)
        told += [echo(kit(lang), pad), now.said]
        assert set(now.typed) <= {"•"} or now.typed == Words.load(lang).text("panel-empty")
        assert not now.lines
    assert pad.writing is not None
    assert pad.writing.text == "QZQ"
    for one in told:
        assert not {"Q", "Z"} & set(one.screen + one.speech + one.chat + one.braille)
    assert {one.id for one in told[::2]} == {"keypad-half", "panel-count"}
    assert "Q Z Q" in echo(kit(lang), plain).speech, "what is no secret is echoed"
    assert echo(kit(lang), plain).id == "keypad-typed"


class Hand(KeypadWay):
    """The way without a window, asked about one question: what is pressed, and what lights up on the screen."""

    def __init__(self, uid: int, ignore_again: float = 0.0) -> None:
        self.flashed: list[str] = []
        self.pressed: list[str] = []
        self.now = 0.0
        self._keypad, self._presses = asking(uid), Presses(ignore_again, lambda: self.now)
        self._pad = SimpleNamespace(flash=self.flashed.append, has=lambda widget: False)  # type: ignore[assignment]

    def _pressed(self, key: str) -> None:
        self.pressed.append(key)

    def down(self, *codes: int) -> None:
        """Keys of the keyboard go down; each is used up, also one that does not count: nothing else is to take it."""
        for code in codes:
            assert self._key_down(None, code, 0, None, [])
            assert self._text(None, chr(code))

    def up(self, code: int) -> None:
        self._key_up(SimpleNamespace(modifiers=[]), code, 0)


FIVE, NUMPAD_FIVE, SIX = 53, 261, 54


@pytest.mark.parametrize(("uid", "seen"), [(10, True), (20, False), (30, True)])
def test_a_key_of_the_keyboard_that_types_a_secret_does_not_light_up_on_the_screen(uid: int, seen: bool) -> None:
    hand = Hand(uid)
    hand.down(FIVE)
    assert hand.pressed == ["5"]
    assert hand.flashed == (["5"] if seen else [])


def test_a_key_that_is_held_is_one_press() -> None:
    hand = Hand(10)
    hand.down(FIVE, FIVE, FIVE, NUMPAD_FIVE, NUMPAD_FIVE)
    assert hand.pressed == hand.flashed == ["5", "5"], "one for each key"
    hand.up(FIVE)
    hand.down(FIVE)
    assert hand.pressed == ["5", "5", "5"]


def test_two_presses_within_half_a_second_are_one_for_who_wishes_so() -> None:
    """KBD-12, on the keyboard and on the screen alike."""
    hand = Hand(10, ignore_again=0.5)
    for code in (FIVE, FIVE, SIX):
        hand.down(code)
        hand.up(code)
        hand.now += 0.4
    assert hand.pressed == hand.flashed == ["5", "6"]
    hand.press("6")
    assert hand.pressed == ["5", "6"]
    hand.now += 0.6
    hand.press("6")
    assert hand.pressed == ["5", "6", "6"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_reaches_every_listener_with_its_ids_and_its_spoken_form(lang: str) -> None:
    """Amounts in it stay figures, which the voice can leave out, and the keys have their names all the same."""
    heard: list[Told] = []
    bridge = SimpleNamespace(announcer=Announcer(), focus=SimpleNamespace(current=None))
    bridge.announcer.listen(heard.append)
    said = shown(kit(lang), asking(10), notice="¥500.00").said
    Teller(bridge, "win32", lang).tell(said)
    assert heard[0].id == "keypad-how keypad-way"
    assert heard[0].spoken == said.speech
    assert "¥500.00" in heard[0].spoken


@pytest.mark.parametrize(("lang", "way"), [("zh-CN", "列表，往后"), ("en", "list, further on")])
def test_a_list_without_a_name_is_called_by_what_it_is(lang: str, way: str) -> None:
    pad = Keypad()
    pad.show(Face("Menu", (), (Choice(1, Action.SCROLL_DOWN, "", role=Role.LIST),)))
    assert f"1 {way}" in shown(kit(lang), pad).lines


@pytest.mark.parametrize(("lang", "way"), [("zh-CN", "扫描：列表，往后"), ("en", "Scanning: list, further on")])
def test_so_it_is_where_one_switch_scans_it(lang: str, way: str) -> None:
    turn = Target(1, Action.SCROLL_DOWN, "", Bounds(0, 0, 9, 9), role=Role.LIST)
    switch = SwitchWay.__new__(SwitchWay)
    switch._kit = kit(lang)
    said = switch._words(Mark(Level.ITEMS, ScanGroup((turn,), ""), turn))
    assert (said.screen, said.id) == (way, "scan-item")
