"""KBD-02: the focus is never trapped, in either direction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from accessibility.checks.rule import Finding, Impact, Need, Rule, failed, passed
from accessibility.checks.screen import Screen

RULE = Rule(
    id="KBD-02",
    requirement="Focus never gets trapped: Tab and Shift+Tab each go round all stops and come back.",
    requirement_zh="焦点不会被困住，正反两个方向都能走完一圈。",
    tags=("W2.1.2/A", "EN11.2.1.2~", "EN5.1.6.2", "ACT:80af7b", "ACT:a1b64e"),
    who=("B", "M"),
    impact=Impact.CRITICAL,
    help="Whoever gets in by keyboard cannot get out again, and cannot end the payment.",
    how_to_fix="Let Tab leave every field (write_tab off), and let the focus manager own Tab.",
    limits="Both directions are asked for, where WCAG asks for one.",
    needs=frozenset({Need.WALK}),
)


def check(screen: Screen) -> Iterator[Finding]:
    assert screen.walk is not None
    forward = [stop.focused[0].ref if stop.focused else "" for stop in screen.walk.forward]
    backward = list(screen.walk.backward)
    stops = set(forward) | set(backward)
    if len(stops - {""}) < 2:
        return
    for direction, line in (("Tab", forward), ("Shift+Tab", backward)):
        visited, needed = len(set(line) - {""}), len(stops - {""})
        evidence = {"measured": float(visited), "limit": float(needed), "unit": "stops visited"}
        stuck = _stuck(line)
        if stuck is not None:
            node = screen.frame.by_ref.get(stuck)
            yield failed(node, f"{direction} did not leave it", **evidence)
        elif visited < needed:
            yield failed(None, f"{direction} visits {visited} of {needed} stops", **evidence)
        else:
            yield passed(None, f"{direction} goes round", **evidence)


def _stuck(line: Sequence[str]) -> str | None:
    """A stop that a key press did not leave."""
    return next((ref for ref, following in pairwise(line) if ref and ref == following), None)
