"""The settings of the client, each declared in one line; the settings screen is made from this list."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from accessibility.dwell import DwellSettings
from accessibility.preferences import PATIENCES, SPEECH_RATES, TEXT_SCALES, Theme, value_at
from accessibility.switch.settings import Accept, ScanMode
from accessibility.voicing.settings import PITCHES, VOLUMES, Echo, Punctuation, Verbosity
from app.config import Settings
from app.words import LANGUAGES
from voice.settings import BargeIn, SpeakAmounts, Talk


class Kind(StrEnum):
    """TOGGLE: on or off. CHOICE: one of a few, told by name. STEPS: less or more along what is offered.
    PICK: the one before or the next of a list too long to be shown whole. OFFER: the same, of a list that is known at
    run time only (``Parts.offers``).
    """

    TOGGLE = "toggle"
    CHOICE = "choice"
    STEPS = "steps"
    PICK = "pick"
    OFFER = "offer"


@dataclass(frozen=True, slots=True)
class Item:
    """One setting. ``id`` names its words (``settings-<id>``), ``path`` where it lives in :class:`Settings`; what is
    offered at run time only keeps its own place.

    ``offered``: the values, in order. ``unit`` names the words of a value (``settings-as-<unit>``); a choice has
    words of its own (``settings-<id>-value``). ``needs``: the path of what must be on for this to mean anything.
    ``apart``: the path of what must never have the same value.
    """

    id: str
    kind: Kind
    path: str = ""
    offered: tuple[Any, ...] = (False, True)
    unit: str = ""
    needs: str = ""
    apart: str = ""

    def open_to(self, settings: Settings) -> tuple[Any, ...]:
        """The values that can be had now."""
        taken = value_at(settings, self.apart) if self.apart else None
        return tuple(value for value in self.offered if not self.apart or value != taken)

    def applies(self, settings: Settings) -> bool:
        """Is it to be shown now?"""
        return not self.needs or bool(value_at(settings, self.needs))


def _toggle(name: str, path: str, needs: str = "") -> Item:
    return Item(name, Kind.TOGGLE, f"preferences.{path}", needs=f"preferences.{needs}" if needs else "")


def _choice(name: str, path: str, kind: type[StrEnum], needs: str = "") -> Item:
    values = tuple(kind)
    return Item(name, Kind.CHOICE, f"preferences.{path}", values, needs=f"preferences.{needs}" if needs else "")


def _steps(name: str, path: str, offered: tuple[float, ...], unit: str, needs: str = "") -> Item:
    return Item(name, Kind.STEPS, f"preferences.{path}", offered, unit, f"preferences.{needs}" if needs else "")


_SWITCH_KEYS = (
    "Space", "Enter", "Backspace", "Left", "Right", "Up", "Down", "PageUp", "PageDown", "1", "2", "3", "F11", "F12",
)  # fmt: skip
"""What switch interfaces send; Tab and Esc stay free, for a helper at the keyboard must get out."""


def _switch_key(name: str, path: str, other: str) -> Item:
    needs, apart = "preferences.switch.on", f"preferences.switch.{other}"
    return Item(name, Kind.PICK, f"preferences.switch.{path}", _SWITCH_KEYS, "key", needs, apart)


_SECONDS = (0.3, 0.5, 0.8, 1.0, 1.5, 2.0, 3.0, 5.0, 8.0)
_TREMOR = (0.0, 0.1, 0.2, *_SECONDS[:7])
"""Seconds within which a hand that trembles presses again, or in vain; none: every press counts."""

GROUPS: dict[str, tuple[Item, ...]] = {
    "seeing": (
        _steps("text_scale", "text_scale", TEXT_SCALES, "percent"),
        _choice("theme", "theme", Theme),
        _toggle("elder", "elder"),
        _toggle("reduce_motion", "reduce_motion"),
        _toggle("voicing", "voicing.on"),
        _choice("echo", "voicing.echo", Echo, "voicing.on"),
        _choice("verbosity", "voicing.verbosity", Verbosity, "voicing.on"),
        _choice("punctuation", "voicing.punctuation", Punctuation, "voicing.on"),
        _toggle("explore", "voicing.explore", "voicing.on"),
        _toggle("lift_presses", "voicing.lift_presses", "voicing.on"),
        _toggle("pointer_told", "voicing.pointer", "voicing.on"),
    ),
    "hearing": (
        _toggle("flash", "voicing.flash"),
        _toggle("vibrate", "voicing.vibrate"),
        _toggle("notify", "voicing.notify"),
    ),
    "moving": (
        _toggle("page_buttons", "page_buttons"),
        _toggle("keypad", "keypad.on"),
        _toggle("keypad_echo", "keypad.echo", "keypad.on"),
        _steps("keypad_ignore_again", "keypad.ignore_again", _TREMOR, "seconds", "keypad.on"),
        _toggle("dwell", "dwell.on"),
        _steps("dwell_rest", "dwell.rest", _SECONDS, "seconds", "dwell.on"),
        _steps("dwell_radius", "dwell.radius", (6.0, 10.0, DwellSettings().radius, 20.0, 30.0, 50.0), "dp", "dwell.on"),
        _toggle("switch", "switch.on"),
        _choice("switch_mode", "switch.mode", ScanMode, "switch.on"),
        _steps("switches", "switch.switches", (1, 2), "number", "switch.on"),
        _switch_key("switch_select_key", "select_key", "next_key"),
        _switch_key("switch_next_key", "next_key", "select_key"),
        _steps("switch_interval", "switch.interval", _SECONDS, "seconds", "switch.on"),
        _steps("switch_first_pause", "switch.first_pause", (0.0, *_SECONDS), "seconds", "switch.on"),
        _steps("switch_choose_after", "switch.choose_after", _SECONDS, "seconds", "switch.on"),
        _steps("switch_repeats", "switch.repeats", (1, 2, 3, 5, 10, 20), "times", "switch.on"),
        _steps("switch_group_repeats", "switch.group_repeats", (1, 2, 3, 5, 10, 20), "times", "switch.on"),
        _choice("switch_accept", "switch.accept", Accept, "switch.on"),
        _steps("switch_hold", "switch.hold", _TREMOR, "seconds", "switch.on"),
        _steps("switch_ignore_again", "switch.ignore_again", _TREMOR, "seconds", "switch.on"),
        _toggle("switch_pointer", "switch.pointer", "switch.on"),
        _toggle("switch_speak", "switch.speak", "switch.on"),
    ),
    "voice": (
        _steps("speech_rate", "speech_rate", SPEECH_RATES, "percent"),
        _steps("volume", "voicing.volume", VOLUMES, "percent"),
        _steps("pitch", "voicing.pitch", PITCHES, "percent"),
        Item("voice_zh", Kind.OFFER, offered=()),
        Item("voice_en", Kind.OFFER, offered=()),
        _toggle("earcons", "voicing.earcons"),
        Item("talk", Kind.CHOICE, "voice.talk", tuple(Talk)),
        Item("open_dialogue", Kind.TOGGLE, "voice.open_dialogue"),
        Item("wake_phrase", Kind.TOGGLE, "voice.wake_phrase"),
        Item("barge_in", Kind.CHOICE, "voice.barge_in", tuple(BargeIn)),
        Item("end_silence", Kind.STEPS, "voice.end_silence", (0.4, 0.7, 1.0, 1.5, 2.0, 2.5, 3.0, 4.0), "seconds"),
        Item("speak_amounts", Kind.CHOICE, "voice.speak_amounts", tuple(SpeakAmounts)),
        Item("ask_before_amounts", Kind.TOGGLE, "voice.ask_before_amounts"),
        Item("model_zh", Kind.OFFER, offered=()),
        Item("model_en", Kind.OFFER, offered=()),
    ),
    "time": (_steps("patience", "patience", PATIENCES, "patience"),),
    "language": (Item("lang", Kind.CHOICE, "lang", LANGUAGES),),
}
"""By the heading they stand under (``settings-group-<name>``)."""

ITEMS: tuple[Item, ...] = tuple(item for items in GROUPS.values() for item in items)
