"""Every kind of stock widget by real keys: what the real synthesiser is given to say of it, word for word."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from accessibility.audit.window import DeskWindow
from accessibility.probe.atspi import Bus
from accessibility.probe.desktop import Desktop
from tests.ui.voicing.widget_listener import WidgetListener

pytestmark = pytest.mark.screen


@pytest.fixture(scope="module")
def widgets(quiet_desk: Desktop, ear: Bus, tmp_path_factory: pytest.TempPathFactory) -> Iterator[WidgetListener]:
    """One window for all; whatever was said in it had a sound, and nothing broke."""
    one = WidgetListener(quiet_desk, ear, tmp_path_factory.mktemp("widgets"))
    yield one
    unsaid, errors = one.unsaid(), one.errors
    one.close()
    assert unsaid == []
    assert "Traceback" not in errors


def test_check_boxes_a_switch_and_what_cannot_be_pressed(widgets: WidgetListener) -> None:
    widgets.page("标记")
    widgets.answers(
        ("Tab", "邮件，复选框，未选中"),
        ("space", "已选中"),
        ("space", "未选中"),
        ("Tab", "同意条款，复选框，已选中，必填"),
        ("Tab", "部分消息，复选框，部分选中"),
        ("Tab", "深色，开关，未选中"),
        ("space", "已选中"),
        ("alt+Right", "深色"),
        ("alt+Right", "发送，按钮，不可用，先选收款人"),
    )


def test_a_slider_tells_its_value_and_its_ends(widgets: WidgetListener) -> None:
    widgets.page("数值")
    widgets.answers(("Tab", "音量大小，滑块，八"), ("Right", "九"), ("Up", "十"))
    widgets.is_silent("Right", cue="edge")
    widgets.answers(("Left", "九"), ("Home", "零"))
    widgets.is_silent("Down", cue="edge")
    widgets.answers(("End", "十"))


def test_a_list_that_opens(widgets: WidgetListener) -> None:
    widgets.page("选择")
    widgets.answers(("Tab", "城市，组合框，北京，已折叠"))
    for key, words in (  # that it opens and that it is chosen may be heard before the focus has moved
        ("space", "城市 列表框，北京，选项，已选，第 一 个，共 三 个"),
        ("Down", "上海，选项，未选，第 二 个，共 三 个"),
        ("Return", "城市，组合框，上海，已折叠"),
        ("space", "城市 列表框，上海，选项，已选，第 二 个，共 三 个"),
        ("Escape", "城市，组合框，上海，已折叠"),
    ):
        widgets.rest()
        widgets.press(key)
        widgets.hear(words)


def test_tabs_and_what_they_show(widgets: WidgetListener) -> None:
    widgets.page("分页")
    widgets.answers(
        ("Tab", "时段 选项卡列表，日，选项卡，已选，第 一 个，共 三 个"),
        ("Right", "周，选项卡，未选，第 二 个，共 三 个"),
        ("Return", "已选"),
        ("alt+Right", "月，选项卡，未选，第 三 个，共 三 个"),
        ("alt+Right", "本周的账"),
    )


def test_a_tree_tells_how_deep_one_is_and_what_is_open(widgets: WidgetListener) -> None:
    widgets.page("树")
    widgets.answers(
        ("Tab", "产品 树，存款，树项 一 级，未选，已折叠，第 一 个，共 两 个"),
        ("Right", "已展开"),
        ("Down", "活期，树项 二 级，未选，第 一 个，共 两 个"),
        ("Return", "已选"),
        ("Left", "存款，树项 一 级，未选，已展开，第 一 个，共 两 个"),
        ("Left", "已折叠"),
        ("Down", "卡，树项 一 级，未选，已折叠，第 二 个，共 两 个"),
    )


def test_a_table_tells_headers_that_are_news(widgets: WidgetListener) -> None:
    widgets.page("表")
    widgets.answers(
        ("Tab", "各户余额 表格，三 行 三 列，账户，列标题，第 一 行，第 一 列"),
        ("Right", "币种，列标题，第 一 行，第 二 列"),
        ("Down", "活期，人民币，单元格，第 二 行，第 二 列"),
        ("Right", "余额，甲，单元格，第 二 行，第 三 列"),
        ("Down", "定期，乙，单元格，第 三 行，第 三 列"),
        ("Home", "账户，定期，行标题，第 三 行，第 一 列"),
    )


def test_moving_selecting_and_deleting_in_a_text_of_lines(widgets: WidgetListener) -> None:
    widgets.page("文本")
    widgets.answers(
        ("Tab", "账号，文本框，六二二二，只读"),
        ("Tab", "附言，文本框，first line\nsecond line here\nend"),
        ("ctrl+Home", "first line"),
        ("Right", "i"),
        ("Down", "second line here"),
        ("Home", "s"),
        ("ctrl+Right", "second"),
        ("ctrl+Right", "line"),
        ("ctrl+Left", "line"),
        ("shift+Right", "选中 l"),
        ("shift+End", "选中 line here"),
        ("BackSpace", "删除 line here"),
        ("Down", "end"),
        ("Left", "d"),
        ("Delete", "删除 d"),
        ("Return", "换行"),
    )
    widgets.rest()
    widgets.desk.type("转")
    widgets.hear("转")
    widgets.answers(("ctrl+Home", "first line"))
    widgets.is_silent("Left", cue="edge")


def test_a_password_is_told_by_its_length_alone(widgets: WidgetListener) -> None:
    widgets.page("文本")
    widgets.press("Tab", "Tab")
    widgets.answers(("Tab", "口令，密码框，空"))
    before = len(widgets.everything)
    widgets.desk.type("qz7")
    widgets.hear("三 个字符")
    widgets.answers(
        ("BackSpace", "两 个字符"),
        ("F12", "Widgets，口令，密码框，两 个字符，可以输入"),
        ("shift+F12", "口令，密码框，两 个字符，可以输入"),
    )
    assert not {"q", "z", "七"} & set("".join(widgets.everything[before:]).replace("Widgets", ""))


def test_a_list_of_a_thousand_tells_real_places_and_its_name_once(widgets: WidgetListener) -> None:
    widgets.page("长列表")
    widgets.answers(
        ("Tab", "流水 列表，付款一，列表项，第 一 个，共 一千 个"),
        ("Down", "付款丁，列表项，第 二 个，共 一千 个"),
        ("End", "付款凧，列表项，第 一千 个，共 一千 个"),
    )
    widgets.is_silent("Down", cue="edge")
    widgets.answers(
        ("Home", "付款一，列表项，第 一 个，共 一千 个"),
        ("Next", "付款上，列表项，第 十一 个，共 一千 个"),
    )


def test_what_happens_by_itself_is_told_once(widgets: WidgetListener) -> None:
    """A chat, a status, an alert, progress at its ends, a time limit; nothing of it again for what is laid out anew."""
    widgets.page("消息")
    widgets.answers(("Tab", "询问，按钮"))
    widgets.happens("chat 银行：您好", "银行：您好")
    widgets.happens("status 已存好", "已存好")
    widgets.happens("progress 0.3", "下载 百分之三十")
    widgets.happens("progress 1.0", "下载 百分之百")
    widgets.happens("status 又存好了一次", "又存好了一次")
    widgets.happens("chat 银行：再见", "银行：再见")
    sounds = len(widgets.earcons)
    widgets.happens("warn", "银行很快会结束这次登录。\n要继续办理，按任意键，或者说继续。")
    assert widgets.earcons[sounds:] == ["error"]


def test_a_dialog_opens_and_closes_and_an_alert_behind_it_is_no_news(widgets: WidgetListener) -> None:
    widgets.page("消息")
    widgets.answers(("Tab", "询问，按钮"))
    widgets.happens("alert 线路断了", "线路断了")
    widgets.answers(
        ("Return", "转给张三吗 对话框，转，按钮"),
        ("Tab", "先不转，按钮"),
        ("Tab", "转，按钮"),
        ("Escape", "询问，按钮"),
        ("Return", "转给张三吗 对话框，转，按钮"),
        ("Return", "询问，按钮"),
    )
    widgets.happens("alert 线路好了", "线路好了")


def test_lifting_a_finger_presses_and_the_mouse_pointer_is_told_too(widgets: WidgetListener) -> None:
    widgets.page("触摸")
    above, below = (widgets.find("push button", name) for name in ("上面", "下面"))
    widgets.tell('prefer {"lift_presses": true, "pointer": true}')
    try:
        widgets.happens(f"touch down {widgets.middle(above)}", "上面，按钮")
        widgets.happens(f"touch move {widgets.middle(below)}", "下面，按钮")
        widgets.tell(f"touch up {widgets.middle(below)}")
        widgets.find("label", "下面按过了")
        x, y = map(int, widgets.middle(above).split())
        widgets.rest()
        mouse = DeskWindow(widgets.desk)
        mouse.point(x, y)
        widgets.hear("上面，按钮")
        mouse.hold()
        mouse.release()
        widgets.find("label", "上面按过了")
    finally:
        widgets.tell('prefer {"lift_presses": false, "pointer": false}')


def test_the_same_in_english(quiet_desk: Desktop, ear: Bus, widgets: WidgetListener) -> None:
    """A handful: role, state, value, place, what happens, a dialog."""
    home = widgets.home / "english"
    home.mkdir()
    english = WidgetListener(quiet_desk, ear, home, "en")
    try:
        english.page("数值")
        english.answers(("Tab", "音量大小, slider, eight"), ("Right", "nine"))
        english.page("标记")
        english.answers(("Tab", "邮件, check box, not checked"), ("space", "checked"))
        english.page("树")
        english.answers(
            ("Tab", "产品 tree, 存款, tree item level one, not selected, collapsed, one of two"), ("Right", "expanded")
        )
        english.page("文本")
        english.answers(("Tab", "账号, text box, six two two two, read only"))
        english.page("消息")
        english.happens("alert The line is down", "The line is down")
        english.answers(
            ("Tab", "询问, button"), ("Return", "转给张三吗 dialog, 转, button"), ("Escape", "询问, button")
        )
        assert english.unsaid() == []
    finally:
        english.close()
