"""Runs a plan: opens the program in each look, goes from screen to screen, captures and judges."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PIL import Image

from accessibility.audit.capture import EVERYTHING, capture
from accessibility.audit.confirm import confirmed
from accessibility.audit.driver import Driver
from accessibility.audit.judge import Verdict, judge
from accessibility.audit.plan import Look, Opening, Plan, Step
from accessibility.audit.results import Captured, Results, Unreached
from accessibility.audit.wishes import wish
from accessibility.checks.registry import load_rules
from accessibility.checks.rule import LoadedRule, Need, Outcome
from accessibility.checks.screen import Outline, Screen
from accessibility.probe.errors import ProbeError

MARGIN = 16
"""So many pixels around a node are cut out with it."""

Say = Callable[[str], None]


def run(plan: Plan, out: Path, say: Say) -> Results:
    """Audit the program; pictures go into `out`, a line of progress for each look to `say`.

    Raises:
        ProbeError: the program could not be opened in any look.
    """
    rules = load_rules()
    results = Results(rules)
    for folder in ("screens", "crops"):
        (out / folder).mkdir(parents=True, exist_ok=True)
    for number, look in enumerate(plan.looks, 1):
        begun = time.monotonic()
        reached = sum(_one_opening(opening, look, rules, results, out) for opening in plan.openings)
        seconds = time.monotonic() - begun
        say(f"{number}/{len(plan.looks)} {look.label}: {reached} of {len(plan.steps)} screens, "
            f"{len(results.entries)} findings so far, {seconds:.0f} s")  # fmt: skip
    return results


def _one_opening(opening: Opening, look: Look, rules: tuple[LoadedRule, ...], results: Results, out: Path) -> int:
    """Go through its steps; gives how many screens were reached. A screen's pictures are let go once it is judged."""
    earlier: list[_Earlier] = []
    with opening.open_program(look) as driver:
        for step in opening.steps:
            try:
                take = _taken(step, driver, look, earlier)
                screen, verdicts = _judged(take, rules)
                if look.thorough and screen.dialog is not None and Need.LEAVING not in step.untried:
                    left = replace(screen, leaving=driver.leave(screen.dialog))
                    verdicts = _also(left, Need.LEAVING, rules, verdicts)
                if look.thorough and opening.wishes is not None and not earlier:
                    wished = replace(screen, wished=wish(driver, opening.wishes))
                    verdicts = _also(wished, Need.WISHES, rules, verdicts)
            except ProbeError as error:
                results.unreached.append(Unreached(step.screen, look.label, _one_line(error)))
                continue
            earlier.append(_Earlier(step, screen.title, _above(screen), screen.outline))
            _record(results, verdicts, screen, look, out)
    return len(earlier)


@dataclass(frozen=True, slots=True)
class _Earlier:
    """What later screens are compared with. `above` is the name of its dialog, empty without one."""

    step: Step
    title: str
    above: str
    outline: Outline


def _above(screen: Screen) -> str:
    return screen.dialog.name if screen.dialog is not None else ""


def _taken(step: Step, driver: Driver, look: Look, earlier: list[_Earlier]) -> Callable[[], Screen]:
    """Go there; what captures the screen, which may be done twice.

    Raises:
        ProbeError: it is not reached; a screen without what tells its place is another one.
    """
    secrets = len(driver.secrets)
    step.go(driver)
    for sign in step.shows:
        driver.wait_for(sign.role, sign.name)
    whole = len(driver.secrets) > secrets and not driver.deeds  # typed just now, and not sent yet
    titles = {was.step.screen: was.title for was in earlier if not step.place or step.place != was.step.place}
    needs = EVERYTHING - step.untried if look.thorough else frozenset()

    def take() -> Screen:
        screen = capture(driver, step.screen, look, needs, titles=titles, place=step.place)
        above = _above(screen)  # keys of one dialog stand as they stood, those of another may stand elsewhere
        outlines = {was.step.screen: was.outline for was in earlier if was.above == above}
        return replace(screen, outlines=outlines, typed_whole=whole)

    return take


def _judged(take: Callable[[], Screen], rules: tuple[LoadedRule, ...]) -> tuple[Screen, list[Verdict]]:
    """A screen and what the rules say of it; where one fails, what they say after a second look."""
    screen = take()
    verdicts = list(judge(rules, screen))
    if any(verdict.finding.outcome is Outcome.FAILED for verdict in verdicts):
        again = replace(take(), arrived=False, changes=None, removal=screen.removal)
        verdicts = confirmed(verdicts, judge(rules, again))
    return screen, verdicts


def _also(screen: Screen, need: Need, rules: tuple[LoadedRule, ...], verdicts: list[Verdict]) -> list[Verdict]:
    """The verdicts with those of the rules of one need, which is on record only now: it changed the screen."""
    wanting = tuple(loaded for loaded in rules if need in loaded.rule.needs)
    ids = {loaded.rule.id for loaded in wanting}
    return [verdict for verdict in verdicts if verdict.rule.id not in ids] + list(judge(wanting, screen))


def _record(results: Results, verdicts: list[Verdict], screen: Screen, look: Look, out: Path) -> None:
    picture = f"screens/{_slug(screen.name)}-{look.theme}-{look.scale * 100:.0f}.png"
    screen.frame.image.save(out / picture)
    for verdict in verdicts:
        entry = results.add(verdict, look.label)
        if entry is not None and (crop := _crop(verdict)) is not None:
            entry.crop = f"crops/{entry.fingerprint}.png"
            crop.save(out / entry.crop)
    results.captured.append(
        Captured(
            screen=screen.name,
            look=look.label,
            title=screen.title,
            nodes=len(screen.nodes),
            actionable=len(screen.actionable),
            frames=len(screen.frames),
            scrolls=bool(screen.scrolled),
            stops=len(screen.walk.stops) if screen.walk else 0,
            picture=picture,
        )
    )


def _crop(verdict: Verdict) -> Image.Image | None:
    """The node where it was judged, with a little around it."""
    node = verdict.finding.node
    if node is None:
        return None
    frame = verdict.finding.frame
    if frame is None:
        sight = verdict.screen.sight(node)
        frame = sight.frame if sight is not None else verdict.screen.frame
    bounds = frame.by_ref[node.ref].bounds if node.ref in frame.by_ref else node.bounds
    if bounds is None:
        return None
    x, y, width, height = bounds
    box = (max(0, x - MARGIN), max(0, y - MARGIN),
           min(frame.image.width, x + width + MARGIN), min(frame.image.height, y + height + MARGIN))  # fmt: skip
    return frame.image.crop(box) if box[2] > box[0] and box[3] > box[1] else None


def _slug(name: str) -> str:
    return "-".join("".join(char if char.isalnum() else " " for char in name).split())


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:400]
