"""How large the texts of a screen are: shared by TXT-02, TXT-03 and TXT-04."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.kinds import named
from accessibility.checks.rule import Finding, failed, passed
from accessibility.checks.screen import Screen
from accessibility.checks.texts import has_hanzi, painted_texts

TOLERANCE = 0.88
"""Sizes are estimated from the height of ink, to about a tenth."""


def sizes(screen: Screen, limit: float) -> Iterator[Finding]:
    """A finding for each text of some length: its size in dp against `limit`."""
    for text in painted_texts(screen):
        letters = [char for char in text.words if char.isalnum()]
        if len(letters) < (3 if has_hanzi(text.words) else 2) or text.font_size == 0:
            continue
        if len(text.ink.glyphs) == 1:  # another sign is painted: a key "_" that is called underscore
            continue
        size = screen.dp(text.font_size)
        evidence = {"measured": round(size, 1), "limit": limit, "unit": "dp", "frame": text.sight.frame}
        if size >= limit * TOLERANCE:
            yield passed(text.node, **evidence)
        else:
            yield failed(text.node, f"the text of {named(text.node)} is {size:.1f} dp", **evidence)
