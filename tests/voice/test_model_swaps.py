"""A model is put over one in use: at every moment one of them is there, or is found again by whoever looks next."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.voice.model_server import ModelServer, model_archive, model_server
from voice.models import find_model
from voice.models.catalogue import find_published
from voice.models.shelf import Shelf

NAME = "vosk-model-small-cn-0.22"
STEPS = (("os", "replace"), ("os", "rename"), ("shutil", "rmtree"))
LEAST, MOST = 3, 12  # so many steps there are at least; fewer than that


class Killed(BaseException):
    """The process ends here; nothing of ours runs any more."""


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with model_server() as one:
        publish(one, b"old")
        yield one


def publish(server: ModelServer, edition: bytes) -> None:
    server.publish(NAME, model_archive(NAME, edition))


def install(shelf: Shelf, server: ModelServer) -> None:
    shelf.install(find_published(NAME, server.url))


def in_use(folder: Path, server: ModelServer) -> Shelf:
    """A shelf with the old model chosen; the server has a new one."""
    shelf = Shelf(folder)
    install(shelf, server)
    shelf.use(NAME)
    publish(server, b"new")
    return shelf


def after_each(monkeypatch: pytest.MonkeyPatch, look: Callable[[int], None]) -> None:
    """``look`` is called with the number of each step that moves or deletes a folder, also of half a deletion."""
    done, rmtree = 0, shutil.rmtree

    def watched(step: Callable[..., Any]) -> Callable[..., Any]:
        def run(*args: Any, **options: Any) -> None:
            nonlocal done
            folder = Path(args[0])
            if not folder.is_dir():
                step(*args, **options)
                return
            if step is rmtree:
                (folder / "README").unlink(missing_ok=True)
                done += 1
                look(done)
            step(*args, **options)
            done += 1
            look(done)

        return run

    modules = {"os": os, "shutil": shutil}
    for module, name in STEPS:
        monkeypatch.setattr(modules[module], name, watched(getattr(modules[module], name)))


def edition_of(shelf: Shelf) -> bytes:
    """Of the model that hears; looked for as whoever hears does, and whole."""
    folder = shelf.chosen("zh-CN")
    assert folder is not None
    assert find_model("zh-CN", str(folder)).path.name == NAME
    assert [one.name for one in shelf.installed()] == [NAME]
    assert shelf.damage(NAME) == ()
    return (folder / "am" / "final.mdl").read_bytes().removeprefix(b"acoustic")


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


@pytest.mark.parametrize("step", range(1, MOST))
def test_a_crash_loses_neither_model(
    step: int, server: ModelServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A new process finds one of them whole; to install it once more mends all, and leaves nothing over."""
    shelf = in_use(tmp_path, server)

    def crash(done: int) -> None:
        if done == step:
            raise Killed

    with monkeypatch.context() as patch:
        after_each(patch, crash)
        with contextlib.suppress(Killed):  # there are fewer steps than are tried
            install(shelf, server)
    assert [one.name for one in Shelf(tmp_path).installed()] == [NAME]
    assert edition_of(Shelf(tmp_path)) in (b"old", b"new")
    install(Shelf(tmp_path), server)
    assert edition_of(Shelf(tmp_path)) == b"new"
    assert names(tmp_path) == ["chosen.json", NAME]


@pytest.mark.parametrize("step", range(1, MOST))
def test_a_client_that_looks_meanwhile_finds_one_of_them(
    step: int, server: ModelServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Always in the same place, so that what it has loaded goes on; and the new one comes all the same."""
    shelf, found = in_use(tmp_path, server), list[bytes]()
    place = shelf.chosen("zh-CN")

    def look(done: int) -> None:
        if done == step:
            assert Shelf(tmp_path).chosen("zh-CN") == place
            found.append(edition_of(Shelf(tmp_path)))

    with monkeypatch.context() as patch:
        after_each(patch, look)
        install(shelf, server)
    assert found in ([b"old"], [b"new"]) or step > LEAST
    assert edition_of(shelf) == b"new"
    assert names(tmp_path) == ["chosen.json", NAME]


@pytest.mark.parametrize("step", range(1, MOST))
def test_a_model_that_is_removed_is_whole_or_gone(
    step: int, server: ModelServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half of one is not listed, and nothing that was left over comes back."""
    shelf = in_use(tmp_path, server)
    shutil.copytree(tmp_path / NAME, tmp_path / f"{NAME}~old")

    def crash(done: int) -> None:
        if done == step:
            raise Killed

    with monkeypatch.context() as patch:
        after_each(patch, crash)
        with contextlib.suppress(Killed):
            shelf.remove(NAME)
    for one in Shelf(tmp_path).installed():
        assert shelf.damage(NAME) == ()
        Shelf(tmp_path).remove(one.name)
    assert Shelf(tmp_path).installed() == ()
    assert Shelf(tmp_path).chosen("zh-CN") is None
    install(shelf, server)
    assert names(tmp_path) == ["chosen.json", NAME]


def test_a_place_that_cannot_be_changed_keeps_what_stands_there(
    server: ModelServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where another program holds the new folder, the old one is put back."""
    shelf, rename = in_use(tmp_path, server), os.rename

    def held(source: Path, target: Path) -> None:
        if source.name.endswith("new"):
            raise PermissionError(13, "held", str(source))
        rename(source, target)

    with monkeypatch.context() as patch:
        patch.setattr("os.rename", held)
        with pytest.raises(PermissionError):
            install(shelf, server)
        assert (tmp_path / NAME).is_dir()
        assert edition_of(shelf) == b"old"
    install(shelf, server)
    assert edition_of(shelf) == b"new"
    assert names(tmp_path) == ["chosen.json", NAME]


def test_a_model_that_was_never_put_in_its_place_is_not_listed(server: ModelServer, tmp_path: Path) -> None:
    """It broke off when all was unpacked: only the place tells what is installed."""
    install(Shelf(tmp_path), server)
    os.rename(tmp_path / NAME, tmp_path / f"{NAME}~new")
    assert Shelf(tmp_path).installed() == ()
