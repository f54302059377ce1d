"""Captures one screen: frames of all its parts and, in a thorough look, what keys and actions did."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from dataclasses import replace

from accessibility.audit.driver import Driver
from accessibility.audit.holding import Holding
from accessibility.audit.mixing import Mixing
from accessibility.audit.plan import Look
from accessibility.audit.pointing import Pointing
from accessibility.audit.scrolling import Scroller
from accessibility.audit.walker import Walker
from accessibility.checks.rule import Need
from accessibility.checks.screen import Outline, Screen
from accessibility.probe.errors import ProbeError

EVERYTHING = frozenset(
    {Need.WALK, Need.REREAD, Need.DEEDS, Need.TYPING, Need.FILM, Need.POINTER, Need.HOLDING, Need.MIXING}
)

FILM_SECONDS = 1.0


def capture(
    driver: Driver,
    name: str,
    look: Look,
    needs: frozenset[Need] | None = None,
    titles: Mapping[str, str] | None = None,
    outlines: Mapping[str, Outline] | None = None,
    place: str = "",
    density: float = 1.0,
) -> Screen:
    """The present screen of the program, with what `needs` asks for (everything in a thorough look).

    After a focus walk or deeds it may be scrolled, focused and chosen in.
    """
    wanted = needs if needs is not None else EVERYTHING if look.thorough else frozenset()
    deeds = driver.forget_deeds()
    scroller = Scroller(driver.camera)
    changes = driver.changes(scroller.frames[0].window)
    scroller.look_everywhere()
    screen = Screen(
        name=name,
        theme=look.theme,
        scale=look.scale,
        frames=tuple(scroller.frames),
        sights=scroller.sights,
        density=density,
        place=place,
        scrolled=scroller.scrolled,
        titles=titles or {},
        outlines=outlines or {},
        arrived=True,
        deeds=deeds,
        changes=changes,
        removal=driver.removal(scroller.frames[0].window),
        secrets=tuple(driver.secrets),
        heard=driver.heard(),
    )
    seen = _thorough(driver, screen, wanted) if wanted else screen
    driver.remember()
    return seen


def _thorough(driver: Driver, screen: Screen, wanted: frozenset[Need]) -> Screen:
    walker = Walker(driver.camera)
    film = driver.camera.film(FILM_SECONDS) if Need.FILM in wanted else ()
    walk = walker.walk(screen.frame) if wanted & {Need.WALK, Need.STEPS} else None
    rereads = walker.rereads(walk) if Need.REREAD in wanted else ()
    deeds = tuple(walker.deeds(screen.frame)) if Need.DEEDS in wanted else ()
    holding = Holding(driver.camera)
    held = holding.held() if Need.HOLDING in wanted else None
    opened = holding.opened() if Need.HOLDING in wanted else None
    typing = walker.typing() if Need.TYPING in wanted else None
    pointing = Pointing(driver.camera)
    slides = pointing.slides() if Need.POINTER in wanted else ()
    taps = pointing.taps() if Need.POINTER in wanted else ()
    mixing = Mixing(driver.camera)
    hovers = mixing.hovers() if Need.MIXING in wanted else None
    mixed = mixing.mixed() if Need.MIXING in wanted else None
    focused = next((node for node in screen.nodes if "focused" in node.states), None)
    if focused is not None:
        with contextlib.suppress(ProbeError):  # back to where the walk began, if that is still there
            driver.bus.grab_focus(focused)
    return replace(
        screen, walk=walk, rereads=rereads, deeds=screen.deeds + deeds, typing=typing, film=film,
        film_seconds=FILM_SECONDS, slides=slides, taps=taps, held=held, opened=opened,
        hovers=hovers, mixed=mixed,
    )  # fmt: skip
