"""Keys: KBD-01, KBD-01.focusable, KBD-02.leave, KBD-06, KBD-07, KBD-08, KBD-12."""

from __future__ import annotations

from accessibility.checks.screen import Screen
from accessibility.checks.tried import Held, Opened, Stop, Typing, Walk
from accessibility.probe.seen import Seen
from tests.audit.cases.table import Cases, frame, node, screen

CASES = Cases()


@CASES.screen(inapplicable="KBD-01.focusable KBD-10 KBD-10.gone TGT-08")
def nothing_to_operate() -> Screen:
    return screen(node("label", "请稍候"), arrived=True)


@CASES.screen(inapplicable="KBD-01 KBD-02 KBD-03 KBD-04 KBD-05 KBD-06")
def walk_through_words() -> Screen:
    return screen(node("label", "请稍候"), walk=Walk((), ()))


@CASES.screen(failed="KBD-01", passed="KBD-02")
def button_that_no_key_reaches() -> Screen:
    reached = [node("push button", name) for name in ("转账", "登录")]
    stops = tuple(Stop("Tab", (button,), frame(*reached)) for button in reached)
    back = tuple(button.ref for button in reversed(reached))
    return screen(*reached, node("push button", "取消"), walk=Walk(stops, back))


@CASES.screen(failed="KBD-06")
def focus_under_another() -> Screen:
    below = node("push button", "下面的", at=(60, 300, 200, 64), states="focused")
    return screen(below, node("push button", "上面的", at=(60, 300, 200, 64)), walk=Walk((), ()))


@CASES.screen(passed="KBD-06")
def focus_above_what_scrolls_under_it() -> Screen:
    scrolled = node("radio button", "张三", at=(60, 300, 200, 64))
    return screen(scrolled, node("push button", "说话", at=(60, 300, 200, 64), states="focused"), walk=Walk((), ()))


@CASES.screen(passed="KBD-01.focusable")
def focusable_controls() -> Screen:
    options = node("list box", "币种", node("list item", "人民币", actions=("click",)))
    return screen(node("push button", "转账"), options)


@CASES.screen(failed="KBD-01.focusable")
def control_without_focus() -> Screen:
    return screen(node("push button", "转账", without="focusable"))


def _walked(*stops: Stop) -> Screen:
    return screen(node("heading", "登录"), node("push button", "转账"), walk=Walk(stops, ()))


@CASES.screen(passed="KBD-07")
def walk_that_changes_nothing() -> Screen:
    button = node("push button", "转账", states="focused")
    return _walked(Stop("Tab", (button,), frame(node("heading", "登录"), button)))


@CASES.screen(inapplicable="KBD-07")
def walk_that_stops_nowhere() -> Screen:
    return _walked(Stop("Tab", (), frame(node("heading", "登录"))))


@CASES.screen(failed="KBD-07")
def focus_that_opens_a_screen() -> Screen:
    button = node("push button", "转账", states="focused")
    return _walked(Stop("Tab", (button,), frame(node("heading", "转账"), button, title="转账")))


@CASES.screen(failed="KBD-07")
def focus_that_opens_a_dialog() -> Screen:
    button = node("push button", "转账", states="focused")
    dialog = node("dialog", "提示")
    return _walked(Stop("Tab", (button,), frame(node("heading", "登录"), button, dialog)))


@CASES.screen(passed="KBD-08")
def characters_without_effect() -> Screen:
    button = node("push button", "转账")
    return screen(button, typing=Typing(button, "abc", ""))


@CASES.screen(inapplicable="KBD-08")
def nothing_to_type_on() -> Screen:
    return screen(node("label", "请稍候"), typing=Typing(None, "abc", ""))


@CASES.screen(failed="KBD-08")
def character_that_acts() -> Screen:
    button = node("push button", "转账")
    return screen(button, typing=Typing(button, "abc", "the title is 帮助"))


CHOICE = node("combo box", "币种", states="expandable has-popup")


def _held(times: int) -> Screen:
    box = node("check box", "记住收款人")
    return screen(box, CHOICE, held=(Held(box, "Return", times),), opened=())


@CASES.screen(passed="KBD-12", inapplicable="KBD-02.leave")
def held_key_that_acts_once() -> Screen:
    return _held(1)


@CASES.screen(failed="KBD-12")
def held_key_that_acts_again_and_again() -> Screen:
    return _held(12)


def _opened(*, closed: bool = True, focused: Seen | None = CHOICE) -> Screen:
    return screen(CHOICE, node("push button", "登录"), held=(), opened=(Opened(CHOICE, closed, focused),))


@CASES.screen(passed="KBD-02.leave", inapplicable="KBD-12")
def list_left_by_escape() -> Screen:
    return _opened()


@CASES.screen(failed="KBD-02.leave")
def list_that_stays_open() -> Screen:
    return _opened(closed=False)


@CASES.screen(failed="KBD-02.leave")
def list_that_loses_the_focus() -> Screen:
    return _opened(focused=None)


@CASES.screen(failed="KBD-02.leave")
def list_that_leads_elsewhere() -> Screen:
    return _opened(focused=node("push button", "登录"))
