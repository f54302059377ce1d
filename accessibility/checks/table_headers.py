"""SEM-14: tables have headers."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.kinds import HEADERS, named
from accessibility.checks.rule import Finding, Impact, Rule, failed, passed
from accessibility.checks.screen import Screen
from accessibility.probe.seen import Seen

RULE = Rule(
    id="SEM-14",
    requirement="Tables expose rows and headers, and rows have as many cells as there are columns.",
    requirement_zh="表格提供行、列与表头。",
    tags=("W1.3.1/A", "EN11.5.2.6"),
    who=("B", "LV"),
    impact=Impact.SERIOUS,
    help="“1,200.00” without “balance” before it is a number without a meaning.",
    how_to_fix="Use the roles table, row, columnheader and cell; or read each row as one sentence in a list.",
    limits="Rows read as sentences are lists and are not judged here.",
)


def check(screen: Screen) -> Iterator[Finding]:
    for table in screen.nodes:
        if table.role not in ("table", "tree table"):
            continue
        rows = [node for node in table.walk() if node.role == "table row"]
        headers = [node for node in table.walk() if node.role in HEADERS]
        if not rows and not any(node.role == "table cell" for node in table.walk()):
            yield failed(table, f"{named(table)} has no rows")
        elif not any(header.name.strip() for header in headers):
            yield failed(table, f"{named(table)} has no header with words")
        else:
            yield passed(table)
        yield from _ragged(rows)


def _ragged(rows: list[Seen]) -> Iterator[Finding]:
    widest = max((len(row.children) for row in rows), default=0)
    for row in rows:
        spans = any("colspan" in cell.attributes or "colindex" in cell.attributes for cell in row.children)
        if len(row.children) < widest and not spans:
            yield failed(row, f"{named(row)} has {len(row.children)} cells where others have {widest}",
                         measured=float(len(row.children)), limit=float(widest), unit="cells")  # fmt: skip
