"""Measures the built-in reader in the real client: from a key to the first sound of what it says, and to silence.

``measure()`` starts a bank, a private desktop, a virtual sound card and the client, and ends them.
"""

from __future__ import annotations

import contextlib
import json
import statistics
import sys
import tempfile
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
if str(_ROOT) not in sys.path:
    sys.path.insert(0, str(_ROOT))

from accessibility.preferences import Preferences  # noqa: E402 - the root has to be known first
from accessibility.probe.desktop import Desktop  # noqa: E402
from accessibility.probe.keys import Keys  # noqa: E402
from accessibility.voicing.settings import VoicingSettings  # noqa: E402
from app.config import HOME_VARIABLE, Places, Settings, save_settings  # noqa: E402
from app.local_bank import LocalBank, local_bank  # noqa: E402
from voice.probe.sound_server import SoundServer  # noqa: E402

_SOUND = ("PULSE_SERVER", "PULSE_SINK", "PULSE_SOURCE")
_TITLE = "听见 Tingjian"


def measure(rounds: int = 20) -> dict[str, float]:
    """The figures by name, in milliseconds."""
    with contextlib.ExitStack() as stack:
        bank = stack.enter_context(local_bank(Path(stack.enter_context(tempfile.TemporaryDirectory()))))
        sound = stack.enter_context(SoundServer())
        desktop = stack.enter_context(Desktop())
        _start(desktop, sound, bank)
        keys = stack.enter_context(Keys(desktop))
        times = [_tab(sound, keys) for _ in range(rounds)]
        silences = [_silence(sound, keys) for _ in range(rounds // 2)]
    return {
        "key_to_speech_ms": statistics.median(times) * 1000,
        "key_to_speech_worst_ms": max(times) * 1000,
        "key_to_silence_ms": statistics.median(silences) * 1000,
        "key_to_silence_worst_ms": max(silences) * 1000,
    }


def _start(desktop: Desktop, sound: SoundServer, bank: LocalBank) -> None:
    """The client with its reader on, its first words over."""
    home = Places(desktop.home / "client")
    save_settings(home.settings, Settings(preferences=Preferences(voicing=VoicingSettings(on=True))))
    with sound.recording() as beginning:
        desktop.start(
            [sys.executable, "-m", "app", "run", "--bank", bank.url, "--ca", str(bank.certificate_authority)],
            env={HOME_VARIABLE: str(home.data), **{name: sound.env[name] for name in _SOUND}},
            cwd=_ROOT,
            log="client.log",
        )
        desktop.wait_for_window(_TITLE, 60)
        beginning.wait_for_sound(60)
        beginning.wait_for_quiet(1.0, 60)


def _tab(sound: SoundServer, keys: Keys) -> float:
    """Seconds from Tab to the first loud sample of the next thing's name; it is waited for in silence."""
    with sound.recording() as heard:
        pressed = keys.press("Tab")
        first = heard.wait_for_sound(20)
        heard.wait_for_quiet(0.5, 20)
    return first - pressed


def _silence(sound: SoundServer, keys: Keys) -> float:
    """Seconds from Control, in the middle of a name, to the last loud sample."""
    with sound.recording() as heard:
        keys.press("F12")
        heard.wait_for_loudness(0.5, patience=20)
        pressed = keys.press("Control_L")
        heard.wait_for_quiet(0.5, 20)
        last = heard.last_sound()
    assert last is not None
    return max(0.0, last - pressed)


if __name__ == "__main__":
    sys.stdout.write(json.dumps({name: round(value, 1) for name, value in measure().items()}, indent=1) + "\n")
