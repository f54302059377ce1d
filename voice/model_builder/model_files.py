"""The folder that Vosk loads: graphs and settings around an acoustic model."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path

from voice.model_builder import openfst
from voice.model_builder.acoustic_model import read_pace
from voice.model_builder.features import CONFIGURATION
from voice.model_builder.language_model import bigram_graph
from voice.model_builder.lexicon import Lexicon
from voice.model_builder.phones import PhoneSet
from voice.model_builder.search_graph import UNKNOWN, USUAL, Costs, SearchGraph, search_graph
from voice.model_builder.topology import Topology

_DECODING = """--min-active=200
--max-active=3000
--beam=13.0
--lattice-beam=6.0
--phone-determinize=false
--acoustic-scale=1.0
--frame-subsampling-factor={every}
--endpoint.silence-phones=1
--endpoint.rule2.min-trailing-silence=0.5
--endpoint.rule3.min-trailing-silence=1.0
--endpoint.rule4.min-trailing-silence=2.0
"""
"""conf/model.conf. With a lattice beam of 8 as much was heard, and a second of babble could cost more than a second."""


def write_graphs(
    folder: Path, phones: PhoneSet, lexicon: Lexicon, sentences: Iterable[list[str]], costs: Costs = USUAL
) -> None:
    """Write ``graph`` and ``conf`` of a model; ``am`` stays as it is, and says how often it is to be asked.

    ``sentences`` are examples of what is said, as words of the lexicon, for listening without a grammar.

    Raises:
        BuildProblem: OpenFst's tools are missing or refuse, or there is no acoustic model.
    """
    every = read_pace(folder / "am" / "final.mdl").subsampling
    for name in ("graph", "conf"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / "conf" / "mfcc.conf").write_text(CONFIGURATION, encoding="utf8")
    (folder / "conf" / "model.conf").write_text(_DECODING.format(every=every), encoding="utf8")
    graph = search_graph(lexicon, Topology(phones), costs)
    with tempfile.TemporaryDirectory() as scratch:
        words = _write_search(folder / "graph", graph, Path(scratch))
        known = {word: number for word, number in words.items() if word != UNKNOWN}
        _write_language(folder / "graph", bigram_graph(sentences, known), Path(scratch))


def _write_search(folder: Path, graph: SearchGraph, scratch: Path) -> dict[str, int]:
    """Returns the words with the numbers that they have in the finished graph."""
    text, binary, pairs = scratch / "search.txt", scratch / "search.fst", scratch / "relabelled"
    text.write_text(graph.text(), encoding="utf8")
    openfst.compile_graph(text, binary, "olabel")
    openfst.to_lookahead(binary, folder / "HCLr.fst", pairs)
    renumbered: dict[int, int] = {}
    for line in filter(None, pairs.read_text(encoding="utf8").splitlines()):
        old, new = map(int, line.split())
        renumbered[old] = new
    words = {word: renumbered[number] for word, number in graph.words.items()}
    lines = ["<eps> 0", *(f"{word} {number}" for word, number in sorted(words.items(), key=lambda one: one[1]))]
    (folder / "words.txt").write_text("\n".join(lines) + "\n", encoding="utf8")
    (folder / "disambig_tid.int").write_text("\n".join(map(str, graph.marks)) + "\n", encoding="utf8")
    return words


def _write_language(folder: Path, graph: str, scratch: Path) -> None:
    text, binary = scratch / "language.txt", scratch / "language.fst"
    text.write_text(graph, encoding="utf8")
    openfst.compile_graph(text, binary, "ilabel")
    openfst.to_const(binary, folder / "Gr.fst")
