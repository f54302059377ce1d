"""SwitchSettings: how a customer scans; every time in seconds."""

from dataclasses import dataclass
from enum import StrEnum

from accessibility.stored import Stored, between


class ScanMode(StrEnum):
    """AUTOMATIC: the mark moves by itself. STEP: a switch moves it; with one switch only, waiting chooses."""

    AUTOMATIC = "automatic"
    STEP = "step"


class Accept(StrEnum):
    """Whether a switch counts when it goes down or when it comes up again."""

    PRESS = "press"
    RELEASE = "release"


@dataclass(frozen=True, slots=True)
class SwitchSettings(Stored):
    """`on`: scanning runs. With one switch both keys (and the pointer) choose; with two, `next_key` moves.

    interval: how long the mark stays on a thing. first_pause: how much longer on the first one.
    choose_after: STEP with one switch: how long the mark must rest until it chooses.
    repeats: rounds without a press until scanning rests. group_repeats: rounds in a group until it is left.
    hold: a shorter press is none (tremor). ignore_again: a press so soon after another one is none (EN 301 549
    5.7 and 5.8 ask for 0.5 s to be possible). pointer: a press of any mouse button or a touch, wherever, is a
    switch too: the choosing one. Keys are named as in `accessibility.shortcuts`.
    """

    on: bool = False
    mode: ScanMode = ScanMode.AUTOMATIC
    switches: int = between(1, 1, 2)
    interval: float = between(1.5, 0.2, 15.0, "s")
    first_pause: float = between(0.8, 0.0, 10.0, "s")
    choose_after: float = between(1.5, 0.3, 15.0, "s")
    repeats: int = between(3, 1, 20)
    group_repeats: int = between(2, 1, 20)
    accept: Accept = Accept.PRESS
    hold: float = between(0.0, 0.0, 3.0, "s")
    ignore_again: float = between(0.2, 0.0, 3.0, "s")
    pointer: bool = True
    speak: bool = False
    next_key: str = "Space"
    select_key: str = "Enter"
