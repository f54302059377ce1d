"""Measures the conversation through a virtual sound card: from the end of speech to the answer, and barging in."""

from __future__ import annotations

import json
import statistics
import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
if str(_ROOT) not in sys.path:
    sys.path.insert(0, str(_ROOT))

from tests.audio.client_process import Client  # noqa: E402 - the root has to be known first
from voice.probe.customer import RATE, speak  # noqa: E402
from voice.probe.sound_server import SoundServer  # noqa: E402
from voice.settings import VoiceSettings  # noqa: E402

_COMMANDS = ("查询余额", "最近交易")
_VOICES = ("m7", "f4", "f5", "Andrea", "Annie", "norbert", "klatt3", "max", "sandro")
_SPEEDS, _PITCHES = (130, 160, 190), (30, 50, 70)
_PATIENCE = 60.0  # seconds: the machine may be busy


class Talk:
    """The child, and how many states of each kind have been waited for."""

    def __init__(self, server: SoundServer) -> None:
        self._server = server
        self._client = Client(server.env, "scripts.bench_talk_child")
        self._seen: dict[str, int] = {}
        self.next("ready")

    def next(self, kind: str) -> dict[str, object]:
        """The first event of a kind after those that have been waited for or passed over."""
        self._seen[kind] = self._seen.get(kind, 0) + 1
        return self._client.wait_for(kind, count=self._seen[kind], seconds=_PATIENCE)

    def pass_over(self) -> None:
        """What has been told until now is not waited for any more."""
        for kind in ("speaking", "listening", "thinking", "idle"):
            self._seen[kind] = len(self._client.events(kind))

    def do(self, command: str) -> float:
        """Give a command; when it was taken, in seconds of the monotonic clock."""
        self._client.do(command)
        return float(str(self.next("did")["at"]))

    def heard(self) -> list[str]:
        """All texts that were heard until now."""
        return [str(event["heard"]) for event in self._client.events("thinking")]

    def close(self) -> None:
        """End the child."""
        self._client.close()


def measure(rounds: int = 9, by_voice: int = 3) -> dict[str, float]:
    """Milliseconds, and the share of commands heard rightly, in per cent; ``by_voice`` interruptions are spoken."""
    answers, silences, interruptions = [], [], []
    right = 0
    with SoundServer() as server:
        talk = Talk(server)
        try:
            talk.do("key")
            _stop_it(server, talk)
            for turn in range(rounds):
                said = _COMMANDS[turn % len(_COMMANDS)]
                answers.append(_answer(server, talk, said, turn))
                right += talk.heard()[-1:] == [said]
                silences.append(_stop_it(server, talk))
            talk.do("barge_in always")
            for turn in range(by_voice):
                _answer(server, talk, _COMMANDS[0], turn)
                interruptions.append(_speak_up(server, talk))
                _stop_it(server, talk)
        finally:
            talk.close()
    pause = VoiceSettings().end_silence
    return {
        "speech_to_answer_ms": 1000 * statistics.median(answers),
        "pause_to_answer_ms": 1000 * (statistics.median(answers) - pause),
        "barge_in_key_ms": 1000 * statistics.median(silences),
        "barge_in_speech_ms": 1000 * statistics.median(interruptions),
        "sound_card_commands": 100 * right / rounds,
    }


def _answer(server: SoundServer, talk: Talk, said: str, turn: int) -> float:
    """Seconds from the customer's last sound to the first of the answer; it listens when this begins."""
    talk.pass_over()
    manner = {"speed": _SPEEDS[turn % 3], "pitch": _PITCHES[turn // 3 % 3]}
    samples = speak(said, _VOICES[turn % len(_VOICES)], after=1.5, **manner)
    with server.recording("mic") as mic, server.recording() as heard:
        server.play(samples)
        first = heard.wait_for_sound(_PATIENCE)
        last = mic.last_sound()
    assert last is not None
    return float(first - last)


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


def _speak_up(server: SoundServer, talk: Talk) -> float:
    """Seconds from the customer's first sound to silence, while it speaks; then it answers what was said."""
    with server.recording() as heard:
        heard.wait_for_loudness(0.3, patience=_PATIENCE)
        with server.recording("mic") as mic:
            server.play(speak("查询余额", "f4", after=0.2)[: int(0.9 * RATE)])
            began = mic.first_sound()
            heard.wait_for_quiet(0.3, _PATIENCE)
            stopped = heard.last_sound()
    assert began is not None
    assert stopped is not None
    return max(0.0, float(stopped - began))


if __name__ == "__main__":
    sys.stdout.write(json.dumps({name: round(value, 1) for name, value in measure().items()}, indent=1) + "\n")
