"""Parts: what the window is made with; a description that needs no Kivy."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.flows.interaction import InteractionManager
from app.flows.model import Flow
from app.flows.staying import Staying
from app.flows.view import View
from app.keeper import Keeper
from app.ui.ports import Dialogue, Offers, Voice
from app.ui.system_look import SystemLook
from app.words import Words


@dataclass(frozen=True, slots=True)
class Parts:
    """What the window is made with.

    ``make_bridge(window, title)`` gives an ``AccessibilityBridge``; ``keeper`` holds the settings; ``staying`` is
    told of every key and touch; ``system_look`` asks the platform how it looks itself; ``voicing`` is the built-in
    reader's ``VoicingWay``; ``offers`` are lists for the settings screen, by the name of their row; ``sayable`` gives
    the sentences that can be said at this moment; ``started`` and ``stopping`` are called on the main thread when the
    window is up and before it goes.
    """

    manager: InteractionManager
    dialogue: Dialogue
    voice: Voice
    words: Words
    flows: Mapping[str, Flow]
    make_bridge: Callable[[Any, str], Any]
    keeper: Keeper = field(default_factory=Keeper)
    staying: Staying | None = None
    system_look: Callable[[], SystemLook] = SystemLook
    voicing: Any = None
    offers: Mapping[str, Offers] = field(default_factory=dict)
    sayable: Callable[[View], Sequence[str]] = lambda view: ()
    started: Callable[[], None] = lambda: None
    stopping: Callable[[], None] = lambda: None
