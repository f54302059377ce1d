"""What sentences sound like is found once for a grammar; whose names stand in them is nobody else's business."""

from __future__ import annotations

import gc

import pytest

from app.dialogue import by_sound
from app.dialogue.by_sound import BySound
from app.dialogue.grammar import load_grammar
from app.flows import FLOWS


def test_the_name_that_is_offered_is_one_of_this_customer() -> None:
    """One after another at the same machine, and the first one again."""
    ears = BySound(load_grammar("zh-CN"), FLOWS)
    for names in [("张三",), ("章珊",), ("张三",), ("王芳",), ()]:
        found = ears.nearest("向张山汇款", "", names)
        offered = {name for name in ("张三", "章珊", "王芳") if found and name in found.sentence}
        assert offered <= set(names)
        assert offered or names not in [("张三",), ("章珊",)], "the same sounds"


def test_of_whoever_has_left_no_name_is_kept() -> None:
    """Signed out there are no names, and with the next question the last ones are gone from memory."""

    class Name(str):
        """A name that can be counted."""

        __slots__ = ()

    ears = BySound(load_grammar("zh-CN"), FLOWS)
    ears.nearest("查余额", "", (Name("张三"),))
    ears.nearest("查余额", "", ())
    gc.collect()
    held = [thing for thing in gc.get_objects() if type(thing) is tuple]  # isinstance would ask dead weak references
    assert not [thing for thing in held if any(type(part) is Name for part in thing)]


def test_a_second_listener_finds_the_sounds_of_the_grammar_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    """Chat and voice have one each; only the names and what was said are new."""
    BySound(load_grammar("zh-CN"), FLOWS).nearest("查余额", "", ())
    asked: list[str] = []
    sounds = by_sound.sounds

    def counted(text: str) -> list[str]:
        asked.append(text)
        return list(sounds(text))

    monkeypatch.setattr(by_sound, "sounds", counted)
    BySound(load_grammar("zh-CN"), FLOWS).nearest("查余额", "", ("张三",))
    assert sorted(asked) == ["张三", "查余额"]
