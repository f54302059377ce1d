"""Changes how a program looks while it runs, as its user can, and puts everything back."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

from accessibility.audit.driver import Driver
from accessibility.audit.plan import Wishes
from accessibility.checks.frame import Frame
from accessibility.checks.pixels import cut, ground_of
from accessibility.checks.tried import Enlarged, Wished
from accessibility.probe.errors import ProbeError

MOST_COLOURS = 6
"""After so many steps colours that never come round are given up."""

MOST_STEPS = 3
"""So often larger text is asked for until it is larger."""

BEGINS = 2.0
"""Seconds in which a wish shows, by any sign; a busy program answers that it was asked long before it has drawn."""


def wish(driver: Driver, wishes: Wishes) -> Wished:
    """Go through the colours, enlarge the text and make it smaller again, turn the window and turn it back."""
    return Wished(_colours(driver, wishes.recolour), _enlarged(driver, wishes), _turned(driver))


def _colours(driver: Driver, recolour: Callable[[Driver], None]) -> tuple[Frame, ...]:
    """One frame for each set of colours, until the first comes again."""
    frames = [driver.camera.settle()]
    for _ in range(MOST_COLOURS):
        frame = _granted(driver, recolour, frames[-1])
        if _ground(frame) == _ground(frames[0]):
            break
        frames.append(frame)
    return tuple(frames)


def _enlarged(driver: Driver, wishes: Wishes) -> Enlarged:
    before = driver.camera.settle()
    after, steps = before, 0
    while steps < MOST_STEPS and after.image.tobytes() == before.image.tobytes():
        steps += 1
        after = _granted(driver, wishes.enlarge, after)
    back = after
    for _ in range(steps):
        back = _granted(driver, wishes.shrink, back)
    return Enlarged(before, after, back, steps)


def _turned(driver: Driver) -> tuple[Frame, ...]:
    """The window as it stands, and with its sides exchanged; empty where the desktop does not let it be turned."""
    width, height = driver.camera.window.size
    before = driver.camera.settle()
    try:
        driver.resize(height, width)
        turned = driver.camera.settle()
    except ProbeError:
        return ()
    finally:
        with contextlib.suppress(ProbeError):  # a desktop that did not turn it has nothing to turn back
            driver.resize(width, height)
    return before, turned


def _granted(driver: Driver, wish: Callable[[Driver], None], seen: Frame) -> Frame:
    """The screen at rest after something was wished for that changes what was seen."""
    wish(driver)
    driver.camera.frame_after(seen.image, BEGINS)
    return driver.camera.settle()


def _ground(frame: Frame) -> tuple[int, int, int]:
    return ground_of(cut(frame.image, (0, 0, *frame.image.size)))[0]
