"""SEM-03: a name does not say the role, the state or how to press it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from accessibility.checks.kinds import named
from accessibility.checks.rule import Finding, Impact, Rule, failed, passed
from accessibility.checks.screen import Screen

RULE = Rule(
    id="SEM-03",
    requirement="The name does not repeat the role, the state or how to activate it; the description is not the name.",
    requirement_zh="名称不重复角色、状态或操作方法。",
    tags=("W4.1.2/A", "ATF:RedundantDescriptionCheck", "AXW:NameExcludesControlType"),
    who=("B",),
    impact=Impact.MINOR,
    help="The reader says role and state itself, so they are heard twice.",
    how_to_fix="Leave the role and state words out of the name; put them into role and states.",
    limits="Word lists in Chinese and English; a product whose very subject is a switch needs a person's look.",
)

_ROLE_WORDS = (
    "按钮", "复选框", "单选框", "单选按钮", "开关", "输入框", "编辑框", "文本框", "链接",
    "滑块", "选项卡", "已选中", "未选中",
    "已展开", "已折叠", "双击", "点按", "点击", "button", "checkbox", "check box", "radio button",
    "text field", "textbox",
    "edit box", "link", "slider", "switch", "tab", "selected", "not selected", "checked", "expanded", "collapsed",
    "double tap",
    "click to activate", "press to activate", "press to open", "click to open",
)  # fmt: skip
_WORDS = re.compile(
    "|".join(rf"\b{word}\b" if word.isascii() else word for word in sorted(_ROLE_WORDS, key=len, reverse=True)), re.I
)


def check(screen: Screen) -> Iterator[Finding]:
    for node in screen.actionable:
        if not node.name:
            continue
        said = _WORDS.search(node.name)
        if said is not None:
            yield failed(node, f"{named(node)} says {said.group()!r}, which the reader says itself")
        elif node.description and node.description.strip() == node.name.strip():
            yield failed(node, f"the description of {named(node)} is its name, so it is read twice")
        else:
            yield passed(node)
