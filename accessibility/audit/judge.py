"""Runs rules over a captured screen; a rule that crashes, or cannot run, never counts as passed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from accessibility.checks.rule import Finding, LoadedRule, Need, Outcome, Rule
from accessibility.checks.screen import Screen


@dataclass(frozen=True, eq=False)
class Verdict:
    """One finding of one rule on one screen."""

    rule: Rule
    screen: Screen
    finding: Finding


def judge(rules: tuple[LoadedRule, ...], screen: Screen) -> Iterator[Verdict]:
    """At least one verdict for each rule."""
    for loaded in rules:
        for finding in findings(loaded, screen):
            yield Verdict(loaded.rule, screen, finding)


def findings(loaded: LoadedRule, screen: Screen) -> list[Finding]:
    """What one rule says of one screen."""
    if not loaded.rule.applies(screen):
        return [Finding(Outcome.INAPPLICABLE, message="not meant for this theme or text size")]
    missing = [need for need in sorted(loaded.rule.needs) if not _has(screen, need)]
    if missing:
        return [Finding(Outcome.UNTESTED, message=f"not on record here: {', '.join(missing)}")]
    try:
        found = list(loaded.check(screen))
    except Exception as error:  # noqa: BLE001 - whatever breaks in a rule is the rule's outcome
        return [Finding(Outcome.ERROR, message=f"{type(error).__name__}: {error}")]
    return found or [Finding(Outcome.INAPPLICABLE, message="nothing of this kind here")]


def _has(screen: Screen, need: Need) -> bool:
    return {
        Need.WALK: screen.walk is not None and screen.walk.whole,
        Need.STEPS: screen.walk is not None,
        Need.REREAD: bool(screen.rereads),
        Need.DEEDS: bool(screen.deeds),
        Need.SECRET: bool(screen.secrets),
        Need.PAGES: screen.pages,
        Need.PLACES: screen.placed,
        Need.ARRIVAL: screen.arrived,
        Need.TYPING: screen.typing is not None,
        Need.FILM: len(screen.film) > 1,
        Need.CHANGES: screen.changes is not None,
        Need.LEAVING: screen.leaving is not None,
        Need.POINTER: bool(screen.slides or screen.taps),
        Need.WISHES: screen.wished is not None,
        Need.MIXING: screen.mixed is not None and screen.hovers is not None,
        Need.HOLDING: screen.held is not None and screen.opened is not None,
    }[need]
