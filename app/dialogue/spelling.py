"""spelling: the name that is being talked about, letter by letter, or in Chinese character by character."""

from __future__ import annotations

from app.flows.view import View
from app.words import Words
from app.writing.explained import Explainer
from voice.pinyin import romanised


def spelled_name(view: View, words: Words, *, again: bool = False) -> str:
    """The names of the moment as they are spelled in a language; empty when none is talked about.

    Characters are told by words that hold them, for by their sound alone nobody knows them: 弓长张，伟大的伟. Letters
    are told so only when they were not enough (``again``), for it takes three times as long: Z Zulu.

    Names alone: what else could be asked for, numbers and amounts, is said figure by figure already, or may not be
    said aloud.
    """
    spell = _explained if words.lang.startswith("zh") else _in_code if again else _in_letters
    between = "；" if words.lang.startswith("zh") else "; "
    return between.join(spell(name, Explainer(words)) for name in _names(view))


def _names(view: View) -> tuple[str, ...]:
    """Of what is asked back, else of the lines that are being read, else the payee of the task."""
    if view.doubt is not None:
        said = view.doubt.text.casefold()
        known = (payee.name for payee in view.known.payees)
        return tuple(dict.fromkeys(name for name in known if name in said or romanised(name).casefold() in said))
    listed = tuple(getattr(line, "counterparty", "") or getattr(line, "name", "") for line in view.part)
    if any(listed):
        return tuple(filter(None, listed))
    payee = view.session.answers.get("payee") if view.session is not None else None
    return (payee.name,) if payee is not None else ()


def _explained(name: str, explain: Explainer) -> str:
    return "，".join(explain(sign) or sign for sign in name.replace(" ", ""))


def _in_letters(name: str, explain: Explainer) -> str:
    return ", ".join(" ".join(word).upper() for word in romanised(name).split())


def _in_code(name: str, explain: Explainer) -> str:
    """Z Zulu, A Alfa: the words are read one by one, and between the parts of a name there is a longer pause."""
    return "; ".join(", ".join(explain(sign) or sign for sign in word.upper()) for word in romanised(name).split())
