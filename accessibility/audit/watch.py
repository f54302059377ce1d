"""Watches a program while something else works it: judges each screen that it comes to, without pressing anything."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from PIL import Image, ImageChops

from accessibility.audit.judge import Verdict, judge
from accessibility.audit.removal import removal
from accessibility.audit.scrolling import crowded
from accessibility.checks.frame import Frame, Sight
from accessibility.checks.registry import load_rules
from accessibility.checks.rule import LoadedRule, Outcome
from accessibility.checks.screen import Screen
from accessibility.probe.errors import NotThereError
from accessibility.probe.seen import Seen

PATIENCE = 5.0
"""Seconds after which what is still wrong is no passing state of a screen that is being drawn."""

WRONG = frozenset({Outcome.FAILED, Outcome.ERROR})


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

    Each screen is judged once: one is known by what it holds, wherever its focus is.
    """

    window: Callable[[], Seen]
    picture: Callable[[], Image.Image]
    now: Callable[[Seen], Now] = lambda _: Now()
    rules: tuple[LoadedRule, ...] = field(default_factory=load_rules)
    excused: Callable[[Verdict], bool] = lambda _: False
    judged: set[int] = field(default_factory=set)
    _before: Seen | None = None

    def look(self, seen: Seen | None = None) -> None:
        """Judge the screen as it is now, if it is a new one. `seen` is the window's tree where it was read just now.

        Raises:
            ScreenBroken: rules fail, and still do when the screen has come to rest.
            ScreenRestless: it has not come to rest in `PATIENCE` seconds.
        """
        if seen is not None and self._is_known(seen):
            return
        deadline = time.monotonic() + PATIENCE
        while True:
            frame = self._frame()
            if frame is None:
                return
            if self._is_known(frame.window):
                return
            wrong = self._wrong(frame)
            if not wrong:
                self.judged.add(_content(frame.window))
                self._before = frame.window
                return
            if time.monotonic() > deadline:
                raise ScreenBroken("\n".join(_line(verdict) for verdict in wrong) + "\n" + frame.window.outline())

    def _frame(self) -> Frame | None:
        """Tree and picture of one moment; None when the program has no window any more, or the screen is known."""
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                window = self.window()
                if self._is_known(window):
                    return None
                before = self.picture()
                again = self.window()
            except NotThereError:
                return None
            after = self.picture()
            if _content(again) == _content(window) and after.tobytes() == before.tobytes():
                return Frame(again, before)
            if time.monotonic() > deadline:
                raise ScreenRestless(_unrest(window, again, before, after) + "\n" + again.outline())

    def _is_known(self, window: Seen) -> bool:
        """Judged before, and come to without anything of it going away under the focus."""
        known = _content(window) in self.judged and removal(self._before, window) is None
        if known:
            self._before = window
        return known

    def _wrong(self, frame: Frame) -> list[Verdict]:
        now = self.now(frame.window)
        gone = removal(self._before, frame.window)
        screen = Screen(frame.window.name, now.theme, now.scale, (frame,), _sights(frame), pages=False, removal=gone)
        found = (verdict for verdict in judge(self.rules, screen) if verdict.finding.outcome in WRONG)
        return [verdict for verdict in found if not self.excused(verdict)]


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


def _line(verdict: Verdict) -> str:
    finding = verdict.finding
    return f"{verdict.rule.id} {finding.outcome}: {finding.message} ({verdict.rule.how_to_fix})"
