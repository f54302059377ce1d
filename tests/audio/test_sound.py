"""Through a virtual sound card: what comes out of the loudspeaker, and a customer who speaks into the microphone."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator

import numpy as np
import pytest

from tests.audio.client_process import Client
from voice.numbers import parse_amount
from voice.probe.customer import speak
from voice.probe.sound_server import SoundServer, missing_programs

pytestmark = [
    pytest.mark.sound,
    pytest.mark.skipif(bool(missing_programs()), reason=f"not installed: {missing_programs()}"),
]


@pytest.fixture(scope="module")
def server() -> Iterator[SoundServer]:
    with SoundServer() as one:
        yield one


@pytest.fixture
def client(server: SoundServer) -> Iterator[Client]:
    one = Client(server.env)
    one.wait_for("ready")
    yield one
    one.close()


def test_the_devices_are_found(client: Client) -> None:
    names = client.wait_for("ready")["devices"]
    assert any(inputs and outputs and default for _, inputs, outputs, default in names)


def test_what_is_said_comes_out_whole_and_starts_soon(server: SoundServer, client: Client) -> None:
    client.do("say 好")  # opens the device
    client.wait_for("SpeakingEnded")
    with server.recording() as heard:
        client.do("say 您的余额是一千二百三十四元五角")
        asked = client.wait_for("did", count=2)["at"]
        first = heard.wait_for_sound()
        ended = client.wait_for("SpeakingEnded", count=2)
        heard.wait_for_quiet()
        samples = heard.samples
    assert ended["completed"]
    loud = np.flatnonzero(np.abs(samples.astype(np.int32)) > 200)
    assert 2.5 < (loud[-1] - loud[0]) / 16_000 < 6
    assert first - asked < 0.5  # the bench says how soon; here a busy machine is allowed


def test_it_falls_silent_at_once(server: SoundServer, client: Client) -> None:
    with server.recording() as heard:
        client.do("say " + "您的账户今天有很多交易记录可以听，" * 4)
        heard.wait_for_sound()
        heard.wait_for_loudness(1.0)
        client.do("stop")
        asked = client.wait_for("did", count=2)["at"]
        stopped = client.wait_for("stopped")["at"]
        ended = client.wait_for("SpeakingEnded")
        heard.wait_for_quiet()
        last = heard.last_sound()
    assert not ended["completed"]
    assert last is not None
    assert stopped - asked < 0.06
    assert last - asked < 0.06 + 0.06  # the recorder holds some too, and other programs may be running


def test_the_customer_speaks_and_is_heard(server: SoundServer, client: Client) -> None:
    client.do("listen")
    client.wait_for("Listening")
    server.play(speak("最近交易", after=1.5))
    assert client.wait_for("Heard", "HeardNothing")["text"] == "最近交易"
    client.do("listen")
    client.wait_for("Listening", count=2)
    server.play(speak("一千二百三十四块五毛", "m7", after=1.5))
    heard = client.wait_for("Heard", "HeardNothing", count=2)
    assert parse_amount(heard["text"], "zh-CN") == 123450


def test_the_key_barges_in_and_the_customer_is_heard(server: SoundServer, client: Client) -> None:
    with server.recording() as heard:
        client.do("say " + "请选择您要办理的业务，" * 5)
        heard.wait_for_sound()
        client.do("listen barge_in")
        client.wait_for("Listening")
        heard.wait_for_quiet()
    assert not client.events("SpeakingEnded")[0]["completed"]
    server.play(speak("查询余额", after=1.5))
    assert client.wait_for("Heard", "HeardNothing")["text"] == "查询余额"


def test_an_engine_killed_in_mid_sentence(server: SoundServer, client: Client) -> None:
    with server.recording() as heard:
        client.do("say 您的余额是一千二百三十四元五角")
        heard.wait_for_sound()
        client.do("kill")
        client.wait_for("SpeakingEnded")
        heard.wait_for_quiet()
        before = len(heard.samples)
        client.do("say 请再说一次")
        assert client.wait_for("Trouble")["code"] == "engine_failed"
        assert client.wait_for("SpeakingEnded", count=2)["completed"]
        heard.wait_for_quiet()
        assert np.abs(heard.samples[before:].astype(np.int32)).max() > 2000


def test_without_a_sound_card_captions_and_a_plain_word() -> None:
    with tempfile.TemporaryDirectory() as nowhere:
        gone = {"XDG_RUNTIME_DIR": nowhere, "HOME": nowhere, "PULSE_SERVER": f"unix:{nowhere}/none"}
        client = Client({**os.environ, **gone})
        try:
            client.wait_for("ready")
            begun = time.monotonic()
            client.do("say 您好")
            assert client.wait_for("SpeakingStarted")["text"] == "您好"
            assert client.wait_for("Trouble")["code"] == "no_sound"
            client.wait_for("SpeakingEnded")
            client.do("listen")
            assert client.wait_for("Trouble", count=2)["code"] == "no_microphone"
            assert time.monotonic() - begun < 10
        finally:
            client.close()
