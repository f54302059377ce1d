"""The model is loaded when it is needed, once, and not by whoever opens the window."""

from __future__ import annotations

import threading

from voice.stt.lazy import LazyRecogniser
from voice.stt.scripted import ScriptedRecogniser


def test_it_loads_once_on_first_use() -> None:
    """Making it loads nothing; using it twice loads once."""
    made: list[ScriptedRecogniser] = []

    def make() -> ScriptedRecogniser:
        made.append(ScriptedRecogniser(["查询余额"]))
        return made[-1]

    lazy = LazyRecogniser(make, "")
    assert made == []
    lazy.set_phrases(["查询余额"])
    lazy.set_phrases(["查询余额"])
    assert len(made) == 1


def test_warming_loads_on_another_thread() -> None:
    """The thread that opens the window does not wait."""
    loaded = threading.Event()
    where: list[int] = []

    def make() -> ScriptedRecogniser:
        where.append(threading.get_ident())
        loaded.set()
        return ScriptedRecogniser([])

    LazyRecogniser(make, "").warm()
    assert loaded.wait(5)
    assert where != [threading.get_ident()]
