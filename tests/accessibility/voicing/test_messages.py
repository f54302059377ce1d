"""Messages, live regions and progress, with their sounds."""

from dataclasses import replace

from accessibility.announcer import Kind, Message
from accessibility.node import Bounds, Node, NumericRange
from accessibility.roles import Live, Role
from accessibility.tree import Changes
from accessibility.voicing.output import Earcon
from accessibility.voicing.settings import VoicingSettings
from tests.accessibility.voicing.reader_screen import Screen


def test_messages_have_their_sounds_and_the_urgent_comes_at_once(screen: Screen) -> None:
    for kind in Kind:
        screen.reader.message(Message("news", kind))
    assert screen.mouth.cues == [Earcon.SUCCESS, Earcon.ERROR, Earcon.PROGRESS, Earcon.MESSAGE, Earcon.ERROR]
    screen.reader.message(Message("Signed out", Kind.TIMEOUT, assertive=True, speech="You are signed out"))
    assert screen.mouth.lines[-1].urgent
    assert screen.mouth.lines[-1].text == "You are signed out"


def test_without_sounds_there_are_words_alone(screen: Screen) -> None:
    screen.reader.settings = VoicingSettings(earcons=False)
    screen.reader.message(Message("news", Kind.ERROR))
    screen.reader.message(Message("done", Kind.SUCCESS, by_focus=True))
    assert [(line.text, line.cue) for line in screen.mouth.lines] == [("news", None)]


def test_what_the_focus_tells_has_only_its_sound(screen: Screen) -> None:
    screen.reader.message(Message("Done", Kind.SUCCESS, by_focus=True))
    assert [(line.text, line.cue) for line in screen.mouth.lines] == [("", Earcon.SUCCESS)]


def test_a_message_lent_to_the_focus_is_heard_once(screen: Screen) -> None:
    screen.go(6)
    screen.mouth.take()
    screen.reader.message(Message("Text size 130", elsewhere=True))
    screen.change(replace(screen.nodes[6], description="Text size 130"))
    assert screen.mouth.take() == ["Text size 130"]
    screen.now += 10
    screen.change(replace(screen.nodes[6], description="Another"))
    assert screen.mouth.take() == ["Another"], "a description of its own is news"


def test_a_title_under_the_focus_that_a_message_begins_with_is_heard_once(screen: Screen) -> None:
    """As on the keypad: its title has the focus, and what it tells begins with the title."""
    screen.go(6)
    screen.mouth.take()
    screen.reader.message(Message("Welcome. 1 Balance. 2 Transfer"))
    screen.change(replace(screen.nodes[6], name="Welcome"))
    assert screen.mouth.take() == ["Welcome. 1 Balance. 2 Transfer"]
    screen.change(replace(screen.nodes[6], name="Balance"))
    assert screen.mouth.take() == ["Balance"], "another title is news"
    screen.now += 10
    screen.change(replace(screen.nodes[6], name="Welcome"))
    assert screen.mouth.take() == ["Welcome"], "what was told long ago too"


def test_what_comes_into_a_log_is_spoken_with_all_that_it_holds(screen: Screen) -> None:
    log = Node(9, Role.LOG, name="Chat", live=Live.POLITE)
    screen.change(log)
    screen.mouth.take()
    message = (Node(11, Role.STATICTEXT, "Bank:"), Node(12, Role.STATICTEXT, "Hello"))
    screen.reader.update(
        Changes(1, screen.focus, (replace(log, children=(10,)), Node(10, Role.GENERIC, children=(11, 12)), *message))
    )
    assert screen.mouth.take() == ["Bank: Hello"]
    screen.change(replace(message[1], name="Good day"))
    assert screen.mouth.take() == ["Good day"]


def test_a_live_region_is_spoken_wherever_the_focus_is(screen: Screen) -> None:
    screen.change(Node(9, Role.STATUS, name="3 results", live=Live.POLITE))
    screen.change(Node(9, Role.STATUS, name="Stop", live=Live.ASSERTIVE))
    assert [(line.text, line.urgent) for line in screen.mouth.lines] == [("3 results", False), ("Stop", True)]


def test_progress_is_told_now_and_then(screen: Screen) -> None:
    bar = Node(9, Role.PROGRESSBAR, name="Loading", range=NumericRange(0, 0, 100))
    screen.change(bar)
    for done in range(10, 100, 10):
        screen.now += 1.0
        screen.change(replace(bar, range=NumericRange(done, 0, 100)))
    screen.change(replace(bar, range=NumericRange(100, 0, 100)))
    assert screen.mouth.take() == ["Loading 10%", "Loading 60%", "Loading 100%"]


def test_progress_that_is_laid_out_anew_has_not_gone_on(screen: Screen) -> None:
    bar = Node(9, Role.PROGRESSBAR, name="Loading", range=NumericRange(0, 0, 100))
    screen.change(bar)
    screen.change(replace(bar, range=NumericRange(100, 0, 100)))
    screen.mouth.take()
    screen.change(replace(bar, range=NumericRange(100, 0, 100), bounds=Bounds(0, 5, 9, 9)))
    assert screen.mouth.take() == []


def test_an_alert_that_a_dialog_has_covered_is_no_news_when_it_has_gone(screen: Screen) -> None:
    root, box = Node(1, Role.WINDOW, name="Bank", children=(2, 8)), Node(8, Role.GENERIC, children=(9,))
    alert, dialog = (
        Node(9, Role.ALERT, name="The line is down", live=Live.ASSERTIVE),
        Node(7, Role.DIALOG, name="Sure?"),
    )
    covered = replace(root, children=(7,))
    screen.reader.update(Changes(1, screen.focus, (root, box, replace(alert, name=""))))
    screen.reader.update(Changes(1, screen.focus, (alert,)))
    assert screen.mouth.take() == ["The line is down"]
    for words in ([], [], ["The line is up"]):
        alert = replace(alert, name=words[0] if words else alert.name)
        screen.reader.update(Changes(1, screen.focus, (covered, dialog), removed=(2, 8, 9)))
        screen.mouth.take()
        screen.reader.update(Changes(1, screen.focus, (root, screen.nodes[2], box, alert), removed=(7,)))
        assert screen.mouth.take() == words
    screen.reader.update(Changes(1, screen.focus, (replace(box, children=()),), removed=(9,)))
    screen.reader.update(Changes(1, screen.focus, (box, alert)))
    assert screen.mouth.take() == ["The line is up"], "alone, it is told again"
