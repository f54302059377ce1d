"""Results and reports of screens made by hand."""

from __future__ import annotations

import datetime
from contextlib import nullcontext
from typing import Any

from PIL import Image

from accessibility.audit.judge import judge
from accessibility.audit.plan import Look, Opening, Plan, Step
from accessibility.audit.report import Taken, as_data
from accessibility.audit.results import Results, Unreached
from accessibility.checks.frame import Frame
from accessibility.checks.registry import load_rules
from accessibility.checks.screen import Screen
from accessibility.guideline.articles import judge_lines, load_lines
from accessibility.probe.seen import Seen

RULES = load_rules()


def seen(role: str, name: str, *children: Seen, x: int = 10) -> Seen:
    """A node that can be pressed if it is a button."""
    states = frozenset({"enabled", "sensitive", "focusable"})
    actions = ("click",) if role == "push button" else ()
    return Seen(f"{role}{name}{x}", role, name, "", states, {}, (x, 10, 100, 50), actions, children=children)


def screen(name: str = "home", button: str = "", theme: str = "light") -> Screen:
    """A window with a heading and one button."""
    window = seen("frame", name, seen("heading", "标题"), seen("push button", button, x=200))
    return Screen(name, theme, 1.0, (Frame(window, Image.new("RGB", (640, 480), "white")),), {})


def results(*screens: Screen) -> Results:
    """All rules on these screens."""
    collected = Results(RULES)
    for item in screens:
        for verdict in judge(RULES, item):
            collected.add(verdict, f"{item.theme} 100 %")
    return collected


def data(*screens: Screen) -> dict[str, Any]:
    """A report's data for these screens."""
    steps = tuple(Step(name, lambda driver: None) for name in dict.fromkeys(item.name for item in screens))
    opening = Opening("usual", steps, lambda look: nullcontext())  # type: ignore[arg-type,return-value]
    plan = Plan("test", (Look("light", 1.0),), (opening,))
    collected = results(*screens)
    collected.unreached.append(Unreached("chat", "light 100 %", "the door <was> closed"))
    taken = Taken(datetime.datetime(2026, 1, 2, tzinfo=datetime.UTC), 1.0)
    return as_data(plan, collected, judge_lines(load_lines(), collected), taken)
