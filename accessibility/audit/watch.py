"""Watches a program while something else works it: judges each screen that it comes to, without pressing anything."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from PIL import Image, ImageChops

from accessibility.audit.changes import changes, come, gains
from accessibility.audit.judge import Verdict, judge
from accessibility.audit.removal import heads, removal
from accessibility.audit.scrolled import scrolled
from accessibility.audit.scrolling import crowded
from accessibility.audit.steps import Steps
from accessibility.audit.still import is_still
from accessibility.checks.frame import Frame, Sight
from accessibility.checks.registry import load_rules
from accessibility.checks.rule import LoadedRule, Need, Outcome
from accessibility.checks.screen import Outline, Screen
from accessibility.probe.atspi import Bus
from accessibility.probe.errors import NotThereError
from accessibility.probe.seen import Seen

PATIENCE = 5.0
"""Seconds after which what is still wrong is no passing state of a screen that is being drawn."""

WRONG = frozenset({Outcome.FAILED, Outcome.ERROR})

FILM_SECONDS = 0.3
"""So long each place is watched at rest, once in a run: a flash of four a second turns twice in that time."""

MOST_PICTURES = 30

PICTURES_A_TREE = 3
"""A mark is told before it is painted: so many pictures are taken before the slower tree is read again."""

BETWEEN = frozenset({Need.CHANGES, Need.DEEDS, Need.SECRET})
"""What is on record between any two looks, known screens or not."""


NOTHING = Image.new("RGB", (1, 1))
"""Where only what is told is judged."""


class ScreenBroken(AssertionError):
    """A screen breaks rules; the message holds their words."""


class ScreenRestless(AssertionError):
    """A screen never came to rest, so it could not be judged."""


@dataclass(frozen=True, slots=True)
class Now:
    """What a watcher has to know of the program besides what it sees."""

    theme: str = "light"
    scale: float = 1.0


@dataclass
class Watcher:
    """`window` gives the present tree of the window, `picture` what is painted inside of it.

    Each screen is judged once: one is known by what it holds, wherever its focus is. With a `bus` it is also judged
    whether changes are told; `secrets` are what may be typed into protected fields, and be told nowhere.
    """

    window: Callable[[], Seen]
    picture: Callable[[], Image.Image]
    now: Callable[[Seen], Now] = lambda _: Now()
    rules: tuple[LoadedRule, ...] = field(default_factory=load_rules)
    excused: Callable[[Verdict], bool] = lambda _: False
    judged: set[int] = field(default_factory=set)
    bus: Bus | None = None
    secrets: tuple[str, ...] = ()
    _before: Seen | None = None
    _told: Seen | None = None
    _since: int = 0
    _outlines: dict[str, Outline] = field(default_factory=dict)
    _steps: Steps = field(init=False)

    def __post_init__(self) -> None:
        self._steps = Steps(self.picture, self.rules, self.judged)
        self._between = tuple(loaded for loaded in self.rules if loaded.rule.needs and loaded.rule.needs <= BETWEEN)

    def mark(self) -> int:
        """A place in the stream of events, to be taken before a tree is read."""
        return self.bus.mark() if self.bus is not None else 0

    def look(self, seen: Seen | None = None, mark: int | None = None) -> None:
        """Judge the screen as it is now, if it is a new one, and how the focus came to where it is.

        `seen` is the window's tree where it was read just now, after `mark`.

        Raises:
            ScreenBroken: rules fail, and still do when the screen has come to rest.
            ScreenRestless: it has not come to rest in `PATIENCE` seconds.
        """
        before = self._told
        if seen is None or not self._is_known(seen, mark):
            self._look()
        elif before is not None and heads(before) == heads(seen):
            self._step("", before, seen)

    def stepped(self, key: str, before: Seen, after: Seen, mark: int | None = None) -> None:
        """Judge what a key did that moves the focus; the window's tree `before` it was pressed, and now.

        Raises:
            ScreenBroken: rules fail, and still do when the screen has come to rest.
        """
        self._follow(after, mark)
        self._step(key, before, after)

    def _look(self) -> None:
        deadline = time.monotonic() + PATIENCE
        while True:
            frame = self._frame()
            if frame is None:
                return
            if self._is_known(frame.window, None):
                return
            wrong = self._wrong(frame)
            if not wrong:
                self.judged.add(_content(frame.window))
                self._before = frame.window
                return
            if time.monotonic() > deadline:
                raise broken(wrong, frame.window)

    def _frame(self) -> Frame | None:
        """Tree and picture of one moment; None when the program has no window any more, or the screen is known."""
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                mark = self.mark()
                window = self.window()
                if self._is_known(window, mark):
                    return None
                before = self.picture()
                again = self.window()
            except NotThereError:
                return None
            after = self.picture()
            if _content(again) == _content(window) and is_still(before, after, again):
                self._readings = tuple(tuple(node.ref for node in tree.walk()) for tree in (window, again))
                return Frame(again, before)
            if time.monotonic() > deadline:
                raise ScreenRestless(_unrest(window, again, before, after) + "\n" + again.outline())

    _readings: tuple[tuple[str, ...], ...] = ()

    def _is_known(self, window: Seen, mark: int | None) -> bool:
        """Judged before, and come to without anything of it going away under the focus."""
        self._follow(window, mark)
        known = _content(window) in self.judged and removal(self._before, window) is None
        if known:
            self._before = window
        return known

    def _follow(self, window: Seen, mark: int | None) -> None:
        """What became another since the tree was read last was told, and nothing told a secret.

        Raises:
            ScreenBroken: no event came, `changes.PATIENCE` seconds long, or a secret is told.
        """
        before, since = self._told, self._since
        self._told, self._since = window, since if mark is None else mark
        if self.bus is None or before is None or before is window or before.ref != window.ref:
            return
        events = self.bus.events[since:] if self.secrets else ()
        other = changes(before, window, self.bus, since, come(window, self.bus, since))
        screen = Screen(
            window.name, "light", 1.0, (Frame(window, NOTHING),), {}, pages=False, placed=False,
            changes=other, deeds=gains(before, window, self.bus, since),
            secrets=self.secrets, typed_whole=False,
            heard=tuple(text for event in events for text in (event.name, str(event.data)) if text),
        )  # fmt: skip
        if wrong := self._failing(judge(self._between, screen)):
            raise broken(wrong, window)

    def _step(self, key: str, before: Seen, after: Seen) -> None:
        """By the tree each time; by pictures where the control has not been looked at yet."""
        if not _is_focus_in(before) or not _is_focus_in(after):
            return
        deadline = time.monotonic() + PATIENCE
        for attempt in itertools.count(1):
            look = self.now(after).theme, self.now(after).scale
            painted = self._steps.painted(after, look)
            wrong = self._failing([*self._steps.told(key, before, after), *(painted or ())])
            if not wrong:
                if painted is not None:
                    self._steps.keep(after, look)
                return
            if time.monotonic() > deadline:
                raise broken(wrong, after)
            if attempt % PICTURES_A_TREE == 0:
                after = self.window()

    def _wrong(self, frame: Frame) -> list[Verdict]:
        window, now, moving = frame.window, self.now(frame.window), scrolled(frame)
        came = self._before is None or heads(self._before) != heads(window)
        screen = Screen(
            window.name, now.theme, now.scale, (frame,), _sights(frame), pages=False, arrived=came,
            removal=removal(self._before, window), rereads=self._readings, placed=moving is not None,
            scrolled=moving or frozenset(), outlines=self._outlines, secrets=self.secrets, typed_whole=False,
        )  # fmt: skip
        wrong = self._failing([*judge(self.rules, screen), *self._steps.chosen(frame)]) or self._moving(screen)
        if not wrong:
            if screen.dialog is None:  # keys for a secret stand in another order each time, on purpose
                self._outlines[screen.title] = screen.outline
            self._steps.shown = frame
        return wrong

    def _moving(self, screen: Screen) -> list[Verdict]:
        """What moves by itself on a place that has not been watched yet."""
        rules = tuple(loaded for loaded in self.rules if Need.FILM in loaded.rule.needs)
        place = hash(("film", *heads(screen.window)))
        if not rules or place in self.judged:
            return []
        film, seconds = self._film()
        wrong = self._failing(judge(rules, replace(screen, film=film, film_seconds=seconds)))
        if not wrong:
            self.judged.add(place)
        return wrong

    def _failing(self, verdicts: Iterable[Verdict]) -> list[Verdict]:
        found = (verdict for verdict in verdicts if verdict.finding.outcome in WRONG)
        return [verdict for verdict in found if not self.excused(verdict)]

    def _film(self) -> tuple[tuple[Image.Image, ...], float]:
        """Pictures while nobody does anything, and the seconds from the first to the last."""
        begun = time.monotonic()
        pictures, seconds = [self.picture()], 0.0
        while seconds < FILM_SECONDS and len(pictures) < MOST_PICTURES:
            pictures.append(self.picture())
            seconds = time.monotonic() - begun
        return tuple(pictures), seconds


def _sights(frame: Frame) -> dict[str, Sight]:
    """What is in sight now: inside of the window, and with nothing else at its place."""
    pressed, (width, height) = crowded(frame), frame.image.size
    return {node.ref: Sight(node, frame, True) for node in _inside(frame.window.walk(), width, height)
            if node.ref not in pressed}  # fmt: skip


def _inside(nodes: Iterable[Seen], width: int, height: int) -> Iterable[Seen]:
    for node in nodes:
        if node.bounds is not None:
            x, y, w, h = node.bounds
            if x >= 0 and y >= 0 and x + w <= width and y + h <= height:
                yield node


def _content(window: Seen) -> int:
    """Of everything that a rule may speak of, except where the focus and the caret are."""
    return hash(tuple(_told(node) for node in window.walk()))


def _told(node: Seen) -> tuple[object, ...]:
    return node.role, node.name, node.description, node.states - {"focused"}, node.bounds


def _unrest(window: Seen, again: Seen, before: Image.Image, after: Image.Image) -> str:
    """What moves on a screen that does not come to rest."""
    old = {_told(node) for node in window.walk()}
    new = [f"{node.role} {node.name!r}" for node in again.walk() if _told(node) not in old]
    where = ImageChops.difference(before, after).getbbox()
    moving = f"changed in its tree: {', '.join(new[:3])}" if new else f"painted anew: {where}"
    return f"{window.name!r} did not come to rest in {PATIENCE:.0f} s; {moving}"


def _is_focus_in(window: Seen) -> bool:
    """Whether something in it has the focus; the window itself is nobody."""
    return any("focused" in node.states for node in window.walk() if node is not window)


def broken(wrong: list[Verdict], window: Seen) -> ScreenBroken:
    return ScreenBroken("\n".join(_line(verdict) for verdict in wrong) + "\n" + window.outline())


def _line(verdict: Verdict) -> str:
    finding = verdict.finding
    return f"{verdict.rule.id} {finding.outcome}: {finding.message} ({verdict.rule.how_to_fix})"
