"""Clips of people gathered from the test data of PocketSphinx."""

from __future__ import annotations

import wave
from pathlib import Path

import pytest

from scripts.voice_model import FOLDERS, hearing, main
from voice.models import find_model
from voice.stt.vosk_engine import VoskModel


def test_clips_are_gathered_with_their_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, out = tmp_path / "data", tmp_path / "out"
    for folder in ("cards", "tidigits", "librivox"):
        (source / folder).mkdir(parents=True)
    (source / "tidigits" / "dhd.2934z.raw").write_bytes(b"\1\2" * 800)
    (source / "cards" / "001.wav").write_bytes(b"as it is")
    lines = "<s> ten of clubs  </s> (001)\n<s> five five </s> (004)\n"
    (source / "cards" / "cards.transcription").write_text(lines, "utf8")
    assert main(["clips", str(source), "--out", str(out)]) == 0
    assert "2 clips" in capsys.readouterr().out
    assert (out / "manifest.tsv").read_text("utf8") == (
        "file\ttext\ndhd.2934z.wav\ttwo nine three four zero\n001.wav\tten of clubs\n"
    ), "004 has words and no sound"
    assert (out / "001.wav").read_bytes() == b"as it is"
    with wave.open(str(out / "dhd.2934z.wav")) as file:
        assert (file.getframerate(), file.getnframes(), file.getsampwidth()) == (16_000, 800, 2)
        assert file.readframes(1) == b"\1\2"


def test_a_folder_without_clips_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clips", str(tmp_path), "--out", str(tmp_path / "out")]) == 1
    assert "holds no clips of people" in capsys.readouterr().err


def test_a_model_that_lacks_words_of_clips_is_given_them_for_a_while() -> None:
    """Its network stays, and what ships is not touched."""
    model, folder = VoskModel(find_model("en")), FOLDERS["en"]
    before = (folder / "graph" / "HCLr.fst").read_bytes()
    with hearing("en", folder, model, ["yes", "no"]) as able:
        assert able is model
    assert model.split("queen of clubs") is None
    with hearing("en", folder, model, ["queen of clubs", "seven of clubs"]) as able:
        assert able is not model
        assert able.split("queen of clubs") is not None
    assert (folder / "graph" / "HCLr.fst").read_bytes() == before
