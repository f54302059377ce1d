"""Models to choose from: loaded before they are chosen, one of no use leaves the old one, nothing waits for it."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app import bootstrap
from app.bootstrap.offers import OtherLoader, OwnLoader
from app.keeper import Keeper
from app.offers import models
from app.offers.models import ModelOffers
from app.words import Message, Words
from tests.voice.fakes import until
from voice.errors import NoModel
from voice.models import find_model
from voice.models.shelf import Shelf

GOOD, BROKEN = "vosk-model-small-cn-0.22", "vosk-model-cn-0.15"


def put_on_shelf(folder: Path, name: str, lang: str = "zh", *, broken: bool = False) -> Path:
    """The model that ships, as if it had been installed under that name."""
    place = folder / name
    shutil.copytree(find_model("zh-CN" if lang == "zh" else "en").path, place)
    (place / "installed.json").write_text(json.dumps({"lang": lang, "files": {"am": {"size": 43_900_000}}}))
    if broken:
        (place / "am" / "final.mdl").write_bytes(b"no model")
    return place


class Held:
    """A loader that loads when the test says so."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.taken: list[str] = []
        self.refuses: set[str] = set()
        self.go = threading.Event()

    def load(self, folder: str) -> str:
        self.asked.append(folder)
        assert self.go.wait(10)
        if folder in self.refuses:
            raise NoModel("model_broken", folder)
        return folder

    def take(self, folder: str, loaded: Any) -> None:
        self.taken.append(loaded)


class Case:
    """Offers on a shelf with two models; ``run`` does what other threads have posted."""

    def __init__(self, folder: Path, loader: Any = None, named: str = "") -> None:
        self.shelf, self.keeper = Shelf(folder / "models"), Keeper(folder / "settings.json")
        self.keeper.change(replace(self.keeper.settings, voice_model=named))
        self.jobs: list[Callable[[], None]] = []
        self.told: list[Message] = []
        self.words = Words.load("zh-CN")
        self.loader = loader or Held()
        self.offers = ModelOffers("zh-CN", self.shelf, self.loader, self.keeper, self.words, self.jobs.append)
        self.offers.listen(lambda said: self.told.append(said) if said is not None else None)
        self.offers.look()
        self.until(lambda: self.offers.offered is not None)

    def until(self, condition: Callable[[], bool]) -> None:
        def there() -> bool:
            while self.jobs:
                self.jobs.pop(0)()
            return condition()

        until(there)

    def value(self, name: str) -> str:
        return next(offer.value for offer in self.offers.offered or () if name in offer.name)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    put_on_shelf(tmp_path / "models", GOOD)
    put_on_shelf(tmp_path / "models", BROKEN, broken=True)
    put_on_shelf(tmp_path / "models", "vosk-model-small-en-us-0.15", "en")
    return tmp_path


def test_the_shipped_one_and_the_installed_ones_of_the_language_are_listed(home: Path) -> None:
    case = Case(home)
    names = [offer.name for offer in case.offers.offered or ()]
    assert names == ["自带的模型", f"{BROKEN}（44 MB）", f"{GOOD}（44 MB）"]
    assert case.offers.at == ""


def test_it_is_chosen_when_it_has_loaded_as_by_the_command(home: Path) -> None:
    case = Case(home)
    case.offers.choose(case.value(GOOD))
    assert case.offers.at == case.value(GOOD), "shown at once"
    assert case.shelf.chosen("zh-CN") is None, "and not in force before it has loaded"
    case.loader.go.set()
    case.until(lambda: bool(case.told))
    assert case.told[0].screen == f"听中文的模型：{GOOD}（44 MB）"
    assert case.shelf.chosen("zh-CN") == home / "models" / GOOD
    assert case.loader.taken == [case.value(GOOD)]
    case.offers.choose("")
    case.until(lambda: len(case.told) == 2)
    assert case.shelf.chosen("zh-CN") is None


def test_a_named_folder_makes_way_and_stays_in_the_list(home: Path) -> None:
    """It comes before the shelf, so that a choice on the shelf would mean nothing beside it."""
    case = Case(home, named=str(home / "own"))
    case.loader.go.set()
    assert case.offers.name_of(case.offers.at) == "指定的文件夹 own"
    case.offers.choose(case.value(GOOD))
    case.until(lambda: bool(case.told))
    assert Keeper(home / "settings.json").settings.voice_model == ""
    assert case.offers.at == case.value(GOOD)
    case.offers.choose(str(home / "own"))
    case.until(lambda: len(case.told) == 2)
    assert Keeper(home / "settings.json").settings.voice_model == str(home / "own")


def test_one_that_does_not_load_is_told_and_the_old_one_stays(home: Path) -> None:
    case = Case(home)
    case.loader.refuses.add(case.value(BROKEN))
    case.loader.go.set()
    case.offers.choose(case.value(BROKEN))
    case.until(lambda: bool(case.told))
    assert case.told[0].screen == f"{BROKEN}（44 MB） 损坏了，用不了。仍然用 自带的模型 听。"
    assert case.offers.at == ""
    assert case.shelf.chosen("zh-CN") is None
    assert case.loader.taken == []
    case.offers.choose("")
    assert case.told[-1].screen == "听中文的模型：自带的模型", "who goes back is told where he is"


def test_the_last_wish_counts_and_no_other_is_loaded_on_the_way(home: Path) -> None:
    case = Case(home)
    for wish in (BROKEN, GOOD, BROKEN, GOOD):
        case.offers.choose(case.value(wish))
    case.loader.go.set()
    case.until(lambda: bool(case.told))
    assert case.loader.asked == [case.value(BROKEN), case.value(GOOD)]
    assert case.loader.taken == [case.value(GOOD)]


def test_who_goes_back_while_it_loads_keeps_what_he_had(home: Path) -> None:
    case = Case(home)
    case.offers.choose(case.value(GOOD))
    case.offers.choose("")
    case.loader.go.set()
    case.until(lambda: bool(case.told))
    assert case.told[0].screen == "听中文的模型：自带的模型"
    assert case.loader.taken == []


def test_only_a_slow_one_is_told_to_be_waited_for(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "SLOW", 0.0)
    case = Case(home)
    case.offers.choose(case.value(GOOD))
    case.until(lambda: case.offers.busy)
    assert [said.id for said in case.told] == ["settings-model-loading"]
    case.loader.go.set()
    case.until(lambda: not case.offers.busy)
    assert [said.id for said in case.told] == ["settings-model-loading", "settings-is"]


def test_a_choice_that_cannot_be_written_is_none(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = Case(home)
    case.loader.go.set()

    def refuse(self: Shelf, name: str) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(Shelf, "use", refuse)
    case.offers.choose(case.value(GOOD))
    case.until(lambda: bool(case.told))
    assert "没能保存" in case.told[0].screen
    assert case.offers.at == ""


def test_what_the_command_line_has_chosen_meanwhile_is_seen(home: Path) -> None:
    case = Case(home)
    case.shelf.use(GOOD)
    case.offers.look()
    case.until(lambda: case.offers.at == case.value(GOOD))


def test_a_real_model_hears_the_next_sentence_and_a_broken_one_never_does(home: Path) -> None:
    """What was loaded for the choice is what hears: it is not loaded again."""
    shelf, keeper, words = Shelf(home / "models"), Keeper(home / "settings.json"), Words.load("zh-CN")
    choice = bootstrap.ModelChoice(words, lambda: keeper.settings.voice_model, shelf)
    recogniser, lost = choice.recogniser(), list[tuple[str, ...]]()
    case = Case(home, OwnLoader(choice, recogniser, lambda: ("查询余额", "没有这个词䶮"), lost.append))
    recogniser.set_phrases(["查询余额"])
    before = recogniser._recogniser()
    case.offers.choose(case.value(BROKEN))
    case.until(lambda: len(case.told) == 1)
    assert "损坏" in case.told[0].screen
    recogniser.set_phrases(["查询余额"])
    assert recogniser._recogniser() is before
    case.offers.choose(case.value(GOOD))
    case.until(lambda: len(case.told) == 2)
    assert recogniser._recogniser() is before, "not in the middle of a sentence"
    assert lost == [("没有这个词䶮",)], "what it can never hear is told now"
    recogniser.set_phrases(["查询余额"])
    assert recogniser._recogniser() is not before
    assert recogniser._which == str(home / "models" / GOOD)


def test_a_model_for_the_other_language_is_tried_too(home: Path) -> None:
    OtherLoader("en").load(str(home / "models" / "vosk-model-small-en-us-0.15"))
    with pytest.raises(NoModel):
        OtherLoader("en").load(str(home / "models" / BROKEN))
