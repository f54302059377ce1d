"""The arrow of a menu button is as easy to see as its words."""

from __future__ import annotations

import pytest

from app.ui.look import Look
from app.ui.style import Size, Style
from app.ui.widgets.button import MenuButton


@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
def test_the_arrow_grows_with_the_words_and_they_leave_room_for_it(scale: float) -> None:
    look = Look()
    button = MenuButton(look, "查询余额", lambda: None)
    button.size = (320, 120)
    look.style = Style(scale=scale)
    across, up = button._arrow.points[0::2], button._arrow.points[1::2]
    assert max(up) - min(up) == pytest.approx(0.64 * look.style.sp(Size.STRONG), rel=0.01)
    words_end = button.x + button.padding[0] + button.room()
    assert words_end <= min(across) - button._arrow.width
    assert max(across) <= button.right
