"""Where the focus goes by itself: KBD-10, KBD-10.gone, SEM-17.leave."""

from __future__ import annotations

from accessibility.checks.screen import Screen
from accessibility.checks.tried import Leaving, Removal
from accessibility.probe.seen import Seen
from tests.audit.cases.table import Cases, node, screen

CASES = Cases()


def _arrived(focus: str, *, wrong: str = "") -> Screen:
    def told(role: str, name: str) -> str:
        return " ".join(("focusable", "focused" if name == focus else "", "invalid-entry" if name == wrong else ""))

    parts = (("heading", "登录"), ("entry", "客户号"), ("password text", "密码"), ("push button", "下一步"))
    return screen(*(node(role, name, states=told(role, name)) for role, name in parts), arrived=True)


@CASES.screen(passed="KBD-10")
def focus_on_the_heading() -> Screen:
    return _arrived("登录")


@CASES.screen(passed="KBD-10")
def focus_on_the_first_wrong_field() -> Screen:
    return _arrived("密码", wrong="密码")


@CASES.screen(failed="KBD-10")
def focus_nowhere() -> Screen:
    return _arrived("")


@CASES.screen(failed="KBD-10")
def focus_beside_the_wrong_field() -> Screen:
    return _arrived("密码", wrong="客户号")


@CASES.screen(cant_tell="KBD-10")
def focus_on_a_button() -> Screen:
    return _arrived("下一步")


HELP = node("dialog", "帮助", node("push button", "关闭"))
OPENER = node("push button", "帮助与按键")


def _left(*, went: bool = True, opener: Seen | None = OPENER, focused: Seen | None = OPENER) -> Screen:
    return screen(HELP, leaving=Leaving(HELP, went, opener, focused))


@CASES.screen(passed="SEM-17.leave")
def dialog_that_gives_the_focus_back() -> Screen:
    return _left()


@CASES.screen(inapplicable="SEM-17.leave")
def no_dialog_to_leave() -> Screen:
    return screen(node("push button", "转账"))


@CASES.screen(failed="SEM-17.leave")
def dialog_that_stays() -> Screen:
    return _left(went=False)


@CASES.screen(failed="SEM-17.leave")
def dialog_that_loses_the_focus() -> Screen:
    return _left(focused=None)


@CASES.screen(failed="SEM-17.leave")
def dialog_that_leads_elsewhere() -> Screen:
    return _left(focused=node("heading", "首页"))


@CASES.screen(cant_tell="SEM-17.leave")
def dialog_over_a_screen_that_has_gone() -> Screen:
    return _left(opener=None)


def _removed(*nodes: Seen) -> Screen:
    """王芳 was deleted from the list of payees, which is still there."""
    around = next((item for item in nodes if item.role == "list"), None)
    return screen(*nodes, removal=Removal(node("push button", "删除王芳"), around))


@CASES.screen(passed="KBD-10.gone")
def focus_on_the_neighbour_of_what_went() -> Screen:
    return _removed(node("list", "收款人", node("push button", "删除张三", states="focused")))


@CASES.screen(passed="KBD-10.gone")
def focus_on_the_message_that_it_went() -> Screen:
    return _removed(node("list", "收款人"), node("alert", "已删除", states="focused focusable"))


@CASES.screen(failed="KBD-10.gone")
def focus_lost_with_what_went() -> Screen:
    return _removed(node("list", "收款人", node("push button", "删除张三")))


@CASES.screen(cant_tell="KBD-10.gone")
def focus_far_from_what_went() -> Screen:
    return _removed(node("list", "收款人"), node("push button", "首页", states="focused"))
