"""A whole transfer by ear and keyboard alone; judged by what reaches the synthesiser."""

from __future__ import annotations

from pathlib import Path

import pytest

from accessibility.probe.atspi import Bus
from accessibility.probe.desktop import Desktop
from tests.ui.voicing.listener import Listener

pytestmark = pytest.mark.screen


def test_a_whole_transfer_by_ear_and_keyboard(quiet_desk: Desktop, ear: Bus, judged: set[int], tmp_path: Path) -> None:
    """Sign-in with a mistake and a slow bank, payee, amount, review, confirmation, outcome: all heard, no secret."""
    window = Listener(quiet_desk, ear, tmp_path, judged)
    try:
        _sign_in(window)
        _fill_in(window)
        _confirm(window)
        said = " ".join(window.everything)
        assert "demo" not in said
        assert "wrong" not in said
        assert "1234.5" not in said
    finally:
        window.close()


def _sign_in(window: Listener) -> None:
    window.hear("朗读已打开", "听见远程银行，标题")
    window.tab_to("登录，按钮")
    window.press("Return")
    window.hear("客户号，文本框，空，必填")
    window.look()
    window.desk.type("10000001")
    window.hear("零")
    window.press("Tab")
    window.hear("密码，密码框")
    window.press("shift+Tab")
    window.hear("客户号，文本框，幺零零零，零零零幺")  # a number of something is no quantity
    window.press("Tab")
    window.hear("密码，密码框")
    window.desk.type("wrong-one")
    window.hear("九 个字符")
    window.press("Return")
    window.hear("客户号或密码不对")
    window.look()
    window.desk.type("demo0101")
    window.hear("八 个字符")
    window.tell("hold")
    window.press("Return")
    window.hear("请稍候")  # TIM-09: a bank that does not answer is no silence
    window.tell("release")
    window.hear("您好，林峰，标题")
    window.look()


def _fill_in(window: Listener) -> None:
    window.tab_to("转账，按钮")
    window.press("Return")
    window.hear("收款人 单选组", "张三")
    window.press("Down")
    window.hear("李四", "已选中")
    window.press("Up")
    window.hear("张三", "已选中")
    window.tab_to("金额，文本框")
    window.desk.type("1234.5")
    window.tab_to("下一步，按钮")
    window.press("Return")


def _confirm(window: Listener) -> None:
    review = window.hear("请核对", "（金额不读）", "按 F12 就读")
    assert "张三" in review
    assert "千" not in review  # nobody has said yet whether others may hear it
    window.look()
    window.rest()
    window.press("F12")
    window.hear("请核对", "一千二百三十四元五角", "听见 Tingjian")
    window.tab_to("确认转账，按钮")
    assert window.transfers() == []
    window.press("Return")
    window.hear("转账成功", "一千二百三十四元五角")
    window.look()
    assert window.transfers() == [123450]
