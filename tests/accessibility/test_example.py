"""The example program is short: what it shows is how little a Kivy program needs."""

from __future__ import annotations

import ast
import io
import tokenize
from pathlib import Path

ROOT = Path(__file__).parents[2] / "accessibility"
MOST = 20
_NO_CODE = (tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER)


def code_lines(source: str) -> set[int]:
    """Numbers of the lines that hold code: no blank ones, no comments, no docstring of the module."""
    found = {
        line
        for token in tokenize.generate_tokens(io.StringIO(source).readline)
        if token.type not in _NO_CODE
        for line in range(token.start[0], token.end[0] + 1)
    }
    told = ast.parse(source).body[0]
    return found - set(range(told.lineno, (told.end_lineno or told.lineno) + 1))


def test_the_program_that_orca_reads_has_no_more_than_twenty_lines() -> None:
    source = (ROOT / "examples" / "hello.py").read_text("utf8")
    assert len(code_lines(source)) <= MOST, sorted(code_lines(source))


def test_the_readme_shows_that_program() -> None:
    """All but what only the types need."""
    source = (ROOT / "examples" / "hello.py").read_text("utf8")
    shown = (ROOT / "README.md").read_text("utf8")
    for line in source.splitlines()[2:]:
        plain = line.partition("  # type:")[0].replace(" -> BoxLayout", "")
        assert plain in shown, plain
