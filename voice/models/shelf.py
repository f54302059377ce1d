"""The shelf: the models that a customer has installed, and which one hears each language."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from voice.errors import ModelTrouble, NoModel
from voice.models.alone import alone
from voice.models.catalogue import Published
from voice.models.download import Progress, download
from voice.models.finding import find_model
from voice.models.swap import fresh_of, put_in, recover, recover_all, sweep, take_out
from voice.models.unpack import unpack

_MANIFEST = "installed.json"
_CHOICE = "chosen.json"
_REFUSED = ("unsafe_archive", "archive_broken")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,80}")


@dataclass(frozen=True, slots=True)
class Installed:
    """A model on the shelf; ``size`` in bytes, unpacked."""

    name: str
    lang: str
    path: Path
    size: int


class Shelf:
    """A folder of models. Whoever hears looks at the choice before each utterance, so a change needs no restart."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def installed(self) -> tuple[Installed, ...]:
        """All that is there, by name."""
        found = []
        recover_all(self._folder)
        for manifest in sorted(self._folder.glob(f"*/{_MANIFEST}")):
            kept = _read(manifest)
            if isinstance(kept.get("files"), dict) and _NAME.fullmatch(manifest.parent.name):
                size = sum(int(one.get("size", 0)) for one in kept["files"].values())
                found.append(Installed(manifest.parent.name, str(kept.get("lang", "")), manifest.parent, size))
        return tuple(found)

    def get(self, name: str) -> Installed:
        """The model of that name. Raises ModelTrouble ``not_installed``."""
        for one in self.installed():
            if one.name == name:
                return one
        raise ModelTrouble("not_installed", name)

    def install(self, model: Published, progress: Progress = lambda here, whole: None) -> Installed:
        """Fetch, check, unpack and put it on the shelf: the whole of it or nothing. One of that name stays till then.

        Raises:
            ModelTrouble: see ``download`` and ``unpack``; ``archive_broken`` when it holds no Vosk model;
                ``in_the_making`` when another process is installing it.
        """
        sweep(self._folder)
        self._folder.mkdir(parents=True, exist_ok=True)
        with alone(self._folder / model.name):
            return self._install(model, progress)

    def _install(self, model: Published, progress: Progress) -> Installed:
        archive = download(model, self._folder, progress)
        place = self._folder / model.name
        try:
            _make(model, archive, fresh_of(place))
        except ModelTrouble as problem:
            if problem.code in _REFUSED:  # it would be refused again; for want of room it is kept
                archive.unlink()
            raise
        put_in(place)
        archive.unlink()
        return self.get(model.name)

    def remove(self, name: str) -> None:
        """Take it off the shelf; a language that it heard is heard by the shipped model again.

        Raises:
            ModelTrouble: ``not_installed``; ``in_the_making`` when another process is installing it anew.
        """
        model = self.get(name)
        with alone(model.path):
            if self.chosen(model.lang) == model.path:
                self.use_shipped(model.lang)
            take_out(model.path)
        sweep(self._folder)

    def damage(self, name: str) -> tuple[str, ...]:
        """The files that are not as they were installed: changed, missing or new ones, by their paths."""
        model = self.get(name)
        then, now = _read(model.path / _MANIFEST)["files"], _sums(model.path)
        return tuple(sorted(path for path in {*then, *now} if then.get(path) != now.get(path)))

    def use(self, name: str) -> Installed:
        """From the next utterance on this model hears its language."""
        model = self.get(name)
        self._choose(model.lang, model.name)
        return model

    def use_shipped(self, lang: str) -> None:
        """The model that came with the client hears the language again."""
        self._choose(lang, "")

    def chosen(self, lang: str) -> Path | None:
        """The folder of the model that was chosen for a language; None: the one that ships."""
        name = _read(self._folder / _CHOICE).get(lang.lower().split("-")[0], "")
        usable = isinstance(name, str) and _NAME.fullmatch(name) and recover(self._folder / name)
        return self._folder / str(name) if usable else None

    def _choose(self, lang: str, name: str) -> None:
        kept = {**_read(self._folder / _CHOICE), lang.lower().split("-")[0]: name}
        self._folder.mkdir(parents=True, exist_ok=True)
        _write(self._folder / _CHOICE, kept)


def _make(model: Published, archive: Path, folder: Path) -> None:
    """A model's folder, complete with the sums of its files. Raises ModelTrouble, and no folder is there."""
    unpack(archive, folder)
    try:
        _complete(model, folder)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _complete(model: Published, folder: Path) -> None:
    try:
        find_model(model.lang, str(folder))
    except NoModel as failure:
        raise ModelTrouble("archive_broken", model.name) from failure
    if (folder / _MANIFEST).is_dir():  # a file of that name is written over
        raise ModelTrouble("unsafe_archive", _MANIFEST)
    _write(folder / _MANIFEST, {"lang": model.lang, "url": model.url, "md5": model.md5, "files": _sums(folder)})


def _sums(folder: Path) -> dict[str, dict[str, Any]]:
    """Size and SHA-256 of every file of a model, by its path."""
    return {
        file.relative_to(folder).as_posix(): {"size": file.stat().st_size, "sha256": _sha256(file)}
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.name != _MANIFEST
    }


def _sha256(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _read(file: Path) -> dict[str, Any]:
    """A JSON object; empty when there is none."""
    try:
        kept = json.loads(file.read_text(encoding="utf8"))
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _write(file: Path, kept: dict[str, Any]) -> None:
    part = file.with_name(f"{file.name}.{os.getpid()}")
    part.write_text(json.dumps(kept, ensure_ascii=False, indent=1), encoding="utf8")
    os.replace(part, file)
