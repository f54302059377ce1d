"""Style: a theme at a text size, giving every measure in pixels; a value, computed without a window."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from accessibility.preferences import TEXT_SCALES, beside
from app.ui.theme import LIGHT, Theme

SCALES = TEXT_SCALES
"""The text sizes offered, as factors."""

ELDER_SCALE = 1.5
"""From here on targets are 60 dp (适老化 2.1), below it 48 dp."""

CHROME_CAP = 2.0
"""Strips that stay in sight stop growing at 200 % (WCAG 1.4.4), or they would leave no room to read."""

LINE_MEASURE = 40
"""At most so many Chinese characters in a line (WCAG 1.4.8)."""


class Size(Enum):
    """The type scale, in sp at 100 %."""

    SMALL = 15.0
    BODY = 17.0
    STRONG = 19.0
    TITLE = 23.0
    HEADING = 30.0


@dataclass(frozen=True, slots=True)
class Style:
    """Measures in pixels for one theme, text scale (1.0 is 100 %) and pixel density; ``elder``: large targets."""

    theme: Theme = LIGHT
    scale: float = 1.0
    density: float = 1.0
    elder: bool = False

    def sp(self, size: Size) -> float:
        """Font size in pixels.

        Text up to body size grows by the scale itself; larger text grows by as many sp as the body does, so
        that a heading at 300 % still fits a phone. At 300 % every size has at least doubled.
        """
        body = Size.BODY.value
        grown = size.value * self.scale if size.value <= body else size.value + body * (self.scale - 1)
        return grown * self.density

    def chrome_sp(self, size: Size) -> float:
        """Font size in pixels inside a strip that stays in sight."""
        return Style(self.theme, min(self.scale, CHROME_CAP), self.density).sp(size)

    def gap(self, steps: float = 1) -> float:
        """Space in pixels: steps of 8 dp, growing gently with the text."""
        return 8 * steps * self.density * (1 + (min(self.scale, 3.0) - 1) * 0.15)

    @property
    def target(self) -> float:
        """The least height and width of anything to press, in pixels (TGT-02, TGT-03)."""
        return (60 if self.elder or self.scale >= ELDER_SCALE else 48) * self.density

    @property
    def radius(self) -> float:
        """Corner radius of controls, in pixels."""
        return 10 * self.density

    @property
    def column(self) -> float:
        """The widest a column of text gets, in pixels."""
        return LINE_MEASURE * self.sp(Size.BODY)

    @property
    def chrome_column(self) -> float:
        """The same inside a strip that stays in sight."""
        return LINE_MEASURE * self.chrome_sp(Size.BODY)

    def px(self, dp: float) -> float:
        """Density-independent pixels as pixels."""
        return dp * self.density


def scale_beside(scale: float, steps: int) -> float:
    """The offered scale so many steps away, held at both ends; an odd one moves to its nearest first."""
    return beside(SCALES, scale, steps)
