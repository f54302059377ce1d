"""What happens to verdicts: crashes never pass, one problem is one entry, the report says what was found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image

from accessibility.audit.judge import findings
from accessibility.audit.report import render, write
from accessibility.audit.summary import summary_table
from accessibility.checks.frame import Frame
from accessibility.checks.rule import Doubt, Finding, LoadedRule, Need, Outcome, failed, passed
from accessibility.checks.screen import Screen
from accessibility.guideline.articles import How, judge_lines, load_lines
from tests.audit.made_results import RULES, data, results, screen, seen

SEM_01 = next(loaded for loaded in RULES if loaded.rule.id == "SEM-01")


def crash(_screen: Screen) -> Iterator[Finding]:
    raise KeyError("gone")
    yield  # a generator, as real checks are


def test_a_crash_is_an_error() -> None:
    """Never a pass, never nothing."""
    (found,) = findings(LoadedRule(SEM_01.rule, crash), screen())
    assert found.outcome is Outcome.ERROR
    assert "KeyError" in found.message


def test_what_is_not_recorded_is_untested() -> None:
    """A rule that needs a walk does not run without one."""
    rule = replace(SEM_01.rule, needs=frozenset({Need.WALK}))
    (found,) = findings(LoadedRule(rule, crash), screen())
    assert found.outcome is Outcome.UNTESTED


def test_nothing_found_is_inapplicable() -> None:
    """An empty answer is no pass."""
    (found,) = findings(LoadedRule(SEM_01.rule, lambda _: ()), screen())
    assert found.outcome is Outcome.INAPPLICABLE


def test_doubt_needs_a_reason() -> None:
    """cantTell without a reason from the list cannot be made."""
    with pytest.raises(ValueError, match="reason"):
        Finding(Outcome.CANT_TELL)
    with pytest.raises(ValueError, match="reason"):
        Finding(Outcome.PASSED, doubt=Doubt.SAME_NAME)


def test_one_problem_is_one_entry() -> None:
    """The same nameless button on two screens and in two themes."""
    collected = results(screen("home"), screen("home", theme="dark"), screen("chat"))
    (entry,) = [entry for entry in collected.entries.values() if entry.rule == "SEM-01"]
    assert entry.screens == ["home", "chat"]
    assert entry.looks == ["light 100 %", "dark 100 %"]
    assert collected.of_rule("SEM-01")[Outcome.FAILED] == 3


def test_fingerprint_ignores_positions() -> None:
    """A button that moved is the same problem."""
    one, other = results(screen()), results(replace(screen(), frames=(moved(),)))
    assert set(one.entries) == set(other.entries)


def moved() -> Frame:
    window = seen("frame", "home", seen("heading", "标题"), seen("push button", "", x=300))
    return Frame(window, Image.new("RGB", (640, 480), "white"))


class Page(HTMLParser):
    """Tags that a page must have to be readable."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def test_report_is_accessible_itself() -> None:
    """Language, one title, headings in order, headers with scope, pictures with words."""
    page = Page(render(data(screen("home"), screen("chat"))))
    assert dict(page.tags)["html"]["lang"] == "en"
    levels = [int(tag[1]) for tag, _ in page.tags if tag in ("h1", "h2", "h3")]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert all(attrs.get("scope") for tag, attrs in page.tags if tag == "th")
    assert all(attrs.get("alt") for tag, attrs in page.tags if tag == "img")


def test_report_claims_nothing(tmp_path: Path) -> None:
    """It lists what was found and escapes what it was told; it never says that anything conforms."""
    json_file, html_file = write(data(screen("home"), screen("chat")), tmp_path)
    page = html_file.read_text("utf8")
    assert "conform" not in page + json_file.read_text("utf8")
    assert "&lt;was&gt;" in page
    assert "SEM-01" in summary_table(data(screen("home"), screen("chat")))


def test_guideline_names_only_what_exists() -> None:
    """Every rule and test that a line names is there, and every rule speaks of some line or of WCAG."""
    root = Path(__file__).resolve().parents[2]
    known = {loaded.rule.id for loaded in RULES}
    for line in load_lines():
        assert set(line.rules) <= known, line.id
        assert all((root / test).exists() for test in line.tests), line.id
    assert all(loaded.rule.tags for loaded in RULES)


def test_guideline_is_whole() -> None:
    """Each of the 21 articles has a line, and each line one of the three ways."""
    lines = load_lines()
    articles = {line.id.split(".")[0].rstrip("ab") for line in lines}
    assert articles == {f"G{number}" for number in range(1, 22)}
    assert len({line.id for line in lines}) == len(lines)
    assert {line.how for line in lines} == set(How)


def test_lines_take_the_worst_outcome() -> None:
    """A line measured by several rules is no better than the worst of them."""
    judged = {item.line.id: item for item in judge_lines(load_lines(), results(screen()))}
    assert judged["G14.3a"].outcome is Outcome.FAILED
    assert judged["G13.1e"].outcome is None


def test_checks_yield_outcomes() -> None:
    """The short forms that checks use."""
    assert passed().outcome is Outcome.PASSED
    assert failed(None, "why").outcome is Outcome.FAILED
