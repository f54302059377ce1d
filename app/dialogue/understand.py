"""understand: one sentence to one Interpretation, by templates first, by likeness only to ask back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from hassil import recognize_all
from hassil.intents import SlotList, TextSlotList
from rapidfuzz import fuzz, process

from app.dialogue.by_sound import BySound
from app.dialogue.choosing import names_a_stranger
from app.dialogue.grammar import Grammar
from app.dialogue.names_by_ear import NamesByEar
from app.dialogue.plain_acts import PLAIN_ACTS
from app.dialogue.slips import Slips
from app.domain.money import Money
from app.flows import FLOWS
from app.flows.acts import (
    Act,
    Adjust,
    Affirm,
    Answer,
    Change,
    Help,
    Inform,
    Interpretation,
    Mode,
    NotUnderstood,
    Request,
    Select,
)
from app.flows.kinds import Amount, Digits, SavedPayee
from app.flows.view import View
from voice.numbers import parse_amount, parse_count, parse_digits, parse_ordinal, say_choice
from voice.pinyin import romanised

GUESS_CONFIDENCE = 0.5
"""Confidence of a sentence that is only like a known one: low enough to be asked back."""

SOUND_CONFIDENCE = 0.7
"""Confidence of a sentence that has the sounds of a known one: enough to go on, and read back like any other."""

SAME = 100.0
"""The likeness of what cannot be told apart by ear."""

LIKE_ENOUGH = 75.0
"""From this likeness (0 to 100) on a sentence is worth asking back."""

_NUMERAL_RUN = re.compile(r"[0-9０-９.,，¥￥〇零一二三四五六七八九十百千万亿点两俩半幺块元圆角毛分钱整]+")
_TRAILING = re.compile(r"[\s。．.！!，,、；;]+$")
_COMMA = re.compile(r"[，、]|,(?!\d)")
_QUESTION_MARKS = frozenset({"?", "？", "??", "？？"})
_DENIAL = {"zh": re.compile(r"[不别没勿]"), "en": re.compile(r"\b(?:not?|never|don't|won't|isn't)\b", re.IGNORECASE)}
_LONGEST_NAME = 24
_DIGIT_RUN = re.compile(r"[0-9〇零幺一二两三四五六七八九]+(?: [0-9〇零幺一二两三四五六七八九]+)*")
_FEWEST_DIGITS = 4


@dataclass(frozen=True, slots=True)
class _Reading:
    intent: str
    slots: dict[str, str]
    spans: dict[str, str]


class Understanding:
    """Understands the sentences of one language."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._lang = grammar.lang
        self._denial = _DENIAL[grammar.lang[:2]]
        self._slips = Slips(grammar)
        self._by_sound = BySound(grammar, FLOWS)
        self._names = NamesByEar(grammar.names_heard)

    def understand(self, text: str, view: View | None = None, mode: Mode = Mode.CHAT) -> Interpretation:
        """What the sentence means at this moment of the dialogue. Never raises; nonsense is NotUnderstood."""
        said = _COMMA.sub(" ", _TRAILING.sub("", text.strip())).strip()
        if said in _QUESTION_MARKS:
            return Interpretation(Help(), text, mode, 1.0)
        if not said:
            return Interpretation(NotUnderstood(text), text, mode, 0.0)
        view = view or View()
        said = self._meant(said, view)
        act = self._choice(said, view, mode) or self._template(said, view) or self._fitting(said, view)
        strange = names_a_stranger(act, view)
        if act is not None and not strange:
            return Interpretation(act, text, mode, 1.0)
        alike = self._alike(said, view, mode)
        if alike is not None and alike.confidence >= SOUND_CONFIDENCE:
            return alike
        by_ear = self._by_ear(said, act, view) if mode is Mode.VOICE else None
        if by_ear is not None:
            return by_ear
        if act is not None:
            return Interpretation(act, text, mode, 1.0)
        act = self._answer(said, view)
        if act is not None:
            return Interpretation(act, text, mode, 1.0)
        return alike or self._guess(said, mode)

    def _meant(self, said: str, view: View) -> str:
        """Without fillers; with what was corrected in mid-sentence put right."""
        known = [payee.name for payee in view.known.payees]
        names = sorted({*known, *map(romanised, known)}, key=len, reverse=True)
        bare = self._slips.without_fillers(said)
        if self._template(said, view) is not None and not self._slips.turns(bare):
            return said
        return self._slips.corrected(bare, self._amounts, names, lambda text: self._is_request(text, view)) or bare

    def _is_request(self, text: str, view: View) -> bool:
        return isinstance(self._template(text, view), Request)

    def _fitting(self, said: str, view: View) -> Act | None:
        """An answer that plainly fits the question."""
        session = view.session
        asked = session.asked if session else None
        if session is not None and asked is not None and asked.kind.fits(said, session.context):
            return Answer(said)
        return None

    def _alike(self, said: str, view: View, mode: Mode) -> Interpretation | None:
        """What sounds like a sentence that can be said here: the same sounds are taken, near ones asked back.

        A Yes is asked back in any case, and what holds a denial is never taken for what holds none.
        """
        names = tuple(payee.name for payee in view.known.payees)
        for amount in ("", max(self._amounts(said), key=len, default="")):
            found = self._by_sound.nearest(said, amount, names)
            if found is None or (self._denial.search(said) and not self._denial.search(found.sentence)):
                continue
            sentence = found.sentence.replace("{amount}", amount)
            act = self._template(sentence, view)
            if act is None or (found.likeness < SAME and (amount or isinstance(act, Affirm))):
                continue  # what moves money is not guessed at
            sure = found.likeness >= SAME and not isinstance(act, Affirm)
            return Interpretation(act, sentence, mode, SOUND_CONFIDENCE if sure else GUESS_CONFIDENCE)
        return None

    def _by_ear(self, said: str, act: Act | None, view: View) -> Interpretation | None:
        """A payee whose name was heard as other words is asked back, never taken."""
        names = [payee.name for payee in view.known.payees]
        if isinstance(act, Request | Inform):
            heard = str(act.slots.get("payee", ""))
            name = self._names.nearest(heard, names)
            if name is None or heard not in said:
                return None
            meant: Act = replace(act, slots={**act.slots, "payee": name})
            return Interpretation(meant, said.replace(heard, name), Mode.VOICE, GUESS_CONFIDENCE)
        asked = view.session.asked if view.session is not None else None
        if act is not None or asked is None or not isinstance(asked.kind, SavedPayee):
            return None
        name = self._names.nearest(said, names)
        return Interpretation(Answer(name), name, Mode.VOICE, GUESS_CONFIDENCE) if name is not None else None

    def _choice(self, said: str, view: View, mode: Mode) -> Act | None:
        """A bare number while a numbered choice is on offer.

        By ear only the numbers on offer count: a misheard command is often heard as some other number.
        """
        session = view.session
        asked = session.asked if session else None
        kind = asked.kind if asked else None
        numbered = view.listed if asked else view.offers
        if not (numbered or view.offers) or isinstance(kind, Amount | Digits):
            return None  # there a bare number is the answer itself; 第二个 still chooses
        number = parse_count(said, self._lang)
        if number is None or (mode is Mode.VOICE and not self._is_told(said, number, view)):
            return None
        return Select(number)

    def _is_told(self, said: str, number: int, view: View) -> bool:
        asked = view.session.asked if view.session else None
        choices = view.session.choices(asked) if view.session and asked else ()
        by_ear = said.casefold() in (str(number), say_choice(number, self._lang))
        return by_ear and 1 <= number <= max(len(view.offers), len(choices))

    def _answer(self, said: str, view: View) -> Act | None:
        """To the open question; without one, an amount on its own still says what it is."""
        session = view.session
        if session is not None and session.asked is not None:
            return Answer(said)
        if session is not None and any(f.kind.fits(said, session.context) for f in session.wanted):
            return Answer(said)
        cents = parse_amount(said, self._lang)
        if session is None and cents is not None:
            return Inform({"amount": str(Money(cents))})
        return None

    def _template(self, said: str, view: View) -> Act | None:
        names = {payee.name for payee in view.known.payees}
        readings = [
            reading for reading in self._readings(said) if self._sensible(reading, said) and _belongs(reading, view)
        ]
        if not readings:
            return None
        owner = self._grammar.plain.get(said.casefold())
        own = [reading for reading in readings if reading.intent == owner]  # 收款人列表 is nobody's name
        best = max(own or readings, key=lambda reading: self._rank(reading, names))
        return self._act(best, said)

    def _readings(self, said: str) -> Iterator[_Reading]:
        lists: dict[str, SlotList] = {
            "amount": _spans(self._amounts(said), "amount"),
            "ordinal": _spans(self._ordinals(said), "ordinal"),
            "count": _spans(self._counts(said), "count"),
            "customer_number": _spans(self._digits(said), "customer_number"),
        }
        for found in recognize_all(said, self._grammar.intents, slot_lists=lists, language=self._lang):
            spans = {name: str(entity.value).strip() for name, entity in found.entities.items()}
            yield _Reading(found.intent.name, dict(spans), spans)

    def _amounts(self, said: str) -> list[str]:
        """Every stretch of the sentence that reads as an amount of money."""
        stretches: Iterable[str]
        if self._lang.startswith("zh"):
            runs = (run.group() for run in _NUMERAL_RUN.finditer(said))
            stretches = (run[start:] for run in runs for start in range(len(run)))
        else:
            stretches = _stretches(said)
        return [text for text in stretches if parse_amount(text, self._lang) is not None]

    def _digits(self, said: str) -> list[str]:
        """Every stretch of the sentence that is a number read digit by digit."""
        if self._lang.startswith("zh"):
            stretches: Iterable[str] = _DIGIT_RUN.findall(said)
        else:
            stretches = _stretches(said)
        return [text for text in stretches if len(parse_digits(text, self._lang) or "") >= _FEWEST_DIGITS]

    def _ordinals(self, said: str) -> list[str]:
        if self._lang.startswith("zh"):
            stretches: Iterable[str] = re.findall(r"第.+", said)
        else:
            words = said.split()
            stretches = [*words, *(" ".join(pair) for pair in pairwise(words))]
        return [text for text in stretches if parse_ordinal(text, self._lang) is not None]

    def _counts(self, said: str) -> list[str]:
        stretches = _NUMERAL_RUN.findall(said) if self._lang.startswith("zh") else said.split()
        return [text for text in stretches if parse_count(text, self._lang) is not None]

    def _sensible(self, reading: _Reading, said: str) -> bool:
        payee, amount = reading.spans.get("payee"), reading.spans.get("amount", "")
        if payee is None:
            return True
        if len(amount) == 1 and payee + amount in self._joined(said):
            return False  # 转账给张三: the last character is part of the name, not three yuan
        if len(payee) > _LONGEST_NAME or re.search(r"[，。,.?？!！]", payee):
            return False
        return parse_amount(payee, self._lang) is None and not self._denial.match(payee)

    def _joined(self, said: str) -> str:
        return said if not self._lang.startswith("zh") else said.replace(" ", "")

    def _rank(self, reading: _Reading, names: set[str]) -> tuple[bool, int, int, int]:
        """Known names first, then more blanks filled, then the longer amount, then the shorter name."""
        payee = reading.spans.get("payee", "")
        return (payee in names, len(reading.spans), len(reading.spans.get("amount", "")), -len(payee))

    def _act(self, reading: _Reading, said: str) -> Act | None:
        if reading.intent in PLAIN_ACTS:
            return PLAIN_ACTS[reading.intent]
        if reading.intent == "select":
            return self._selected(reading.slots)
        if reading.intent == "change":
            return Change(reading.slots["field"])
        slots = {name: self._plain(name, value) for name, value in reading.slots.items()}
        return Inform(slots) if reading.intent == "inform" else Request(reading.intent, slots)

    def _selected(self, slots: dict[str, str]) -> Act | None:
        ordinal, count = slots.get("ordinal"), slots.get("count", "")
        number = parse_count(count, self._lang) if ordinal is None else parse_ordinal(ordinal, self._lang)
        return Select(number) if number is not None else None

    def _plain(self, name: str, value: str) -> str:
        """Amounts as plain decimals, digits as digits, names as said."""
        if name == "amount":
            cents = parse_amount(value, self._lang)
            return value if cents is None else str(Money(cents))
        if name == "customer_number":
            return parse_digits(value, self._lang) or value
        return value

    def _guess(self, said: str, mode: Mode) -> Interpretation:
        """A slip of the finger in a sentence that moves no money is asked back, not refused."""
        nothing = Interpretation(NotUnderstood(said), said, mode, 0.0)
        if self._denial.search(said):
            return nothing
        found = process.extractOne(
            said.casefold(), self._grammar.plain.keys(), scorer=fuzz.ratio, score_cutoff=LIKE_ENOUGH
        )
        if found is None or self._grammar.plain[found[0]] == "affirm":
            return nothing
        intent = self._grammar.plain[found[0]]
        act = PLAIN_ACTS.get(intent, Request(intent))
        return Interpretation(act, found[0], mode, GUESS_CONFIDENCE)


def _belongs(reading: _Reading, view: View) -> bool:
    """A correction is one of what the task asks: a customer number is no amount, and nobody's payee.

    Where there is no task yet, an amount on its own still says what it is.
    """
    if reading.intent != "inform":
        return True
    if view.session is None:
        return "customer_number" not in reading.slots
    return any(item.name in reading.slots for item in view.session.flow.fields)


def _stretches(said: str) -> Iterator[str]:
    """Every run of words of a sentence."""
    words = said.split()
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            yield " ".join(words[start:end])


def _spans(texts: Iterable[str], name: str) -> TextSlotList:
    return TextSlotList.from_strings(dict.fromkeys(texts), allow_template=False, name=name)


def describe(heard: Interpretation) -> dict[str, Any]:
    """An interpretation as plain JSON: ``act`` null when nothing was understood; a guess counts as nothing."""
    act = heard.act
    if isinstance(act, NotUnderstood) or heard.confidence < 1.0:
        return {"act": None, "intent": None, "slots": {}, "confidence": round(heard.confidence, 3)}
    slots: dict[str, str] = {}
    if isinstance(act, Request | Inform):
        slots = {name: str(value) for name, value in act.slots.items()}
    elif isinstance(act, Select):
        slots = {"number": str(act.number)}
    elif isinstance(act, Change):
        slots = {"field": act.field}
    name = act.manner.value if isinstance(act, Adjust) else re.sub(r"(?<!^)(?=[A-Z])", "_", type(act).__name__).lower()
    intent = act.intent if isinstance(act, Request) else None
    return {"act": name, "intent": intent, "slots": slots, "confidence": round(heard.confidence, 3)}
