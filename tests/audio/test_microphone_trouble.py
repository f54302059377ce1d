"""A microphone that is muted, vanishes and comes back in the middle, and headphones: against a real PulseAudio."""

from __future__ import annotations

import contextlib
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import pytest

from tests.audio.client_process import Client
from tests.voice.fakes import until
from voice.audio.headphones import SystemHeadphones, ask_pactl, private_output
from voice.probe.customer import speak
from voice.probe.sound_server import SoundServer, missing_programs

pytestmark = [
    pytest.mark.sound,
    pytest.mark.skipif(bool(missing_programs()), reason=f"not installed: {missing_programs()}"),
]

SENTENCE = "最近交易"


@pytest.fixture
def server() -> Iterator[SoundServer]:
    with SoundServer() as one:
        yield one


@pytest.fixture
def client(server: SoundServer) -> Iterator[Client]:
    one = Client(server.env)
    one.wait_for("ready")
    one.do("patience 1")
    yield one
    one.close()


def pactl(server: SoundServer, *words: str) -> str:
    """One question or order to the sound server."""
    return subprocess.run(
        ["pactl", *words], env=server.env, capture_output=True, text=True, check=True, timeout=10
    ).stdout


def module_of(server: SoundServer, sink: str) -> str:
    """The number of the module that makes a sink."""
    lines = pactl(server, "list", "short", "modules").splitlines()
    return next(line.split("\t")[0] for line in lines if f"sink_name={sink}" in line)


@contextmanager
def speaking(server: SoundServer, client: Client) -> Iterator[None]:
    """Somebody speaks at length in the background; goes on when the client has begun to hear it."""
    words = np.concatenate([speak(SENTENCE, before=0.0, after=0.1) for _ in range(2)])

    def play() -> None:
        with contextlib.suppress(subprocess.CalledProcessError):  # a card that vanishes takes the sound with it
            server.play(words)

    thread = threading.Thread(target=play)
    thread.start()
    try:
        client.wait_for("StillListening")
        yield
    finally:
        thread.join()


def test_muted_in_the_middle_and_switched_on_again(server: SoundServer, client: Client) -> None:
    """It ends as a pause does; when nothing at all comes it says that the microphone is silent; then it hears again."""
    client.do("listen")
    client.wait_for("Listening")
    with speaking(server, client):
        pactl(server, "set-source-mute", "mic.monitor", "1")
        client.wait_for("Heard", "HeardNothing")
    assert not client.events("Trouble")
    client.do("listen")
    assert client.wait_for("Trouble")["code"] == "microphone_muted"
    client.wait_for("Heard", "HeardNothing", count=2)
    pactl(server, "set-source-mute", "mic.monitor", "0")
    client.do("listen")
    client.wait_for("Listening", count=3)
    server.play(speak(SENTENCE, after=1.5))
    assert client.wait_for("Heard", "HeardNothing", count=3)["text"] == SENTENCE


def test_the_card_vanishes_in_mid_utterance_and_comes_back(server: SoundServer, client: Client) -> None:
    """It is told within seconds, nothing hangs, and with a card plugged in again the customer is heard and answered.

    All of the card goes: PulseAudio moves a stream that has lost its device to another one that is left.
    """
    client.do("listen")
    client.wait_for("Listening")
    with speaking(server, client):
        begun = time.monotonic()
        for sink in ("spk", "mic"):
            pactl(server, "unload-module", module_of(server, sink))
        assert client.wait_for("Trouble")["code"] == "microphone_gone"
        assert time.monotonic() - begun < 8
    client.do("listen")
    assert client.wait_for("Trouble", count=2)["code"] == "no_microphone"
    for sink in ("spk", "mic"):
        pactl(server, "load-module", "module-null-sink", f"sink_name={sink}", "rate=48000")
    with server.recording("mic"):  # a null sink gives its sound late until somebody wants it soon
        client.do("listen")
        client.wait_for("Listening", count=2)
        server.play(speak(SENTENCE, after=1.5))
        assert client.wait_for("Heard", "HeardNothing")["text"] == SENTENCE


def test_headphones_are_told_by_the_sound_server(server: SoundServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """The real pactl: a null sink tells nothing, one of a headset's form tells it, and only the default counts.

    Null sinks have no ports, so what an active port says is tested on answers alone (tests/voice/test_headphones.py).
    """
    monkeypatch.setenv("PULSE_SERVER", server.env["PULSE_SERVER"])
    pactl(server, "set-default-sink", "spk")
    assert private_output(ask_pactl) is None
    pactl(server, "load-module", "module-null-sink", "sink_name=head", "sink_properties=device.form_factor=headset")
    assert private_output(ask_pactl) is None
    pactl(server, "set-default-sink", "head")
    ears = SystemHeadphones()
    ears.look()
    until(lambda: ears.worn is True)
    pactl(server, "unload-module", module_of(server, "head"))
    assert private_output(ask_pactl) is None
