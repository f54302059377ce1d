"""The sound card's devices, through PortAudio, which is loaded only when somebody asks."""

from __future__ import annotations

import importlib
import os
from dataclasses import dataclass
from typing import Any

from voice.errors import NoSound


@dataclass(frozen=True, slots=True)
class Device:
    """A device as the system names it; ``index`` is PortAudio's, valid until the next refresh."""

    index: int
    name: str
    inputs: int
    outputs: int
    default: bool


def portaudio() -> Any:
    """The sounddevice module.

    Raises:
        NoSound: when the PortAudio library is missing (code ``no_sound_library``).
    """
    # libpulse's own knob: through ALSA it takes half a second of sound ahead, whatever latency is asked for,
    # which then cannot be taken back, and counts as played (read when a stream is opened)
    os.environ.setdefault("PULSE_LATENCY_MSEC", "30")
    try:
        return importlib.import_module("sounddevice")
    except (ImportError, OSError) as failure:
        raise NoSound("no_sound_library", str(failure)) from failure


def refresh() -> None:
    """Ask the system again: PortAudio reads its devices once, so a headset plugged in later is not seen.

    Only while no stream is open, for PortAudio closes them all.
    """
    card = portaudio()
    try:
        card._terminate()
        card._initialize()
    except card.PortAudioError as failure:
        raise NoSound("no_sound", str(failure)) from failure


def devices() -> tuple[Device, ...]:
    """All devices, as PortAudio last read them."""
    card = portaudio()
    chosen = set(card.default.device)
    for kind in ("input", "output"):
        try:
            chosen.add(card.query_devices(kind=kind)["index"])
        except (card.PortAudioError, ValueError):
            continue
    return tuple(
        Device(d["index"], d["name"], d["max_input_channels"], d["max_output_channels"], d["index"] in chosen)
        for d in card.query_devices()
    )
