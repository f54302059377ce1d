"""Every pair of colours in every theme, by WCAG's formula."""

from __future__ import annotations

import pytest

from accessibility import contrast
from app.ui.theme import (
    DARK,
    EDGE_MINIMUM,
    HIGH_CONTRAST,
    LIGHT,
    TEXT_ENHANCED,
    TEXT_MINIMUM,
    THEMES,
    Theme,
    theme_after,
    theme_named,
)


def ratio(one: str, other: str) -> float:
    return contrast.ratio(contrast.from_hex(one), contrast.from_hex(other))


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.id)
def test_text_is_readable_on_its_ground(theme: Theme) -> None:
    wanted = TEXT_ENHANCED if theme is HIGH_CONTRAST else TEXT_MINIMUM
    poor = {name: ratio(ink, ground) for name, ink, ground in theme.text_pairs() if ratio(ink, ground) < wanted}
    assert not poor


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.id)
def test_edges_and_the_focus_ring_stand_out(theme: Theme) -> None:
    poor = {name: ratio(edge, by) for name, edge, by in theme.edge_pairs() if ratio(edge, by) < EDGE_MINIMUM}
    assert not poor


def test_dark_is_bright_on_dark_and_light_is_not() -> None:
    assert ratio(DARK.text, "#000000") > ratio(DARK.page, "#000000")
    assert ratio(LIGHT.text, "#000000") < ratio(LIGHT.page, "#000000")


def test_the_cycle_comes_round_and_an_unknown_name_is_light() -> None:
    seen = [LIGHT]
    for _ in THEMES[1:]:
        seen.append(theme_after(seen[-1].id))
    assert {theme.id for theme in seen} == {theme.id for theme in THEMES}
    assert theme_after(seen[-1].id) is LIGHT
    assert theme_named("from another version") is LIGHT
