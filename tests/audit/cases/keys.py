"""Keys and focus: KBD-01.focusable, KBD-02.leave, KBD-07, KBD-08, KBD-10, KBD-10.gone, KBD-12, TGT-05, TGT-06,
TGT-07, TGT-08, TXT-14, SEM-11.tap, SEM-17.leave."""

from __future__ import annotations

from accessibility.checks.screen import Screen
from accessibility.checks.tried import Held, Hover, Leaving, Mixed, Opened, Removal, Slide, Stop, Tap, Typing, Walk
from accessibility.probe.atspi import Seen
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


@CASES.screen(passed="TGT-08")
def cancel_far_from_confirm() -> Screen:
    return screen(
        node("push button", "确认转账", at=(20, 20, 120, 48)), node("push button", "取消这项业务", at=(20, 92, 120, 48))
    )


@CASES.screen(failed="TGT-08")
def cancel_beside_confirm() -> Screen:
    return screen(
        node("push button", "确认转账", at=(20, 20, 120, 48)), node("push button", "取消", at=(144, 20, 120, 48))
    )


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


def _pressed(change: str = "", *, answered: bool = True) -> Screen:
    button, field = node("push button", "转账"), node("entry", "金额")
    return screen(button, field, slides=(Slide(button, change),), taps=(Tap(field, answered),))


@CASES.screen(passed="TGT-05 SEM-11.tap")
def presses_as_they_should_be() -> Screen:
    return _pressed()


@CASES.screen(failed="TGT-05")
def button_that_acts_when_it_is_touched() -> Screen:
    return _pressed("the title is '转账'")


@CASES.screen(failed="SEM-11.tap")
def field_that_is_not_where_it_says() -> Screen:
    return _pressed(answered=False)


@CASES.screen(inapplicable="SEM-11.tap")
def nothing_to_tap() -> Screen:
    button = node("push button", "转账")
    return screen(button, slides=(Slide(button, ""),))


@CASES.screen(inapplicable="TGT-05")
def nothing_to_slide_off() -> Screen:
    field = node("entry", "金额")
    return screen(field, taps=(Tap(field, True),))


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


def _mixed(*worked: bool) -> Screen:
    box = node("check box", "记住收款人")
    ways = ("pointer", "key", "platform")
    return screen(box, hovers=(), mixed=tuple(Mixed(box, way, did) for way, did in zip(ways, worked, strict=False)))


@CASES.screen(passed="TGT-07", inapplicable="TXT-14")
def box_by_every_way() -> Screen:
    return _mixed(True, True, True)


@CASES.screen(failed="TGT-07")
def box_without_keys_after_the_pointer() -> Screen:
    return _mixed(True, False, True)


def _hovered(*, stays: bool = True, hidden: bool = True) -> Screen:
    button = node("push button", "转账")
    return screen(button, mixed=(), hovers=(Hover(button, node("label", "转给别人"), stays, hidden),))


@CASES.screen(passed="TXT-14", inapplicable="TGT-07")
def hint_that_stays_and_goes() -> Screen:
    return _hovered()


@CASES.screen(failed="TXT-14")
def hint_that_flees() -> Screen:
    return _hovered(stays=False)


@CASES.screen(failed="TXT-14")
def hint_that_nothing_hides() -> Screen:
    return _hovered(hidden=False)


@CASES.screen(inapplicable="TGT-06")
def nothing_to_drag() -> Screen:
    return screen(node("push button", "转账"))


@CASES.screen(passed="TGT-06")
def slider_with_steps() -> Screen:
    return screen(node("slider", "音量", actions=("increment", "decrement")))


@CASES.screen(failed="TGT-06")
def slider_that_must_be_dragged() -> Screen:
    return screen(node("slider", "音量"))


@CASES.screen(failed="TGT-06")
def button_that_only_a_swipe_brings() -> Screen:
    below = node("push button", "最后一项", at=(20, 900, 200, 50))
    return screen(below, scrolled=frozenset({below.ref}), sights={})
