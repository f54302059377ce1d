"""Does only the customer hear the voice? The port of the default output, as PulseAudio and PipeWire tell it."""

from __future__ import annotations

import json
import shutil
import subprocess
import threading
from collections.abc import Callable
from typing import Any

_TIMEOUT = 2.0
_PRIVATE_FORMS = frozenset({"headphone", "headset", "hands-free", "handset"})
_PRIVATE_PORTS = ("headphone", "headset", "earpiece", "handsfree")

Ask = Callable[[str], Any]
"""Takes ``info`` or ``list sinks`` and gives the JSON of pactl's answer, or None."""


def private_output(ask: Ask) -> bool | None:
    """True: headphones or a headset; False: a loudspeaker; None: the system does not tell."""
    info, sinks = ask("info"), ask("list sinks")
    if not isinstance(info, dict) or not isinstance(sinks, list):
        return None
    chosen = [sink for sink in sinks if isinstance(sink, dict) and sink.get("name") == info.get("default_sink_name")]
    if not chosen:
        return None
    form = str(chosen[0].get("properties", {}).get("device.form_factor", "")).lower()
    if form in _PRIVATE_FORMS:
        return True
    active = chosen[0].get("active_port")
    if not active:
        return None
    ports = chosen[0].get("ports") or []
    kinds = [str(port.get("type", "")) for port in ports if isinstance(port, dict) and port.get("name") == active]
    told = " ".join([str(active), *kinds]).lower()
    return any(word in told for word in _PRIVATE_PORTS)


def ask_pactl(question: str) -> Any:
    """pactl's answer as JSON; None where there is no sound server, no pactl, or one too old for JSON."""
    if shutil.which("pactl") is None:
        return None
    try:
        done = subprocess.run(
            ["pactl", "--format=json", *question.split()], capture_output=True, timeout=_TIMEOUT, check=True
        )
        return json.loads(done.stdout)
    except (OSError, ValueError, subprocess.SubprocessError):
        return None


class SystemHeadphones:
    """Looks in the background, for asking takes some milliseconds; what is known last is told at once."""

    def __init__(self, ask: Ask = ask_pactl) -> None:
        self._ask = ask
        self._looking = threading.Lock()
        self.worn: bool | None = None

    def look(self) -> None:
        """Find out anew; harmless while it is being found out."""
        if self._looking.acquire(blocking=False):
            threading.Thread(target=self._find_out, name="headphones", daemon=True).start()

    def _find_out(self) -> None:
        try:
            self.worn = private_output(self._ask)
        finally:
            self._looking.release()
