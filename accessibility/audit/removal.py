"""Whether what had the focus has gone from a screen that stayed."""

from __future__ import annotations

from accessibility.checks.tried import Removal
from accessibility.probe.seen import Seen


def removal(before: Seen | None, now: Seen) -> Removal | None:
    """None when the focused thing is still there, nothing had the focus, or another screen or window has come."""
    if before is None or (before.ref, before.name) != (now.ref, now.name) or heads(before) != heads(now):
        return None
    line = _line_to_focus(before)
    there = {node.ref: node for node in now.walk()} if line else {}
    if not line or line[-1].ref in there:
        return None
    around = next((there[node.ref] for node in reversed(line[1:-1]) if node.ref in there), None)
    return Removal(line[-1], around)


def heads(window: Seen) -> list[tuple[str, str]]:
    """What says which screen it is."""
    return [(node.role, node.name) for node in window.walk() if node.role in ("heading", "dialog", "alert dialog")]


def _line_to_focus(node: Seen) -> tuple[Seen, ...]:
    """From the window down to what has the focus; empty when nothing in it has."""
    for child in node.children:
        if "focused" in child.states:
            return node, child
        if line := _line_to_focus(child):
            return (node, *line)
    return ()
