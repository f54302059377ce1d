"""understand: one sentence to one Interpretation, by templates first, by likeness only to ask back."""

from __future__ import annotations

import re
from dataclasses import replace

from rapidfuzz import fuzz, process

from app.dialogue.by_sound import BySound
from app.dialogue.choosing import names_a_stranger
from app.dialogue.denial import denial
from app.dialogue.grammar import Grammar
from app.dialogue.names_by_ear import NamesByEar
from app.dialogue.number_spans import NumberSpans
from app.dialogue.plain_acts import PLAIN_ACTS
from app.dialogue.slips import Slips
from app.dialogue.templates import Templates
from app.domain.money import Money
from app.flows import FLOWS
from app.flows.acts import (
    Act,
    Affirm,
    Answer,
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
from voice.numbers import parse_amount, parse_count, say_choice
from voice.pinyin import romanised

GUESS_CONFIDENCE = 0.5
"""Confidence of a sentence that is only like a known one: low enough to be asked back."""

SOUND_CONFIDENCE = 0.7
"""Confidence of a sentence that has the sounds of a known one: enough to go on, and read back like any other."""

SAME = 100.0
"""The likeness of what cannot be told apart by ear."""

LIKE_ENOUGH = 75.0
"""From this likeness (0 to 100) on a sentence is worth asking back."""

_TRAILING = re.compile(r"[\s。．.！!，,、；;]+$")
_COMMA = re.compile(r"[，、]|,(?!\d)")
_QUESTION_MARKS = frozenset({"?", "？", "??", "？？"})


class Understanding:
    """Understands the sentences of one language."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._lang = grammar.lang
        self._spans = NumberSpans(grammar.lang)
        self._templates = Templates(grammar, self._spans)
        self._denial = denial(grammar.lang)
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
        plain = self._templates.act(said, view)
        meant = self._meant(said, view, fits=plain is not None)
        if meant != said:
            said, plain = meant, self._templates.act(meant, view)
        act = self._choice(said, view, mode) or plain or self._fitting(said, view)
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

    def _meant(self, said: str, view: View, *, fits: bool) -> str:
        """Without fillers; with what was corrected in mid-sentence put right.

        ``fits``: a template has it as it stands.
        """
        known = [payee.name for payee in view.known.payees]
        names = sorted({*known, *map(romanised, known)}, key=len, reverse=True)
        bare = self._slips.without_fillers(said)
        if fits and not self._slips.turns(bare):
            return said
        corrected = self._slips.corrected(bare, self._spans.amounts, names, lambda text: self._is_request(text, view))
        return corrected or bare

    def _is_request(self, text: str, view: View) -> bool:
        return isinstance(self._templates.act(text, view), Request)

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
        for amount in ("", max(self._spans.amounts(said), key=len, default="")):
            found = self._by_sound.nearest(said, amount, names)
            if found is None or (self._denial.search(said) and not self._denial.search(found.sentence)):
                continue
            sentence = found.sentence.replace("{amount}", amount)
            act = self._templates.act(sentence, view)
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
