"""A host with a few nodes, the built-in reader before it, and a mouth that notes what it is given."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from accessibility.node import Bounds, Node, TextContent, TextLine
from accessibility.roles import Role, State
from accessibility.speech_keys import WORD_KEYS
from accessibility.tree import Changes
from accessibility.voicing.output import Done, Earcon
from accessibility.voicing.reader import Reader
from accessibility.voicing.settings import VoicingSettings
from accessibility.voicing.signs import sign_keys

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
    "read_only": "cannot be changed",
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

    def perform(self, target: int, action: str, *values: Any, still: Callable[[], bool] = lambda: True) -> None:
        self.done.append((action, target, *values))

    def afterwards(self, then: Callable[[], object]) -> None:
        then()

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
