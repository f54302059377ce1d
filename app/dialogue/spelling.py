"""spelling: the name that is being talked about, letter by letter, or in Chinese character by character."""

from __future__ import annotations

from app.flows.view import View
from voice.pinyin import romanised


def spelled_name(view: View, lang: str) -> str:
    """The names of the moment as they are spelled in a language; empty when none is talked about.

    Names alone: what else could be asked for, numbers and amounts, is said figure by figure already, or may not be
    said aloud.
    """
    chinese = lang.startswith("zh")
    return ("；" if chinese else "; ").join(_spelled(name, chinese) for name in _names(view))


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


def _spelled(name: str, chinese: bool) -> str:
    if chinese:
        return "，".join(name.replace(" ", ""))
    return ", ".join(" ".join(word).upper() for word in romanised(name).split())
