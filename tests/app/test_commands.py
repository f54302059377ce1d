"""The commands as a person or a script calls them: real processes, real bank, one line when something is wrong."""

from __future__ import annotations

import json
import os
import struct
import subprocess
import sys
import wave
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.__main__ import COMMANDS
from tests.bank_process import BankProcess, running_bank
from voice.tts.pyttsx3_engine import Pyttsx3Synthesiser


@pytest.fixture(scope="module")
def bank() -> Iterator[BankProcess]:
    with running_bank() as process:
        yield process


def tingjian(*args: str, typed: str = "", home: Path | None = None) -> subprocess.CompletedProcess[str]:
    env = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
    if home is not None:
        env["TINGJIAN_HOME"] = str(home)
    return subprocess.run(
        [sys.executable, "-m", "app", *args],
        input=typed,
        capture_output=True,
        text=True,
        timeout=90,
        env=env,
        check=False,
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str) -> None:
    """--help says what it does and ends with 0."""
    done = tingjian(command, "--help")
    assert done.returncode == 0, done.stderr
    assert "usage: tingjian" in done.stdout


def test_a_transfer_in_a_pipe_changes_the_ledger(bank: BankProcess) -> None:
    """The whole conversation on standard input: the bank's own ledger has the money moved, once."""
    before = bank.balance_cents("7109")
    said = "给张三转五十块\n10000001\ndemo0101\n确认\n查询余额\n"
    done = tingjian("text", "--bank", bank.url, "--ca", str(bank.ca_file), typed=said)
    assert done.returncode == 0, done.stderr
    assert "转账成功" in done.stdout
    assert "demo0101" not in done.stdout + done.stderr
    assert bank.balance_cents("7109") == before - 50_00
    moved = bank.transfers("10000001")
    assert [(row["amount_cents"], row["channel"]) for row in moved] == [(50_00, "terminal")]
    assert bank.ledger_sum() == 0


def test_the_terminal_speaks_english_and_braille(bank: BankProcess) -> None:
    """--lang en and --braille: short lines, nothing spoken left in Chinese."""
    said = "check balance\n10000011\ndemo1111\n"
    done = tingjian("text", "--bank", bank.url, "--ca", str(bank.ca_file), "--lang", "en", "--braille", typed=said)
    assert done.returncode == 0, done.stderr
    assert "customer number?" in done.stdout
    assert max(len(line) for line in done.stdout.splitlines()) <= 80


def test_the_terminal_starts_its_own_bank(tmp_path: Path) -> None:
    """Without --bank everything needed is started and ended."""
    done = tingjian("text", typed="帮助\n", home=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "查询余额" in done.stdout
    assert (tmp_path / "bank" / "bank.sqlite3").is_file()


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("text", "--bank", "http://127.0.0.1:1"), "https"),
        (("text", "--bank", "https://127.0.0.1:1", "--ca", "/nonexistent/ca.pem"), "certificate authority"),
        (("run",), "display"),
        (("bank", "--database", "nonsense://x"), "database"),
        (("listen", "/nonexistent.wav"), "No such file"),
        (("listen", "--lang", "en", "--model", "/nonexistent", "x.wav"), "no such folder"),
        (("listen", "--model", "/nonexistent", "x.wav"), "no such folder"),
    ],
)
def test_an_error_is_one_line_and_no_traceback(args: tuple[str, ...], says: str, tmp_path: Path) -> None:
    """Whatever is wrong, the person at the terminal gets one sentence."""
    done = tingjian(*args, home=tmp_path)
    assert done.returncode != 0
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1, done.stderr
    assert says in done.stderr


def test_a_bank_that_does_not_answer_is_one_line(bank: BankProcess) -> None:
    """A wrong port is said at once."""
    done = tingjian("text", "--bank", "https://127.0.0.1:9", "--ca", str(bank.ca_file))
    assert done.returncode == 1
    assert "no bank answers" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_file_that_is_no_sound_is_told_and_the_next_is_heard(tmp_path: Path) -> None:
    """One bad file does not stop the others; silence is nothing understood."""
    bad, quiet = tmp_path / "bad.wav", tmp_path / "quiet.wav"
    bad.write_text("no sound")
    with wave.open(str(quiet), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(22_050)
        file.writeframes(struct.pack("<h", 0) * 2 * 22_050)
    done = tingjian("listen", str(bad), str(quiet))
    assert done.returncode == 1
    assert "bad.wav" in done.stderr
    heard = json.loads(done.stdout)
    assert (heard["act"], heard["text"], heard["seconds"]) == (None, "", 1.0)


def test_listen_hears_a_transfer(tmp_path: Path) -> None:
    """A sentence spoken by the synthesiser is heard with its payee and amount."""
    engine = Pyttsx3Synthesiser()
    try:
        speech = engine.synthesise("查询余额", "zh-CN")
    finally:
        engine.close()
    file = tmp_path / "said.wav"
    with wave.open(str(file), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(speech.rate)
        sound.writeframes(speech.samples.tobytes())
    heard = json.loads(tingjian("listen", str(file)).stdout)
    assert (heard["act"], heard["intent"]) == ("request", "check_balance")
    assert heard["real_time_factor"] < 0.5
