"""SEM-19: pictures have words."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.kinds import IMAGES, named
from accessibility.checks.rule import Finding, Impact, Rule, failed, passed
from accessibility.checks.screen import Screen

RULE = Rule(
    id="SEM-19",
    requirement="A picture in the tree has a text alternative; decoration is not in the tree.",
    requirement_zh="有意义的图片有替代文字，装饰性图片不进入无障碍树。",
    tags=("W1.1.1/A", "ACC:ImageHasName", "AXE:image-alt", "ACT:23a2a8", "G14(2)"),
    who=("B",),
    impact=Impact.SERIOUS,
    help="“Image” says that something is there, and nothing more.",
    how_to_fix="Give the picture an a11y_name, or set a11y_hidden when it is decoration.",
    limits="Says that there are words, not that they are the right ones.",
)

_FILES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp")


def check(screen: Screen) -> Iterator[Finding]:
    for node in screen.nodes:
        if node.role not in IMAGES:
            continue
        name = (node.name or node.description).strip()
        if not name:
            yield failed(node, f"a picture without words: {node.role}")
        elif name.lower().endswith(_FILES):
            yield failed(node, f"{named(node)} is named by its file")
        else:
            yield passed(node)
