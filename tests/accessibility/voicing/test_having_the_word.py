"""On and off, and who has the word: a screen reader, a conversation, a key."""

from accessibility.announcer import Message
from accessibility.node import Node
from accessibility.roles import Role
from tests.accessibility.voicing.reader_screen import CTRL, FOCUSABLE, TAB, Screen


def test_off_it_hears_and_says_nothing(screen: Screen) -> None:
    screen.reader.turn(False)
    screen.mouth.take()
    screen.go(4)
    screen.press(TAB)
    screen.reader.message(Message("Sent"))
    assert screen.mouth.lines == []
    assert screen.reader.nodes == {}


def test_never_two_voices(screen: Screen) -> None:
    """A screen reader comes: silence at once. It goes: the reader says where the focus is."""
    screen.go(4)
    stops = screen.mouth.stops
    screen.reader.give_way(True)
    assert screen.mouth.stops == stops + 1
    screen.mouth.take()
    screen.go(5)
    screen.reader.message(Message("Sent", assertive=True))
    assert screen.mouth.lines == []
    screen.reader.give_way(False)
    assert screen.mouth.take() == ["To radiogroup, Wang, radio, unchecked, 2 of 2"]


def test_it_waits_for_the_screen_reader_to_go() -> None:
    screen = Screen(Node(2, Role.BUTTON, name="Go", states=FOCUSABLE))
    screen.focus = 2
    screen.reader.give_way(True)
    screen.reader.turn(True)
    assert screen.mouth.lines == []
    screen.reader.give_way(False)
    assert screen.mouth.take() == ["Go, button"]


def test_in_a_conversation_it_answers_keys_alone(screen: Screen) -> None:
    """What happens is told by the conversation; both together would be heard twice."""
    screen.mouth.engaged = True
    screen.now += 60
    screen.go(6)
    screen.reader.message(Message("Sent"))
    assert screen.mouth.take() == []
    screen.press(TAB)
    screen.go(2)
    assert screen.mouth.take() == ["Transfer, heading level 1"]


def test_any_key_silences_but_the_spared(screen: Screen) -> None:
    screen.reader.spares = lambda key, modifiers: key == 300
    stops = screen.mouth.stops
    screen.press(300)
    screen.press(304)  # Shift alone: somebody is about to type a capital
    assert screen.mouth.stops == stops
    screen.press(CTRL)
    screen.press(ord("a"))
    assert screen.mouth.stops == stops + 2


def test_another_window_silences(screen: Screen) -> None:
    stops = screen.mouth.stops
    screen.reader.window_focus(False)
    assert screen.mouth.stops == stops + 1
