"""Lexicon, graphs and Kaldi files, down to a model that Vosk loads."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from tests.voice.model_builder.networks import random_weights
from voice.listen import hear_samples
from voice.model_builder.acoustic_model import read_weights, write_acoustic_model
from voice.model_builder.errors import BuildProblem, CannotBeSaid, Unpronounceable
from voice.model_builder.language_model import bigram_graph
from voice.model_builder.lexicon import Lexicon, make_lexicon
from voice.model_builder.mandarin import Mandarin
from voice.model_builder.material import Material, read_material, write_material
from voice.model_builder.model_files import write_graphs
from voice.model_builder.pronouncing import Pronouncing, read_lexicon, write_lexicon
from voice.model_builder.search_graph import UNKNOWN, search_graph
from voice.model_builder.shipping import build_graphs
from voice.model_builder.topology import Topology
from voice.models import VoiceModel, find_model
from voice.stt.vosk_engine import VoskModel, VoskRecogniser

MATERIAL = Material("zh-CN", ("查余额", "转账", "取消"), ("转账给妈妈五百元",), ("妈妈",))


def small_lexicon(words: Sequence[str] = ("查", "余额", "鱼", "余")) -> Lexicon:
    lexicon = Lexicon()
    for word in words:
        lexicon.add(word, Mandarin().pronunciations(word))
    return lexicon


def untrained(folder: Path) -> None:
    """The acoustic model of a network that has learned nothing."""
    (folder / "am").mkdir(parents=True)
    phones = Mandarin().phones
    write_acoustic_model(folder / "am" / "final.mdl", phones, random_weights(phones.outputs))


def test_sentences_are_cut_into_the_longest_words() -> None:
    lexicon = small_lexicon()
    assert lexicon.cut("查余额", "") == ["查", "余额"]
    assert lexicon.cut("查账", "") is None
    assert Lexicon({"send": [], "money": []}).cut("send money", " ") == ["send", "money"]
    assert Lexicon({"send": []}).cut("send money", " ") is None


def test_the_products_words_are_in_the_lexicon() -> None:
    lexicon = make_lexicon(Mandarin(), MATERIAL, ())
    assert {"查余额", "妈妈", "三千", "幺", "块钱"} <= set(lexicon)
    with pytest.raises(Unpronounceable, match="abc"):
        make_lexicon(Mandarin(), Material("zh-CN", (), words=("abc",)), ())


def test_what_cannot_be_said_fails_by_name(tmp_path: Path) -> None:
    bad = Material("zh-CN", ("查余额",), examples=("给𠮷转账",))
    with pytest.raises(CannotBeSaid, match="给𠮷转账") as failed:
        build_graphs(tmp_path, Mandarin(), bad, ())
    assert failed.value.sentences == ("给𠮷转账",)


def test_homophones_are_told_apart_by_marks() -> None:
    topology = Topology(Mandarin().phones)
    graph = search_graph(small_lexicon(), topology)
    assert graph.marks == [topology.transitions + 1, topology.transitions + 2]
    leaves = [(mark, word) for _, _, mark, word, _ in graph.arcs if word in (graph.words["鱼"], graph.words["余"])]
    assert sorted(mark for mark, _ in leaves) == graph.marks
    assert UNKNOWN in graph.words


def test_transitions_are_numbered_as_kaldi_does() -> None:
    topology = Topology(Mandarin().phones)
    assert topology.transition(1, 0, 0) == 1
    assert topology.transition(2, 0, 0) == 3
    assert topology.transitions == 2 + 5 * len(Mandarin().phones.names)


def test_a_language_model_prefers_what_it_has_seen() -> None:
    graph = bigram_graph([["a", "b"]] * 9 + [["a", "c"]], {"a": 1, "b": 2, "c": 3})
    costs = {tuple(line.split()[:3]): float(line.split()[4]) for line in graph.splitlines() if len(line.split()) == 5}
    after_a = next(to for (source, to, word) in costs if source == "0" and word == "1")
    likely, unlikely = (
        cost for word in "23" for (source, _, arc), cost in costs.items() if (source, arc) == (after_a, word)
    )
    assert likely < unlikely


def test_the_shipped_network_is_read_and_written_back_as_it_is(tmp_path: Path) -> None:
    shipped = find_model("zh-CN").path / "am" / "final.mdl"
    written = tmp_path / "final.mdl"
    write_acoustic_model(written, Mandarin().phones, read_weights(shipped))
    assert written.read_bytes() == shipped.read_bytes()


def test_files_that_are_no_network_are_refused(tmp_path: Path) -> None:
    for content in (b"", b"text", (find_model("zh-CN").path / "am" / "final.mdl").read_bytes()[:9000]):
        broken = tmp_path / "final.mdl"
        broken.write_bytes(content)
        with pytest.raises(BuildProblem):
            read_weights(broken)
    with pytest.raises(BuildProblem, match="outputs"):
        write_acoustic_model(tmp_path / "other.mdl", Mandarin().phones, random_weights(9))


def test_a_tiny_model_loads_and_listens(tmp_path: Path) -> None:
    """A network that has learned nothing, in files of our own making: Vosk takes them, and its grammar works."""
    phones = Mandarin().phones
    untrained(tmp_path)
    write_graphs(tmp_path, phones, small_lexicon(), [["查", "余额"], ["鱼"]])
    model = VoskModel(VoiceModel("zh-CN", tmp_path, shipped=False))
    assert model.knows("余额")
    assert not model.knows("转账")
    recogniser = VoskRecogniser(model)
    noise = np.random.default_rng(1).normal(0, 3000, 32_000).astype(np.int16)
    for phrases in (["查余额"], None):
        recogniser.set_phrases(phrases)
        assert set(hear_samples(recogniser, noise).text) <= set("查余额鱼")


def test_graphs_are_the_same_every_time(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("one", "two")]
    for folder in folders:
        untrained(folder)
        build_graphs(folder, Mandarin(), MATERIAL, (), examples=300)
    for path in sorted(folders[0].rglob("*.*")):
        assert path.read_bytes() == (folders[1] / path.relative_to(folders[0])).read_bytes(), path.name


def test_material_and_lexicon_files(tmp_path: Path) -> None:
    write_material(MATERIAL, tmp_path / "material.json")
    assert read_material(tmp_path / "material.json") == MATERIAL
    (tmp_path / "broken.json").write_text("[]")
    with pytest.raises(BuildProblem, match="broken"):
        read_material(tmp_path / "broken.json")
    lexicon = small_lexicon()
    write_lexicon(lexicon, tmp_path / "lexicon")
    assert read_lexicon(tmp_path / "lexicon") == lexicon
    (tmp_path / "lexicon").write_text("word\n")
    with pytest.raises(BuildProblem, match="word"):
        read_lexicon(tmp_path / "lexicon")


def test_known_pronunciations_are_not_asked_again() -> None:
    kept = Pronouncing(Mandarin(), small_lexicon(["查"]))
    kept.pronunciations("查")
    assert kept.pronunciations("额") == [("0e", "e")]
    assert kept.fresh == ["额"]
