"""The whole way by the command: a model that Vosk loads, from nothing, in rounds, the same every time."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scripts.voice_model import main
from voice.models import VoiceModel
from voice.stt.vosk_engine import VoskModel, VoskRecogniser

pytest.importorskip("torch", reason="training needs the extra voice-train")
pytestmark = pytest.mark.process

FEW = ("--shards", "1", "--size", "24", "--even-steps", "2", "--units", "24", "12")


def trained(work: Path, *more: str) -> Path:
    """The model folder that the command writes in ``work``."""
    assert main(["train", "en", "--work", str(work), *FEW, *more]) == 0
    return work / "en-bank"


def test_rounds_hear_new_speech_and_end_in_a_model(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = trained(tmp_path / "one", "--steps", "3", "2")
    told = capsys.readouterr().out
    assert "speech: 101-000.npz" in told
    assert "speech: 102-000.npz" in told
    assert "begun with" in told, "the second round goes on from the first"
    first, second = (int(count) for count in re.findall(r"train: (\d+) utterances", told))
    assert second > 1.5 * first, "what the first round heard is heard again"
    recogniser = VoskRecogniser(VoskModel(VoiceModel("en", folder, shipped=True)))
    assert recogniser.unsayable(["check my balance"]) == ()
    recogniser.set_phrases(["check my balance"])
    recogniser.accept(bytes(64_000))
    assert recogniser.finish() is not None

    again = trained(tmp_path / "two", "--steps", "3", "2")
    files = [path.relative_to(folder) for path in folder.rglob("*") if path.is_file()]
    assert all((folder / file).read_bytes() == (again / file).read_bytes() for file in files)


def test_without_styles_no_neural_voice_is_asked_for(tmp_path: Path) -> None:
    trained(tmp_path, "--steps", "3")
    assert [path.name for path in tmp_path.glob("*-en")] == ["speech-en"]
