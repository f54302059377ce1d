"""Speakers of flite, by a program that writes what it was asked for."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from scripts.voice_model import language
from voice.model_builder.errors import MissingTool
from voice.model_builder.features import RATE
from voice.model_builder.flite import FliteSpeakers

pytestmark = pytest.mark.process

_PROGRAM = """#!{python}
import sys, wave
given = dict(zip(sys.argv[1::2], sys.argv[2::2]))
with open("{notes}", "a") as notes:
    print(" ".join(sys.argv[1:-1]), file=notes)
if given["-t"] == "nothing":
    sys.exit(1)
with wave.open(given["-o"], "wb") as file:
    file.setnchannels(1), file.setsampwidth(2), file.setframerate(8000)
    file.writeframes(b"\\0\\x20" * (0 if given["-t"] == "empty" else 8000))
"""


@pytest.fixture
def program(tmp_path: Path) -> Path:
    path = tmp_path / "flite"
    path.write_text(_PROGRAM.format(python=sys.executable, notes=tmp_path / "notes"), "utf8")
    path.chmod(0o755)
    return path


def test_a_sentence_is_said_by_any_voice_in_any_manner(program: Path, tmp_path: Path) -> None:
    with language("en") as spoken:
        speakers = FliteSpeakers(spoken, str(program))
        rng = random.Random(1)
        said = [speakers.speak("two yes", rng) for _ in range(12)]
        phones = [*spoken.pronunciations("two")[0], *spoken.pronunciations("yes")[0]]
    assert all(one is not None and list(one.phones) == phones for one in said)
    sizes = {len(one.sound) for one in said if one is not None}
    assert len(sizes) > 6
    assert all(RATE / 1.23 < size < RATE / 0.81 for size in sizes), "a second in larger and smaller throats"
    assert all(abs(float(one.sound[RATE // 4]) - 0.25) < 0.05 for one in said if one is not None)
    lines = (tmp_path / "notes").read_text("utf8").splitlines()
    assert {line.split()[1] for line in lines} >= {"slt", "rms", "awb"}
    assert len(set(lines)) > 6
    assert all(line.endswith("-t two yes -o") for line in lines)


def test_what_it_cannot_say_is_left_out(program: Path) -> None:
    with language("en") as spoken:
        speakers = FliteSpeakers(spoken, str(program))
        spoken.pronunciations("two")
        assert speakers.speak("two", random.Random(1)) is not None
        for text in ("nothing", "empty"):
            assert speakers.speak(text, random.Random(1)) is None


def test_it_says_that_it_is_missing(tmp_path: Path) -> None:
    with language("en") as spoken, pytest.raises(MissingTool, match="install flite"):
        FliteSpeakers(spoken, str(tmp_path / "flite"))
