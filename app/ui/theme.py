"""Themes: every colour of the window as a named token, in three sets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

TEXT_MINIMUM = 4.5
"""WCAG 1.4.3: text against its background."""

TEXT_ENHANCED = 7.0
"""WCAG 1.4.6: text in the high-contrast theme."""

EDGE_MINIMUM = 3.0
"""WCAG 1.4.11: edges of controls and the focus ring against what is beside them."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as ``#rrggbb``. ``on_x`` is text upon ``x``; ``edge`` outlines controls, ``line`` only decorates."""

    id: str
    page: str
    card: str
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_down: str
    soft: str
    on_soft: str
    edge: str
    line: str
    ring: str
    error: str
    error_card: str
    notice_card: str
    on_notice: str

    def text_pairs(self) -> Iterator[tuple[str, str, str]]:
        """Every (name, foreground, background) in which text is set."""
        for ground in ("page", "card"):
            for ink in ("text", "muted", "accent", "error"):
                yield f"{ink} on {ground}", getattr(self, ink), getattr(self, ground)
        yield "on_accent on accent", self.on_accent, self.accent
        yield "on_accent on accent_down", self.on_accent, self.accent_down
        yield "on_soft on soft", self.on_soft, self.soft
        yield "error on error_card", self.error, self.error_card
        yield "text on error_card", self.text, self.error_card
        yield "on_notice on notice_card", self.on_notice, self.notice_card
        yield "muted on soft", self.muted, self.soft

    def edge_pairs(self) -> Iterator[tuple[str, str, str]]:
        """Every (name, edge, neighbour) that must be told apart."""
        for ground in ("page", "card"):
            yield f"edge on {ground}", self.edge, getattr(self, ground)
            yield f"ring on {ground}", self.ring, getattr(self, ground)
            yield f"accent on {ground}", self.accent, getattr(self, ground)
            yield f"error on {ground}", self.error, getattr(self, ground)
        yield "ring on soft", self.ring, self.soft


LIGHT = Theme(
    id="light",
    page="#f3f5f6",
    card="#ffffff",
    text="#14212b",
    muted="#455563",
    accent="#0b5c66",
    on_accent="#ffffff",
    accent_down="#084952",
    soft="#e2eff0",
    on_soft="#083f46",
    edge="#5f6f7b",
    line="#dde3e7",
    ring="#0b5c66",
    error="#a3231c",
    error_card="#fdf0ee",
    notice_card="#e2eff0",
    on_notice="#083f46",
)

DARK = Theme(
    id="dark",
    page="#0e1518",
    card="#182226",
    text="#ecf3f4",
    muted="#b3c2c6",
    accent="#79d3cf",
    on_accent="#04282b",
    accent_down="#a4e4e1",
    soft="#213539",
    on_soft="#c9efed",
    edge="#7f9297",
    line="#2a373c",
    ring="#79d3cf",
    error="#ffb3a8",
    error_card="#3a1f1d",
    notice_card="#213539",
    on_notice="#c9efed",
)

HIGH_CONTRAST = Theme(
    id="high_contrast",
    page="#000000",
    card="#000000",
    text="#ffffff",
    muted="#ffffff",
    accent="#ffe14d",
    on_accent="#000000",
    accent_down="#fff2a8",
    soft="#000000",
    on_soft="#ffe14d",
    edge="#ffffff",
    line="#ffffff",
    ring="#5cf2ff",
    error="#ffb0a6",
    error_card="#000000",
    notice_card="#000000",
    on_notice="#ffe14d",
)

THEMES: tuple[Theme, ...] = (LIGHT, DARK, HIGH_CONTRAST)


def theme_named(name: str) -> Theme:
    """The theme of that id; the light one when there is none, as in a settings file of another version."""
    return next((theme for theme in THEMES if theme.id == name), LIGHT)


def theme_after(name: str) -> Theme:
    """The next theme in the cycle."""
    order = [theme.id for theme in THEMES]
    return THEMES[(order.index(theme_named(name).id) + 1) % len(THEMES)]
