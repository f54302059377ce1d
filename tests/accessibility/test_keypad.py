"""The keypad: what twelve keys offer on a screen, and what pressing them does."""

from typing import Any

import pytest

from accessibility.keypad.face import Choice, Face, Kind, Question, read_face
from accessibility.keypad.keypad import Effect, Keypad, Perform, Write
from accessibility.keypad.meaning import Meaning
from accessibility.keypad.presses import Presses
from accessibility.keypad.settings import KeypadSettings
from accessibility.keypad.writing import Writing, letter, places
from accessibility.node import Bounds, Node
from accessibility.roles import Action, Role, State

BOX = Bounds(0, 0, 90, 40)
CLICK = (Action.CLICK,)


def choices(*ids: int) -> tuple[Choice, ...]:
    return tuple(Choice(uid, Action.CLICK, f"c{uid}") for uid in ids)


def pressed(pad: Keypad, keys: str) -> list[Effect]:
    return [effect for key in keys for effect in pad.press(key)]


def offered(pad: Keypad) -> dict[str, Any]:
    return {key: what if isinstance(what, Meaning) else what.id for key, what in pad.keys.items()}


@pytest.fixture
def form() -> Keypad:
    """A payee out of two, an amount, a password; 50 goes on."""
    submit, back = choices(50, 51)
    asked = (
        Question(10, Kind.CHOICE, "Payee", choices=choices(11, 12)),
        Question(20, Kind.AMOUNT, "Amount"),
        Question(30, Kind.TEXT, "Password", secret=True),
    )
    pad = Keypad()
    pad.show(Face("Transfer", asked, (submit, back), asked=10, main=submit))
    return pad


class TestMenu:
    def test_nine_choices_fit_and_the_other_keys_are_always_the_same(self) -> None:
        pad = Keypad()
        pad.show(Face("Menu", (), choices(*range(1, 10))))
        assert offered(pad) == {
            **{str(uid): uid for uid in range(1, 10)},
            "#": Meaning.AGAIN,
            "*": Meaning.BACK,
            "0": Meaning.PERSON,
        }
        assert pressed(pad, "4") == [Perform(4, Action.CLICK)]
        assert pressed(pad, "*0#") == [Meaning.BACK, Meaning.PERSON, Meaning.AGAIN]

    def test_more_than_nine_are_paged_and_every_one_is_reached(self) -> None:
        pad = Keypad()
        pad.show(Face("Menu", (), choices(*range(1, 21))))
        reached: list[int] = []
        for _ in range(3):
            reached += [what for key, what in offered(pad).items() if key in "12345678" and isinstance(what, int)]
            assert offered(pad)["9"] is Meaning.MORE
            pressed(pad, "9")
        assert reached == list(range(1, 21))
        assert offered(pad)["1"] == 1, "round again"

    def test_a_key_that_offers_nothing_does_nothing(self) -> None:
        pad = Keypad()
        pad.show(Face("Menu", (), choices(1)))
        assert pressed(pad, "5") == []

    def test_hash_presses_the_button_that_goes_on(self) -> None:
        first, second = choices(1, 2)
        pad = Keypad()
        pad.show(Face("Review", (), (first, second), main=second))
        assert pressed(pad, "#") == [Perform(2, Action.CLICK)]


class TestQuestions:
    def test_a_form_is_asked_through_and_handed_in(self, form: Keypad) -> None:
        assert offered(form) == {"1": 11, "2": 12, "#": Meaning.NEXT, "*": Meaning.MENU, "0": Meaning.PERSON}
        done = pressed(form, "2" + "500*5#" + "2131" + "70#")
        assert done == [
            Perform(12, Action.CLICK),
            Write(20, "500.5"),
            Write(30, "ad7"),
            Perform(50, Action.CLICK),
        ]

    def test_answered_questions_are_not_asked_again(self) -> None:
        (submit,) = choices(50)
        asked = (
            Question(10, Kind.NUMBER, "Number"),
            Question(20, Kind.NUMBER, "Account", value="7109"),
            Question(30, Kind.NUMBER, "Code"),
        )
        pad = Keypad()
        pad.show(Face("", asked, (submit,), asked=10, main=submit))
        pressed(pad, "1#")
        assert pad.question is asked[2]

    def test_hash_with_nothing_typed_stays_and_says_it_again(self, form: Keypad) -> None:
        pressed(form, "1")
        assert pressed(form, "#") == [Meaning.AGAIN]
        assert form.question is not None
        assert form.question.id == 20

    def test_star_leads_from_a_question_to_everything_and_from_there_out(self, form: Keypad) -> None:
        assert pressed(form, "*") == []
        assert offered(form)["1"] == 10
        assert offered(form)["4"] == 50
        assert pressed(form, "*") == [Meaning.BACK]
        assert pressed(form, "2") == []
        assert form.question is not None
        assert form.question.id == 20, "a question can be chosen from the menu"

    def test_what_is_typed_stays_while_the_same_screen_is_drawn_again(self, form: Keypad) -> None:
        pressed(form, "1" + "50")
        form.show(form.face)
        assert form.writing is not None
        assert form.writing.text == "50"

    def test_a_question_with_an_error_is_asked_again(self, form: Keypad) -> None:
        pressed(form, "1" + "5#" + "20#")
        assert form.question is None
        wrong = Question(20, Kind.AMOUNT, "Amount", error="Too much", value="5")
        form.show(Face("", (form.face.questions[0], wrong, form.face.questions[2]), form.face.choices, 20), moved=True)
        assert form.question is wrong
        assert pressed(form, "4#")[0] == Write(20, "4")


class TestWriting:
    @pytest.mark.parametrize(
        ("kind", "keys", "text"),
        [
            (Kind.NUMBER, "10000001", "10000001"),
            (Kind.NUMBER, "12*3", "13"),
            (Kind.AMOUNT, "500", "500"),
            (Kind.AMOUNT, "500*05", "500.05"),
            (Kind.AMOUNT, "500**7", "7"),
            (Kind.AMOUNT, "5*5*6", "6"),
            (Kind.TEXT, "31326163" + "00100010", "demo0101"),
            (Kind.TEXT, "25" + "9074", "A9s"),
            (Kind.TEXT, "21" + "2*" + "22", "ab"),
            (Kind.TEXT, "2122*", "a"),
            (Kind.TEXT, "12", "@"),
            (Kind.TEXT, "29", ""),
        ],
    )
    def test_what_keys_write(self, kind: Kind, keys: str, text: str) -> None:
        writing = Writing(kind)
        for key in keys:
            writing.press(key)
        assert writing.text == text

    def test_star_with_nothing_typed_is_the_menu_and_so_back_is_always_in_reach(self) -> None:
        for kind in (Kind.NUMBER, Kind.AMOUNT, Kind.TEXT):
            writing = Writing(kind)
            assert writing.star is Meaning.MENU
            for key in "2233":
                writing.press(key)
            for _ in range(10):
                if writing.star is not Meaning.MENU:
                    writing.press("*")
            assert writing.star is Meaning.MENU

    def test_every_letter_and_figure_can_be_written_and_is_offered(self) -> None:
        written = {letter(first, second) for first in "1234567890" for second in "1234567890"}
        assert set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") <= written
        assert dict(places("7"))["4"] == "s"
        assert dict(places("7"))["0"] == "7"


def test_a_screen_is_read_from_its_nodes() -> None:
    """What stands below the focus comes first, the bar at the top of every screen last."""
    nodes = [
        Node(1, Role.WINDOW, children=(2, 3, 4, 7, 8, 9)),
        Node(2, Role.BUTTON, "Home", bounds=BOX, actions=CLICK),
        Node(3, Role.HEADING, "Title", bounds=BOX),
        Node(4, Role.RADIOGROUP, "Colour", "Which?", children=(5, 6), bounds=BOX),
        Node(5, Role.RADIO, "red", checked=False, bounds=BOX, actions=CLICK),
        Node(6, Role.RADIO, "green", checked=True, bounds=BOX, actions=CLICK),
        Node(7, Role.TEXTBOX, "Secret", value="••", states=frozenset({State.PROTECTED}), bounds=BOX),
        Node(8, Role.BUTTON, "Send", bounds=BOX, actions=CLICK),
        Node(9, Role.BUTTON, "Off", bounds=BOX, actions=CLICK, states=frozenset({State.DISABLED})),
    ]
    face = read_face({node.id: node for node in nodes}, 1, 3, lambda _: Kind.TEXT, main=8, prompt="Title")
    colour, secret = face.questions
    assert (colour.name, colour.hint, [choice.name for choice in colour.choices]) == (
        "Colour",
        "Which?",
        ["red", "green"],
    )
    assert colour.is_answered
    assert secret.secret
    assert [choice.name for choice in face.choices] == ["Send", "Home"]
    assert face.main is not None
    assert face.main.id == 8
    assert face.asked == 0
    assert read_face({node.id: node for node in nodes}, 1, 6, lambda _: Kind.TEXT).asked == 4


class TestPresses:
    """Held keys and trembling hands, on a clock that is set by hand."""

    def test_without_the_setting_every_press_counts_however_soon(self) -> None:
        presses = Presses(clock=lambda: 1.0)
        assert all(presses.counts("5") for _ in range(3))

    @pytest.mark.parametrize(("after", "counts"), [(0.4, False), (0.6, True)])
    def test_the_same_key_so_soon_counts_once_another_one_always(self, after: float, counts: bool) -> None:
        now = [0.0]
        presses = Presses(0.5, lambda: now[0])
        assert presses.counts("5")
        now[0] = after
        assert presses.counts("5") is counts
        assert presses.counts("6")
        assert presses.counts("5"), "the one before it was another"

    def test_a_hand_that_trembles_on_presses_once(self) -> None:
        now = [0.0]
        presses = Presses(0.5, lambda: now[0])
        counted = []
        for moment in (0.0, 0.3, 0.6, 0.9):
            now[0] = moment
            counted.append(presses.counts("5"))
        assert counted == [True, False, False, False]

    def test_letting_go_late_and_trembling_is_one_press(self) -> None:
        now = [0.0]
        presses = Presses(0.5, lambda: now[0])
        assert presses.counts("5")
        now[0] = 1.0
        presses.up(53, "5")
        now[0] = 1.2
        assert not presses.counts("5")

    def test_a_key_that_is_held_repeats_until_it_comes_up(self) -> None:
        presses = Presses(clock=lambda: 1.0)
        assert [presses.repeats(53), presses.repeats(53), presses.repeats(54)] == [False, True, False]
        presses.up(53, "5")
        assert not presses.repeats(53)


def test_settings_are_kept() -> None:
    assert KeypadSettings.from_mapping(KeypadSettings(on=True, echo=False).to_mapping()) == KeypadSettings(True, False)
