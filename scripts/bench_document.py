"""Writes the figures of a bench into docs/bench.md: those with a target, as tables.

.venv/bin/python scripts/bench_document.py [out/bench.json]
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).resolve().parent.parent
for _place in (_ROOT, _ROOT / "scripts"):
    if str(_place) not in sys.path:
        sys.path.insert(0, str(_place))

from bench_figures import FIGURES, PEERS, Figure, Verdict, judge  # noqa: E402 - the places have to be known first
from bench_voice_figures import LANGUAGES, VOICE_FIGURES  # noqa: E402

DOCUMENT = _ROOT / "docs" / "bench.md"
BEGIN, END = "<!-- figures: scripts/bench_document.py writes from here -->", "<!-- to here -->"


def tables(whole: Mapping[str, Any]) -> list[str]:
    """The Markdown of a bench's JSON."""
    machine = whole["machine"]
    lines = [
        f"Measured on {machine.get('date', 'an unknown day')}: {machine.get('cores', '?')} cores, {machine['system']}, "
        f"Python {machine['python']}. What has no target is in `out/bench.json`. {machine.get('note', '')}".rstrip()
    ]
    for title, rows in (("voice", _by_language(whole)), ("rest", _beside_peers(whole))):
        found = list(rows)
        if found:
            names = ["", *LANGUAGES.values(), "target", ""] if title == "voice" else _peer_columns()
            lines += ["", _row(names), _row(["---"] * len(names)), *map(_row, found)]
    return [*lines, *_missing(whole)]


def _by_language(whole: Mapping[str, Any]) -> Iterator[list[str]]:
    """One row for a figure of both languages."""
    verdicts = {(one.figure.part, one.figure.key): one for one in _targeted(whole, VOICE_FIGURES)}
    first, *others = LANGUAGES
    for (part, key), verdict in verdicts.items():
        if not key.startswith(f"{first}_"):
            continue
        row = [verdict, *(verdicts.get((part, f"{other}_{key.removeprefix(f'{first}_')}")) for other in others)]
        yield [
            _plain(verdict.figure),
            *("" if one is None else _number(one.value) for one in row),
            _target(verdict),
            _met(row),
        ]


def _beside_peers(whole: Mapping[str, Any]) -> Iterator[list[str]]:
    for verdict in _targeted(whole, FIGURES):
        peers = [_number(verdict.peers[name]) if name in verdict.peers else "" for name in PEERS]
        yield [verdict.figure.label.strip(), _number(verdict.value), _target(verdict), *peers, _met([verdict])]


def _targeted(whole: Mapping[str, Any], figures: Iterable[Figure]) -> list[Verdict]:
    measured = {part: found for part, found in whole.items() if isinstance(found, dict)}
    return [one for one in judge(measured, figures) if one.met is not None]


def _peer_columns() -> list[str]:
    return ["", "here", "target", *PEERS.values(), ""]


def _missing(whole: Mapping[str, Any]) -> list[str]:
    lost = [f"{name} ({how})" for name, how in whole.get("not_here", {}).items()]
    return ["", f"Not here: {'; '.join(lost)}."] if lost else []


def _plain(figure: Figure) -> str:
    """The label without its language."""
    for name in LANGUAGES.values():
        for mark in (": ", ", "):
            if figure.label.startswith(name + mark):
                return figure.label.removeprefix(name + mark)
    return figure.label


def _target(verdict: Verdict) -> str:
    sign = "≥" if verdict.figure.at_least is not None else "≤"
    return f"{sign} {_number(verdict.target or 0.0)}"


def _met(row: Iterable[Verdict | None]) -> str:
    return "missed" if any(one is not None and one.met is False for one in row) else "ok"


def _number(value: float) -> str:
    return f"{value:.4g}" if abs(value) < 100 else f"{value:,.0f}"


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def put(document: str, lines: Iterable[str]) -> str:
    """The document with these lines between its marks. Raises ValueError when it has none."""
    before, begin, rest = document.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError("the document has no place for figures")
    return "\n".join([before + BEGIN, *lines, END + after])


def main() -> int:
    """Read, write."""
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else _ROOT / "out" / "bench.json"
    lines = tables(json.loads(source.read_text(encoding="utf8")))
    DOCUMENT.write_text(put(DOCUMENT.read_text(encoding="utf8"), lines), encoding="utf8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
