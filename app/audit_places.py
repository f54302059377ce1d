"""Every place of the client that a customer can come to, and what tells it apart: the audit must lead to each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from accessibility.audit.plan import Sign
from app.flows.model import Flow
from app.flows.session import Stage
from app.words import Words

SCREENS: dict[str, tuple[str, str]] = {
    "HomeScreen": ("heading", "ui-home-title"),
    "ChatScreen": ("heading", "ui-chat-title"),
    "SettingsScreen": ("heading", "settings-title"),
    "WelcomeScreen": ("heading", "welcome-title"),
    "HelpDialog": ("dialog", "ui-help-title"),
    "ChangeKeysDialog": ("dialog", "keys-title"),
    "OneKeyDialog": ("dialog", "keys-one-title"),
    "Pad": ("dialog", "keypad-title"),
    "WritingPanel": ("dialog", "panel-title"),
}
"""By the class that draws it: its role on the platform, and the message that its name is, or begins with."""

PARTS: dict[str, tuple[str, str]] = {
    "MessageStrip": ("push button", "ui-stay"),
    "Waiting": ("label", "stage-busy"),
    "_Restore": ("push button", "settings-restore-no"),
    "scan": ("label", "scan-group"),
    "dwell": ("push button", "way-pause"),
    "keypad": ("dialog", "keypad-title"),
}
"""What stands on a screen for a while, by its class; and the ways of use, by their command."""

_BLANK: dict[str, str | int] = {"does": "", "label": "", "name": "", "part": 0}
"""What is asked of a name is how it begins."""

_STAGES = {
    Stage.COLLECT: ("{intent}-title", ""),
    Stage.REVIEW: ("{intent}-review-title", "ui-review-title"),
    Stage.UNANSWERED: ("ui-unanswered-title", ""),
    Stage.DONE: ("{intent}-done-title", "ui-done-title"),
    Stage.CANCELLED: ("ui-cancelled-title", ""),
}
"""The heading of each page of a task: its own words, else the common ones."""


def stage_of(intent: str, stage: Stage) -> str:
    """The name of the place where a task stands."""
    return f"{intent} {stage.value}"


def task_places(flows: Mapping[str, Flow]) -> Iterator[str]:
    """Each page of each task: a form (where it has no fields, for what went wrong), what is checked, what is done."""
    for intent, flow in flows.items():
        yield stage_of(intent, Stage.COLLECT)
        yield stage_of(intent, Stage.CANCELLED)
        if flow.check is not None:
            yield stage_of(intent, Stage.REVIEW)
            yield stage_of(intent, Stage.UNANSWERED)
        if not flow.signs_in:  # that one leads home
            yield stage_of(intent, Stage.DONE)


def sign(words: Words, place: str) -> Sign:
    """What tells a place apart, in the words of one language.

    Raises:
        KeyError: nothing is known of such a place.
    """
    intent, _, stage = place.partition(" ")
    if stage:
        own, common = _STAGES[Stage(stage)]
        own = own.format(intent=intent)
        return Sign(place, "heading", words.text(own if not common or words.has(own) else common))
    role, message = {**SCREENS, **PARTS}[place]
    return Sign(place, role, words.message(message, **_BLANK).screen)
