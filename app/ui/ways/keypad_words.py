"""What the keypad shows and says, from its state: words for the eye and for the ear from the same messages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from accessibility.keypad.face import Choice, Kind, Question
from accessibility.keypad.keypad import KEYS, MORE, Keypad
from accessibility.keypad.meaning import Meaning
from accessibility.keypad.offer import Offer
from accessibility.keypad.writing import LETTERS, Writing, places
from app.ui.kit import Kit
from app.ui.ways.called import called
from app.words import Message

_SIGNS = {"*": "star", "#": "hash"}
"""Keys that a voice must name: it would say nothing of the sign, or what it is in a sum."""


@dataclass(frozen=True, slots=True)
class Shown:
    """title, text and lines are shown; captions stand on the keys; said is all of it, to be heard."""

    title: str
    text: str
    typed: str
    lines: tuple[str, ...]
    captions: dict[str, str]
    said: Message


def shown(
    kit: Kit, pad: Keypad, notice: str = "", hint: str = "", read: Sequence[Message] = (), *, more: bool = False
) -> Shown:
    """The present moment in words. ``hint`` belongs to the title of a screen without a question, and so does ``read``,
    which nothing is chosen from; ``more`` of it comes with a key.
    """
    question, writing = pad.question, pad.writing
    title = question.name if question else pad.face.prompt
    told = (notice, question.error, question.hint) if question else (notice, hint)
    how = [_how(kit, question, writing)] if question and writing else () if question else read
    more = more and question is None and MORE not in pad.keys
    text = "\n".join(part for part in (*told, *(message.screen for message in how)) if part)
    lines = _lines(kit, pad) if not writing or writing.is_choosing else _places(kit, question, writing)
    captions = _captions(kit, pad)
    if more:
        captions[MORE] = kit.text("keypad-does", meaning=Meaning.MORE.value)
    ways = [
        kit.message("keypad-way", key=key, sign=_SIGNS.get(key, "figure"), does=captions[key])
        for key in "9#*0"
        if _is_way(pad, key) or (more and key == MORE)
    ]
    said = _one_after_another(kit, (*(Message.same(part) for part in (title, *told)), *how, *lines, *ways))
    return Shown(title, text, _typed(kit, question, writing), tuple(line.screen for line in lines), captions, said)


def echo(kit: Kit, pad: Keypad) -> Message:
    """What is heard of a key that types; of a secret, only how many."""
    question, writing = pad.question, pad.writing
    if question is None or writing is None:
        return Message.same("")
    if question.secret:
        return kit.message("panel-count", count=len(writing.text)) if not writing.first else kit.message("keypad-half")
    if writing.is_choosing:
        return _one_after_another(kit, (Message.same(writing.chosen), *_lines(kit, pad), *_more(kit, pad)))
    if writing.first:
        return _one_after_another(kit, _places(kit, question, writing))
    return kit.message("keypad-typed", signs=" ".join(writing.text)) if writing.text else kit.message("panel-empty")


def _one_after_another(kit: Kit, parts: Iterable[Message]) -> Message:
    """Sentences in one message, in each form, with the name of every message in it once."""
    stop, said = kit.text("keypad-stop"), [part for part in parts if part.screen]
    return Message(
        stop.join(part.screen.rstrip(stop) for part in said),
        stop.join(part.speech.rstrip(stop) for part in said),
        stop.join(part.chat.rstrip(stop) for part in said),
        stop.join(part.braille.rstrip(stop) for part in said),
        " ".join(dict.fromkeys(part.id for part in said if part.id)),
    )


def _is_way(pad: Keypad, key: str) -> bool:
    return isinstance(pad.keys.get(key), Meaning) or (key == "#" and key in pad.keys)


def _lines(kit: Kit, pad: Keypad) -> tuple[Message, ...]:
    offers = [(key, what) for key, what in pad.keys.items() if key in KEYS[:9] and not isinstance(what, Meaning)]
    return tuple(kit.message("keypad-choice", key=key, name=_name(kit, what)) for key, what in offers)


def _more(kit: Kit, pad: Keypad) -> tuple[Message, ...]:
    """That there is another page of what letters may mean."""
    if pad.keys.get(MORE) is not Meaning.MORE:
        return ()
    return (kit.message("keypad-choice", key=MORE, name=kit.text("keypad-does", meaning=Meaning.MORE.value)),)


def _name(kit: Kit, what: Choice | Question | Offer) -> str:
    if isinstance(what, Offer):
        return what.name
    if isinstance(what, Question):
        value = next((choice.name for choice in what.choices if choice.checked), "" if what.secret else what.value)
        return kit.text("keypad-question", name=what.name, value=value) if value else what.name
    name = called(kit, what.name, what.role)
    if what.checked is None:
        return kit.text("keypad-step", name=name, action=what.action.value)
    return kit.text("keypad-chosen", name=name) if what.checked else name


def _places(kit: Kit, question: Question | None, writing: Writing) -> tuple[Message, ...]:
    """The letters of the first of two keys; of a secret nothing, or the key would be seen."""
    if not writing.first or question is None or question.secret:
        return ()
    return tuple(kit.message("keypad-place", key=key, sign=sign) for key, sign in places(writing.first))


def _how(kit: Kit, question: Question, writing: Writing) -> Message:
    if writing.is_choosing:
        return kit.message("keypad-choosing")
    if writing.first:
        return kit.message("keypad-half")
    return kit.message("keypad-how", kind="words" if writing.has_offers else writing.kind.name.lower())


def _typed(kit: Kit, question: Question | None, writing: Writing | None) -> str:
    if question is None or writing is None:
        return ""
    if question.secret:
        return "•" * len(writing.text) or kit.text("panel-empty")
    return writing.text or kit.text("panel-empty")


def _captions(kit: Kit, pad: Keypad) -> dict[str, str]:
    """What stands on the keys: what * 0 # and a turn of the page do; the letters, while letters are typed."""
    found = {
        key: kit.text("keypad-does", meaning=what.value) if isinstance(what, Meaning) else _caption(what)
        for key, what in pad.keys.items()
        if isinstance(what, Meaning | Offer) or key == "#"
    }
    if pad.writing is not None and pad.writing.kind is Kind.TEXT:
        found |= {key: letters for key, letters in LETTERS.items() if not pad.writing.first}
    return found


def _caption(what: Choice | Question | Offer) -> str:
    return what.shown if isinstance(what, Offer) else what.name
