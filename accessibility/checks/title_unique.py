"""SEM-16: each screen has a title of its own."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.rule import Finding, Impact, Rule, failed, passed
from accessibility.checks.screen import Screen

RULE = Rule(
    id="SEM-16",
    requirement="Each window and each screen has a title that says where the user is, told by the platform.",
    requirement_zh="每个窗口和页面都有说明所在位置的标题。",
    tags=("W2.4.2/A", "W2.4.8/AAA"),
    who=("B", "C", "O"),
    impact=Impact.MODERATE,
    help='The title is what a reader says when asked "where am I".',
    how_to_fix="Set the bridge's title with every change of screen.",
    limits="A screen is compared with those before it in the same run; a named dialog is a screen with its own title.",
)


def check(screen: Screen) -> Iterator[Finding]:
    if not screen.nodes:
        return
    title = screen.title.strip()
    if not title:
        yield failed(screen.window, "the window has no title")
        return
    same = [name for name, other in screen.titles.items() if other.strip() == title and name != screen.name]
    if same:
        yield failed(screen.window, f"the title {title!r} is also that of: {', '.join(same)}",
                     measured=float(len(same) + 1), limit=1.0, unit="screens with this title")  # fmt: skip
    else:
        yield passed(screen.window, f"title {title!r}")
