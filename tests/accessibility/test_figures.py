"""Numbers as they are written: whole ones whole, others to their step, none as a power of ten."""

import pytest

from accessibility.figures import in_figures
from accessibility.node import Node, NumericRange
from accessibility.roles import Role
from accessibility.speech import Reason, utterance
from tests.accessibility.test_speech import ENGLISH


@pytest.mark.parametrize(
    ("number", "step", "grid", "figures"),
    [
        (1234567.0, 1, (), "1234567"),
        (1234567, 0, (), "1234567"),
        (1e21, 0, (), "1" + "0" * 21),
        (0.1 + 0.2, 0.1, (), "0.3"),
        (0.1 + 0.2, 0, (), "0.3"),
        (2.5, 0.25, (), "2.50"),
        (3.0, 0.25, (), "3"),
        (7.000000000001, 0.5, (), "7"),
        (-0.0, 1, (), "0"),
        (-1.5, 0.5, (), "-1.5"),
        (1.5, 1, (0.5, 9.5), "1.5"),
        (2.5, 1, (0, 10), "2.5"),
        (1 / 3, 1 / 3, (0, 1), "0.333333"),
        (100 / 3, 0, (), "33.3333"),
        (1e-7, 0, (), "0.0000001"),
        (1e-5, 1e-5, (), "0.00001"),
        (1234567.8, 0, (), "1234568"),
    ],
)
def test_figures(number: float, step: float, grid: tuple[float, ...], figures: str) -> None:
    assert in_figures(number, step, *grid) == figures


def test_a_measure_is_spoken_in_figures() -> None:
    def said(measure: NumericRange) -> str:
        return utterance(Node(1, Role.SLIDER, name="Limit", range=measure), Reason.FOCUS, ENGLISH)

    assert said(NumericRange(1234567, 0, 5e6, 1)) == "Limit, slider, 1234567"
    assert said(NumericRange(0.1 + 0.2, 0, 1, 0.1)) == "Limit, slider, 0.3"
