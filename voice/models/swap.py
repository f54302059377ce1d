"""Folders that change their place whole: whatever breaks off in the middle, a whole one is there or is found again.

While a model stands beside its place it has a mark behind its name that no published name can have.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path

_FRESH, _ASIDE, _GONE = "~new", "~old", "~gone"
_TRIES = 20


def fresh_of(place: Path) -> Path:
    """Where to make what shall come to ``place``; swept away when it does not."""
    return place.with_name(place.name + _FRESH)


def put_in(place: Path) -> None:
    """What was made in ``fresh_of`` comes to the place; what stood there goes when the new one is there.

    Raises:
        OSError: the folder cannot be changed; what stood there stands there still.
    """
    fresh, aside = fresh_of(place), _aside(place)
    for left in reversed(range(_TRIES)):
        if place.is_dir():
            shutil.rmtree(aside, ignore_errors=True)  # left over: what counts is in its place
            os.rename(place, aside)
        try:
            os.rename(fresh, place)
            break
        except OSError:
            recover(place)  # or another process has: it looked between the two steps
            if not left or not place.is_dir():
                raise
    with contextlib.suppress(OSError):  # swept another time
        _delete(aside)


def take_out(place: Path) -> None:
    """Delete it, in one step for whoever looks. Raises OSError, and it stands there still."""
    for leftover in (_aside(place), fresh_of(place)):
        shutil.rmtree(leftover, ignore_errors=True)
    _delete(place)


def recover(place: Path) -> bool:
    """Is something in the place? What stood there is put back, if a change broke off while it stood aside."""
    if not place.is_dir():
        with contextlib.suppress(OSError):  # there is none, or the new one has come meanwhile
            os.rename(_aside(place), place)
    return place.is_dir()


def recover_all(folder: Path) -> None:
    """See ``recover``, for every place in a folder."""
    for aside in folder.glob(f"*{_ASIDE}"):
        recover(aside.with_name(aside.name.removesuffix(_ASIDE)))


def sweep(folder: Path) -> None:
    """Delete what was to be deleted already. Nobody looks for these, so that any process may do it at any time."""
    for gone in folder.glob(f"*{_GONE}*"):
        shutil.rmtree(gone, ignore_errors=True)


def _aside(place: Path) -> Path:
    return place.with_name(place.name + _ASIDE)


def _delete(place: Path) -> None:
    """Out of sight first: deleting takes its time, and half a model is none."""
    if place.is_dir():
        gone = place.with_name(f"{place.name}{_GONE}{os.getpid()}")
        os.rename(place, gone)
        shutil.rmtree(gone, ignore_errors=True)
