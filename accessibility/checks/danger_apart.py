"""TGT-08: what cannot be taken back is kept apart."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.kinds import PRESS, named
from accessibility.checks.rule import Finding, Impact, Need, Rule, failed, passed
from accessibility.checks.screen import Screen
from accessibility.checks.target_size import gap

LIMIT_DP = 12.0
"""Apple: 12 pt around controls with an edge."""

RULE = Rule(
    id="TGT-08",
    requirement="Buttons that confirm, and those that cancel or delete, are 12 dp apart or more.",
    requirement_zh="确认、取消、删除等按钮之间间距不小于 12 dp。",
    tags=("HIG-A", "OWN"),
    who=("M", "O"),
    impact=Impact.MODERATE,
    help="The hand that slips from “cancel” to “confirm” pays.",
    how_to_fix="Put them into rows of their own, or leave one and a half steps between them.",
    limits="Known by how their names begin, in Chinese and English.",
    tolerance="1 dp",
    needs=frozenset({Need.PLACES}),
)

_GO = ("确认", "确定", "提交", "付款", "同意", "confirm", "submit", "pay", "agree", "send")
_STOP = ("取消", "删除", "退出", "拒绝", "注销", "cancel", "delete", "remove", "sign out", "reject")


def check(screen: Screen) -> Iterator[Finding]:
    presses = [node for node in screen.actionable if PRESS & set(node.actions) and node.bounds]
    stops = [node for node in presses if node.name.casefold().startswith(_STOP)]
    for go in presses:
        if not go.name.casefold().startswith(_GO):
            continue
        for stop in stops:
            if not screen.together(go, stop):
                continue
            assert go.bounds is not None
            assert stop.bounds is not None
            space = screen.dp(gap(go.bounds, stop.bounds))
            evidence = {"measured": round(space, 1), "limit": LIMIT_DP, "unit": "dp"}
            if space >= LIMIT_DP - 1:
                yield passed(go, **evidence)
            else:
                yield failed(go, f"{named(go)} is {space:.0f} dp from {named(stop)}", **evidence)
