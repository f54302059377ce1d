"""Settings are kept whole or not at all, old files keep working, and a change reaches whoever listens."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from accessibility.preferences import Preferences, Theme, replaced, value_at
from app.config import Settings, load_settings, save_settings
from app.keeper import Keeper
from app.ui.settings_list import GROUPS, ITEMS, Kind
from app.words import LANGUAGES, Words
from voice.settings import VoiceSettings


def test_a_file_of_an_earlier_version_keeps_working(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    old = {"lang": "en", "text_scale": 150, "theme": "dark", "voice_model": "/m", "speech_rate": 1.5}
    file.write_text(json.dumps(old))
    wanted = Preferences(text_scale=1.5, theme=Theme.DARK, speech_rate=1.5)
    assert load_settings(file) == Settings("en", "/m", wanted)


@pytest.mark.parametrize("text", ["", "{", "[1]", '{"lang": "tlh", "text_scale": "big"}', "[" * 100_000])
def test_a_broken_file_counts_as_none(tmp_path: Path, text: str) -> None:
    file = tmp_path / "settings.json"
    file.write_text(text)
    assert load_settings(file) == Settings()


def test_a_failed_write_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keeper = Keeper(tmp_path / "settings.json")
    assert keeper.change(Settings("en"))

    def refuse(*_: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(os, "replace", refuse)
    assert not keeper.change(Settings("zh-CN"))
    assert keeper.settings.lang == "zh-CN"
    assert load_settings(tmp_path / "settings.json") == Settings("en")
    assert [file.name for file in tmp_path.iterdir()] == ["settings.json"]


def test_whoever_listens_is_told_until_he_leaves_and_only_of_changes() -> None:
    keeper, seen = Keeper(), list[Settings]()
    leave = keeper.listen(seen.append)
    changed = replace(keeper.preferences, text_scale=2.0)
    keeper.prefer(changed)
    keeper.prefer(changed)
    leave()
    leave()
    keeper.prefer(Preferences())
    assert [settings.preferences for settings in seen] == [changed]


def test_a_first_start_is_one_without_a_file(tmp_path: Path) -> None:
    file = tmp_path / "new" / "settings.json"
    keeper = Keeper(file)
    assert keeper.first_start
    keeper.change(Settings("en"))
    assert not keeper.first_start
    save_settings(file, Settings("en"))
    assert not Keeper(file).first_start
    assert not Keeper().first_start


@pytest.mark.parametrize(("patience", "wait"), [(1.0, 10.0), (3.0, 30.0), (10.0, 100.0), (0.0, 0.0)])
def test_patience_holds_for_the_voice_too(patience: float, wait: float) -> None:
    assert Settings(preferences=Preferences(patience=patience)).patient_voice.patience == wait
    for_ever = Settings(preferences=Preferences(patience=patience), voice=VoiceSettings(patience=0.0))
    assert for_ever.patient_voice.patience == 0.0


def test_every_setting_lives_somewhere_and_offers_what_it_begins_with() -> None:
    assert len({item.id for item in ITEMS}) == len(ITEMS)
    stored = [item for item in ITEMS if item.kind is not Kind.OFFER]
    assert len({item.path for item in stored}) == len(stored)
    for item in stored:
        assert value_at(Settings(), item.path) in item.offered, item.id
        assert not item.needs or item.needs in {other.path for other in ITEMS}, item.id


def test_every_value_offered_can_be_stored() -> None:
    for item in (item for item in ITEMS if item.path):
        for value in item.offered:
            chosen = replaced(Settings(), item.path, value)
            kept = json.loads(json.dumps(chosen.to_mapping()))
            assert value_at(Settings.from_mapping(kept), item.path) == value, (item.id, value)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_setting_and_every_value_has_words(lang: str) -> None:
    words = Words.load(lang)
    for group in GROUPS:
        assert words.text(f"settings-group-{group}")
    for item in ITEMS:
        assert words.text(f"settings-{item.id}")
        if item.kind is Kind.CHOICE:
            said = [words.text(f"settings-{item.id}-value", value=str(value)) for value in item.offered]
            assert len(set(said)) == len(item.offered), item.id
        elif item.kind in (Kind.STEPS, Kind.PICK):
            assert words.text(f"settings-as-{item.unit}", value=item.offered[0])


def test_two_switches_are_never_the_same_key() -> None:
    by_id = {item.id: item for item in ITEMS}
    select, move = by_id["switch_select_key"], by_id["switch_next_key"]
    chosen = replaced(Settings(), select.path, "F12")
    assert "F12" in select.open_to(chosen)
    assert "F12" not in move.open_to(chosen)
    assert {"Space", "Enter", "1"} <= set(move.open_to(chosen))
    assert not select.applies(chosen)
    assert select.applies(replaced(chosen, "preferences.switch.on", True))
