"""Names, labels and errors: SEM-02, SEM-09, SEM-10, SEM-19, TRX-02."""

from __future__ import annotations

from accessibility.checks.screen import Screen
from tests.audit.cases.table import Cases, node, screen

CASES = Cases()


@CASES.screen(passed="SEM-02", inapplicable="SEM-09 SEM-10 SEM-19 TRX-02")
def good_names() -> Screen:
    names = ("转账", "Sign in", "A+ 放大文字", "light", "Always", "eBank 转账")
    return screen(*(node("push button", name) for name in names))


@CASES.screen(inapplicable="SEM-02")
def only_words() -> Screen:
    return screen(node("heading", "arrow_left.png"), node("label", "button1"))


@CASES.screen(failed="SEM-02")
def named_by_a_file() -> Screen:
    return screen(node("push button", "arrow_left.png"))


@CASES.screen(failed="SEM-02")
def named_by_an_id() -> Screen:
    return screen(node("push button", "sign_in_title"))


@CASES.screen(failed="SEM-02")
def named_by_its_class() -> Screen:
    return screen(node("entry", "TextInput"))


@CASES.screen(failed="SEM-02")
def numbered() -> Screen:
    return screen(node("push button", "button 1"))


@CASES.screen(failed="SEM-02")
def endless_name() -> Screen:
    return screen(node("push button", "转" * 600))


@CASES.screen(cant_tell="SEM-02")
def says_little() -> Screen:
    return screen(node("push button", "更多"))


@CASES.screen(passed="SEM-09")
def label_above() -> Screen:
    return screen(node("label", "金额：", at=(20, 20, 200, 30)), node("entry", "金额", at=(20, 56, 400, 48)))


@CASES.screen(passed="SEM-09 SEM-10")
def label_by_relation() -> Screen:
    label = node("label", "金额", at=(20, 20, 80, 30))
    return screen(label, node("entry", "金额，元", at=(300, 300, 200, 48), relations={"labelled-by": (label.ref,)}))


@CASES.screen(failed="SEM-09")
def label_is_gone() -> Screen:
    return screen(node("entry", "金额", relations={"labelled-by": ("nowhere",)}))


@CASES.screen(cant_tell="SEM-09")
def label_far_away() -> Screen:
    return screen(node("label", "金额", at=(20, 20, 80, 30)), node("entry", "金额", at=(20, 300, 400, 48)))


@CASES.screen(failed="SEM-10")
def name_is_not_the_label() -> Screen:
    label = node("label", "转账金额")
    return screen(label, node("entry", "数目", relations={"labelled-by": (label.ref,)}))


@CASES.screen(passed="SEM-19")
def picture_with_words() -> Screen:
    return screen(node("image", "二维码：付款给听见银行"))


@CASES.screen(failed="SEM-19")
def picture_without_words() -> Screen:
    return screen(node("image"))


@CASES.screen(failed="SEM-19")
def picture_named_by_its_file() -> Screen:
    return screen(node("icon", "logo.svg"))


@CASES.screen(passed="TRX-02")
def error_in_the_description() -> Screen:
    return screen(node("entry", "金额", states="invalid-entry", description="还没有填写"))


@CASES.screen(passed="TRX-02")
def error_by_relation() -> Screen:
    error = node("label", "超过每笔限额")
    return screen(error, node("entry", "金额", states="invalid-entry", relations={"error-message": (error.ref,)}))


@CASES.screen(failed="TRX-02")
def wrong_without_words() -> Screen:
    return screen(node("entry", "金额", states="invalid-entry"))


@CASES.screen(failed="TRX-02")
def wrong_with_its_name_only() -> Screen:
    return screen(node("entry", "金额", states="invalid-entry", description="金额"))
