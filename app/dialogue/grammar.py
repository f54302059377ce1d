"""Grammar: the sentence templates of one language, as data, merged from a file a task."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from hassil import Intents
from hassil.intents import SlotList, TextSlotList
from hassil.sample import sample_sentence

from app.words import LOCALES


class GrammarError(ValueError):
    """The sentence files contradict each other."""


@dataclass(frozen=True, slots=True)
class SlipWords:
    """Words beside the point: ``before`` and ``after`` it; ``turns`` when somebody corrects himself, ``then`` next.

    ``heard`` are those before it that a recogniser must listen for, or it takes them for numbers.
    """

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    turns: tuple[str, ...] = ()
    then: tuple[str, ...] = ()
    heard: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """Templates ready to match; ``plain`` are the sentences without a blank, each with its intent.

    ``wake`` are the phrases that begin a conversation; ``names_heard`` words that are heard for syllables of names. No
    two are equal, so that what follows from one need be found only once; and nothing changes one.
    """

    lang: str
    intents: Intents
    plain: Mapping[str, str]
    slips: SlipWords = field(default_factory=SlipWords)
    wake: tuple[str, ...] = ()
    names_heard: Mapping[str, str] = field(default_factory=dict)


def load_grammar(lang: str, folder: Path = LOCALES) -> Grammar:
    """Read and merge ``<lang>/sentences/*.yaml``. A sentence that belongs to two intents is an error."""
    files = sorted((folder / lang / "sentences").glob("*.yaml"))
    return _merged(lang, tuple(file.read_text(encoding="utf8") for file in files))


@lru_cache(maxsize=8)  # one grammar for one text: what others keep by the grammar they find again
def _merged(lang: str, texts: tuple[str, ...]) -> Grammar:
    """The grammar of these files' texts, each text read once."""
    merged: dict[str, Any] = {"language": lang, "intents": {}, "lists": {}}
    for data in map(yaml.safe_load, texts):
        for name, content in data["intents"].items():
            merged["intents"].setdefault(name, {"data": []})["data"].extend(content["data"])
        merged.setdefault("settings", {}).update(data.get("settings", {}))
        merged.setdefault("wake", []).extend(data.get("wake", []))
        merged.setdefault("names_heard", {}).update(data.get("names_heard", {}))
        merged.setdefault("slips", {}).update(data.get("slips", {}))
        merged.setdefault("skip_words", []).extend(data.get("skip_words", []))
        for name, content in data.get("lists", {}).items():
            known = merged["lists"].setdefault(name, {})
            known.setdefault("values", []).extend(content["values"]) if "values" in content else known.update(content)
    wake = tuple(merged.pop("wake", ()))
    slips = SlipWords(**{name: tuple(words) for name, words in merged.pop("slips", {}).items()})
    names_heard = merged.pop("names_heard", {})
    intents = Intents.from_dict(merged)
    return Grammar(lang, intents, dict(_plain(intents)), slips, wake, names_heard)


def _plain(intents: Intents) -> Iterator[tuple[str, str]]:
    owner: dict[str, str] = {}
    for name, intent in intents.intents.items():
        for data in intent.data:
            for template in data.sentences:
                if any(True for _ in template.list_names(intents.expansion_rules)):
                    continue
                for text in sample_sentence(template, expansion_rules=intents.expansion_rules):
                    if owner.setdefault(text.strip(), name) != name:
                        raise GrammarError(f"{text!r} belongs to both {owner[text.strip()]} and {name}")
    yield from owner.items()


@lru_cache(maxsize=256)  # asked for at every moment of a dialogue
def frames_with_amount(grammar: Grammar, intent: str, with_payee: bool) -> tuple[str, ...]:
    """Sentences of an intent with the marks ``{amount}`` and, if wanted, ``{payee}`` still in them."""
    marks = _marks("amount", "payee") if with_payee else _marks("amount")
    whole = filled(grammar, intent, marks, skip_optionals=with_payee)
    return tuple(text for text in whole if all(mark[0] in text for mark in marks.values()))


@lru_cache(maxsize=256)  # asked for at every moment of a dialogue, and holds nothing of a customer
def with_marks(grammar: Grammar, intent: str, *blanks: str) -> tuple[str, ...]:
    """Sentences of an intent with the marks of these blanks still in them, ``{payee}``; those without a blank too."""
    return tuple(filled(grammar, intent, _marks(*blanks)))


def _marks(*blanks: str) -> dict[str, list[str]]:
    return {name: [f"{{{name}}}"] for name in blanks}


def filled(
    grammar: Grammar, intent: str, values: Mapping[str, Sequence[str]], *, skip_optionals: bool = False
) -> list[str]:
    """Every sentence of an intent with its blanks filled from ``values``; templates with other blanks left out."""
    lists: dict[str, SlotList] = {
        name: TextSlotList.from_strings(texts, allow_template=False, name=name)
        for name, texts in values.items()
        if texts
    }
    found: list[str] = []
    for data in grammar.intents.intents[intent].data:
        for template in data.sentences:
            if set(template.list_names(grammar.intents.expansion_rules)) <= set(lists):
                found.extend(
                    text.strip()
                    for text in sample_sentence(
                        template,
                        slot_lists=lists,
                        expansion_rules=grammar.intents.expansion_rules,
                        skip_optionals=skip_optionals,
                    )
                )
    return found
