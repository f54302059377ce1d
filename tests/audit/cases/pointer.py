"""The pointer: TGT-01, TGT-02, TGT-05, TGT-06, TGT-07, TGT-08, TXT-14, SEM-11.tap."""

from __future__ import annotations

from accessibility.checks.screen import Screen
from accessibility.checks.tried import Hover, Mixed, Slide, Tap
from tests.audit.cases.table import Cases, node, screen

CASES = Cases()


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


def _sentence(role: str) -> Screen:
    inside = (node("link", "费", at=(60, 20, 20, 20)), node("link", "规", at=(82, 20, 20, 20)))
    return screen(node(role, "请先看费、规", *inside, at=(20, 20, 300, 20)))


@CASES.screen(passed="TGT-01 TGT-02 TGT-02.gap TXT-01.overlap")
def links_in_a_sentence() -> Screen:
    return _sentence("label")


@CASES.screen(failed="TGT-01 TGT-02 TGT-02.gap")
def small_links_side_by_side() -> Screen:
    return _sentence("panel")


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
