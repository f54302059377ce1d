"""Measures the conversation through a virtual sound card: from the end of speech to the answer, in noise, barging in.

The end of speech is when the client decides that the customer has finished. That decision waits for a pause which the
customer chooses (0.7 s at first), so the time from the last sound is a row of its own.
"""

from __future__ import annotations

import json
import statistics
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
if str(_ROOT) not in sys.path:
    sys.path.insert(0, str(_ROOT))

import numpy as np  # noqa: E402 - the root has to be known first

from scripts.bench_hearing_trials import talk_aloud  # noqa: E402
from tests.audio.client_process import Client  # noqa: E402
from voice.model_builder.augmentation import coloured_noise  # noqa: E402
from voice.model_builder.features import RATE, Sound  # noqa: E402
from voice.probe.sound_server import Samples, SoundServer  # noqa: E402

LANGS = {"zh": "zh-CN", "en": "en"}
COMMANDS = {"zh-CN": ("查询余额", "最近交易"), "en": ("check my balance", "list transactions")}
_PATIENCE = 60.0  # seconds: the machine may be busy
_STATES = ("speaking", "listening", "thinking", "idle", "ended")
_AFTER = 1.5  # seconds of a quiet room after what is said: longer than the pause that ends it
_NOISE_AFTER = 3.0  # in a noisy room it may take longer until the end is clear
_DECIBELS = 10.0
_INTERRUPTION = 0.9  # seconds
_WELL_UNDER_WAY = 0.8  # seconds; in the first half second of the first sentence it learns how loud it comes back itself


class Talk:
    """The child, and how many states of each kind have been waited for."""

    def __init__(self, server: SoundServer, lang: str) -> None:
        self._client = Client(server.env, "scripts.bench_talk_child", lang)
        self._seen: dict[str, int] = {}
        self.load = float(str(self.next("ready")["load"]))

    def next(self, kind: str) -> dict[str, object]:
        """The first event of a kind after those that have been waited for or passed over."""
        self._seen[kind] = self._seen.get(kind, 0) + 1
        return self._client.wait_for(kind, count=self._seen[kind], seconds=_PATIENCE)

    def pass_over(self) -> None:
        """What has been told until now is not waited for any more."""
        for kind in _STATES:
            self._seen[kind] = len(self._client.events(kind))

    def do(self, command: str) -> float:
        """Give a command; when it was taken, in seconds of the monotonic clock."""
        self._client.do(command)
        return float(str(self.next("did")["at"]))

    def listens(self, seconds: float = 3.0) -> bool:
        """Does it listen now, or within some seconds?"""
        try:
            self._client.wait_for("listening", count=self._seen.get("listening", 0) + 1, seconds=seconds)
        except TimeoutError:
            return False
        return True

    def heard(self) -> list[str]:
        """All texts that were heard until now."""
        return [str(event["heard"]) for event in self._client.events("thinking")]

    def close(self) -> None:
        """End the child."""
        self._client.close()


def measure(rounds: int = 9, by_voice: int = 3, noisy: int = 3) -> dict[str, float]:
    """Every figure, its language first in the name: milliseconds, and shares in per cent.

    ``by_voice`` interruptions are spoken; ``noisy`` rounds are in pink noise, the speech 10 dB louder.
    """
    found: dict[str, float] = {}
    for short, lang in LANGS.items():
        measured = measure_language(lang, rounds, by_voice, noisy)
        found |= {f"{short}_{name}": value for name, value in measured.items()}
    return found


def measure_language(lang: str, rounds: int, by_voice: int, noisy: int) -> dict[str, float]:
    """The figures of one language."""
    commands = COMMANDS[lang]
    said = [commands[turn % len(commands)] for turn in range(rounds + by_voice + noisy)]
    sounds = [trial.sound for trial in talk_aloud(lang, said)]
    answers, pauses, silences, interruptions, in_noise = (list[float]() for _ in range(5))
    right = right_in_noise = 0
    with conversation(lang) as (server, talk):
        for text, sound in zip(said[:rounds], sounds, strict=False):
            answer, pause = _answer(server, talk, quiet(sound))
            answers.append(answer)
            pauses.append(pause)
            right += talk.heard()[-1:] == [text]
            silences.append(_stop_it(server, talk))
        for text, sound in zip(said[rounds : rounds + noisy], sounds[rounds:], strict=False):
            in_noise.append(_answer_in_noise(server, talk, noise_around(sound)))
            right_in_noise += talk.heard()[-1:] == [text]
        talk.do("barge_in always")
        for sound in sounds[rounds + noisy :]:
            _answer(server, talk, quiet(sound))
            interruptions.append(_speak_up(server, talk, quiet(sounds[0])))
            _stop_it(server, talk)
        load = talk.load
    times = {
        "end_to_answer": answers,
        "last_sound_to_answer": pauses,
        "noise_end_to_answer": in_noise,
        "barge_in_key": silences,
        "barge_in_speech": interruptions,
    }
    found = {f"{name}_ms": 1000 * statistics.median(seconds) for name, seconds in times.items() if seconds}
    if rounds:
        found |= {"end_to_answer_worst_ms": 1000 * max(answers), "sound_card_commands": 100 * right / rounds}
    if noisy:
        found["sound_card_commands_10db"] = 100 * right_in_noise / noisy
    return {**found, "background_load_ms": 1000 * load}


@contextmanager
def conversation(lang: str) -> Iterator[tuple[SoundServer, Talk]]:
    """A client that listens at the menu, and its sound card."""
    with SoundServer() as server:
        talk = Talk(server, lang)
        try:
            talk.do("key")
            _stop_it(server, talk)
            yield server, talk
        finally:
            talk.close()


def quiet(sound: Sound) -> Samples:
    """In a quiet room that stays."""
    return _samples(np.concatenate([sound, _hiss(_AFTER)]))


def noise_around(sound: Sound) -> Samples:
    """In pink noise that begins before and goes on after it, the speech 10 dB louder while it lasts."""
    whole = np.concatenate([_hiss(0.5), sound, _hiss(_NOISE_AFTER)])
    noise = coloured_noise(len(whole), 1.0, np.random.default_rng(len(sound)))
    gain = np.sqrt(np.mean(sound**2) / np.mean(noise**2)) * 10 ** (-_DECIBELS / 20)
    return _samples(np.asarray(whole + noise * gain, np.float32))


def _hiss(seconds: float) -> Sound:
    return np.asarray(np.random.default_rng(1).standard_normal(int(seconds * RATE)) * 1e-4, np.float32)


def _samples(sound: Sound) -> Samples:
    return np.asarray(sound / max(1.0, float(np.abs(sound).max())) * 32000, np.int16)


def _answer(server: SoundServer, talk: Talk, samples: Samples) -> tuple[float, float]:
    """Seconds from the client's decision that the customer has finished, and from the customer's last sound, to the
    first sound of the answer. It listens when this begins.
    """
    talk.pass_over()
    with server.recording("mic") as mic, server.recording() as heard:
        server.play(samples)
        first = heard.wait_for_sound(_PATIENCE)
        last = mic.last_sound()
    assert last is not None
    return float(first - float(str(talk.next("ended")["at"]))), float(first - last)


def _answer_in_noise(server: SoundServer, talk: Talk, samples: Samples) -> float:
    """Seconds from the decision to the answer, which is listened to, while the noise goes on; then it listens again."""
    talk.pass_over()
    with server.recording() as heard:
        speaking = threading.Thread(target=server.play, args=(samples,))
        speaking.start()
        try:
            first = heard.wait_for_sound(_PATIENCE)
        finally:
            speaking.join()
        ended = float(str(talk.next("ended")["at"]))
        talk.do("key")
        talk.next("listening")
        heard.wait_for_quiet(seconds=_PATIENCE)
    return float(first - ended)


def _stop_it(server: SoundServer, talk: Talk) -> float:
    """Seconds from the key to silence, while it speaks; afterwards it listens.

    The virtual card takes back what it holds; a real one adds its own latency.
    """
    with server.recording() as heard:
        heard.wait_for_loudness(0.5, patience=_PATIENCE)
        talk.pass_over()
        pressed = talk.do("key")
        talk.next("listening")
        heard.wait_for_quiet(seconds=_PATIENCE)
        last = heard.last_sound()
    assert last is not None
    return max(0.0, float(last - pressed))


def _speak_up(server: SoundServer, talk: Talk, samples: Samples) -> float:
    """Seconds from the customer's first sound to silence, while it speaks; then it answers what was said."""
    with server.recording() as heard:
        heard.wait_for_loudness(_WELL_UNDER_WAY, patience=_PATIENCE)
        with server.recording("mic") as mic:
            server.play(samples[: int(_INTERRUPTION * RATE)])
            began = mic.first_sound()
            heard.wait_for_quiet(0.3, _PATIENCE)
            stopped = heard.last_sound()
    assert began is not None
    assert stopped is not None
    return max(0.0, float(stopped - began))


if __name__ == "__main__":
    sys.stdout.write(json.dumps({name: round(value, 1) for name, value in measure().items()}, indent=1) + "\n")
