"""Who, how much, what: is each of it right in whole sentences, and is a payee's name heard where it is asked for?"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from app.dialogue.grammar import frames_with_amount, load_grammar
from app.domain.payments import Payee
from app.flows.acts import Act, Interpretation, Request
from app.flows.session import Session
from scripts.bench_hearing_dialogue import Hear, Talker
from voice.model_builder.trials import Trial
from voice.numbers.drawn import drawn_numbers
from voice.pinyin import romanised
from voice.stt.recogniser import Heard

_TASK = "transfer_money"
_ASK = {"zh-CN": "转账", "en": "transfer money"}


def names(lang: str) -> list[str]:
    """The demonstration customer's payees, as speakers of the language say them."""
    payees = Talker(lang).dialogue.view.known.payees
    return [one.name if lang.startswith("zh") else romanised(one.name) for one in payees]


def draw_payees(lang: str, count: int) -> list[str]:
    """Names by turns, so that each is said by other voices each time."""
    known = names(lang)
    return [known[at % len(known)] for at in range(count)]


def draw_requests(lang: str, count: int, rng: random.Random) -> list[str]:
    """Whole transfers in one sentence, with amounts that the grammar's examples need not hold: 给张三转五百块."""
    frames, known = frames_with_amount(load_grammar(lang), _TASK, True), names(lang)
    numbers = drawn_numbers(lang)
    return [
        rng.choice(frames).replace("{payee}", rng.choice(known)).replace("{amount}", numbers.amount(rng))
        for _ in range(count)
    ]


@dataclass(frozen=True, slots=True)
class Slots:
    """What a sentence says: the task, the payees that may be meant (those that sound alike), the amount."""

    intent: str = ""
    payees: frozenset[str] = frozenset()
    amount: str = ""


class Payees:
    """The question who shall get the money."""

    def __init__(self, lang: str) -> None:
        self.talker = Talker(lang)
        self.talker.pipeline.hear(_ASK[lang])
        session = self.talker.dialogue.view.session
        assert session is not None
        assert session.asked is not None
        assert session.asked.name == "payee"
        self._session: Session = session

    def meant(self, act: Act) -> frozenset[str]:
        """Whom an answer to this question means: one, or those whose names sound alike; nobody when it is none."""
        after = self._session.take(act, by_ear=True)
        answer = after.answers.get("payee")
        candidates = (answer,) if isinstance(answer, Payee) else after.narrowed.get("payee", ())
        return frozenset(one.name for one in candidates)

    def slots(self, meant: Interpretation) -> Slots:
        """What is said in a whole sentence."""
        if not isinstance(meant.act, Request):
            return Slots()
        said = {name: str(value) for name, value in meant.act.slots.items()}
        who = self._session.inform({"payee": said["payee"]}, by_ear=True) if "payee" in said else self._session
        answer = who.answers.get("payee")
        candidates = (answer,) if isinstance(answer, Payee) else who.narrowed.get("payee", ())
        return Slots(meant.act.intent, frozenset(one.name for one in candidates), said.get("amount", ""))


def payees_heard(lang: str, trials: Sequence[Trial], hear: Hear) -> dict[str, float]:
    """Share of names that are taken rightly where one is asked for, in per cent, and how many wrong ones are taken."""
    question = Payees(lang)
    talker = question.talker
    right = wrong = 0
    for trial in trials:
        meant = talker.meaning(hear(trial, talker.phrases))
        wanted, found = question.meant(talker.meaning(Heard(trial.text)).act), question.meant(meant.act)
        right += found == wanted
        wrong += found != wanted and bool(found) and talker.takes(meant)
    return {"right": 100 * right / len(trials), "wrongly_taken": float(wrong)}


def requests_heard(lang: str, trials: Sequence[Trial], hear: Hear) -> dict[str, float]:
    """Whole sentences at the menu: shares in per cent with the right task, payee, amount, and all of them."""
    question, talker = Payees(lang), Talker(lang)
    rights = {"intent": 0, "payee": 0, "amount": 0, "whole": 0}
    for trial in trials:
        wanted = question.slots(talker.meaning(Heard(trial.text)))
        found = question.slots(talker.meaning(hear(trial, talker.phrases)))
        rights["intent"] += found.intent == wanted.intent
        rights["payee"] += found.payees == wanted.payees
        rights["amount"] += found.amount == wanted.amount
        rights["whole"] += found == wanted
    return {name: 100 * count / len(trials) for name, count in rights.items()}
