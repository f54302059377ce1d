"""Contrast is WCAG's, to the last digit."""

import pytest

from accessibility.contrast import TEXT, enough, from_hex, luminance, over, ratio


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("#ff0000", "#ffffff", 4.0),
    ],
)
def test_ratios_of_the_standard_s_examples(first: str, second: str, expected: float) -> None:
    assert ratio(from_hex(first), from_hex(second)) == pytest.approx(expected, abs=0.005)
    assert ratio(from_hex(second), from_hex(first)) == ratio(from_hex(first), from_hex(second))


def test_almost_enough_is_not_enough() -> None:
    assert not enough(from_hex("#777777"), from_hex("#ffffff"), TEXT)
    assert enough(from_hex("#767676"), from_hex("#ffffff"), TEXT)


def test_the_knee_joins_both_branches() -> None:
    below, above = luminance((0.04045,) * 3), luminance((0.040451,) * 3)
    assert above - below == pytest.approx(0, abs=1e-6)


def test_a_translucent_colour_is_seen_through() -> None:
    assert over((1, 1, 1, 0.5), (0, 0, 0)) == (0.5, 0.5, 0.5)


@pytest.mark.parametrize("text", ["#fff", "red", "#gggggg"])
def test_what_is_no_colour_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"not a colour|invalid literal"):
        from_hex(text)
