"""What the built-in reader says, and when it does not: fed with changes of a tree as the bridge gives them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from accessibility.announcer import Kind, Message
from accessibility.node import Bounds, Node, NumericRange, TextContent, TextLine
from accessibility.roles import Live, Role, State
from accessibility.speech_keys import WORD_KEYS
from accessibility.tree import Changes
from accessibility.voicing.explorer import Explorer
from accessibility.voicing.output import Done, Earcon
from accessibility.voicing.pointer import Pointer
from accessibility.voicing.reader import Reader
from accessibility.voicing.settings import Echo, Punctuation, Verbosity, VoicingSettings
from accessibility.voicing.signs import SIGNS, punctuated, sign_keys

WORDS = {key: key.partition(".")[2] or key for key in (*WORD_KEYS, *sign_keys())} | {
    "position": "{position} of {size}",
    "characters": "{count} characters",
    "separator": ", ",
    "level": "level {level}",
    "deleted": "deleted {text}",
    "selected_text": "selected {text}",
    "unselected_text": "nothing selected",
    "blank": "blank",
    "end_of_text": "end",
    "capital": "capital {letter}",
    "no_longer": "no longer {state}",
    "role.window": "",
    "role.statictext": "",
}
TAB, LEFT, UP, DOWN, CTRL = 9, 276, 273, 274, 305
FOCUSABLE = frozenset({State.FOCUSABLE})


@dataclass
class Line:
    """An utterance that was handed in."""

    text: str
    cue: Earcon | None
    urgent: bool
    done: Done | None
    stopped: bool = False

    def stop(self) -> None:
        self.stopped = True


@dataclass
class Mouth:
    """Notes what it is given; nothing ends by itself."""

    engaged: bool = False
    lines: list[Line] = field(default_factory=list)
    stops: int = 0

    def say(self, text: str, *, cue: Earcon | None = None, urgent: bool = False, done: Done | None = None) -> Line:
        self.lines.append(Line(text, cue, urgent, done))
        return self.lines[-1]

    def stop(self) -> None:
        self.stops += 1

    @property
    def said(self) -> list[str]:
        return [line.text for line in self.lines if line.text]

    def take(self) -> list[str]:
        """What was said since the last time."""
        said = self.said
        self.lines.clear()
        return said

    @property
    def cues(self) -> list[Earcon]:
        return [line.cue for line in self.lines if line.cue]


class Screen:
    """A host with a few nodes, and the reader before it."""

    def __init__(self, *nodes: Node, settings: VoicingSettings | None = None) -> None:
        self.now = 100.0
        self.mouth = Mouth()
        self.done: list[tuple[Any, ...]] = []
        self.reader = Reader(self.mouth, WORDS, settings or VoicingSettings(), lambda: self.now)
        self.nodes = {node.id: node for node in nodes}
        self.focus = 1
        self.reader.start(self, None)

    def listening(self, on: bool) -> None:
        if on:
            root = Node(1, Role.WINDOW, name="Bank", children=self._top())
            self.reader.update(Changes(1, self.focus, (root, *self.nodes.values()), complete=True))

    def _top(self) -> tuple[int, ...]:
        inside = {child for node in self.nodes.values() for child in node.children}
        return tuple(uid for uid in self.nodes if uid not in inside)

    def perform(self, target: int, action: str, *values: Any) -> None:
        self.done.append((action, target, *values))

    def go(self, focus: int) -> None:
        self.focus = focus
        self.reader.update(Changes(1, focus))

    def change(self, *nodes: Node, removed: Iterable[int] = ()) -> None:
        self.nodes |= {node.id: node for node in nodes}
        self.reader.update(Changes(1, self.focus, nodes, tuple(removed)))

    def press(self, key: int, *modifiers: str) -> None:
        self.reader.key(True, key, 0, None, list(modifiers))


def text(characters: str, caret: int, anchor: int | None = None) -> TextContent:
    lines = tuple(
        TextLine(line, Bounds(0, 0, 1, 1), (0.0,) * len(line), (1.0,) * len(line))
        for line in characters.splitlines(keepends=True) or [""]
    )
    return TextContent(lines, caret, caret if anchor is None else anchor)


def entry(characters: str = "", caret: int | None = None, **more: Any) -> Node:
    content = text(characters, len(characters) if caret is None else caret)
    return Node(2, Role.TEXTBOX, name="Payee", value=characters, text=content, states=FOCUSABLE, **more)


@pytest.fixture
def screen() -> Screen:
    one = Screen(
        Node(2, Role.HEADING, name="Transfer", level=1, states=FOCUSABLE),
        Node(3, Role.RADIOGROUP, name="To", children=(4, 5)),
        Node(4, Role.RADIO, name="Li", checked=True, position=1, set_size=2, states=FOCUSABLE, actions=("click",)),
        Node(5, Role.RADIO, name="Wang", checked=False, position=2, set_size=2, states=FOCUSABLE, actions=("click",)),
        Node(6, Role.BUTTON, name="Next", states=FOCUSABLE, actions=("click",)),
    )
    one.reader.turn(True)
    one.mouth.take()
    return one


# -- focus -------------------------------------------------------------------------------------------


def test_the_focus_is_spoken_with_the_group_it_enters(screen: Screen) -> None:
    screen.go(4)
    assert screen.mouth.take() == ["To radiogroup, Li, radio, checked, 1 of 2"]
    screen.go(5)
    assert screen.mouth.take() == ["Wang, radio, unchecked, 2 of 2"], "still in the same group"


def test_a_new_focus_takes_the_place_of_the_last_but_not_of_a_message(screen: Screen) -> None:
    screen.go(4)
    screen.reader.message(Message("Sent", Kind.SUCCESS))
    screen.go(6)
    focus, message, later = screen.mouth.lines
    assert focus.stopped
    assert not message.stopped
    assert (message.text, message.cue) == ("Sent", Earcon.SUCCESS)
    assert later.text == "Next, button"


def test_a_change_under_the_focus_says_what_is_new(screen: Screen) -> None:
    screen.go(5)
    screen.mouth.take()
    screen.change(replace(screen.nodes[5], checked=True))
    assert screen.mouth.take() == ["checked"]
    screen.change(replace(screen.nodes[6], name="Further"))
    assert screen.mouth.take() == [], "what is elsewhere is no news"


def test_news_of_the_focus_comes_after_its_name(screen: Screen) -> None:
    """An arrow key moves and checks: both are heard, and only the last of several changes."""
    screen.go(5)
    screen.change(replace(screen.nodes[5], checked=True))
    screen.change(replace(screen.nodes[5], checked=False))
    assert [(line.text, line.stopped) for line in screen.mouth.lines] == [
        ("To radiogroup, Wang, radio, unchecked, 2 of 2", False),
        ("checked", True),
        ("unchecked", False),
    ]


def test_an_error_under_the_focus_has_its_sound(screen: Screen) -> None:
    screen.go(6)
    screen.mouth.take()
    screen.change(replace(screen.nodes[6], error="Too much"))
    assert screen.mouth.cues == [Earcon.ERROR]
    assert screen.mouth.take() == ["Too much"]


def test_tab_around_the_end_is_heard(screen: Screen) -> None:
    screen.go(6)
    screen.press(TAB)
    screen.mouth.take()
    screen.go(2)
    assert screen.mouth.cues == [Earcon.EDGE]
    screen.mouth.take()
    screen.press(TAB, "shift")
    screen.go(6)
    assert screen.mouth.cues == [Earcon.EDGE]
    screen.mouth.take()
    screen.now += 5
    screen.go(4)
    assert screen.mouth.cues == [], "the program has moved it"


def test_the_end_of_a_list_is_heard() -> None:
    item = Node(2, Role.OPTION, name="One", position=1, set_size=2, states=FOCUSABLE)
    screen = Screen(item, Node(3, Role.BUTTON, name="b", states=FOCUSABLE))
    screen.focus = 2
    screen.reader.turn(True)
    screen.mouth.take()
    screen.press(UP)
    assert screen.mouth.cues == [Earcon.EDGE]
    screen.mouth.take()
    screen.press(DOWN)
    assert screen.mouth.cues == []


def test_verbosity(screen: Screen) -> None:
    screen.reader.settings = VoicingSettings(verbosity=Verbosity.BRIEF)
    screen.go(4)
    assert screen.mouth.take() == ["Li, checked"]


# -- on, off, and who has the word -------------------------------------------------------------------


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


# -- messages, live regions, progress ----------------------------------------------------------------


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


# -- typing ------------------------------------------------------------------------------------------


def typing(before: Node, after: Node, echo: Echo = Echo.KEYS) -> list[str]:
    screen = Screen(before, settings=VoicingSettings(echo=echo, punctuation=Punctuation.NONE))
    screen.focus = 2
    screen.reader.turn(True)
    screen.mouth.take()
    screen.change(after)
    return screen.mouth.take()


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (entry("a"), entry("ab"), ["b"]),
        (entry("a"), entry("aB"), ["capital B"]),
        (entry("a"), entry("a "), ["space"]),
        (entry("a"), entry("a12"), ["1, 2"]),
        (entry(""), entry("张三"), ["张三"]),
        (entry("ab"), entry("a"), ["deleted b"]),
        (entry("5."), entry("5"), ["deleted point"]),
        (entry("6222"), entry(""), ["deleted 6 2 2 2"]),
        (entry("ab"), entry("ab", 1), ["b"]),
        (entry("ab", 1), entry("ab", 2), ["end"]),
        (entry("one two", 0), entry("one two", 4), ["two"]),
        (entry("one\ntwo", 0), entry("one\ntwo", 4), ["two"]),
        (entry("one\n\ntwo", 0), entry("one\n\ntwo", 4), ["blank"]),
    ],
)
def test_keys_are_echoed_and_the_caret_followed(before: Node, after: Node, said: list[str]) -> None:
    assert typing(before, after) == said


def test_words_are_echoed_when_they_end() -> None:
    assert typing(entry("one tw"), entry("one two"), Echo.WORDS) == []
    assert typing(entry("one two"), entry("one two "), Echo.WORDS) == ["two"]
    assert typing(entry(""), entry("转账"), Echo.WORDS) == ["转账"]


def test_no_echo_is_no_echo_but_deletions_are_told() -> None:
    assert typing(entry("a"), entry("ab"), Echo.NONE) == []
    assert typing(entry("ab"), entry("a"), Echo.NONE) == ["deleted b"]


def test_the_selection_is_told() -> None:
    all_of_it = replace(entry("abc"), text=text("abc", 3, 0))
    assert typing(entry("abc"), all_of_it) == ["selected abc"]
    assert typing(all_of_it, entry("abc")) == ["nothing selected"]


@pytest.mark.parametrize("echo", list(Echo))
def test_a_secret_is_never_echoed(echo: Echo) -> None:
    """Not even if the text itself reached the reader."""
    states = FOCUSABLE | {State.PROTECTED}
    before = replace(entry("q1"), states=states)
    after = replace(entry("q1z"), states=states)
    said = typing(before, after, echo)
    assert said == ([] if echo is Echo.NONE else ["3 characters"])


def test_the_end_of_a_text_is_heard() -> None:
    screen = Screen(entry("ab", 0))
    screen.focus = 2
    screen.reader.turn(True)
    screen.mouth.take()
    screen.press(LEFT)
    assert screen.mouth.cues == [Earcon.EDGE]


# -- exploring ---------------------------------------------------------------------------------------


def test_exploring_leaves_the_focus_where_it_is(screen: Screen) -> None:
    explorer = Explorer(screen.reader)
    screen.go(2)
    screen.mouth.take()
    explorer.go(1)
    explorer.go(1)
    assert screen.mouth.take() == ["Li, radio, checked, 1 of 2", "Wang, radio, unchecked, 2 of 2"]
    explorer.press()
    assert screen.done[-2:] == [("focus", 5), ("click", 5)]
    screen.go(6)
    screen.mouth.take()
    explorer.go(1)
    assert screen.mouth.cues == [Earcon.EDGE]
    assert screen.mouth.take() == ["Next, button"], "a new focus takes the explorer along"


def test_where_am_i(screen: Screen) -> None:
    screen.go(4)
    screen.mouth.take()
    Explorer(screen.reader).where()
    assert screen.mouth.take() == ["Bank, To, Li, radio, checked, 1 of 2, radio"]


def test_spelling() -> None:
    screen = Screen(entry("Li-1"))
    screen.focus = 2
    screen.reader.turn(True)
    screen.mouth.take()
    Explorer(screen.reader).spell()
    assert screen.mouth.take() == ["capital L, i, hyphen, 1"]


def test_a_secret_is_not_spelled() -> None:
    screen = Screen(replace(entry("q1"), states=FOCUSABLE | {State.PROTECTED}))
    screen.focus = 2
    screen.reader.turn(True)
    screen.mouth.take()
    Explorer(screen.reader).spell()
    assert "q" not in "".join(screen.mouth.take()).replace("Payee", "")


def test_reading_on_goes_by_itself_until_it_is_silenced(screen: Screen) -> None:
    explorer = Explorer(screen.reader)
    screen.go(4)
    screen.mouth.take()
    explorer.read_on()
    for expected in ("Li, radio, checked, 1 of 2", "Wang, radio, unchecked, 2 of 2", "Next, button"):
        line = screen.mouth.lines[-1]
        assert line.text == expected
        assert screen.done[-1][0] == "scroll_into_view"
        assert line.done is not None
        line.done(True)
    assert screen.mouth.cues == [Earcon.EDGE]
    screen.mouth.take()
    explorer.read_on()
    line = screen.mouth.lines[-1]
    assert line.done is not None
    line.done(False)
    assert len(screen.mouth.lines) == 1


def test_reading_on_does_not_read_its_own_caption(screen: Screen) -> None:
    screen.reader.captions = frozenset({5})
    explorer = Explorer(screen.reader)
    screen.go(4)
    screen.mouth.take()
    explorer.go(1)
    assert screen.mouth.take() == ["Next, button"]


def test_reading_on_passes_over_what_has_gone(screen: Screen) -> None:
    explorer = Explorer(screen.reader)
    screen.go(4)
    screen.mouth.take()
    explorer.read_on()
    screen.change(removed=[5])
    line = screen.mouth.lines[-1]
    assert line.done is not None
    line.done(True)
    assert screen.mouth.lines[-1].text == "Next, button"


# -- touch -------------------------------------------------------------------------------------------


class Glass:
    """A window, as much of it as a pointer needs."""

    height = 100.0

    def __init__(self) -> None:
        self.handlers: dict[str, Callable[..., Any]] = {}

    def bind(self, **handlers: Callable[..., Any]) -> None:
        self.handlers |= handlers

    def unbind(self, **handlers: Callable[..., Any]) -> None:
        for name in handlers:
            del self.handlers[name]

    def touch(self, kind: str, x: float, y: float, *profile: str) -> bool:
        return bool(self.handlers[kind](self, _Touch(x, y, profile)))


@dataclass
class _Touch:
    x: float
    y: float
    profile: tuple[str, ...]


@pytest.fixture
def glass() -> tuple[Glass, Screen]:
    above = Node(2, Role.BUTTON, name="Up", bounds=Bounds(0, 0, 50, 50), states=FOCUSABLE, actions=("click",))
    below = Node(3, Role.BUTTON, name="Down", bounds=Bounds(0, 50, 50, 100), states=FOCUSABLE, actions=("click",))
    screen, window = Screen(above, below), Glass()
    screen.reader.turn(True)
    screen.mouth.take()
    Pointer(screen.reader, Explorer(screen.reader), lambda: screen.now).start(window)
    return window, screen


def test_a_finger_is_told_what_it_is_on(glass: tuple[Glass, Screen]) -> None:
    window, screen = glass
    assert window.touch("on_touch_down", 10, 90)
    window.touch("on_touch_move", 12, 88)
    window.touch("on_touch_move", 10, 10)
    window.touch("on_touch_move", 90, 10)
    screen.now += 2
    window.touch("on_touch_up", 90, 10)
    assert screen.mouth.take() == ["Up, button", "Down, button"]
    assert not [done for done in screen.done if done[0] == "click"]


def test_a_double_tap_presses(glass: tuple[Glass, Screen]) -> None:
    window, screen = glass
    for _ in range(2):
        window.touch("on_touch_down", 10, 10)
        screen.now += 0.1
        window.touch("on_touch_up", 10, 10)
    assert screen.done[-1] == ("click", 3)


def test_two_slow_taps_do_not(glass: tuple[Glass, Screen]) -> None:
    window, screen = glass
    for _ in range(2):
        window.touch("on_touch_down", 10, 10)
        screen.now += 0.1
        window.touch("on_touch_up", 10, 10)
        screen.now += 2
    assert not [done for done in screen.done if done[0] == "click"]


def test_lifting_presses_when_it_is_wished(glass: tuple[Glass, Screen]) -> None:
    window, screen = glass
    screen.reader.settings = VoicingSettings(lift_presses=True)
    window.touch("on_touch_down", 10, 90)
    screen.now += 2
    window.touch("on_touch_move", 10, 10)
    window.touch("on_touch_up", 10, 10)
    assert screen.done[-1] == ("click", 3)


def test_the_mouse_clicks_as_ever_and_may_be_told(glass: tuple[Glass, Screen]) -> None:
    window, screen = glass
    assert not window.touch("on_touch_down", 10, 90, "button")
    window.handlers["mouse_pos"](window, (10, 90))
    assert screen.mouth.take() == []
    screen.reader.settings = VoicingSettings(pointer=True)
    window.handlers["mouse_pos"](window, (10, 90))
    assert screen.mouth.take() == ["Up, button"]


def test_without_exploring_touches_are_the_window_s(glass: tuple[Glass, Screen]) -> None:
    window, screen = glass
    screen.reader.settings = VoicingSettings(explore=False)
    assert not window.touch("on_touch_down", 10, 90)
    screen.reader.settings = VoicingSettings()
    screen.reader.turn(False)
    assert not window.touch("on_touch_down", 10, 90)


# -- signs -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("level", "said"),
    [
        (Punctuation.NONE, "a@b, 12.5% (x)"),
        (Punctuation.SOME, "a at b, 12.5% (x)"),
        (Punctuation.ALL, "a at b comma, 12.5%  open x close "),
    ],
)
def test_signs_at_the_customer_s_level(level: Punctuation, said: str) -> None:
    """Those of a figure belong to it at every level."""
    assert punctuated("a@b, 12.5% (x)", level, WORDS) == said


def test_a_pause_of_the_reader_s_own_is_no_sign() -> None:
    """What stands on the screen is told with its signs, and what is between its parts is heard as pauses."""
    screen = Screen(
        Node(2, Role.BUTTON, name="Go, now", states=FOCUSABLE), settings=VoicingSettings(punctuation=Punctuation.ALL)
    )
    screen.reader.turn(True)
    screen.mouth.take()
    screen.go(2)
    assert screen.mouth.take() == ["Go comma, now, button"]


def test_every_sign_has_a_key() -> None:
    assert {f"sign.{name}" for name in SIGNS.values()} == sign_keys()
