"""An archive that cannot be used is refused with a trouble of ours, and nothing of it is kept."""

from __future__ import annotations

import errno
import io
import os
import shutil
import struct
import warnings
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.commands.voice_problems import voice_problem_line
from tests.voice.model_server import ModelServer, model_archive, model_server, zipped
from voice.errors import ModelTrouble
from voice.models.catalogue import find_published
from voice.models.shelf import Shelf
from voice.models.unpack import unpack

NAME = "vosk-model-small-cn-0.22"
MODEL = {"m/am/final.mdl": b"acoustic", "m/graph/HCLr.fst": b"g"}


def with_name(name: str) -> bytes:
    return zipped({**MODEL, name: b"x"})


def packed_by(method: int) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as archive:
        for name, content in MODEL.items():
            archive.writestr(name, content * 1000)
    return held.getvalue()


def twice(name: str) -> bytes:
    held = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(held, "w") as archive:
        warnings.simplefilter("ignore")  # it says so
        for at, content in enumerate([*MODEL, name, name]):
            archive.writestr(content, str(at))
    return held.getvalue()


def changed(archive: bytes, offset: int, kind: str, value: int) -> bytes:
    """A number of the first entry in the list of contents: ``offset`` within it, ``kind`` as ``struct`` has it."""
    at, told = archive.index(b"PK\1\2") + offset, bytearray(archive)
    struct.pack_into(kind, told, at, value)
    return bytes(told)


UNSAFE = {
    "a folder of a file's name": with_name("m/am/final.mdl/x"),
    "a file of a folder's name": zipped({"m/am": b"x", **MODEL}),
    "an empty folder of a file's name": with_name("m/am/final.mdl/"),
    "a file of a folder's name in capitals": zipped({"m/AM": b"x", **MODEL}),
    "the top folder a file, too": with_name("m"),
    "twice": twice("m/README"),
    "twice, with accents written in two ways": zipped({**MODEL, "m/\u00e9": b"", "m/e\u0301": b""}),
    "a long name": with_name(f"m/{'a' * 300}"),
    "a long name of Chinese": with_name(f"m/{'长' * 90}"),
    "a deep path": with_name("m/" + "a/" * 2000 + "b"),
    "a device": with_name("m/NUL.txt"),
    "a device as a folder": with_name("m/com1/x"),
    "a point at the end": with_name("m/am./final.mdl"),
    "a blank at the end": with_name("m/am /final.mdl"),
    "a stream of a file": with_name("m/README:x"),
    "a star": with_name("m/*"),
    "a line end": with_name("m/a\nb"),
    "the sums of ours as a folder": with_name("m/installed.json/x"),
    "packed in another way": packed_by(zipfile.ZIP_LZMA),
    "packed in a third way": packed_by(zipfile.ZIP_BZIP2),
}
BROKEN = {
    "encrypted": changed(model_archive("m"), 8, "<H", 1),
    "a name that is no text": changed(with_name("m/\u00e9"), 46, "B", 0xFF).replace(b"\xc3\xa9", b"\xff\xfe"),
    "larger than it says": changed(model_archive("m", b"x" * 3000), 24, "<L", 100),
    "points to before its beginning": changed(model_archive("m"), 42, "<L", 0xFFFFFF00)[1:],
    "cut off": model_archive("m")[:-30],
    "no model": zipped({"m/readme": b"hello"}),
    "only half a model": zipped({"m/am/final.mdl": b"x"}),
}


@pytest.fixture(scope="module")
def server() -> Iterator[ModelServer]:
    with model_server() as one:
        yield one


@pytest.mark.parametrize("kind", [*UNSAFE, *BROKEN])
def test_a_refused_archive_is_told_and_nothing_of_it_is_kept(kind: str, server: ModelServer, tmp_path: Path) -> None:
    """So that the next try fetches what its makers have put in its place, and not the same file from the disk."""
    server.publish(NAME, {**UNSAFE, **BROKEN}[kind])
    with pytest.raises(ModelTrouble) as error:
        Shelf(tmp_path).install(find_published(NAME, server.url))
    assert error.value.code == ("unsafe_archive" if kind in UNSAFE else "archive_broken")
    line = voice_problem_line(error.value)
    assert line.isprintable(), "nothing that a terminal would obey"
    assert len(line) < 130
    assert list(tmp_path.iterdir()) == []
    server.publish(NAME, model_archive(NAME))
    assert Shelf(tmp_path).install(find_published(NAME, server.url)).name == NAME


def test_names_as_models_have_them_are_taken(server: ModelServer, tmp_path: Path) -> None:
    """Accents, Chinese, points and blanks inside, folders with lines of their own; the sums of another shelf."""
    files = {"m/": b"", **MODEL, "m/读我.txt": b"1", "m/a b.c/é": b"2", "m/console": b"3", "m/installed.json": b"{}"}
    server.publish(NAME, zipped(files))
    shelf = Shelf(tmp_path)
    model = shelf.install(find_published(NAME, server.url))
    assert (model.path / "a b.c" / "é").read_bytes() == b"2"
    assert shelf.damage(NAME) == ()


def test_what_does_not_fit_on_the_disk_is_not_begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is in it counts, not the size of the archive."""
    (tmp_path / "a.zip").write_bytes(model_archive("m", os.urandom(2_000_000)))
    little = shutil.disk_usage("/")._replace(free=1_000_000)
    monkeypatch.setattr("voice.models.room.shutil.disk_usage", lambda folder: little)
    with pytest.raises(ModelTrouble) as error:
        unpack(tmp_path / "a.zip", tmp_path / "m")
    assert (error.value.code, error.value.detail) == ("no_space", "2 MB")
    assert [file.name for file in tmp_path.iterdir()] == ["a.zip"]


@pytest.mark.parametrize(
    ("failure", "told"),
    [(OSError(errno.ENOSPC, "full"), ModelTrouble), (OSError(errno.EIO, "disk"), OSError), (KeyboardInterrupt(), None)],
)
def test_what_stops_in_the_middle_leaves_the_archive_alone(
    failure: BaseException,
    told: type[Exception] | None,
    server: ModelServer,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The disk is full, or somebody presses Ctrl-C: no half model stays, and the next try fetches nothing."""
    server.publish(NAME, model_archive(NAME, b"x" * 3000))
    offer, shelf = find_published(NAME, server.url), Shelf(tmp_path)

    def stop(*_: object) -> bytes:
        raise failure

    with monkeypatch.context() as patch:
        patch.setattr("voice.models.unpack.zipfile.ZipExtFile.read", stop)
        with pytest.raises(told or KeyboardInterrupt) as error:
            shelf.install(offer)
    assert getattr(error.value, "code", "no_space") == "no_space"
    assert [file.name for file in tmp_path.iterdir()] == [f"{NAME}.zip.part"]
    asked = len(server.asked)
    assert shelf.install(offer).name == NAME
    assert len(server.asked) == asked
