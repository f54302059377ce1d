"""Headings, sets, groups, tables, dialogs, landmarks: SEM-12, SEM-13.*, SEM-14, SEM-17, SEM-25, KBD-11, TGT-04."""

from __future__ import annotations

from dataclasses import replace

from accessibility.checks.screen import Screen
from accessibility.checks.tried import Stop, Walk
from accessibility.probe.seen import Seen
from tests.audit.cases.table import Cases, frame, node, screen

CASES = Cases()
AROUND = (40, 40, 400, 300)


@CASES.screen(
    inapplicable="SEM-13.level SEM-13.set SEM-13.group SEM-13.context SEM-14 SEM-17 SEM-25 KBD-11 TGT-04",
)
def words_and_a_heading() -> Screen:
    return screen(node("heading", "登录"), node("label", "请输入客户号"))


@CASES.screen(failed="SEM-12")
def order_that_changes() -> Screen:
    return screen(node("label", "第一行"), node("label", "第二行"), rereads=(("1", "2"), ("2", "1"), ("1", "2")))


def _heading(name: str, level: str) -> Seen:
    return node("heading", name, attributes={"level": level} if level else {})


@CASES.screen(passed="SEM-13.level")
def headings_in_steps() -> Screen:
    return screen(_heading("帮助", "1"), _heading("按键", "2"), _heading("字母", "3"), _heading("声音", "2"))


@CASES.screen(failed="SEM-13.level")
def level_skipped() -> Screen:
    return screen(_heading("帮助", "1"), _heading("按键", "3"))


@CASES.screen(failed="SEM-13.level")
def one_without_a_level() -> Screen:
    return screen(_heading("帮助", "1"), _heading("按键", ""))


def _items(*places: tuple[str, str], role: str = "list item", container: str = "list") -> Screen:
    items = (
        node(role, f"第{index}项", attributes={"posinset": place} | ({"setsize": size} if size else {}))
        for index, (place, size) in enumerate(places)
    )
    return screen(node(container, "按键", *items))


@CASES.screen(passed="SEM-13.set SEM-13.context")
def counted_list() -> Screen:
    return _items(("1", "9"), ("2", "9"), ("5", "9"))


def _tree(*places: tuple[str, str, str]) -> Screen:
    items = (
        node("tree item", f"第{index}项", attributes={"level": level, "posinset": place, "setsize": size})
        for index, (level, place, size) in enumerate(places)
    )
    return screen(node("tree", "产品", *items))


@CASES.screen(passed="SEM-13.set")
def open_branches_counted_each() -> Screen:
    return _tree(("1", "1", "2"), ("2", "1", "2"), ("2", "2", "2"), ("1", "2", "2"), ("2", "1", "1"))


@CASES.screen(failed="SEM-13.set")
def a_branch_counted_twice() -> Screen:
    return _tree(("1", "1", "2"), ("2", "1", "1"), ("1", "1", "2"))


@CASES.screen(passed="SEM-13.set")
def radio_buttons_of_two_groups_beside_each_other() -> Screen:
    ink, size = ("red", "blue"), ("large",)
    return screen(*(
        node("radio button", name, ref=name, relations={"member-of": group},
             attributes={"posinset": str(group.index(name) + 1), "setsize": str(len(group))})
        for name, group in (("red", ink), ("large", size), ("blue", ink))
    ))  # fmt: skip


@CASES.screen(failed="SEM-13.set")
def beyond_the_size() -> Screen:
    return _items(("1", "2"), ("3", "2"))


@CASES.screen(failed="SEM-13.set")
def sizes_that_differ() -> Screen:
    return _items(("1", "2"), ("2", "3"))


@CASES.screen(failed="SEM-13.set")
def counted_twice() -> Screen:
    return _items(("1", "2"), ("1", "2"))


@CASES.screen(failed="SEM-13.set")
def counted_from_nought() -> Screen:
    return _items(("0", "2"), ("1", "2"))


@CASES.screen(inapplicable="SEM-11")
def item_of_a_long_list_out_of_sight() -> Screen:
    place = {"posinset": "50", "setsize": "100"}
    return screen(node("list item", "第50项", at=(0, 0, 0, 0), without="showing", attributes=place))


@CASES.screen(failed="SEM-11")
def item_in_sight_without_a_size() -> Screen:
    return screen(node("list item", "第1项", at=(0, 0, 0, 0), attributes={"posinset": "1", "setsize": "2"}))


@CASES.screen(passed="SEM-06")
def choice_that_opens_and_is_not_typed_into() -> Screen:
    return screen(node("combo box", "币种", states="expandable", actions=("click", "expand")))


@CASES.screen(failed="SEM-06")
def choice_that_does_nothing() -> Screen:
    return screen(node("combo box", "币种", states="expandable"))


@CASES.screen(inapplicable="SEM-06")
def header_of_what_is_open_and_stays_so() -> Screen:
    return screen(node("push button", "明细", states="expandable expanded", actions=()))


@CASES.screen(failed="SEM-06")
def header_that_opens_nothing() -> Screen:
    return screen(node("push button", "明细", states="expandable collapsed", actions=()))


@CASES.screen(failed="SEM-13.context")
def stray_item() -> Screen:
    return screen(node("panel", "", node("list item", "F1：帮助")))


@CASES.screen(passed="SEM-13.group")
def named_group() -> Screen:
    return screen(node("panel", "收款人", node("radio button", "张三"), node("radio button", "李四")))


@CASES.screen(failed="SEM-13.group")
def nameless_group() -> Screen:
    return screen(node("panel", "", node("radio button", "张三"), node("radio button", "李四")))


def _table(*rows: tuple[str, ...], head: str = "column header") -> Screen:
    first, *others = rows
    top = node("table row", "", *(node(head, name) for name in first))
    rest = (node("table row", "", *(node("table cell", name) for name in row)) for row in others)
    return screen(node("table", "交易", top, *rest))


@CASES.screen(passed="SEM-14 SEM-13.context")
def whole_table() -> Screen:
    return _table(("日期", "金额"), ("8月1日", "-12.00"), ("8月2日", "500.00"))


@CASES.screen(failed="SEM-14")
def table_without_headers() -> Screen:
    return _table(("8月1日", "-12.00"), ("8月2日", "500.00"), head="table cell")


@CASES.screen(failed="SEM-14")
def ragged_table() -> Screen:
    return _table(("日期", "金额"), ("8月1日",))


@CASES.screen(failed="SEM-14")
def table_without_rows() -> Screen:
    return screen(node("table", "交易"))


def _dialog(*more: Seen, name: str = "帮助", close: tuple[int, int, int, int] = (60, 60, 80, 48)) -> Seen:
    return node("dialog", name, node("heading", "帮助", states="focusable focused"), *more,
                node("push button", "关闭", at=close), at=AROUND)  # fmt: skip


@CASES.screen(passed="SEM-17 TGT-04", inapplicable="KBD-11")
def good_dialog() -> Screen:
    return screen(_dialog())


@CASES.screen(failed="SEM-17")
def nameless_dialog() -> Screen:
    return screen(_dialog(name=""))


@CASES.screen(failed="SEM-17")
def button_behind_a_dialog() -> Screen:
    return screen(node("push button", "转账", at=(100, 100, 100, 48)), _dialog())


@CASES.screen(failed="SEM-17")
def focus_behind_a_dialog() -> Screen:
    behind = node("entry", "金额", at=(500, 400, 100, 40), states="focused")
    return screen(behind, node("dialog", "帮助", node("heading", "帮助"), at=AROUND))


@CASES.screen(failed="SEM-17")
def keys_lead_out_of_a_dialog() -> Screen:
    outside = node("push button", "转账", at=(500, 400, 100, 48))
    stop = Stop("Tab", (outside,), frame(outside))
    return screen(outside, _dialog(), walk=Walk((stop,), ()))


@CASES.screen(failed="TGT-04")
def small_close_button() -> Screen:
    return screen(_dialog(close=(60, 60, 20, 20)))


@CASES.screen(failed="TGT-04")
def close_button_in_the_middle() -> Screen:
    return screen(_dialog(close=(200, 170, 80, 48)))


@CASES.screen(cant_tell="TGT-04")
def dialog_without_a_close_button() -> Screen:
    return screen(node("dialog", "确认", node("push button", "是"), at=AROUND))


def _bars(*names: str) -> list[Seen]:
    return [node("push button", name) for name in names]


@CASES.screen(passed="SEM-25")
def same_order_as_before() -> Screen:
    earlier = {"home": tuple((item.role, item.name) for item in _bars("主页", "聊天", "帮助"))}
    return screen(*_bars("主页", "返回", "聊天", "帮助"), outlines=earlier)


@CASES.screen(inapplicable="SEM-25")
def other_order_than_in_another_state_of_the_same_screen() -> Screen:
    """What is suggested while somebody writes."""
    now = screen(*_bars("王", "往", "忘"))
    earlier = {now.title: tuple((item.role, item.name) for item in _bars("忘", "往", "王"))}
    return replace(now, outlines=earlier)


@CASES.screen(failed="SEM-25")
def other_order_than_before() -> Screen:
    earlier = {"home": tuple((item.role, item.name) for item in _bars("主页", "聊天", "帮助"))}
    return screen(*_bars("主页", "帮助", "聊天"), outlines=earlier)


@CASES.screen(passed="KBD-11")
def landmarks_with_names() -> Screen:
    return screen(node("landmark", "常用功能", *_bars("主页")), node("landmark", "业务", *_bars("转账")))


@CASES.screen(failed="KBD-11")
def many_controls_without_landmarks() -> Screen:
    return screen(*_bars(*(f"业务{number}" for number in range(9))))


@CASES.screen(failed="KBD-11")
def landmarks_that_sound_alike() -> Screen:
    return screen(node("landmark", "业务", *_bars("主页")), node("landmark", "业务", *_bars("转账")))
