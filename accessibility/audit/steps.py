"""The focus moved by keys that somebody else pressed: what of that is on record, and what the rules say of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

from PIL import Image

from accessibility.audit.judge import Verdict, judge
from accessibility.checks.frame import Frame
from accessibility.checks.kinds import is_actionable
from accessibility.checks.rule import LoadedRule, Need
from accessibility.checks.screen import Screen
from accessibility.checks.tried import Stop, Walk
from accessibility.probe.seen import Seen

ON_PIXELS = frozenset({"CON-04", "KBD-04", "KBD-05"})
"""Of the rules on steps, those that compare pictures; to the rest the size of the window is enough."""

ATTEMPTS = 2
"""So often a picture of a control with the focus is taken that no earlier one can be compared with."""


@dataclass
class Steps:
    """`picture` is what is painted now. Each control is looked at once in each look; `judged` remembers which."""

    picture: Callable[[], Image.Image]
    rules: tuple[LoadedRule, ...]
    judged: set[int]
    shown: Frame | None = None
    """The newest picture that is known to show what its tree tells."""
    _steps: tuple[LoadedRule, ...] = field(init=False)

    def __post_init__(self) -> None:
        self._steps = tuple(loaded for loaded in self.rules if Need.STEPS in loaded.rule.needs | loaded.rule.uses)

    def told(self, key: str, before: Seen, after: Seen) -> list[Verdict]:
        """By what the tree tells: order, place, the one focus, nothing else changed."""
        start, end = (Frame(window, _blank(_size(window))) for window in (before, after))
        rules = [loaded for loaded in self._steps if loaded.rule.id not in ON_PIXELS]
        moving = tuple(loaded for loaded in rules if Need.STEPS in loaded.rule.needs)
        there = tuple(loaded for loaded in rules if Need.STEPS not in loaded.rule.needs)
        return [*judge(moving, _screen(start, end, key)), *judge(there, _screen(end))]

    def painted(self, after: Seen, look: tuple[str, float]) -> list[Verdict] | None:
        """By the mark of the control that has the focus, against the newest picture in which it has none.

        None where there is nothing to compare or it was judged before. What passes has to be `kept`.
        """
        node = after.focused
        if node is None or node.bounds is None or not is_actionable(node) or _key(node, look) in self.judged:
            return None
        if self.shown is None or not _alike(self.shown.window, after):
            self._begin(after, node, look)
            return None
        there = self.shown.by_ref.get(node.ref)
        if there is None or there.bounds != node.bounds or "focused" in there.states:
            self._begin(after, node, look)
            return None
        frame = Frame(after, self.picture())
        rules = tuple(loaded for loaded in self._steps if loaded.rule.id in ON_PIXELS)
        found = [verdict for verdict in judge(rules, _screen(self.shown, frame, "Tab"))
                 if verdict.finding.node is not None and verdict.finding.node.ref == node.ref]  # fmt: skip
        self._newest = frame
        return found

    def keep(self, after: Seen, look: tuple[str, float]) -> None:
        """The mark was seen: its picture is one to compare the next with."""
        if after.focused is not None:
            self.judged.add(_key(after.focused, look))
        self.shown = self._newest

    def chosen(self, frame: Frame) -> list[Verdict]:
        """By the signs of what is chosen now and was not before, or the other way round."""
        shown = self.shown
        if shown is None or shown.window.ref != frame.window.ref:
            return []
        rules = tuple(loaded for loaded in self._steps if loaded.rule.id == "CON-04")
        return list(judge(rules, _screen(frame, shown, "")))

    def _begin(self, after: Seen, node: Seen, look: tuple[str, float]) -> None:
        """A first picture, at rest: what gets the focus next is compared with it."""
        tries = [hash((_key(node, look), attempt)) for attempt in range(ATTEMPTS)]
        left = [attempt for attempt in tries if attempt not in self.judged]
        if not left:
            return
        self.judged.add(left[0])
        one, other = self.picture(), self.picture()
        self.shown = Frame(after, other) if one.tobytes() == other.tobytes() else None

    _newest: Frame | None = None


def _screen(start: Frame, end: Frame | None = None, key: str = "") -> Screen:
    """With `end`, the way from one to the other; else what the focus came to."""
    frames = (("", start), (key, end)) if end is not None else ()
    stops = tuple(Stop(way, _focused(frame.window), frame) for way, frame in frames)
    walk = Walk(stops, (), whole=False) if stops else None
    return Screen(start.window.name, "light", 1.0, (start,), {}, pages=False, placed=False, walk=walk)


def _focused(window: Seen) -> tuple[Seen, ...]:
    return tuple(node for node in window.walk() if "focused" in node.states and node is not window)


def _key(node: Seen, look: tuple[str, float]) -> int:
    """A control with the focus as it is painted in one look."""
    size = node.bounds[2:] if node.bounds is not None else ()
    return hash(("focus", node.role, node.name, node.states, size, look))


def _alike(one: Seen, other: Seen) -> bool:
    """The same things at the same places, but for the focus."""
    return [_painted(node) for node in one.walk()] == [_painted(node) for node in other.walk()]


def _painted(node: Seen) -> tuple[object, ...]:
    return node.ref, node.role, node.name, node.states - {"focused"}, node.bounds, node.text


def _size(window: Seen) -> tuple[int, int]:
    return window.bounds[2:] if window.bounds is not None else (1, 1)


@cache
def _blank(size: tuple[int, int]) -> Image.Image:
    return Image.new("RGB", size)
