"""Models are fetched from a real server on this machine: resumed, checked, unpacked safely, chosen as it runs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.voice.model_server import ModelServer, model_archive, model_server, zipped
from voice.errors import ModelTrouble
from voice.models.catalogue import catalogue, find_published
from voice.models.download import download
from voice.models.shelf import Shelf
from voice.models.unpack import unpack
from voice.stt.lazy import LazyRecogniser
from voice.stt.scripted import ScriptedRecogniser

NAME = "vosk-model-small-cn-0.22"


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with model_server() as one:
        one.publish(NAME, model_archive(NAME, os.urandom(300_000)))
        yield one


def code_of(error: pytest.ExceptionInfo[ModelTrouble]) -> str:
    return error.value.code


def test_the_catalogue_holds_what_the_client_can_use(server: ModelServer) -> None:
    """Other languages, outdated models, speaker models and names that are paths are left out; smallest first."""
    server.publish("vosk-model-small-en-us-0.15", model_archive("e"), "en-us")
    server.publish("vosk-model-fr-0.22", b"x", "fr")
    server.publish("vosk-model-cn-0.1", b"x", "cn", obsolete="true")
    server.publish("vosk-model-spk-0.4", b"x", "cn", type="spk")
    server.publish("../../etc/passwd", b"x", "cn")
    server.publish("no-sum", b"x", "cn", md5="")
    found = catalogue(server.url)
    assert [(one.name, one.lang) for one in found] == [("vosk-model-small-en-us-0.15", "en"), (NAME, "zh")]


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("http://127.0.0.1:9/models/", "no_network"),
        ("http://example.org/models/", "not_secure"),
        ("file:///etc/", "not_secure"),
    ],
)  # fmt: skip
def test_no_network_is_told(url: str, code: str) -> None:
    with pytest.raises(ModelTrouble) as error:
        catalogue(url)
    assert code_of(error) == code


def test_a_garbled_list_and_an_unknown_name_are_told(server: ModelServer) -> None:
    with pytest.raises(ModelTrouble) as error:
        find_published("vosk-model-none", server.url)
    assert code_of(error) == "no_such_model"
    server.garbled = True
    with pytest.raises(ModelTrouble) as error:
        catalogue(server.url)
    assert code_of(error) == "list_garbled"


def test_installs_verifies_chooses_and_removes(server: ModelServer, tmp_path: Path) -> None:
    """The whole life of a model; nothing else is left in the folder."""
    shelf, seen = Shelf(tmp_path / "models"), list[tuple[int, int]]()
    offer = find_published(NAME, server.url)
    model = shelf.install(offer, lambda here, whole: seen.append((here, whole)))
    assert seen[-1] == (offer.size, offer.size)
    assert [one.name for one in shelf.installed()] == [NAME]
    assert shelf.damage(NAME) == ()
    assert shelf.chosen("zh-CN") is None
    shelf.use(NAME)
    assert shelf.chosen("zh-CN") == model.path
    assert shelf.chosen("en") is None
    (model.path / "am" / "final.mdl").write_bytes(b"other")
    (model.path / "new").write_bytes(b"")
    (model.path / "README").unlink()
    assert shelf.damage(NAME) == ("README", "am/final.mdl", "new")
    shelf.remove(NAME)
    assert shelf.chosen("zh-CN") is None
    assert [file.name for file in (tmp_path / "models").iterdir()] == ["chosen.json"]
    with pytest.raises(ModelTrouble) as error:
        shelf.use(NAME)
    assert code_of(error) == "not_installed"


def test_an_interrupted_download_goes_on(server: ModelServer, tmp_path: Path) -> None:
    """The second try fetches only what is missing."""
    offer = find_published(NAME, server.url)
    server.cut_after = 100_000
    with pytest.raises(ModelTrouble) as error:
        download(offer, tmp_path)
    assert code_of(error) == "download_broken"
    here = (tmp_path / f"{NAME}.zip.part").stat().st_size
    assert 0 < here <= 100_000
    server.cut_after = None
    assert download(offer, tmp_path).read_bytes() == server.archives[NAME]
    assert server.asked[-1] == (f"{NAME}.zip", f"bytes={here}-")


def test_a_server_that_cannot_go_on_begins_anew(server: ModelServer, tmp_path: Path) -> None:
    (tmp_path / f"{NAME}.zip.part").write_bytes(b"x" * 1000)
    server.ranges = False
    assert download(find_published(NAME, server.url), tmp_path).read_bytes() == server.archives[NAME]


def test_a_wrong_checksum_is_thrown_away(server: ModelServer, tmp_path: Path) -> None:
    server.listed[NAME]["md5"] = "0" * 32
    with pytest.raises(ModelTrouble) as error:
        Shelf(tmp_path).install(find_published(NAME, server.url))
    assert code_of(error) == "checksum_differs"
    assert list(tmp_path.iterdir()) == []


def test_more_than_was_promised_is_not_taken(server: ModelServer, tmp_path: Path) -> None:
    server.listed[NAME]["size"] = 1000
    with pytest.raises(ModelTrouble) as error:
        download(find_published(NAME, server.url), tmp_path)
    assert code_of(error) == "too_large"
    assert list(tmp_path.iterdir()) == []


def test_no_room_is_told_before_anything_is_fetched(server: ModelServer, tmp_path: Path) -> None:
    server.listed[NAME]["size"] = 1 << 50
    with pytest.raises(ModelTrouble) as error:
        download(find_published(NAME, server.url), tmp_path)
    assert code_of(error) == "no_space"
    assert [name for name, _ in server.asked] == ["model-list.json"]


BAD = {
    "climbs out": zipped({"m/am/final.mdl": b"a", "m/../../evil": b"x"}),
    "absolute": zipped({"/evil": b"x"}),
    "drive": zipped({"c:/evil": b"x"}),
    "backslash": zipped({"m\\..\\..\\evil": b"x"}),
    "link": zipped({"m/am/final.mdl": b"a"}, links={"m/evil": "/etc/passwd"}),
    "twice": zipped({"m/a": b"1", "m/A": b"2"}),
    "bomb": zipped({"m/a": b"\0" * (4 << 20)}),
    "many": zipped({f"m/{at}": b"" for at in range(1001)}),
}


@pytest.mark.parametrize("kind", list(BAD))
def test_an_unsafe_archive_leaves_nothing(kind: str, tmp_path: Path) -> None:
    """Nothing outside, no links, no more than a model can be; refused before a byte is written."""
    archive, folder = tmp_path / "a.zip", tmp_path / "in" / "model"
    archive.write_bytes(BAD[kind])
    with pytest.raises(ModelTrouble) as error:
        unpack(archive, folder)
    assert code_of(error) == "unsafe_archive"
    assert not folder.exists()
    assert not list(tmp_path.rglob("evil"))


@pytest.mark.parametrize("content", [b"", b"no archive", model_archive("m")[:-40]])
def test_a_broken_archive_is_told(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(content)
    with pytest.raises(ModelTrouble) as error:
        unpack(tmp_path / "a.zip", tmp_path / "model")
    assert code_of(error) == "archive_broken"


def test_an_archive_without_a_model_is_not_installed(server: ModelServer, tmp_path: Path) -> None:
    server.publish(NAME, zipped({f"{NAME}/readme": b"hello"}))
    with pytest.raises(ModelTrouble) as error:
        Shelf(tmp_path).install(find_published(NAME, server.url))
    assert code_of(error) == "archive_broken"
    assert list(tmp_path.iterdir()) == []


def test_another_model_is_taken_up_with_the_next_utterance(server: ModelServer, tmp_path: Path) -> None:
    """No restart: the choice is looked at each time the microphone goes on."""
    shelf, made = Shelf(tmp_path), list[Path | None]()
    shelf.install(find_published(NAME, server.url))

    def make() -> ScriptedRecogniser:
        made.append(shelf.chosen("zh-CN"))
        return ScriptedRecogniser([])

    recogniser = LazyRecogniser(make, "", lambda: shelf.chosen("zh-CN"))
    recogniser.set_phrases(None)
    recogniser.set_phrases(None)
    shelf.use(NAME)
    recogniser.set_phrases(None)
    shelf.use_shipped("zh-CN")
    recogniser.set_phrases(None)
    assert made == [None, tmp_path / NAME, None]


def test_what_a_killed_installation_left_behind_keeps_nobody_out(server: ModelServer, tmp_path: Path) -> None:
    """The lock is the system's, not the file's: it went with the process."""
    (tmp_path / f"{NAME}~lock").write_bytes(b"")
    shelf = Shelf(tmp_path)
    shelf.install(find_published(NAME, server.url))
    shelf.remove(NAME)
    assert not list(tmp_path.iterdir())
