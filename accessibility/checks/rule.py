"""What a rule says of itself, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from accessibility.checks.frame import Frame
    from accessibility.checks.screen import Screen
    from accessibility.probe.seen import Seen


class Outcome(StrEnum):
    """How a rule ended on a thing. `error` and `untested` never count as passed."""

    PASSED = "passed"
    FAILED = "failed"
    CANT_TELL = "cantTell"
    INAPPLICABLE = "inapplicable"
    UNTESTED = "untested"
    ERROR = "error"


class Impact(StrEnum):
    """What a failure does to the person it hits."""

    CRITICAL = "critical"
    SERIOUS = "serious"
    MODERATE = "moderate"
    MINOR = "minor"


class Mode(StrEnum):
    """Who has the last word: the machine, or a person shown the machine's candidates."""

    AUTO = "automatic"
    SEMI = "semiAuto"


class Need(StrEnum):
    """What has to be on record for a rule to run; a screen without it is untested by the rule."""

    WALK = "focus walk"
    STEPS = "keys that moved the focus"
    REREAD = "repeated reading of the tree"
    DEEDS = "actions performed"
    SECRET = "a typed secret"  # noqa: S105 - a name, no password
    PAGES = "every part brought into sight"
    PLACES = "which parts move when it is scrolled"
    ARRIVAL = "the moment of arrival"
    TYPING = "characters typed outside of fields"
    FILM = "pictures of the idle screen"
    CHANGES = "what changed since the capture before"
    LEAVING = "Escape pressed in a dialog"
    POINTER = "the pointer pressed on controls"
    MIXING = "several ways of input in turn, and the pointer at rest"
    WISHES = "colours, text size and window changed while it ran"
    HOLDING = "keys held down, and Escape where something opened"


class Doubt(StrEnum):
    """Why a machine cannot tell."""

    NOT_FLAT = "background_not_flat"
    LARGER_THAN_VIEW = "larger_than_view"
    NOT_PAINTED_WHOLE = "not_painted_whole"
    TOUCHES_EDGE = "ink_touches_edge"
    SAME_NAME = "same_name_and_role"
    ORDER = "order_differs_from_geometry"
    NO_EDGE = "edge_below_limit"
    NEVER_UNFOCUSED = "never_seen_without_focus"
    MAY_BE_MEANT = "may_be_meant"
    NO_LABEL = "no_label_in_the_tree"
    GENERIC = "says_little_alone"
    BUSY = "the_machine_may_have_been_busy"
    MOVES = "moves_while_idle"


@dataclass(frozen=True, slots=True)
class Finding:
    """One verdict on one node (or on the screen, when `node` is None).

    `measured` and `limit` are in `unit`. `frame` is where it was seen: crops are cut from it.
    """

    outcome: Outcome
    node: Seen | None = None
    message: str = ""
    measured: float | None = None
    limit: float | None = None
    unit: str = ""
    doubt: Doubt | None = None
    frame: Frame | None = None

    def __post_init__(self) -> None:
        if (self.outcome is Outcome.CANT_TELL) != (self.doubt is not None):
            raise ValueError("cantTell needs a reason from the list, and nothing else has one")


def _always(_: Screen) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule's metadata.

    `tags` cite the sources: W = WCAG 2.2, EN = EN 301 549, AG = the Chinese ageing-friendly design
    specification for apps, G = the banking guideline (see `accessibility/guideline`). `who` uses letters:
    B blind, LV low vision, CB colour-blind, D deaf, HH hard of hearing, SP speech, M motor, C cognitive, O older,
    PS photosensitive.
    Without what it `needs` a rule cannot run; what it `uses` lets it say more.
    `applies` says on which screens the rule means anything (a theme, a text size).
    """

    id: str
    requirement: str
    requirement_zh: str
    tags: tuple[str, ...]
    who: tuple[str, ...]
    impact: Impact
    help: str
    how_to_fix: str
    limits: str = ""
    tolerance: str = ""
    version: str = "1.0"
    mode: Mode = Mode.AUTO
    needs: frozenset[Need] = field(default=frozenset())
    uses: frozenset[Need] = field(default=frozenset())
    applies: Callable[[Screen], bool] = _always


Check = Callable[["Screen"], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class LoadedRule:
    """A rule with its check."""

    rule: Rule
    check: Check


def passed(node: Seen | None = None, message: str = "", /, **evidence: object) -> Finding:
    """The thing meets the rule."""
    return Finding(Outcome.PASSED, node, message, **evidence)  # type: ignore[arg-type]


def failed(node: Seen | None, message: str, /, **evidence: object) -> Finding:
    """The thing breaks the rule, with certainty."""
    return Finding(Outcome.FAILED, node, message, **evidence)  # type: ignore[arg-type]


def cant_tell(node: Seen | None, doubt: Doubt, message: str, /, **evidence: object) -> Finding:
    """A person has to look."""
    return Finding(Outcome.CANT_TELL, node, message, doubt=doubt, **evidence)  # type: ignore[arg-type]
