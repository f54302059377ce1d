"""The real dialogue with a customer who speaks aloud, listens to the read-back, and does not give in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from app import bootstrap
from app.dialogue.choosing import choose
from app.dialogue.grammar import Grammar, load_grammar
from app.dialogue.phrase import known
from app.dialogue.understand import SOUND_CONFIDENCE, Understanding
from app.dialogue.vocabulary import Listening
from app.domain.money import Money
from app.flows.acts import Affirm, Answer, Inform, Interpretation, Mode, NotUnderstood
from app.flows.certainty import SURE_ENOUGH, needed
from app.flows.session import Session
from app.flows.session import Stage as At
from app.words import Form, Words
from tests.dialogues.stage import Stage
from tests.dialogues.transcript import Transcript, all_transcripts
from voice.model_builder.trials import Trial, in_noise
from voice.numbers import parse_amount
from voice.settings import VoiceSettings
from voice.stt.number_phrases import amount_phrases
from voice.stt.recogniser import Heard

Hear = Callable[[Trial, list[str]], Heard]
"""Takes an utterance, and what is listened for."""

Say = Callable[[str, str], Trial | None]
"""A text and a voice to an utterance; None when the synthesiser fails."""

_ASK = {"zh-CN": "给张三转账", "en": "send money to zhang san"}
_SEND = {"zh-CN": "确认", "en": "send it"}
_YES = {"zh-CN": "确认", "en": "yes"}
_NO = {"zh-CN": "不是", "en": "no"}
_CORRECT = {"zh-CN": "改成{}", "en": "make it {}"}
_TRIES_ALOUD = 3
_MARK = "\N{REPLACEMENT CHARACTER}"
_MOST_TURNS = 14


@cache
def _language(lang: str) -> tuple[Words, Grammar]:
    return Words.load(lang), load_grammar(lang)


@cache
def _unwritten() -> Transcript:
    """A transcript without lines: what is said is decided on the way."""
    return replace(all_transcripts()[0], modes=("voice",), steps=(), sent=())


class Talker(Stage):
    """A conversation by voice that listens for what the client would listen for at that moment."""

    def __init__(self, lang: str, *, signed_in: bool = True) -> None:
        words, grammar = _language(lang)
        self._lang = lang
        self._understanding = Understanding(grammar)
        super().__init__(replace(_unwritten(), lang=lang, signed_in=signed_in), Mode.VOICE, words, grammar)

    def amounts(self) -> tuple[str, ...]:
        """As many examples as the client has."""
        return amount_phrases(self._lang)

    def spell_out(self, wanted: Listening) -> tuple[str, ...]:
        """As the client does."""
        return bootstrap.spoken_phrases(wanted, self._lang)

    @property
    def phrases(self) -> list[str]:
        """What is listened for now."""
        return list(self.pipeline.phrases or ())

    @property
    def sentences(self) -> tuple[str, ...]:
        """Those of them that are whole, without numbers."""
        return self._vocabulary.now(self.dialogue.view).sentences

    def meaning(self, heard: Heard) -> Interpretation:
        """What would be made of it at this moment; nothing is done."""
        view = self.dialogue.view
        if not heard.text:
            return Interpretation(NotUnderstood(""), "", Mode.VOICE, 0.0)
        understand = partial(self._understanding.understand, view=view, mode=Mode.VOICE)
        return choose(heard, view, understand, SOUND_CONFIDENCE)[1]

    def takes(self, meant: Interpretation) -> bool:
        """Would it be acted on without asking back?"""
        least = max(SURE_ENOUGH, needed(meant.act, self.dialogue.view.session))
        return not isinstance(meant.act, NotUnderstood) and meant.rival is None and meant.confidence >= least

    def amount(self, heard: Heard) -> int | None:
        """The cents that would be taken as the answer, None when it is none."""
        act = self.meaning(heard).act
        if isinstance(act, Answer) and isinstance(act.text, str):
            return parse_amount(act.text, self._lang)
        if isinstance(act, Inform) and "amount" in act.slots:
            return Money.parse(str(act.slots["amount"])).cents
        return None

    def rest(self, settings: VoiceSettings) -> None:
        """The conversation is over; with a wake phrase in the settings that is listened for."""
        assert self._control is not None
        self._control.apply(settings)
        self._control.stop()

    @property
    def conversing(self) -> bool:
        """Is a conversation on?"""
        return self._control is not None and self._control.conversing

    def ask_for_the_amount(self) -> None:
        """Up to the question for the amount."""
        self.pipeline.hear(_ASK[self._lang])
        asked = self.dialogue.view.session.asked if self.dialogue.view.session else None
        assert asked is not None
        assert asked.name == "amount"

    def hears(self, cents: int) -> bool:
        """Is it the amount that the bank read back last? It is what the customer decides by."""
        session = self.dialogue.view.session
        return session is not None and heard_amount(self.pipeline.said[-1], session, self.words) == cents


def heard_amount(text: str, session: Session, words: Words) -> int | None:
    """The cents that somebody hears in a spoken read-back: what stands where its wording has the amount.

    Another way than the client's own proof takes, so that a mistake of the one is none of the other.
    """
    marked = words.text(f"{session.flow.intent}-review", Form.SPEECH, **{**known(session), "amount": _MARK})
    before, _, after = marked.partition(_MARK)
    start, end = text.rfind(before), text.rfind(after)
    if start < 0 or end < start + len(before):
        return None
    return parse_amount(text[start + len(before) : end], words.lang)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One transfer. ``exact``: exactly the amount wanted was sent, once; ``wrong``: another one was.

    ``misheard``: a wrong amount was read back, or asked back, on the way.
    """

    exact: bool
    wrong: bool
    typed: bool
    misheard: bool
    turns: int


def transfer_aloud(lang: str, wanted: Trial, say: Say, hear: Hear, decibels: float | None) -> Outcome:
    """A transfer of the amount that is said in ``wanted``; what follows is said by the same voice in the same room."""
    talker = Talker(lang)
    talker.ask_for_the_amount()
    cents = parse_amount(wanted.text, lang)
    assert cents is not None
    trial: Trial | None = wanted
    typed = misheard = False
    amounts_said = turns = 0
    while turns < _MOST_TURNS and not talker.bank.transfers:
        turns += 1
        if trial is None or not talker.pipeline.listening:
            break
        talker.pipeline.hear_all(hear(trial, talker.phrases))
        if talker.bank.transfers:
            break
        answer = _next(talker, cents)
        misheard |= answer in (_NO[lang], _CORRECT[lang])
        amounts_said += answer not in (_SEND[lang], _YES[lang], _NO[lang])
        if amounts_said > _TRIES_ALOUD and not typed:
            typed = True
            talker.interaction.handle(Interpretation(Inform({"amount": str(Money(cents))}), "", Mode.SCREEN))
            answer = _SEND[lang]
        spoken = say(answer.format(wanted.text), wanted.voice)
        trial = in_noise([spoken], decibels)[0] if spoken is not None and decibels is not None else spoken
    sent = [receipt.amount.cents for receipt in talker.bank.transfers]
    return Outcome(sent == [cents], any(one != cents for one in sent), typed, misheard, turns)


def _next(talker: Talker, cents: int) -> str:
    """What the customer says to what he has just heard, in words that the client asks for: Yes to the right only."""
    lang, view = talker.words.lang, talker.dialogue.view
    if view.doubt is not None:
        act = view.doubt.act
        meant = parse_amount(act.text, lang) if isinstance(act, Answer) and isinstance(act.text, str) else None
        at_review = view.session is not None and view.session.stage is At.REVIEW
        if isinstance(act, Affirm) and at_review:
            return _SEND[lang]
        return _YES[lang] if meant == cents else _NO[lang]
    if view.session is not None and view.session.stage is At.REVIEW:
        return _SEND[lang] if talker.hears(cents) else _CORRECT[lang]
    return "{}"


def payments_by_others(lang: str, trials: Sequence[Trial], hear: Hear) -> int:
    """How many payments are made when a read-back waits for a Yes and only these sounds come, one after another."""
    made = 0
    talker = at_review(lang)
    for trial in trials:
        session = talker.dialogue.view.session
        if not talker.pipeline.listening or session is None or session.stage is not At.REVIEW:
            made += len(talker.bank.transfers)
            talker = at_review(lang)
        talker.pipeline.hear_all(hear(trial, talker.phrases))
    return made + len(talker.bank.transfers)


def at_review(lang: str) -> Talker:
    """A read-back of 500 yuan waits for its Yes."""
    talker = Talker(lang)
    talker.ask_for_the_amount()
    talker.pipeline.hear({"zh-CN": "五百元", "en": "five hundred yuan"}[lang])
    session = talker.dialogue.view.session
    assert session is not None
    assert session.stage is At.REVIEW
    return talker
