"""The bench's figures: each target can be told from every other, and the document holds what was measured."""

from __future__ import annotations

from collections import Counter

import pytest

from scripts import bench  # before its neighbours, which it makes known
from scripts.bench_document import BEGIN, END, put, tables

VERDICTS = bench.judge(
    {
        "talk": {"zh_end_to_answer_ms": 55.6, "en_end_to_answer_ms": 812.0},
        "numbers": {"zh_amounts_quiet_hidden": 0.0, "en_amounts_quiet_hidden": 0.0},
    },
    bench.VOICE_FIGURES,
)


def test_every_target_has_a_name_of_its_own() -> None:
    """They are kept by name: two of one name would be one."""
    figures = [*bench.FIGURES, *bench.VOICE_FIGURES]
    judged = [one for one in figures if one.at_most is not None or one.at_least is not None or one.not_above]
    assert [name for name, count in Counter(one.label for one in judged).items() if count > 1] == []
    keys = Counter((one.part, one.key) for one in figures)
    assert [key for key, count in keys.items() if count > 1] == []
    assert {one.part for one in figures} <= set(bench.parts(quick=True))


def test_figures_are_judged() -> None:
    assert [(one.figure.key, one.met) for one in VERDICTS] == [
        ("zh_amounts_quiet_hidden", True),
        ("en_amounts_quiet_hidden", True),
        ("zh_end_to_answer_ms", True),
        ("en_end_to_answer_ms", False),
    ]


def test_the_document_gets_both_languages_in_one_row_and_says_what_is_missed() -> None:
    whole = {
        "machine": {"python": "3.11", "system": "Linux", "cores": 2, "date": "2026-01-01", "note": "Busy."},
        "talk": {"zh_end_to_answer_ms": 55.6, "en_end_to_answer_ms": 812.0},
        "client": {"launch_s": 0.5},
        "not_here": {"gtk": "apt"},
    }
    lines = tables(whole)
    assert "| sound card: end of speech to answer, ms | 55.6 | 812 | ≤ 500 | missed |" in lines
    assert any(line.startswith("| client: launch") and line.endswith("| ok |") for line in lines)
    assert "2 cores" in lines[0]
    assert lines[0].endswith("Busy.")
    assert lines[-1] == "Not here: gtk (apt)."
    document = put(f"before\n{BEGIN}\nold\n{END}\nafter\n", lines)
    assert "old" not in document
    assert put(document, lines) == document
    with pytest.raises(ValueError, match="no place"):
        put("nothing", lines)
