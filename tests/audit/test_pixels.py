"""The measuring itself: contrast of pixels, ink, glyphs."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from accessibility.checks.pixels import cut, ground_of, ratios, read_ink, strength
from accessibility.contrast import from_hex, ratio

PAIRS = [("#000000", "#ffffff"), ("#767676", "#ffffff"), ("#0b5c66", "#e2eff0"), ("#123456", "#123456")]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_ratio_of_pixels_is_that_of_the_colours(one: str, other: str) -> None:
    """The table of the pixels and the formula agree (CON-07)."""
    pixel = np.array([[[int(one[i : i + 2], 16) for i in (1, 3, 5)]]], np.uint8)
    ground = tuple(int(other[i : i + 2], 16) for i in (1, 3, 5))
    assert ratios(pixel, ground)[0, 0] == pytest.approx(ratio(from_hex(one), from_hex(other)))


def test_ratio_is_never_rounded_up() -> None:
    """#777777 on white is 4.478, which is not 4.5."""
    pixel = np.full((1, 1, 3), 0x77, np.uint8)
    assert 4.47 < ratios(pixel, (255, 255, 255))[0, 0] < 4.5


def bars(*columns: tuple[int, int, int]) -> Image.Image:
    """White with a bar of each colour, 4 px wide, 20 px high, 6 px apart."""
    picture = Image.new("RGB", (10 * len(columns) + 10, 40), "white")
    draw = ImageDraw.Draw(picture)
    for number, colour in enumerate(columns):
        draw.rectangle((10 + 10 * number, 10, 13 + 10 * number, 29), fill=colour)
    return picture


def test_glyphs_are_found() -> None:
    """Three bars are three glyphs of one line, on white."""
    picture = bars((0, 0, 0), (0, 0, 0), (0, 0, 0))
    ink = read_ink(cut(picture, (0, 0, *picture.size)))
    assert ink is not None
    assert ink.ground == (255, 255, 255)
    assert [(g.left, g.width, g.height) for g in ink.glyphs] == [(10, 4, 20), (20, 4, 20), (30, 4, 20)]
    assert len(ink.lines) == 1


def test_strength_is_that_of_the_weak_glyphs() -> None:
    """Half of the glyphs are grey: the grey counts, not the black."""
    grey, black = (0x99, 0x99, 0x99), (0, 0, 0)
    picture = bars(grey, black, grey, black)
    ink = read_ink(cut(picture, (0, 0, *picture.size)))
    assert ink is not None
    assert strength(ink) == pytest.approx(ratio(from_hex("#999999"), from_hex("#ffffff")))


def test_no_ink_has_no_strength() -> None:
    """White on white is found because there is nothing to measure."""
    ink = read_ink(cut(Image.new("RGB", (20, 20), "white"), (0, 0, 20, 20)))
    assert ink is not None
    assert strength(ink) is None


def test_cut_stays_inside_the_picture() -> None:
    """A box that reaches out is clipped; one outside is empty."""
    picture = Image.new("RGB", (20, 10), "white")
    assert cut(picture, (-5, -5, 100, 100)).shape == (10, 20, 3)
    assert cut(picture, (50, 50, 5, 5)).size == 0


def test_ground_is_the_commonest_colour() -> None:
    """With its share."""
    picture = Image.new("RGB", (10, 10), (1, 2, 3))
    picture.paste((9, 9, 9), (0, 0, 10, 2))
    assert ground_of(np.asarray(picture)) == ((1, 2, 3), 0.8)
