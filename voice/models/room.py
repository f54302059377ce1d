"""Room on the disk: asked for before it is filled, and told in our words when it ends all the same."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from voice.errors import ModelTrouble

_FULL = (errno.ENOSPC, errno.EDQUOT)


def require_room(folder: Path, needed: int) -> None:
    """Raises ModelTrouble ``no_space`` where ``needed`` bytes do not fit."""
    if shutil.disk_usage(folder).free < needed:
        raise _no_space(needed)


@contextmanager
def told_when_full(needed: int) -> Iterator[None]:
    """Others fill the disk, too. Raises ModelTrouble ``no_space`` for a disk that becomes full meanwhile."""
    try:
        yield
    except OSError as failure:
        if failure.errno not in _FULL:
            raise
        raise _no_space(needed) from failure


def _no_space(needed: int) -> ModelTrouble:
    return ModelTrouble("no_space", f"{needed // 1_000_000} MB")
