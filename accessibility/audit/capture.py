"""Captures one screen: frames of all its parts and, in a thorough look, what keys and actions did."""

from __future__ import annotations

import contextlib
from dataclasses import replace

from accessibility.audit.driver import Driver
from accessibility.audit.plan import Look
from accessibility.audit.scrolling import Scroller
from accessibility.audit.walker import Walker
from accessibility.checks.screen import Screen
from accessibility.probe.errors import ProbeError

READINGS = 20
"""SEM-12 asks for the same order in so many readings."""


def capture(driver: Driver, name: str, look: Look, density: float = 1.0) -> Screen:
    """The present screen of the program. After a thorough look it may be scrolled, focused and chosen in."""
    deeds = driver.forget_deeds()
    scroller = Scroller(driver.camera)
    scroller.look_everywhere()
    screen = Screen(
        name=name,
        theme=look.theme,
        scale=look.scale,
        frames=tuple(scroller.frames),
        sights=scroller.sights,
        density=density,
        scrolls=scroller.scrolls,
        deeds=deeds,
        secrets=tuple(driver.secrets),
        heard=driver.heard(),
    )
    return _thorough(driver, screen) if look.thorough else screen


def _thorough(driver: Driver, screen: Screen) -> Screen:
    walker = Walker(driver.camera)
    walk = walker.walk(screen.frame)
    rereads = walker.rereads(READINGS)
    deeds = screen.deeds + tuple(walker.deeds(screen.frame))
    focused = next((node for node in screen.nodes if "focused" in node.states), None)
    if focused is not None:
        with contextlib.suppress(ProbeError):  # back to where the walk began, if that is still there
            driver.bus.grab_focus(focused)
    return replace(screen, walk=walk, rereads=rereads, deeds=deeds)
