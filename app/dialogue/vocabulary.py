"""vocabulary: the sentences worth listening for at this moment, derived from the templates that understand them.

So nothing can be understood that cannot be recognised, and the other way round (DESIGN: words).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from hassil.expression import TextChunk
from hassil.intents import TextSlotList
from hassil.sample import sample_expression

from app.dialogue.grammar import Grammar, filled, frames_with_amount, with_marks
from app.flows.acts import Answer, Inform
from app.flows.kinds import Amount, Digits, OwnAccount
from app.flows.session import Session, Stage
from app.flows.view import View
from voice.numbers import say_choice, say_ordinal
from voice.pinyin import romanised

EVERYWHERE = (
    *("repeat", "help", "cancel", "back", "home", "human", "more", "sign_out"),
    *("choices", "why", "spell", "cost", "keypad", "open_settings", "resume"),
    *("slower", "faster", "louder", "softer", "quiet", "pause", "amounts"),
)
"""Acts that can be said at any moment."""

YES_AND_NO = ("affirm", "negate")

_OFFERED = 20
"""Numbered choices that are listened for: as many as a voice model of ours has words for."""

_EXAMPLES = 600
"""Sentences with an amount: with 150 of them one amount in seven was misheard, with 600 none."""


_FEW = 200
"""Where a whole task may come, but hardly does."""

_NAMELESS = 6
"""One sentence in so many has an amount and no name."""

_CORRECTED = 60
"""Examples of amounts that are put right in the same breath."""

_HESITANT = 12
"""Examples of each kind behind each filler: of 90 amounts after 嗯 or 呃 27 were heard without them, 76 with them."""

_TURNS = 3
"""Ways to put an amount right that are listened for, the first of the language's list."""


@dataclass(frozen=True, slots=True)
class Listening:
    """What to listen for.

    ``sentences`` are whole; ``combined`` are examples of sentences with an amount in them, from which a
    recogniser learns how one goes on, and what is less likely than a sentence; ``amounts`` and ``digits`` say
    whether bare numbers may come, ``before_digits`` what digits may come behind: little, or nothing.
    """

    sentences: tuple[str, ...]
    combined: tuple[str, ...] = ()
    amounts: bool = False
    digits: bool = False
    before_digits: tuple[str, ...] = ()


class Vocabulary:
    """Derives what to listen for from the grammar of one language and from the view.

    ``amounts`` gives examples of spoken amounts in that language. Bare amounts are listened for only where one
    is asked: beside commands they made 余额 sound like 一.
    """

    def __init__(self, grammar: Grammar, intents: Sequence[str], amounts: Callable[[], Sequence[str]]) -> None:
        self._grammar = grammar
        self._intents = tuple(intents)
        self._amounts = amounts

    def now(self, view: View) -> Listening:
        """For this moment: everything at the menu, what fits the question inside a task, the numbers on offer."""
        session, names = view.session, [self._said(payee.name) for payee in view.known.payees]
        always = [*self._of(EVERYWHERE), *self._of(YES_AND_NO), *self._of(self._intents)]
        if digits_doubted(view):
            wanted = self._read_back_digits()
        elif session is None or view.finished or view.doubt is not None:
            wanted = Listening(_once([*always, *self._named(names)]), self._requests(names))
        else:
            wanted = self._inside(session, always, names)
        return self._with_choices(wanted, view)

    def _inside(self, session: Session, always: Sequence[str], names: Sequence[str]) -> Listening:
        """For the question of a task."""
        kind = session.asked.kind if session.asked else None
        if session.stage is Stage.REVIEW:
            changes = [*_changes(self._grammar), *names, *self._named(names)]
            asked_to_change = "" in session.problems
            combined = (*self._combined([], ("inform",)), *self._requests(names, _FEW))
            return Listening(_once([*always, *changes]), combined, amounts=asked_to_change)
        if isinstance(kind, Amount):
            changes = [*_changes(self._grammar), *self._of(self._intents)]
            return Listening(_once([*self._of(EVERYWHERE), *changes]), self._corrected(), amounts=True)
        if isinstance(kind, Digits | OwnAccount):
            return Listening(_once(self._of(EVERYWHERE)), digits=True, before_digits=self._grammar.slips.heard)
        offered = [*names, *self._named(names), *_changes(self._grammar)]
        return Listening(_once([*always, *offered]), self._requests(names))

    def _read_back_digits(self) -> Listening:
        """Yes, No, or the right number at once: 不对，是一零零零零零零一.

        With as many strings of digits as where the number is asked for, 没错 was heard as three of them.
        """
        told = with_marks(self._grammar, "inform", "customer_number")
        before = [text.removesuffix("{customer_number}").strip() for text in told]
        sentences = [*self._of(YES_AND_NO), *self._of(EVERYWHERE)]
        return Listening(_once(sentences), before_digits=("", *_once(before)))

    def _with_choices(self, wanted: Listening, view: View) -> Listening:
        """What fits the moment, and the numbers of what there is to choose from.

        A bare digit counts only where the numbers have just been told and no number is the answer itself; it
        stands there once and not with the weight of a sentence, for beside commands single digits are heard
        where none was said.
        """
        asked = view.session.asked if view.session else None
        count = max(len(view.offers), len(view.session.choices(asked)) if view.session and asked else 0)
        told = view.offers or (asked is not None and view.listed)
        bare = _counts(self._grammar.lang, count) if told and not (wanted.amounts or wanted.digits) else []
        sentences = _once([*wanted.sentences, *_numbered(self._grammar, count)])
        return replace(wanted, sentences=sentences, combined=(*wanted.combined, *bare))

    def yes_or_no(self) -> Listening:
        """For a question of the voice's own."""
        return Listening(_once([*self._of(YES_AND_NO), *self._of(EVERYWHERE)]))

    @property
    def wake(self) -> Listening:
        """For the time when the voice rests."""
        return Listening(self._grammar.wake)

    def cut_off(self, text: str, view: View) -> bool:
        """Is this the beginning of something that could be said now, and not all of it?"""
        wanted = self.now(view)
        return any(whole.startswith(text) and whole != text for whole in (*wanted.sentences, *wanted.combined))

    def sentences(self, names: Sequence[str]) -> tuple[str, ...]:
        """Every sentence that can ever be said to these flows, without a number in it."""
        plain = [
            *self._of(self._grammar.intents.intents.keys()),
            *_numbered(self._grammar, _OFFERED),
            *_changes(self._grammar),
        ]
        return _once([*plain, *self._grammar.wake, *names, *self._named(names)])

    def everything(self, names: Sequence[str]) -> Listening:
        """All that can ever be said to these flows: for sound files and for the check of a voice model."""
        combined = (*self._requests(names), *self._combined([], ("inform",)))
        return Listening(self.sentences(names), combined, amounts=True, digits=True)

    def _said(self, name: str) -> str:
        """A name as speakers of the language say it."""
        return name if self._grammar.lang.startswith("zh") else romanised(name)

    def _of(self, intents: Collection[str]) -> list[str]:
        return [text for text, intent in _sayable(self._grammar) if intent in intents]

    def _named(self, names: Sequence[str]) -> list[str]:
        """Sentences with a name and nothing else to fill in.

        Each kind of sentence is found once and kept; the names are the customer's, and are not kept.
        """
        blanks = ("payee",) if names else ()
        kinds = [frame for intent in ("inform", *self._intents) for frame in with_marks(self._grammar, intent, *blanks)]
        return [
            text
            for frame in kinds
            for text in ([frame.replace("{payee}", name) for name in names] if "{payee}" in frame else [frame])
        ]

    def _requests(self, names: Sequence[str], count: int = _EXAMPLES) -> tuple[str, ...]:
        """Whole tasks in one sentence; now and then the name is left out."""
        if not names:
            return self._combined([], self._intents, count)
        whole = self._combined(names, self._intents, count)
        return (*whole, *self._combined([], self._intents, count // _NAMELESS), *self._renamed(names))

    def _combined(self, names: Sequence[str], intents: Sequence[str], count: int = _EXAMPLES) -> tuple[str, ...]:
        """Examples with amounts: each kind of sentence with many amounts, names by turns."""
        frames = [frame for intent in intents for frame in frames_with_amount(self._grammar, intent, bool(names))]
        if not frames:
            return ()
        found = []
        for turn, amount in enumerate(self._amounts()[:count]):
            frame = frames[turn % len(frames)]
            name = names[turn // len(frames) % len(names)] if names else ""
            found.append(frame.replace("{payee}", name).replace("{amount}", amount))
        return tuple(found)

    def _corrected(self) -> tuple[str, ...]:
        """Examples of an amount that is put right in the same breath: 五百元不六百元."""
        amounts, turns = self._amounts()[: _CORRECTED * 2], self._grammar.slips.turns[:_TURNS]
        pairs = zip(amounts[::2], amounts[1::2], strict=False)
        found = tuple(self.between.join((one, turns[at % len(turns)], two)) for at, (one, two) in enumerate(pairs))
        return (*found, *self._hesitant([*found[:_HESITANT], *amounts[-_HESITANT:]]))

    def _hesitant(self, texts: Sequence[str]) -> list[str]:
        """The texts with each filler before them (那个五百元), and the filler alone, after which one thinks on."""
        fillers = self._grammar.slips.heard
        return [*fillers, *(self.between.join((filler, text)) for filler in fillers for text in texts)]

    def _renamed(self, names: Sequence[str]) -> tuple[str, ...]:
        """Examples of a name that is put right in the same breath: the other name alone, or the sentence anew.

        With them 9 of 15 such English sentences were heard, without them 2; nothing else was heard worse.
        """
        frames = [frame for intent in self._intents for frame in frames_with_amount(self._grammar, intent, True)]
        if len(names) < 2 or not frames:
            return ()
        found, turns = [], self._grammar.slips.turns[:_TURNS]
        for at, amount in enumerate(self._amounts()[: len(frames) * len(turns)]):
            turn, frame = turns[at // len(frames)], frames[at % len(frames)].replace("{amount}", amount)
            wrong, right = names[at % len(names)], names[(at + 1 + at // len(names)) % len(names)]
            begun, _, rest = frame.partition("{payee}")
            anew = frame.replace("{payee}", right) if rest else right
            found.append(self.between.join((f"{begun}{wrong}", turn, anew)))
        return tuple(found)

    @property
    def between(self) -> str:
        """What stands between two words: nothing in Chinese."""
        return "" if self._grammar.lang.startswith("zh") else " "


@lru_cache(maxsize=8)
def _sayable(grammar: Grammar) -> tuple[tuple[str, str], ...]:
    """Plain sentences with their intents; Latin letters in a Chinese one are for the keyboard: ok, yes."""
    latin = re.compile("[a-z]", re.IGNORECASE) if grammar.lang.startswith("zh") else None
    return tuple((text, intent) for text, intent in grammar.plain.items() if not (latin and latin.search(text)))


@lru_cache(maxsize=8 * _OFFERED)
def _numbered(grammar: Grammar, count: int) -> tuple[str, ...]:
    """The sentences that take one of so many choices: 第二个, 选二; the second one, number two."""
    ordinals = [say_ordinal(place, grammar.lang) for place in _places(count)]
    return tuple(filled(grammar, "select", {"ordinal": ordinals, "count": _counts(grammar.lang, count)}))


def _counts(lang: str, count: int) -> list[str]:
    """The numbers of so many choices, bare."""
    return [say_choice(place, lang) for place in _places(count)]


def _places(count: int) -> range:
    return range(1, min(count, _OFFERED) + 1)


@lru_cache(maxsize=8)
def _changes(grammar: Grammar) -> tuple[str, ...]:
    """Sentences that name what is to be changed."""
    fields = grammar.intents.slot_lists["field"]
    assert isinstance(fields, TextSlotList)
    words: list[str] = []
    for value in fields.values:
        text = value.text_in
        words += [text.text] if isinstance(text, TextChunk) else sample_expression(text)
    return tuple(filled(grammar, "change", {"field": [word.strip() for word in words]}))


def digits_doubted(view: View) -> bool:
    """Is a number that was heard digit by digit being read back?"""
    asked = view.session.asked if view.session else None
    doubted = view.doubt is not None and isinstance(view.doubt.act, Answer | Inform)
    return doubted and asked is not None and isinstance(asked.kind, Digits)


def _once(sentences: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in sentences if text))
