"""When each rule is judged is written in docs/audit.md."""

from __future__ import annotations

import re
from pathlib import Path

from accessibility.checks.rule import Need
from tests.audit.made_results import RULES


def test_what_is_left_to_the_end_and_to_the_audit_is_what_the_document_names() -> None:
    """A rule that is added is judged after each step, or is put on one of the two lists with a reason."""
    written = (Path(__file__).resolve().parents[2] / "docs" / "audit.md").read_text("utf8")
    table = written.split("## In every window test")[1].split("\n## ")[0]
    left = {need: {loaded.rule.id for loaded in RULES if need in loaded.rule.needs} for need in Need}
    end = left[Need.WALK] | left[Need.TYPING] | left[Need.LEAVING]
    audit = left[Need.HOLDING] | left[Need.POINTER] | left[Need.MIXING] | left[Need.WISHES] | {"SEM-07.back"}
    for when, rules in (("at the end", end), ("in the audit alone", audit)):
        row = next(line for line in table.splitlines() if line.startswith(f"| {when} |"))
        assert set(re.findall(r"[A-Z]{3}-\d\d(?:\.\w+)?", row)) == rules
