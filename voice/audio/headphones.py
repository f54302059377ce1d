"""Does only the customer hear the voice? The port of the default output, as PulseAudio and PipeWire tell it."""

from __future__ import annotations

import json
import shutil
import subprocess
import threading
from collections.abc import Callable
from typing import Any

_TIMEOUT = 2.0
SOON = 0.5
"""Seconds for which a sentence with an amount waits until it is known who can hear it; usual are hundredths."""

EVERY = 0.3
"""Seconds between two looks while something is said that is meant for headphones only."""

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
        self._telling = threading.Lock()
        self._begun = self._told = 0
        self.worn: bool | None = None

    def look(self) -> None:
        """Find out anew; harmless while it is being found out."""
        if self._looking.acquire(blocking=False):
            threading.Thread(target=self._find_out_alone, name="headphones", daemon=True).start()

    def look_now(self) -> None:
        """Find out anew and wait for it, at most :data:`SOON`; a system that is slower does not tell."""
        found = threading.Event()

        def find_out() -> None:
            self._find_out()
            found.set()

        threading.Thread(target=find_out, name="headphones-now", daemon=True).start()
        if not found.wait(SOON):
            self.worn = None

    def watch(self, gone: Callable[[], object]) -> Callable[[], None]:
        """Look again and again; call ``gone`` once, on a thread of its own, when they are not worn any more.

        Calling what is given back ends that.
        """
        over = threading.Event()

        def watch() -> None:
            while not over.is_set():
                self._find_out()
                if self.worn is not True:
                    if not over.is_set():
                        gone()
                    return
                over.wait(EVERY)

        threading.Thread(target=watch, name="headphones-watch", daemon=True).start()
        return over.set

    def _find_out_alone(self) -> None:
        try:
            self._find_out()
        finally:
            self._looking.release()

    def _find_out(self) -> None:
        """An answer that was asked for earlier does not overrule a later one."""
        with self._telling:
            self._begun += 1
            mine = self._begun
        worn = private_output(self._ask)
        with self._telling:
            if mine > self._told:
                self._told, self.worn = mine, worn
