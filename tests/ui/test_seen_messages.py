"""Messages for who does not hear, on the pixels of the real window: a strip that covers nothing, a flashing frame."""

from __future__ import annotations

import time

import numpy as np
import pytest

from accessibility.audit.window import DeskWindow
from accessibility.probe.waiting import until
from app.ui.theme import theme_named
from app.ui.widgets.flash import TIMES
from app.ui.widgets.message_strip import LEAST_SECONDS
from tests.ui.conftest import Window

pytestmark = pytest.mark.screen

SMALL = ("--size", "760x480")
FLASHING = ("--settings", '{"voicing": {"flash": true}}')
FLASH_OVER = 2.0
"""Seconds without light after which the flashes are over."""


def painted_in(picture: np.ndarray, token: str) -> np.ndarray:
    """Which pixels have this colour of the theme."""
    written = getattr(theme_named("light"), token)
    colour = np.array([int(written[at : at + 2], 16) for at in (1, 3, 5)])
    found: np.ndarray = (np.abs(picture.astype(int) - colour) <= 2).all(axis=2)
    return found


def strip_of(painted: DeskWindow) -> tuple[int, int] | None:
    """From which row to which the strip is painted across the lower half; the bar above has its colour too."""
    across = painted_in(np.asarray(painted.picture()), "notice_card").mean(axis=1)
    rows = np.flatnonzero((across > 0.5) & (np.arange(len(across)) > len(across) // 2))
    return (int(rows[0]), int(rows[-1])) if len(rows) > 10 else None


def is_lit(painted: DeskWindow) -> bool:
    """Whether a frame in the colour of errors runs along all four sides, and nowhere else."""
    found = painted_in(np.asarray(painted.picture()), "error")
    sides = (found[3], found[-4], found[:, 3], found[:, -4])
    assert not all(side.mean() > 0.9 for side in sides) or found[40:-40, 40:-40].mean() < 0.05, "only a frame"
    return all(side.mean() > 0.9 for side in sides)


def stands_clear(window: Window, name: str, top: int) -> None:
    """What has the focus, and is called so, comes to stand above that row of pixels."""

    def clear() -> bool:
        focused = window.tree.focused
        assert focused is not None
        assert focused.bounds is not None
        assert focused.name.startswith(name)
        return focused.bounds[1] >= 0 and focused.bounds[1] + focused.bounds[3] <= top

    until(clear, "the focused button to stand clear of the strip")


@pytest.mark.parametrize("window", [SMALL], indirect=True)
def test_the_strip_is_seen_covers_no_focus_and_goes(window: Window) -> None:
    """With the focus on the last thing of the page, which stands where the strip comes."""
    window.focus_on("heading", "听见远程银行")
    window.tab_to("push button", "转账")
    painted = DeskWindow(window.desk)
    assert strip_of(painted) is None
    shown_at = time.monotonic()
    window.desk.key("ctrl+0")
    top, _ = until(lambda: strip_of(painted), "the strip")
    stands_clear(window, "转账", top)
    window.see("label", "文字大小 100 %")  # it stands in the tree as well, so that it is known what covers what
    until(lambda: strip_of(painted) is None, "the strip to go", LEAST_SECONDS + 5)
    assert time.monotonic() - shown_at >= LEAST_SECONDS - 0.5, "long enough to be read"
    window.desk.key("ctrl+0")
    until(lambda: strip_of(painted), "the strip again")
    window.desk.key("Escape")
    until(lambda: strip_of(painted) is None, "the strip to go for Escape", LEAST_SECONDS / 2)


@pytest.mark.parametrize("window", [SMALL], indirect=True)
def test_in_the_middle_of_a_page_the_focus_stays_in_sight_too(window: Window) -> None:
    """Brought to the lower edge by Tab, it would be half under the strip, and stays there when the strip goes."""
    window.sign_in()
    window.tab_to("push button", "查询余额")
    painted = DeskWindow(window.desk)
    window.desk.key("ctrl+0")
    top, _ = until(lambda: strip_of(painted), "the strip")
    stands_clear(window, "查询余额", top)


@pytest.mark.parametrize("window", [FLASHING], indirect=True)
def test_an_error_flashes_around_the_window_and_then_it_is_dark(window: Window) -> None:
    """How often a second is held where the time can be set: ``test_signals.py``."""
    window.focus_on("heading", "听见远程银行")
    window.tab_to("push button", "登录")
    window.desk.key("Return")
    window.focus_on("entry", "客户号")
    painted = DeskWindow(window.desk)
    assert not is_lit(painted)
    window.desk.key("Return")
    until(lambda: is_lit(painted), "the first flash")
    begins, lit, dark_since = 1, True, 0.0

    def is_over() -> bool:
        nonlocal begins, lit, dark_since
        was, lit, now = lit, is_lit(painted), time.monotonic()
        begins += lit and not was
        if was and not lit:
            dark_since = now
        return not lit and now - dark_since > FLASH_OVER

    until(is_over, "the dark after it", 20)
    assert 1 < begins <= TIMES


def test_before_the_keypad_a_message_is_seen_as_well(window: Window) -> None:
    """It goes where the customer looks, the keys stay where they are, and one from the screen comes with the pad."""
    window.focus_on("heading", "听见远程银行")
    window.desk.key("F7")
    window.see("list item", "1 登录")

    def keys() -> dict[str, object]:
        return {seen.name: seen.bounds for seen in window.tree.all("push button")}

    before = until(lambda: (found := keys()) == keys() and found, "the keys to stand still")
    window.desk.key("ctrl+0")
    painted = DeskWindow(window.desk)

    def is_painted(message: str) -> bool:
        said = window.see("label", message)
        assert said.bounds is not None
        left, top, width, height = said.bounds
        picture = np.asarray(painted.picture())[top : top + height, left : left + width]
        return bool(painted_in(picture, "notice_card").mean() > 0.5)

    until(lambda: is_painted("文字大小 100 %"), "the message on the pixels")
    assert keys() == before
    window.desk.key("F7")
    window.see("push button", "登录")
    window.see("label", "十二键模式已关闭")
    until(lambda: strip_of(painted), "the strip below the screen")
    window.desk.key("F7")
    window.see("list item", "1 登录")
    until(lambda: is_painted("十二键模式已关闭"), "the message on the pad")
    window.desk.key("F7")
    window.see("push button", "登录")
