"""An engine that is killed, ends, hangs or does not start is told and replaced, and leaves nothing on disk."""

from __future__ import annotations

import os
import signal
import sys
import threading
from pathlib import Path

import pytest

from tests.voice.fakes import until
from voice.errors import EngineFailed, NoVoice
from voice.tts.pyttsx3_engine import Pyttsx3Synthesiser

_READY = '{"ready": true, "voices": [["sit/cmn-latn-pinyin", "", []]]}'
_MUTE = "import sys; print('{}', flush=True); sys.stdin.read()"


def test_a_killed_engine_is_told_and_then_replaced() -> None:
    one = Pyttsx3Synthesiser()
    one.start()
    assert one.pid is not None
    os.kill(one.pid, signal.SIGKILL)
    until(lambda: not one.running)
    with pytest.raises(EngineFailed):
        one.synthesise("你好", "zh-CN")
    assert one.synthesise("你好", "zh-CN").seconds > 0.3
    one.close()


def test_an_engine_that_ends_while_nothing_is_asked_is_told_at_once_and_started_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Killed while its sentence is still being played: told then, and the next sentence is not late."""
    monkeypatch.setattr("voice.tts.pyttsx3_engine._LEAST_LIFE", 0.0)
    one, told = Pyttsx3Synthesiser(), list[EngineFailed]()
    one.failed = told.append
    one.synthesise("你好", "zh-CN")
    first = one.pid
    assert first is not None
    os.kill(first, signal.SIGKILL)
    until(lambda: len(told) == 1)
    until(lambda: one.running and one.pid != first)
    assert one.synthesise("你好", "zh-CN").seconds > 0.3, "without another failure"
    assert len(told) == 1
    one.close()
    assert len(told) == 1, "its own end is no failure"


def test_an_engine_that_ends_again_and_again_is_not_started_without_end() -> None:
    """Told once; whoever speaks next starts it."""
    once = "import sys; print('{}', flush=True)"
    one, told = Pyttsx3Synthesiser(command=[sys.executable, "-c", once.replace("{}", _READY)]), list[EngineFailed]()
    one.failed = told.append
    one.start()
    until(lambda: len(told) == 1)
    assert not one.running
    one.close()


def left_in(folder: Path) -> list[str]:
    """Every file and folder there, but for the sound server's own."""
    return sorted(path.name for path in folder.rglob("*") if "pulse" not in path.parts)


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where short-lived files go: all of the engine's land here."""
    for name in ("XDG_RUNTIME_DIR", "TMPDIR"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    return tmp_path


def test_nothing_that_was_said_stays_on_disk(scratch: Path) -> None:
    """Not between two sentences, not after the end."""
    one = Pyttsx3Synthesiser()
    assert one.synthesise("您的余额是五百元", "zh-CN").seconds > 0.5
    assert [name for name in left_in(scratch) if name.endswith("wav")] == []
    one.close()
    assert left_in(scratch) == []


def test_a_killed_engine_leaves_nothing_on_disk(scratch: Path) -> None:
    """It cannot tidy up itself; its parent does, at once and not with the next sentence."""
    one = Pyttsx3Synthesiser()
    one.synthesise("您的余额是五百元", "zh-CN")
    assert one.pid is not None
    os.kill(one.pid, signal.SIGKILL)
    until(lambda: left_in(scratch) == [])
    one.close()


def test_an_engine_killed_in_mid_sentence_leaves_nothing(scratch: Path) -> None:
    """The sentence that was half made goes with it."""
    half = "import sys, pathlib; print('{}', flush=True); sys.stdin.readline()\n"
    half += "pathlib.Path(sys.argv[-1], 'part.wav').write_bytes(b'half'); sys.stdin.read()"
    one = Pyttsx3Synthesiser(command=[sys.executable, "-c", half.replace("{}", _READY)])
    one.start()
    asking = threading.Thread(target=lambda: _fails(one))
    asking.start()
    until(lambda: "part.wav" in left_in(scratch))
    assert one.pid is not None
    os.kill(one.pid, signal.SIGKILL)
    asking.join()
    assert left_in(scratch) == []
    one.close()


def _fails(one: Pyttsx3Synthesiser) -> None:
    with pytest.raises(EngineFailed):
        one.synthesise("你好", "zh-CN")


def test_a_hanging_engine_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("voice.tts.pyttsx3_engine._ANSWER_SECONDS", 0.1)
    monkeypatch.setattr("voice.tts.pyttsx3_engine._LOADING_SECONDS", 0.1)
    one = Pyttsx3Synthesiser(command=[sys.executable, "-c", _MUTE.replace("{}", _READY)])
    with pytest.raises(EngineFailed, match="no answer"):
        one.synthesise("你好", "zh-CN")
    assert one.pid is None
    one.close()


@pytest.mark.parametrize("program", ["pass", "print('nonsense')", 'print(\'{"error": "no espeak"}\')'])
def test_an_engine_that_does_not_start(program: str) -> None:
    one = Pyttsx3Synthesiser(command=[sys.executable, "-c", program])
    with pytest.raises(EngineFailed):
        one.start()
    one.close()


def test_a_program_that_is_not_there() -> None:
    with pytest.raises(EngineFailed):
        Pyttsx3Synthesiser(command=["/nowhere/engine"]).start()


def test_no_chinese_voice_is_said_so() -> None:
    ready = '{"ready": true, "voices": [["gmw/en", "English", ["en-gb"]], ["sit/cmn", "Chinese", ["cmn"]]]}'
    one = Pyttsx3Synthesiser(command=[sys.executable, "-c", _MUTE.replace("{}", ready)])
    assert one.languages() == ("en",)
    with pytest.raises(NoVoice):
        one.synthesise("你好", "zh-CN")
    one.close()
