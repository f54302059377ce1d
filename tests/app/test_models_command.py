"""``tingjian models`` against a server on this machine, with a real model: installed, chosen, heard with, verified."""

from __future__ import annotations

import io
import json
import wave
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.__main__ import main
from app.config import HOME_VARIABLE
from tests.voice.model_server import ModelServer, model_archive, model_server
from voice.models import find_model
from voice.probe.customer import RATE, speak

NAME = "vosk-model-small-cn-0.22"


def real_archive() -> bytes:
    """The model that ships, as its makers would pack it."""
    folder, held = find_model("zh-CN").path, io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                archive.write(file, f"{NAME}/{file.relative_to(folder).as_posix()}")
    return held.getvalue()


@pytest.fixture(scope="module")
def server() -> Iterator[ModelServer]:
    with model_server() as one:
        one.publish(NAME, real_archive())
        one.publish("vosk-model-small-en-us-0.15", model_archive("vosk-model-small-en-us-0.15"), "en-us")
        yield one


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    return tmp_path


def test_a_model_is_installed_chosen_verified_and_removed(
    server: ModelServer, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The whole life of a model, as somebody types it; the client's own recogniser hears with it."""
    assert main(["models", "list", "--from", server.url]) == 0
    listed = capsys.readouterr().out.splitlines()
    assert any(line.startswith("* shipped") for line in listed)
    assert any(NAME in line and "MB" in line for line in listed)

    assert main(["models", "install", NAME, "--from", server.url, "--use"]) == 0
    told = capsys.readouterr()
    assert f"{NAME} hears zh now" in told.out
    assert "100 %" in told.err

    said = home / "said.wav"
    with wave.open(str(said), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(speak("查询余额").tobytes())
    assert main(["listen", str(said)]) == 0
    assert json.loads(capsys.readouterr().out)["text"] == "查询余额"

    assert main(["models", "verify", NAME]) == 0
    assert "every sentence can be heard" in capsys.readouterr().out
    (home / "models" / NAME / "conf" / "mfcc.conf").write_text("# changed\n")
    assert main(["models", "verify", NAME]) == 1
    assert "conf/mfcc.conf" in capsys.readouterr().err

    assert main(["models", "use", "shipped"]) == 0
    assert main(["models", "remove", NAME]) == 0
    assert not (home / "models" / NAME).exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["install", "vosk-model-none"], "there is no such model"),
        (["use", "vosk-model-none"], "no such model is installed"),
        (["remove", "../../etc"], "no such model is installed"),
        (["verify", "vosk-model-none"], "no such model is installed"),
    ],
)
def test_what_goes_wrong_is_one_line(
    words: list[str], said: str, server: ModelServer, capsys: pytest.CaptureFixture[str]
) -> None:
    """No traceback, exit code 1."""
    place = ["--from", server.url] if words[0] == "install" else []
    assert main(["models", *words, *place]) == 1
    told = capsys.readouterr().err
    assert said in told
    assert told.count("\n") == 1


def test_without_a_network_it_says_so_and_lists_what_is_here(capsys: pytest.CaptureFixture[str]) -> None:
    """What is installed needs no network."""
    assert main(["models", "list", "--from", "http://127.0.0.1:9/"]) == 1
    told = capsys.readouterr()
    assert "shipped" in told.out
    assert told.err.count("\n") == 1
    assert "check the network" in told.err
    assert main(["models", "install", NAME, "--from", "http://127.0.0.1:9/"]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_every_shipped_model_hears_every_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    """What ``make`` would ship deaf to a sentence fails here, by the sentence's name."""
    assert main(["models", "verify"]) == 0
    told = capsys.readouterr()
    assert told.err == ""
    assert "shipped zh: every sentence can be heard" in told.out
