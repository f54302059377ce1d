"""The words of the window: the same in both languages, none missing, none unused."""

from __future__ import annotations

import re
from pathlib import Path

from app.words import LANGUAGES, LOCALES

UI = Path(__file__).resolve().parents[2] / "app" / "ui"
BUILT = ("ui-voice-", "ui-key-", "ui-smaller", "ui-larger", "ui-theme")
"""Ids made of a part that is known at run time only."""

BAR = {"ui-home", "ui-chat", "ui-settings", "ui-help"}


def _ids(lang: str) -> set[str]:
    return set(re.findall(r"^(ui-[\w-]+) =", (LOCALES / lang / "ui.ftl").read_text("utf8"), re.MULTILINE))


def _named() -> set[str]:
    return {name for file in UI.rglob("*.py") for name in re.findall(r'"(ui-[\w-]+)"', file.read_text("utf8"))}


def test_both_languages_have_the_same_ids() -> None:
    first, *others = (_ids(lang) for lang in LANGUAGES)
    assert all(other == first for other in others)


def test_every_id_in_the_code_has_words() -> None:
    assert _named() <= _ids("zh-CN")


def test_no_words_are_left_over() -> None:
    unused = {name for name in _ids("zh-CN") - _named() - BAR if not name.startswith(BUILT)}
    assert not unused
