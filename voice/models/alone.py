"""One process at a time changes a model: two downloads into one part would spoil each other."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from voice.errors import ModelTrouble

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_MARK = "~lock"
_HELD = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)


@contextlib.contextmanager
def alone(place: Path) -> Iterator[None]:
    """Nobody else changes the model at ``place`` meanwhile. The system lets go of it for a process that is killed.

    Raises:
        ModelTrouble: ``in_the_making``, somebody else is at it; nothing is waited for.
    """
    file = place.with_name(place.name + _MARK)
    held = _take(file)
    if held is None:
        raise ModelTrouble("in_the_making", place.name)
    try:
        yield
    finally:
        with contextlib.suppress(OSError):  # still held, so that it is nobody else's; Windows deletes no open file
            file.unlink()
        os.close(held)


def _take(file: Path) -> int | None:
    """The open file, locked; None when another holds it."""
    while True:
        opened = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(opened)
        except OSError as failure:
            if failure.errno in _HELD:
                os.close(opened)
                return None  # otherwise the file system knows no locks, and there is nothing better than to go on
        if _is(opened, file):
            return opened
        os.close(opened)  # whoever held it before has deleted it; there is another one now, or none


def _lock(opened: int) -> None:
    if sys.platform == "win32":
        msvcrt.locking(opened, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _is(opened: int, file: Path) -> bool:
    with contextlib.suppress(FileNotFoundError):
        return os.path.samestat(os.fstat(opened), file.stat())
    return False
