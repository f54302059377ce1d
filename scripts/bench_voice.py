"""Measures the voice pipeline on a virtual sound card: how soon it speaks, stops, and has understood.

``measure()`` starts everything it needs and ends it; run as a program it prints the figures.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
if str(_ROOT) not in sys.path:
    sys.path.insert(0, str(_ROOT))

from scripts import bench_aloud  # noqa: E402 - the root has to be known first
from tests.audio.client_process import Client  # noqa: E402
from voice.listen import hear_samples  # noqa: E402
from voice.models import find_model  # noqa: E402
from voice.probe.customer import RATE, VOICES, speak  # noqa: E402
from voice.probe.sound_server import SoundServer  # noqa: E402
from voice.stt.number_phrases import with_amounts  # noqa: E402
from voice.stt.vosk_engine import VoskModel, VoskRecogniser  # noqa: E402
from voice.tts.pyttsx3_engine import Pyttsx3Synthesiser  # noqa: E402

_SENTENCE = "您的活期账户余额是一千二百三十四元五角"
_COMMANDS = ("查询余额", "我要转账", "最近交易", "确认", "取消", "帮助")


def measure(rounds: int = 10) -> dict[str, float]:
    """The figures by name; the unit is the name's last part (ms, or none for a factor)."""
    return {**_model(), **_synthesis(rounds), **_sound(rounds), **bench_aloud.measure(rounds)}


def _model() -> dict[str, float]:
    """Loading, and how much of the sound's duration recognising takes (both decoders, amounts and commands)."""
    begun = time.perf_counter()
    recogniser = VoskRecogniser(VoskModel(find_model("zh-CN")))
    load = time.perf_counter() - begun
    begun = time.perf_counter()
    recogniser.set_phrases(with_amounts(_COMMANDS))
    first_phrases = time.perf_counter() - begun
    recogniser.set_phrases(_COMMANDS)
    begun = time.perf_counter()
    recogniser.set_phrases(with_amounts(_COMMANDS))
    phrases = time.perf_counter() - begun
    said = [speak(text, voice) for text in ("一千二百三十四块五毛", "查询余额") for voice in VOICES]
    begun = time.perf_counter()
    for samples in said:
        hear_samples(recogniser, samples)
    factor = (time.perf_counter() - begun) / (sum(map(len, said)) / RATE)
    return {
        "model_load_ms": load * 1000,
        "first_phrases_ms": first_phrases * 1000,
        "phrases_ms": phrases * 1000,
        "recogniser_real_time_factor": factor,
    }


def _synthesis(rounds: int) -> dict[str, float]:
    """From text to samples in memory, the engine warm."""
    engine = Pyttsx3Synthesiser()
    begun = time.perf_counter()
    engine.start()
    start = time.perf_counter() - begun
    times = []
    for _ in range(rounds):
        begun = time.perf_counter()
        engine.synthesise(_SENTENCE, "zh-CN")
        times.append(time.perf_counter() - begun)
    engine.close()
    return {"engine_start_ms": start * 1000, "text_to_samples_ms": statistics.median(times) * 1000}


def _sound(rounds: int) -> dict[str, float]:
    firsts, stops, results = [], [], []
    with SoundServer() as server:
        client = Client(server.env)
        try:
            client.wait_for("ready")
            for turn in range(rounds + 1):
                first, stop = _speak_and_stop(server, client, turn)
                if turn:  # the first opens the device
                    firsts.append(first)
                    stops.append(stop)
            for turn in range(max(3, rounds // 2)):
                results.append(_end_of_speech(server, client, turn))
        finally:
            client.close()
    return {
        "text_to_sound_ms": statistics.median(firsts) * 1000,
        "text_to_sound_worst_ms": max(firsts) * 1000,
        "stop_ms": statistics.median(stops) * 1000,
        "stop_worst_ms": max(stops) * 1000,
        "end_of_speech_to_result_ms": statistics.median(results) * 1000,
    }


def _speak_and_stop(server: SoundServer, client: Client, turn: int) -> tuple[float, float]:
    """Seconds from the text to the first loud sample of the loudspeaker, and from stop to the last.

    The virtual card takes back what it holds; a real one adds its own latency to both.
    """
    with server.recording() as heard:
        client.do("say " + _SENTENCE * 2)
        asked = client.wait_for("did", count=2 * turn + 1)["at"]
        first = heard.wait_for_sound()
        heard.wait_for_loudness(0.7)
        client.do("stop")
        stopped = client.wait_for("did", count=2 * turn + 2)["at"]
        client.wait_for("SpeakingEnded", count=turn + 1)
        heard.wait_for_quiet()
        last = heard.last_sound()
    assert last is not None
    return float(first - asked), float(last - stopped)


def _end_of_speech(server: SoundServer, client: Client, turn: int) -> float:
    """Seconds from the customer's last sound to the result, the silence that ends an utterance included."""
    client.do("listen")
    client.wait_for("Listening", count=turn + 1)
    with server.recording("mic") as spoken:
        server.play(speak("最近交易", VOICES[turn % len(VOICES)], after=1.5))
        at = client.wait_for("Heard", "HeardNothing", count=turn + 1)["at"]
        last = spoken.last_sound()
    assert last is not None
    return float(at) - last


if __name__ == "__main__":
    sys.stdout.write(json.dumps({name: round(value, 4) for name, value in measure().items()}, indent=1) + "\n")
