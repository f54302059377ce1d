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


def test_what_was_loaded_elsewhere_is_taken_over_when_it_is_chosen_and_not_before() -> None:
    """Neither in mid-sentence, nor when something else was chosen in the end."""
    chosen, made = ["old"], list[str]()

    def make() -> ScriptedRecogniser:
        made.append(chosen[0])
        return ScriptedRecogniser([])

    def uses(recogniser: ScriptedRecogniser) -> bool:
        lazy.set_phrases(["查询余额"])
        return recogniser.phrases == ("查询余额",)

    lazy = LazyRecogniser(make, "", lambda: chosen[0])
    lazy.set_phrases(["查询余额"])
    new, refused = ScriptedRecogniser([]), ScriptedRecogniser([])
    chosen[0] = "new"
    lazy.hand_over("new", new)
    lazy.finish()
    assert new.phrases is None, "the utterance of the moment is heard by the model that began it"
    assert uses(new)
    assert made == ["old"]
    lazy.hand_over("refused", refused)
    assert not uses(refused)
    chosen[0] = "refused"
    assert not uses(refused), "it was let go of"
    assert made == ["old", "refused"]
