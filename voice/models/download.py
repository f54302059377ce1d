"""Downloads a model's archive: goes on where it was interrupted, never takes more than was promised, and is checked."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import requests

from voice.errors import ModelTrouble
from voice.models.catalogue import Published, require_secure

Progress = Callable[[int, int], None]
"""Takes the bytes that are here and the bytes of the whole."""

_TIMEOUT = (5.0, 30.0)
_CHUNK = 1 << 16
_PARTIAL, _UNSATISFIABLE = 206, 416
_ROOM = 4  # times the archive: it is unpacked beside itself


def download(model: Published, folder: Path, progress: Progress = lambda here, whole: None) -> Path:
    """The archive, whole and checked, in ``folder``. A part that is there already is not fetched again.

    Raises:
        ModelTrouble: ``no_network``, ``download_broken`` (try again: it goes on), ``too_large``,
            ``checksum_differs`` (what was fetched is thrown away), ``no_space``, ``not_secure``.
    """
    require_secure(model.url)
    folder.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(folder).free < model.size * _ROOM:
        raise ModelTrouble("no_space", f"{model.size * _ROOM // 1_000_000} MB")
    part = folder / f"{model.name}.zip.part"
    if part.exists() and part.stat().st_size > model.size:
        part.unlink()
    if not part.exists() or part.stat().st_size < model.size:
        _fetch(model, part, progress)
    if _md5(part) != model.md5:
        part.unlink()
        raise ModelTrouble("checksum_differs", model.name)
    return part


def _fetch(model: Published, part: Path, progress: Progress) -> None:
    here = part.stat().st_size if part.exists() else 0
    headers = {"Range": f"bytes={here}-"} if here else {}
    try:
        with requests.get(model.url, headers=headers, stream=True, timeout=_TIMEOUT) as answer:
            if here and answer.status_code in (requests.codes.ok, _UNSATISFIABLE):
                part.unlink()  # the server cannot go on in the middle
                if answer.status_code == _UNSATISFIABLE:
                    raise ModelTrouble("download_broken", model.name)
                here = 0
            answer.raise_for_status()
            if here and answer.status_code != _PARTIAL:
                raise ModelTrouble("download_broken", model.name)
            _store(answer, model, part, here, progress)
    except requests.RequestException as failure:
        began = part.exists() and part.stat().st_size > 0
        code = "download_broken" if began else "no_network"
        raise ModelTrouble(code, model.name if began else urlsplit(model.url).netloc) from failure
    if part.stat().st_size < model.size:
        raise ModelTrouble("download_broken", model.name)


def _store(answer: requests.Response, model: Published, part: Path, here: int, progress: Progress) -> None:
    with part.open("ab") as file:
        for chunk in answer.iter_content(_CHUNK):
            here += len(chunk)
            if here > model.size:
                file.close()
                part.unlink()
                raise ModelTrouble("too_large", model.name)
            file.write(chunk)
            progress(here, model.size)


def _md5(file: Path) -> str:
    """The makers publish MD5: it finds damage; that the list is theirs is what HTTPS is for."""
    digest = hashlib.md5(usedforsecurity=False)
    with file.open("rb") as stream:
        while chunk := stream.read(1 << 20):
            digest.update(chunk)
    return digest.hexdigest()
