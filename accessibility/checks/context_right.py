"""SEM-13.context: members stand in what they are members of."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.kinds import named
from accessibility.checks.rule import Finding, Impact, Rule, failed, passed
from accessibility.checks.screen import Screen

RULE = Rule(
    id="SEM-13.context",
    requirement="List items stand in lists, tabs in tab lists, menu items in menus, rows and cells in tables.",
    requirement_zh="列表项、选项卡、菜单项、单元格位于相应的容器之中。",
    tags=("W1.3.1/A", "ACT:ff89c9", "AXE:aria-required-parent"),
    who=("B",),
    impact=Impact.MODERATE,
    help="A reader says “list with 5 items” on entering; a stray item belongs to nothing.",
    how_to_fix="Put the members into a widget of the containing role.",
)

_HOMES = {
    "list item": {"list", "list box", "menu", "combo box", "tree"},
    "page tab": {"page tab list"},
    "menu item": {"menu", "menu bar", "popup menu"},
    "tree item": {"tree", "tree item"},
    "table row": {"table", "tree table"},
    "table cell": {"table row", "table", "tree table"},
}


def check(screen: Screen) -> Iterator[Finding]:
    for node in screen.nodes:
        homes = _HOMES.get(node.role)
        if homes is None:
            continue
        above = [item.role for item in screen.above(node)]
        near = next((role for role in above if role not in ("panel", "grouping", "section", "filler")), "")
        if near in homes:
            yield passed(node)
        else:
            yield failed(node, f"{named(node)} stands in {near or 'nothing'}, not in a {sorted(homes)[0]}")
