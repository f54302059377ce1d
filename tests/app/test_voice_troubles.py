"""Every trouble that the voice can have has words; a model that is of no use is replaced, and that is said."""

from __future__ import annotations

import ast
import os
import re
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import bootstrap
from app.dialogue.troubles import DEAF, UNHEARD
from app.words import LANGUAGES, Form, Words
from tests.app.talk import Talk
from tests.voice.fakes import Ear
from voice.errors import NoModel
from voice.events import Trouble
from voice.models.shelf import Shelf
from voice.stt.lazy import LazyRecogniser
from voice.stt.scripted import ScriptedRecogniser

ROOT = Path(__file__).resolve().parents[2]
TELLERS = {"Trouble", "NoSound", "NoModel", "_mute"}
ERRORS_OF_FILES = {"bad_wav"}
"""Told on the command line only."""


def _texts(node: ast.AST) -> Iterator[str]:
    for part in ast.walk(node):
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            yield part.value


def _codes_in(file: Path) -> Iterator[str]:
    """The first argument of whatever tells a trouble: a code, or a choice of two, also by way of ``code``."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf8"))):
        if isinstance(node, ast.Call) and node.args:
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            own = file == ROOT / "voice" / "errors.py" and name == "__init__"
            if name in TELLERS or own:
                yield from _texts(_chosen(node.args[0]))
        by_name = isinstance(node, ast.Assign) and file.is_relative_to(ROOT / "voice")
        if by_name and any(getattr(target, "id", "") == "code" for target in node.targets):
            yield from _texts(_chosen(node.value))


def _chosen(node: ast.expr) -> ast.AST:
    """Of a choice only what is chosen from, not what decides."""
    if isinstance(node, ast.IfExp):
        return ast.List([node.body, node.orelse], ast.Load())
    return node if isinstance(node, ast.Constant) else ast.List([], ast.Load())


def all_codes() -> set[str]:
    """All that the client can tell of its voice."""
    files = [file for file in (ROOT / "voice").rglob("*.py") if file.parent.name not in ("model_builder", "probe")]
    files = [file for file in files if file.name not in ("download.py",)]  # installing a model, on the command line
    files += (ROOT / "app").rglob("*.py")
    found = {code for file in files for code in _codes_in(file)} - ERRORS_OF_FILES
    return {code for code in found if code.isidentifier()}


def test_the_walk_finds_the_codes() -> None:
    """Else it would prove nothing."""
    known = {"no_sound_library", "microphone_gone", "microphone_in_use", "model_broken", "silent", "model_replaced"}
    assert known | DEAF | UNHEARD | {"engine_failed", "no_voice", "no_sound"} <= all_codes()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", sorted(all_codes() | {"other"}))
def test_every_trouble_has_words_of_its_own(code: str, lang: str) -> None:
    """In both languages and every form, those of hearing with what to do next."""
    words = Words.load(lang)
    assert words.has(f"voice-trouble-{code}")
    said = words.message(f"voice-trouble-{code}", what="model_broken")
    assert all(said.form(form) for form in Form)
    assert said.braille != said.screen, "a line of its own for forty cells"
    assert not re.search(r"这里|\bhere\b", said.speech), "who hears it is not where it is shown"
    if code in DEAF:
        spoken = words.text(f"voice-trouble-{code}", Form.SPEECH, what="x").lower()
        assert ("键盘" in spoken and "聊天" in spoken) or ("keyboard" in spoken and "chat" in spoken)


def test_an_engine_killed_while_its_sentence_is_played_is_told_at_once() -> None:
    """Whoever listens to a long text sees it in text now, and not with the next sentence."""
    engine = bootstrap.Engine()
    ear = Ear()
    one = bootstrap.make_one_voice(LazyRecogniser(lambda: ScriptedRecogniser([]), ""), 1.0, engine)
    one.join(ear)
    engine.get().start()
    os.kill(engine.get().pid, signal.SIGKILL)
    assert ear.wait_for(Trouble) == Trouble("engine_failed", "the engine's process has ended")
    one.close()


def damaged(folder: Path, what: str) -> str:
    """A copy of the shipped model that cannot be used."""
    if what == "model_not_found":
        return str(folder / "gone")
    shutil.copytree(ROOT / "assets" / "voice" / "zh-bank", folder / "own")
    file = folder / "own" / "am" / "final.mdl"
    file.write_bytes(b"no model") if what == "model_broken" else file.unlink()
    return str(folder / "own")


@pytest.mark.parametrize("what", ["model_not_found", "model_incomplete", "model_broken"])
def test_a_model_of_no_use_is_replaced_by_the_shipped_one_and_that_is_told(tmp_path: Path, what: str) -> None:
    """It hears with the one that ships, the talk key stays, and the reason is said with the next words."""
    named = damaged(tmp_path, what)
    choice = bootstrap.ModelChoice(Words.load("zh-CN"), lambda: named, Shelf(tmp_path / "shelf"))
    told: list[str] = []
    choice.replaced = lambda problem: told.append(problem.code)
    assert choice.lacks() == "", "the talk key is there"
    choice.recogniser().set_phrases(["查询余额"])
    assert told == [what]
    talk = Talk()
    talk.control.report(Trouble("model_replaced", what))
    talk.control.toggle_listening()
    assert "自带的模型" in talk.pipeline.said[0]
    assert "业务" in talk.pipeline.said[0]
    assert talk.pipeline.listening


def test_without_a_shipped_one_the_reason_is_the_chosen_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing else hears: the conversation ends and says why, instead of seeming to listen."""
    monkeypatch.setattr("voice.models.finding._SHIPPED", {})
    choice = bootstrap.ModelChoice(Words.load("zh-CN"), lambda: str(tmp_path / "gone"), Shelf(tmp_path))
    assert choice.lacks() == "voice-trouble-model_not_found"
    with pytest.raises(NoModel) as refused:
        choice.load()
    assert refused.value.code == "model_not_found"
