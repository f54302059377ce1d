"""A caption's mark moves several times a second: lines stay broken as they were, and it is marked once."""

from __future__ import annotations

import pytest

from app.ui.look import Look
from app.ui.widgets import text
from app.ui.widgets.caption import Caption, marked

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


@pytest.mark.parametrize(
    ("shown", "said", "marked_part"),
    [
        ("转账五百元", (2, 5), "五百元"),
        ("转账五\n百元", (3, 5), "百元"),
        ("转账五\n百元", (2, 5), "五\n百元"),
        ("a [b] & c", (2, 5), "&bl;b&br;"),
    ],
)
def test_the_caption_marks_what_is_said_now(shown: str, said: tuple[int, int], marked_part: str) -> None:
    words = shown.replace("\n", "")
    assert f"[u]{marked_part}[/u]" in marked(shown, words, said, "#000000")
    assert "[u]" not in marked(shown, words, (0, 0), "#000000")


def test_a_word_broken_with_a_hyphen_is_still_found() -> None:
    assert "[u]bar[/u]" in marked("foo-\nbar", "foobar", (3, 6), "#000000")
