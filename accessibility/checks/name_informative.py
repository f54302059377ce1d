"""SEM-02: names are informative."""

from __future__ import annotations

import re
from collections.abc import Iterator

from accessibility.checks.kinds import named
from accessibility.checks.rule import Doubt, Finding, Impact, Mode, Rule, cant_tell, failed, passed
from accessibility.checks.screen import Screen

LONGEST = 512
"""AXW NameReasonableLength, in characters."""

RULE = Rule(
    id="SEM-02",
    requirement="Names are informative, not class names, ids, file names or placeholders, and of reasonable length.",
    requirement_zh="名称有意义，不是类名、编号、文件名或占位文字，且长度合理。",
    tags=("W2.4.6/AA", "AXW:NameIsInformative", "AXW:NameReasonableLength", "ACT:9eb3f6"),
    who=("B",),
    impact=Impact.MODERATE,
    help="Who hears “button 1” or “arrow_left.png” does not know what it does.",
    how_to_fix="Name the control by what it does for the customer, in the customer's words.",
    limits="Says that a name is none; whether a short one such as “more” is clear where it stands is for a person.",
    mode=Mode.SEMI,
)

_NONE = re.compile(
    r"\S+\.(png|jpe?g|gif|svg|webp|ico|py|kv)"  # a file
    r"|[a-z][a-z0-9]*(_[a-z0-9]+)+"  # an id
    r"|(button|label|text|image|icon|item|field|input|widget)[ -]?\d*"  # what it is, numbered
    r"|todo|fixme|lorem ipsum.*|untitled|placeholder|未命名|占位.*",
    re.IGNORECASE,
)
_CLASS = re.compile(r"[a-z]+[A-Z]\w*|([A-Z][a-z]+)*(Layout|Input|Button|View|Widget|Box)")
_GENERIC = frozenset({"ok", "more", "here", "click here", "details", "read more", "更多", "详情", "这里", "点这里"})


def check(screen: Screen) -> Iterator[Finding]:
    for node in screen.actionable:
        name = node.name.strip()
        if not name:
            continue
        evidence = {"measured": float(len(name)), "limit": float(LONGEST), "unit": "characters"}
        if len(name) > LONGEST:
            yield failed(node, f"the name of {node.role} is {len(name)} characters long", **evidence)
        elif _NONE.fullmatch(name) or _CLASS.fullmatch(name):
            yield failed(node, f"{named(node)} is named by its make, not by what it does", **evidence)
        elif name.lower() in _GENERIC:
            yield cant_tell(node, Doubt.GENERIC, f"{named(node)} says little when heard alone", **evidence)
        else:
            yield passed(node, **evidence)
