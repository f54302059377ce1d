"""Does the name a customer wrote belong to the account that would be paid?"""

from __future__ import annotations

import unicodedata
from enum import StrEnum


class NameCheck(StrEnum):
    """The three answers of a confirmation-of-payee service."""

    MATCH = "match"
    CLOSE = "close"
    NO_MATCH = "no_match"


def check_name(written: str, holder: str) -> NameCheck:
    """``close`` is a slip of the pen or the ear: the same sound, or one character off in three or more."""
    one, other = _plain(written), _plain(holder)
    if one == other:
        return NameCheck.MATCH
    if _same_sound(one, other) or (min(len(one), len(other)) >= 3 and _one_off(one, other)):
        return NameCheck.CLOSE
    return NameCheck.NO_MATCH


def _same_sound(one: str, other: str) -> bool:
    # Loaded when two names first differ: its tables cost a start a quarter of a second and 50 MB.
    from pypinyin import lazy_pinyin  # noqa: PLC0415

    return bool(lazy_pinyin(one) == lazy_pinyin(other))


def _plain(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


def _one_off(one: str, other: str) -> bool:
    """One character replaced, added or left out."""
    if len(one) > len(other):
        one, other = other, one
    same = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    if len(one) == len(other):
        return one[same + 1 :] == other[same + 1 :]
    return one[same:] == other[same + 1 :]
