"""The contrast of each painted text with its limit: shared by CON-01 and CON-02."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.kinds import named
from accessibility.checks.pixels import strength
from accessibility.checks.rule import Doubt, Finding, cant_tell, failed, passed
from accessibility.checks.screen import Screen
from accessibility.checks.texts import painted_texts

LARGE_SP = 24.0
"""WCAG large text: 18 pt; the bold 14 pt is not used, because weight cannot be told from pixels with certainty."""

TOLERANCE = 0.01


def judge(screen: Screen, ordinary: float, large: float) -> Iterator[Finding]:
    """A finding for each painted text; the limit depends on its measured size in dp."""
    for text in painted_texts(screen):
        limit = large if screen.dp(text.font_size) >= LARGE_SP else ordinary
        contrast = strength(text.ink)
        evidence = {"limit": limit, "unit": ":1", "frame": text.sight.frame}
        if contrast is None and not screen.pages:
            # Nothing was scrolled: it may lie below the end of what scrolls.
            yield cant_tell(text.node, Doubt.NOT_PAINTED_WHOLE, f"{named(text.node)} is not seen", **evidence)
        elif contrast is None:
            yield failed(
                text.node, f"{named(text.node)} is told, but no text is seen in its place", measured=1.0, **evidence
            )
        elif not text.ink.is_flat:
            yield cant_tell(
                text.node, Doubt.NOT_FLAT, f"{named(text.node)} stands on no flat ground", measured=contrast, **evidence
            )
        elif contrast < limit - TOLERANCE:
            yield failed(text.node, f"{named(text.node)}: {contrast:.2f}:1 where {limit:g}:1 is needed",
                         measured=contrast, **evidence)  # fmt: skip
        else:
            yield passed(text.node, measured=contrast, **evidence)
