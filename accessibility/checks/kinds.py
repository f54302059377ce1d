"""What AT-SPI's role names mean for the rules."""

from __future__ import annotations

from accessibility.probe.seen import Seen

FIELDS = frozenset({"entry", "password text", "spin button", "combo box", "editable combo box"})
BUTTONS = frozenset({"push button", "button", "toggle button", "link", "menu item", "page tab"})
CHOICES = frozenset({"radio button", "check box", "switch", "toggle button", "list item", "option", "check menu item"})
RANGES = frozenset({"slider", "spin button", "scroll bar"})
OPERABLE = FIELDS | BUTTONS | (CHOICES - {"list item"}) | RANGES
"""Roles that promise to be operable, whatever actions they carry."""

CHECKABLE = frozenset({"radio button", "check box", "switch", "toggle button", "check menu item", "radio menu item"})
"""Roles that promise a state of being chosen."""

SCALES = RANGES | {"progress bar", "level bar"}
"""Roles that promise a number between two ends."""

DIALOGS = frozenset({"dialog", "alert dialog"})
IMAGES = frozenset({"image", "icon", "graphic", "animation", "canvas"})
HEADERS = frozenset({"column header", "row header", "table column header", "table row header"})
LIVE = frozenset({"status bar", "alert", "log", "notification", "timer", "marquee"})
"""Roles whose new words a reader tells without being asked."""

TEXTS = frozenset({"label", "static", "heading", "paragraph", "text", "alert", "status bar", "notification"})
UNKNOWN = frozenset({"", "unknown", "invalid", "redundant object", "filler", "custom", "extended"})
GROUPS = frozenset({"radio button group", "grouping", "list", "list box", "menu", "tool bar", "page tab list", "panel"})

PRESS = frozenset({"click", "press", "activate", "jump", "toggle"})


def is_disabled(node: Seen) -> bool:
    """Marked as not to be operated now."""
    return "enabled" not in node.states or "sensitive" not in node.states


def is_actionable(node: Seen) -> bool:
    """Whether a person can operate the node now: a role or an action says so and nothing forbids it.

    A heading or a text that only takes the focus by program is not operable. Scrolling is no operation of a node.
    """
    if is_disabled(node) or "read-only" in node.states:
        return False
    return node.role in OPERABLE or bool(PRESS & set(node.actions))


def is_text_leaf(node: Seen) -> bool:
    """Whether the node paints text of its own that the rules can look at; the links in a text are a part of it."""
    if any(child.role != "link" or node.role not in TEXTS for child in node.children):
        return False
    if node.role in RANGES:
        return False
    return node.role in TEXTS | OPERABLE or node.role == "list item" or bool(PRESS & set(node.actions))


def shown_text(node: Seen) -> str:
    """What the node is likely to paint: a field its text, else what names it."""
    if node.role in FIELDS:
        return node.text or ""
    return node.name or node.text or ""


def named(node: Seen) -> str:
    """For messages: role and name."""
    return f"{node.role} {node.name!r}"
