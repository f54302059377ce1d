"""A text is read in every way, plain words piece by piece; what holds words has none of its own."""

from __future__ import annotations

from typing import Any

import pytest

from accessibility.node import Bounds, Node
from accessibility.probe.errors import NotThereError
from accessibility.roles import Role
from tests.accessibility.atspi.served import BOX, Served, text

pytestmark = pytest.mark.screen


def test_a_text_is_read_in_every_way(served: Served) -> None:
    content = text("one two\n", "三四", caret=9, anchor=8)
    served.show(Node(10, Role.TEXTBOX, "letter", bounds=BOX, text=content))
    letter = served.seen("letter")
    assert (letter.text, letter.caret, letter.selections) == ("one two\n三四", 9, ((8, 9),))

    def ask(method: str, signature: str, *values: Any) -> Any:
        answer = served.bus.ask(letter, "Text", method, signature, *values)
        return tuple(answer) if isinstance(answer, list) else answer

    assert ask("GetTextAtOffset", "iu", 8, 0) == ("三", 8, 9)
    assert ask("GetTextBeforeOffset", "iu", 8, 1) == ("two\n", 4, 8)
    assert ask("GetTextAfterOffset", "iu", 0, 5) == ("三四", 8, 10)
    assert ask("GetStringAtOffset", "iu", 9, 3) == ("三四", 8, 10)
    assert ask("GetCharacterAtOffset", "i", 8) == ord("三")
    assert ask("GetCharacterAtOffset", "i", 99) == 0
    assert ask("GetText", "ii", 4, -1) == "two\n三四"
    assert ask("GetCharacterExtents", "iu", 1, 1) == (20, 20, 10, 20)
    assert ask("GetCharacterExtents", "iu", 1, 0) == (120, 70, 10, 20)
    assert ask("GetCharacterExtents", "iu", 1, 2) == (20, 20, 10, 20)  # the window is the parent
    assert ask("GetCharacterExtents", "iu", 10, 1) == (30, 40, 1, 20)  # behind the last: the caret
    assert ask("GetRangeExtents", "iiu", 4, 10, 1) == (10, 20, 80, 40)
    assert ask("GetOffsetAtPoint", "iiu", 25, 45, 1) == 9
    assert ask("GetOffsetAtPoint", "iiu", 500, 45, 1) == -1
    assert ask("GetAttributeRun", "ib", 0, False) == ({}, 0, 10)
    assert [row[2] for row in ask("GetBoundedRanges", "iiiiuuu", 0, 40, 50, 5, 1, 0, 0)] == ["三四"]


@pytest.mark.parametrize("role", [Role.STATICTEXT, Role.HEADING, Role.LISTITEM, Role.CELL, Role.ROWHEADER, Role.STATUS])
def test_plain_words_are_read_piece_by_piece(served: Served, role: Role) -> None:
    served.show(Node(10, role, "Two words\n三四", bounds=Bounds(10, 20, 110, 60)))
    words = served.seen("Two words\n三四")

    def ask(method: str, signature: str, *values: Any) -> Any:
        answer = served.bus.ask(words, "Text", method, signature, *values)
        return tuple(answer) if isinstance(answer, list) else answer

    assert (words.text, words.caret, words.selections) == ("Two words\n三四", 0, ())
    assert not {"editable", "single-line", "multi-line"} & words.states
    assert ask("GetText", "ii", 4, 9) == "words"
    assert ask("GetTextAtOffset", "iu", 5, 0) == ("o", 5, 6)
    assert ask("GetTextAtOffset", "iu", 5, 1) == ("words\n", 4, 10)
    assert ask("GetStringAtOffset", "iu", 11, 1) == ("四", 11, 12)
    assert ask("GetStringAtOffset", "iu", 11, 3) == ("三四", 10, 12)
    assert ask("GetCharacterExtents", "iu", 5, 1) == (10, 20, 100, 20)
    assert ask("GetRangeExtents", "iiu", 10, 12, 1) == (10, 40, 100, 20)
    assert ask("SetCaretOffset", "i", 3) is False
    with pytest.raises(NotThereError):
        served.bus.set_text(words, "other")


def test_what_holds_words_has_no_text_of_its_own(served: Served) -> None:
    words = Node(11, Role.STATICTEXT, "inner", bounds=BOX)
    served.show(Node(10, Role.LISTITEM, "outer", bounds=BOX, children=(11,)), words)
    assert (served.seen("outer").text, served.seen("inner").text) == (None, "inner")
