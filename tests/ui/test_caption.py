"""A caption's mark moves several times a second: lines stay broken as they were, and it is marked once."""

from __future__ import annotations

import pytest

from app.ui.look import Look
from app.ui.widgets import text
from app.ui.widgets.caption import Caption

WORDS = "请核对：转给李娜"


@pytest.fixture
def caption() -> Caption:
    return Caption(words=WORDS, look=Look(), width=600)


def test_lines_are_not_broken_anew_for_a_mark(caption: Caption, monkeypatch: pytest.MonkeyPatch) -> None:
    broken: list[str] = []
    monkeypatch.setattr(text, "wrap", lambda words, *rest: broken.append(words) or words)
    caption.mark(0, 1)
    caption.mark(1, 3)
    assert "[u]核对[/u]" in caption.text
    assert not broken


def test_without_room_a_part_is_marked_once(caption: Caption) -> None:
    caption.width = 0
    caption.mark(0, 1)
    caption.mark(1, 3)
    assert caption.text.count("[u]") == 1
    assert "&bl;" not in caption.text
