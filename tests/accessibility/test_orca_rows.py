"""What Orca says and shows in braille of lists short and long, a tree, a table, a chat, and what cannot be used."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from accessibility.probe.atspi import Bus
from accessibility.probe.desktop import Desktop
from accessibility.probe.orca import Orca
from tests.accessibility.listening import Listening

pytestmark = pytest.mark.screen_reader
ROOT = Path(__file__).parents[2]
WHERE_AM_I = "KP_Enter"
PROGRESS_IN_BRAILLE = {"brailleProgressBarUpdates": True, "progressBarUpdateInterval": 0}


@pytest.fixture(scope="module")
def rows() -> Iterator[Listening]:
    with Desktop(screen_reader=True) as desk, Orca(desk, PROGRESS_IN_BRAILLE) as orca:
        program = [sys.executable, "-m", "tests.accessibility.rows_page"]
        orca.launch(program, "Statement", cwd=ROOT, tries=1, timeout=40)
        desk.wait_for_window("Rows")
        with Bus(desk, ["object:state-changed:focused"]) as bus:
            yield Listening(desk, orca, bus, "Rows")


def test_a_list_tells_how_many_it_has_and_where_one_is(rows: Listening) -> None:
    since = rows.focus("list item", "Who")
    rows.orca.wait_for("Steps", since)
    rows.orca.wait_for("3 个项目的列表", since)
    rows.feels("Who 列表项")
    rows.hears("How much", "Down")
    rows.feels("How much 列表项")
    rows.hears("3 的 2", WHERE_AM_I)


def test_a_list_of_which_three_items_are_seen_is_counted_whole(rows: Listening) -> None:
    since = rows.focus("list item", "Card 1")
    rows.orca.wait_for("Card 60 个项目的列表", since)
    rows.orca.wait_for("未选中", since)
    rows.hears("Card 2", "Down")
    rows.hears("60 的 2", WHERE_AM_I)
    rows.hears("Card 60", "End")
    rows.feels("Card 60")
    rows.hears("60 的 60", WHERE_AM_I)
    rows.hears("已选中", "space")


def test_an_item_of_a_very_long_list_says_its_real_place_and_all_can_be_reached(rows: Listening) -> None:
    since = rows.focus("list item", "Payment 1")
    rows.orca.wait_for("1/1000", since)
    rows.hears("2/1000", "Down")
    rows.hears("1000/1000", "End")
    rows.feels("Payment 1000 列表项")
    rows.hears("Payment 990", "Page_Up")
    rows.hears("990/1000", WHERE_AM_I)


def test_a_tree_tells_levels_what_is_open_and_places(rows: Listening) -> None:
    since = rows.focus("tree item", "Accounts")
    rows.orca.wait_for("Products 树", since)
    rows.orca.wait_for("已收起", since)
    rows.orca.wait_for("树型等级 1", since)
    rows.feels("Accounts 已收起 树型等级 1")
    rows.hears("已展开", "Right")
    rows.find("tree item", "Current")
    since = rows.press("Right")
    rows.orca.wait_for("Current", since)
    rows.orca.wait_for("树型等级 2", since)
    rows.feels("Current 树型等级 2")
    rows.hears("Savings", "Down")
    rows.hears("2 的 2", WHERE_AM_I)
    rows.hears("Accounts", "Left")
    since = rows.press("Down", "Down", "Down")
    rows.orca.wait_for("Cards", since)
    rows.feels("Cards 已收起 树型等级 1")
    rows.hears("2 的 2", WHERE_AM_I)  # of the branches, not of all that is open


def test_a_table_is_read_by_cells_with_their_headers(rows: Listening) -> None:
    since = rows.focus("table cell", "1200")
    rows.orca.wait_for("Balances", since)
    rows.orca.wait_for("有 3 行的表格 3 列", since)
    rows.feels("1200")
    rows.hears("Currency 列头 CNY", "Left")
    rows.feels("CNY 1200")
    since = rows.press("Down")  # Orca reads a new row whole, from its header
    for words in ("Savings", "USD", "85"):
        rows.orca.wait_for(words, since)
    rows.hears("3 列中的第 2 列 3 行中的第 3 行", WHERE_AM_I)
    rows.hears("Savings 行头", "Left")
    rows.feels("Savings 行头")


def test_a_choice_tells_its_list_and_where_one_is_in_it(rows: Listening) -> None:
    since = rows.focus("combo box", "City")
    rows.orca.wait_for("City 组合框", since)
    rows.orca.wait_for("Bern", since)
    rows.feels("City Bern 组合框")
    since = rows.press("Down")
    rows.orca.wait_for("City 组合框 已展开", since)
    rows.orca.wait_for("3 个项目的列表", since)
    rows.hears("Rome", "Down")
    rows.hears("3 的 2", WHERE_AM_I)
    since = rows.press("Return")
    rows.orca.wait_for("City 组合框", since)
    rows.orca.wait_for("Rome", since)
    rows.feels("City Rome 组合框")


def test_a_new_line_of_a_chat_is_read_alone(rows: Listening) -> None:
    rows.focus("push button", "Write")
    for number in (1, 2):
        since = rows.press("space")
        rows.orca.wait_for(f"You: question {number}", since)
        rows.feels(f"You: question {number}")
        rows.hears("Write 按钮", WHERE_AM_I)
        assert "hello" not in " ".join(rows.orca.said(since)), "what was there is no news"


def test_progress_is_told_and_felt_where_orca_is_set_to_show_it(rows: Listening) -> None:
    """Orca 43 comes with `brailleProgressBarUpdates` off."""
    rows.focus("push button", "Work")
    rows.hears("百分之 35", "space")
    rows.feels("Loading 35% 进度条")


def test_what_cannot_be_used_is_met_in_review_and_says_so(rows: Listening) -> None:
    rows.focus("push button", "Write")
    rows.focus("push button", "Work")
    rows.hears("Work", "KP_Begin")
    rows.hears("Not now", "KP_Home")  # the line before
    rows.hears("Not now 按钮 变灰", "Insert+KP_Begin")
