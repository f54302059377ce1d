"""Sizes of text and targets, against the figures they must keep."""

from __future__ import annotations

import pytest

from app.ui.style import SCALES, Size, Style, scale_beside


def test_body_text_is_never_below_sixteen_and_small_text_not_below_twelve() -> None:
    assert Style().sp(Size.BODY) >= 16
    assert Style().sp(Size.SMALL) >= 12


def test_from_130_percent_body_text_is_at_least_eighteen() -> None:
    assert all(Style(scale=scale).sp(Size.BODY) >= 18 for scale in SCALES if scale >= 1.3)


def test_the_largest_text_is_at_least_thirty_and_everything_has_doubled() -> None:
    largest = Style(scale=SCALES[-1])
    assert largest.sp(Size.SMALL) >= 30
    assert all(largest.sp(size) >= 2 * Style().sp(size) for size in Size)


@pytest.mark.parametrize("size", Size)
def test_text_grows_with_every_step(size: Size) -> None:
    sizes = [Style(scale=scale).sp(size) for scale in SCALES]
    assert sizes == sorted(set(sizes))


def test_strips_in_sight_stop_growing_at_200_percent() -> None:
    assert Style(scale=3.0).chrome_sp(Size.BODY) == Style(scale=2.0).sp(Size.BODY)


@pytest.mark.parametrize(("scale", "least"), [(1.0, 48), (1.3, 48), (1.5, 60), (2.0, 60), (3.0, 60)])
def test_targets_are_large_enough_for_the_text_size(scale: float, least: float) -> None:
    assert Style(scale=scale).target >= least
    assert Style(scale=scale, density=2.0).target >= 2 * least


@pytest.mark.parametrize(
    ("scale", "steps", "expected"), [(1.0, 1, 1.3), (1.0, -1, 1.0), (3.0, 1, 3.0), (2.0, -1, 1.5), (1.9, 1, 2.25)]
)
def test_steps_go_through_the_offered_sizes_and_stop_at_the_ends(scale: float, steps: int, expected: float) -> None:
    assert scale_beside(scale, steps) == expected
