"""Downloads a model's archive: goes on where it was interrupted, never takes more than was promised, and is checked."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import requests

from voice.errors import ModelTrouble
from voice.models.catalogue import Published
from voice.models.part import Part
from voice.models.room import require_room, told_when_full
from voice.models.secure import get, require_secure

Progress = Callable[[int, int], None]
"""Takes the bytes that are here and the bytes of the whole."""

_TIMEOUT = (5.0, 30.0)
_CHUNK = 1 << 16
_PARTIAL, _UNSATISFIABLE = 206, 416
_ROOM = 4  # times the archive: it is unpacked beside itself
_AS_IT_IS = {"Accept-Encoding": "identity"}  # packed once more on the way, its bytes could not be counted
_RANGE = re.compile(r"bytes (\d+)-\d+/(\d+|\*)")


def download(model: Published, folder: Path, progress: Progress = lambda here, whole: None) -> Path:
    """The archive, whole and checked, in ``folder``. A part that is there already is not fetched again.

    Raises:
        ModelTrouble: ``no_network``, ``not_given`` (the server refuses it), ``download_broken`` (try again: it goes
            on), ``no_space``, ``not_secure``; and, where what was fetched is thrown away, ``too_large``,
            ``not_as_listed`` (the server has another file than the list says), ``checksum_differs``.
    """
    require_secure(model.url)
    folder.mkdir(parents=True, exist_ok=True)
    require_room(folder, model.size * _ROOM)
    part = Part(folder, model)
    if part.whole:
        return part.end()
    if part.of_another or part.size >= model.size:
        part.drop()
    with told_when_full(model.size * _ROOM):
        _fetch(model, part, progress)
    if not part.whole:
        part.drop()
        raise ModelTrouble("checksum_differs", model.name)
    return part.end()


def _fetch(model: Published, part: Part, progress: Progress) -> None:
    before = part.size
    try:
        if not (before and _go_on(model, part, progress)):
            _begin(model, part, progress)
    except requests.HTTPError as failure:
        raise ModelTrouble("not_given", f"{failure.response.status_code} {urlsplit(model.url).netloc}") from failure
    except requests.RequestException as failure:
        began = part.size > 0
        code = "download_broken" if began else "no_network"
        raise ModelTrouble(code, model.name if began else urlsplit(model.url).netloc) from failure
    if part.size < model.size:
        ends_there = part.size == before  # twice at the same byte: that is its end, and no next time goes on
        if ends_there:
            part.drop()
        raise ModelTrouble("not_as_listed" if ends_there else "download_broken", model.name)


def _go_on(model: Published, part: Part, progress: Progress) -> bool:
    """False when the server cannot go on in the middle, or has another file now than the one that was begun."""
    headers = {**_AS_IT_IS, "Range": f"bytes={part.size}-"}
    if part.edition:
        headers["If-Range"] = part.edition
    with get(model.url, _TIMEOUT, headers=headers, stream=True) as answer:
        if answer.status_code == _UNSATISFIABLE:
            return False
        answer.raise_for_status()
        told = _RANGE.fullmatch(answer.headers.get("Content-Range", ""))
        other = told and (int(told[1]) != part.size or told[2] not in ("*", str(model.size)))
        if answer.status_code != _PARTIAL or other:
            return False
        _store(answer, model, part, progress)
        return True


def _begin(model: Published, part: Part, progress: Progress) -> None:
    with get(model.url, _TIMEOUT, headers=_AS_IT_IS, stream=True) as answer:
        answer.raise_for_status()
        whole = answer.headers.get("Content-Length", "")
        if whole.isdecimal() and int(whole) != model.size:
            part.drop()
            raise ModelTrouble("too_large" if int(whole) > model.size else "not_as_listed", model.name)
        part.begin(_edition(answer))
        _store(answer, model, part, progress)


def _edition(answer: requests.Response) -> str:
    """What the server can tell this edition of the file by. A weak ETag may stand for other bytes."""
    tag = answer.headers.get("ETag", "")
    return tag if tag.startswith('"') else answer.headers.get("Last-Modified", "")


def _store(answer: requests.Response, model: Published, part: Part, progress: Progress) -> None:
    here = part.size
    with part.file.open("ab") as file:
        for chunk in answer.iter_content(_CHUNK):
            here += len(chunk)
            if here > model.size:
                file.close()
                part.drop()
                raise ModelTrouble("too_large", model.name)
            file.write(chunk)
            progress(here, model.size)
