"""``tingjian models`` against a server on this machine, with a real model: installed, chosen, heard with, verified."""

from __future__ import annotations

import contextlib
import io
import json
import os
import pty
import re
import shutil
import subprocess
import sys
import wave
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import bootstrap
from app.__main__ import main
from app.config import HOME_VARIABLE, Places
from app.words import Words
from tests.voice.model_server import ModelServer, model_archive, model_server
from voice.listen import hear_samples
from voice.models import VoiceModel, find_model
from voice.models.catalogue import find_published
from voice.models.shelf import Shelf
from voice.probe.customer import RATE, speak
from voice.stt.vosk_engine import VoskModel

NAME = "vosk-model-small-cn-0.22"
HALF = 46 << 16  # whole chunks, so that all of it is kept
ROOT = Path(__file__).resolve().parents[2]


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
def home(server: ModelServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    server.cut_after = None
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


@pytest.mark.parametrize("action", ["install", "remove"])
def test_a_model_that_another_command_is_installing_is_left_to_it(
    action: str, server: ModelServer, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The second command says so in one line, touches nothing, and the first one ends well."""
    told: list[str] = []
    place = ["--from", server.url] if action == "install" else []

    def second(here: int, whole: int) -> None:
        if not told:
            before = {file.name: file.stat().st_size for file in (home / "models").glob("*.part")}
            assert main(["models", action, NAME, *place]) == 1
            told.append(capsys.readouterr().err)
            assert {file.name: file.stat().st_size for file in (home / "models").glob("*.part")} == before

    shelf = Shelf(home / "models")
    if action == "remove":
        shelf.install(find_published(NAME, server.url))
    shelf.install(find_published(NAME, server.url), second)
    assert "another command is installing it already" in told[0]
    assert told[0].count("\n") == 1
    assert not shelf.damage(NAME)
    assert [file.name for file in (home / "models").iterdir()] == [NAME], "nothing of it is left about"


def test_an_interrupted_download_goes_on_where_it_was(server: ModelServer, capsys: pytest.CaptureFixture[str]) -> None:
    """The line says that it can be taken up, and the second command fetches the rest alone."""
    server.cut_after = HALF
    assert main(["models", "install", NAME, "--from", server.url]) == 1
    told = capsys.readouterr().err.splitlines()
    assert [line for line in told if not line.endswith("%")] == [told[-1]]
    assert "the same command goes on with it" in told[-1]
    server.cut_after = None
    assert main(["models", "install", NAME, "--from", server.url]) == 0
    assert server.asked[-1] == (f"{NAME}.zip", f"bytes={HALF}-")
    assert "0 %" not in capsys.readouterr().err.splitlines()


def test_a_damaged_download_is_thrown_away(
    server: ModelServer, home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line beside the progress; nothing is left that a second try would go on with."""
    monkeypatch.setitem(server.listed[NAME], "md5", "0" * 32)
    assert main(["models", "install", NAME, "--from", server.url]) == 1
    told = [line for line in capsys.readouterr().err.splitlines() if not line.endswith("%")]
    assert len(told) == 1
    assert "damaged" in told[0]
    assert not list((home / "models").glob(f"{NAME}*"))


def test_without_room_nothing_is_fetched(
    server: ModelServer, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says how much is needed."""
    little = shutil.disk_usage("/")._replace(free=1_000_000)
    monkeypatch.setattr("voice.models.room.shutil.disk_usage", lambda folder: little)
    asked = len(server.asked)
    assert main(["models", "install", NAME, "--from", server.url]) == 1
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "not enough room" in told
    assert "MB" in told
    assert [name for name, _ in server.asked[asked:]] == ["model-list.json"]


def test_a_terminal_shows_a_bar(server: ModelServer, home: Path) -> None:
    """On one line, drawn over and over up to the end; what is asked for comes out beside it."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "app", "models", "install", NAME, "--from", server.url]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=theirs, cwd=ROOT, text=True) as child:
        os.close(theirs)
        drawn = read_all(ours)
        assert child.stdout is not None
        assert f"{NAME} is installed" in child.stdout.read()
    assert child.returncode == 0
    bars = drawn.rstrip().split("\r")
    assert len(bars) > 5
    assert all(re.fullmatch(r"\[#*\.*\] +\d+ %  [\d.]+ MB", bar) for bar in bars if bar)
    assert bars[-1].startswith(f"[{'#' * 24}] 100 %")
    assert drawn.count("\n") == 1


def read_all(terminal: int) -> str:
    """What was written on a terminal until the other side left it."""
    parts = []
    with contextlib.suppress(OSError):  # Linux says so when nobody is left
        while part := os.read(terminal, 4096):
            parts.append(part)
    os.close(terminal)
    return b"".join(parts).decode()


def test_an_installed_model_is_chosen_later_and_heard_with_by_a_client_that_runs(
    server: ModelServer, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two real models: chosen by a command, the other one hears the next sentence of a client that runs."""
    loaded: list[Path] = []

    def load(model: VoiceModel) -> VoskModel:
        loaded.append(model.path)
        return VoskModel(model)

    monkeypatch.setattr("app.bootstrap.hearing.VoskModel", load)
    shelf = bootstrap.shelf_of(Places.of_this_user())
    choice = bootstrap.ModelChoice(Words.load("zh-CN"), lambda: "", shelf)
    client, said = choice.recogniser(), speak("查询余额")

    def hears() -> str:
        client.set_phrases(["查询余额", "最近交易"])
        return hear_samples(client, said).text

    assert main(["models", "install", NAME, "--from", server.url]) == 0
    loaded.clear()
    assert hears() == "查询余额"
    assert loaded == [find_model("zh-CN").path]

    capsys.readouterr()
    assert main(["models", "use", NAME]) == 0
    assert capsys.readouterr().out == f"{NAME} hears zh now\n"
    assert hears() == hears() == "查询余额"
    assert loaded == [find_model("zh-CN").path, shelf.get(NAME).path]

    assert main(["models", "install", NAME, "--from", server.url]) == 0
    loaded.pop()  # the command looks whether every sentence can be heard
    assert hears() == "查询余额"
    assert len(loaded) == 2, "what is loaded goes on, over another of its name"

    assert main(["models", "use", "shipped"]) == 0
    assert hears() == "查询余额"
    assert loaded[-1] == find_model("zh-CN").path
    assert len(loaded) == 3


def test_every_shipped_model_hears_every_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    """What ``make`` would ship deaf to a sentence fails here, by the sentence's name."""
    assert main(["models", "verify"]) == 0
    told = capsys.readouterr()
    assert told.err == ""
    assert "shipped zh: every sentence can be heard" in told.out
