"""Where lines may end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ui.line_break import CLOSING, OPENING, pieces, wrap


def wide(text: str) -> float:
    """Chinese characters count two, the rest one."""
    return float(sum(2 if char > "\u2e80" else 1 for char in text))


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("请先登录，再办业务。", 8, "请先登\n录，再办\n业务。"),
        ("余额 ¥1,234.50 元", 12, "余\n额 ¥1,234.50\n元"),
        ("You have two accounts", 9, "You have\ntwo\naccounts"),
        ("20261122000012", 6, "202611\n220000\n12"),
        ("List transactions", 9, "List\ntransact-\nions"),
        ("¥1,234.50。", 9, "¥1,234.50\n。"),
        ("¥1,234,567.50", 8, "¥1,234,\n567.50"),
        ("号 8042） ¥6,000.00，", 12, "号 8042）\n¥6,000.00，"),
        ("甲\n乙", 10, "甲\n乙"),
        ("", 10, ""),
    ],
)
def test_lines_end_where_they_may(text: str, width: float, expected: str) -> None:
    assert [line.strip() for line in wrap(text, width, wide).split("\n")] == expected.split("\n")


@given(st.text(alphabet="听见远程银行，。（）“”¥ 12ab\n", max_size=60), st.integers(min_value=8, max_value=40))
def test_nothing_is_lost_and_nothing_is_too_wide(text: str, width: int) -> None:
    lines = wrap(text, width, wide).split("\n")
    assert "".join("".join(lines).split()).replace("-", "") == "".join(text.split())
    assert all(wide(line) <= width or len(line) == 1 for line in lines)


@given(st.text(alphabet="听见远程，。（）“”ab1 ", max_size=40))
def test_no_piece_begins_with_a_closing_mark_or_ends_with_an_opening_one(text: str) -> None:
    parts = list(pieces(text))
    assert "".join(parts) == text
    assert not any(part[0] in CLOSING for part in parts[1:])
    assert not any(part[-1] in OPENING for part in parts[:-1])
