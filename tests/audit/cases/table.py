"""The table of made screens, and the parts they are made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PIL import Image

from accessibility.checks.frame import Frame, Sight
from accessibility.checks.kinds import BUTTONS, CHECKABLE, OPERABLE
from accessibility.checks.screen import Screen
from accessibility.probe.seen import Seen

SIZE = (640, 480)
ALWAYS = frozenset({"enabled", "sensitive", "showing", "visible"})

Build = Callable[[], Screen]


@dataclass(frozen=True, slots=True)
class Case:
    """What one rule is expected to say of a made screen."""

    rule: str
    outcome: str
    name: str
    build: Build


class Cases:
    """Made screens in the order in which they were declared."""

    def __init__(self) -> None:
        self.all: list[Case] = []

    def screen(
        self, *, passed: str = "", failed: str = "", cant_tell: str = "", inapplicable: str = ""
    ) -> Callable[[Build], Build]:
        """Declare a screen; rule ids are given in one text with spaces between."""
        wanted = {"passed": passed, "failed": failed, "cantTell": cant_tell, "inapplicable": inapplicable}

        def declare(build: Build) -> Build:
            for outcome, rules in wanted.items():
                self.all += [Case(rule, outcome, build.__name__, build) for rule in rules.split()]
            return build

        return declare


def node(
    role: str, name: str = "", *children: Seen, at: tuple[int, int, int, int] = (20, 20, 200, 50), states: str = "",
    without: str = "", **facts: Any,
) -> Seen:  # fmt: skip
    """A node as the platform tells it; what operates is focusable and can be pressed, unless said otherwise."""
    told = ALWAYS | ({"focusable"} if role in OPERABLE else set()) | ({"checkable"} if role in CHECKABLE else set())
    pressed = ("click",) if role in BUTTONS | CHECKABLE else ()
    facts = {"description": "", "attributes": {}, "actions": pressed, "ref": f"{role}/{name}/{at}"} | facts
    return Seen(
        role=role, name=name, states=(told | set(states.split())) - set(without.split()), bounds=at,
        children=children, **facts,
    )  # fmt: skip


def frame(*nodes: Seen, title: str = "登录", picture: Image.Image | None = None, **facts: Any) -> Frame:
    """A moment of a window that holds these nodes."""
    image = picture or Image.new("RGB", SIZE, "white")
    return Frame(node("frame", title, *nodes, at=(0, 0, *image.size)), image, **facts)


def screen(*nodes: Seen, name: str = "made", first: Frame | None = None, **facts: Any) -> Screen:
    """A screen of one frame in which all that is inside the window is seen whole."""
    shown = first or frame(*nodes)
    width, height = shown.image.size
    sights = {item.ref: Sight(item, shown, _inside(item, width, height)) for item in shown.window.walk() if item.bounds}
    options = {"theme": "light", "scale": 1.0, "frames": (shown,), "sights": sights} | facts
    return Screen(name=name, **options)


def _inside(item: Seen, width: int, height: int) -> bool:
    assert item.bounds is not None
    x, y, w, h = item.bounds
    return x >= 0 and y >= 0 and x + w <= width and y + h <= height
