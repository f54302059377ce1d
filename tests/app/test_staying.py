"""A customer who is at work stays signed in; one who went away is warned, and sent away in his own time only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from accessibility.preferences import Preferences
from app.domain.secret import Secret
from app.flows import FLOWS
from app.flows.acts import Inform, Interpretation, Mode, Repeat, Request, SignOut
from app.flows.interaction import InteractionManager
from app.flows.staying import WARN_BEFORE, Staying
from app.flows.work import InlineWorker
from tests.fakes import DEMO_NUMBER, DEMO_PASSWORD, FakeBank

STEP = 15.0


@dataclass
class Visit:
    """A signed-in customer and a clock that only we move."""

    patience: float
    bank: FakeBank = field(default_factory=FakeBank)
    time: float = 1000.0

    def __post_init__(self) -> None:
        worker = InlineWorker()
        self.manager = InteractionManager(self.bank, FLOWS, worker, "zh-CN")
        preferences = Preferences(patience=self.patience)
        self.staying = Staying(self.manager, self.bank, worker, preferences.limit, lambda: self.time)
        self.manager.handle(Interpretation(Request("sign_in")))
        answers = {"customer_number": DEMO_NUMBER, "password": Secret(DEMO_PASSWORD)}
        self.manager.handle(Interpretation(Inform(answers)))
        assert self.manager.view.customer is not None
        self.life = self.bank.session_seconds
        self.calls = len(self.bank.calls)

    def wait(self, seconds: float, meanwhile: Callable[[], None] = lambda: None) -> None:
        end = self.time + seconds
        while self.time < end:
            self.time += STEP
            meanwhile()
            self.staying.tick()

    @property
    def called(self) -> int:
        return len(self.bank.calls) - self.calls

    @property
    def warned(self) -> bool:
        return any(notice.code == "session_ends_soon" for notice in self.manager.view.notices)


def test_who_types_for_long_is_never_sent_away() -> None:
    visit = Visit(patience=1.0)
    visit.wait(3 * visit.life, meanwhile=visit.staying.touched)
    assert visit.called >= 6
    assert not visit.warned


def test_who_goes_away_is_warned_in_time_and_the_bank_is_left_alone() -> None:
    visit = Visit(patience=1.0)
    visit.wait(visit.life - WARN_BEFORE - STEP)
    assert (visit.called, visit.warned) == (0, False)
    visit.wait(2 * STEP)
    assert (visit.called, visit.warned) == (0, True)
    turn = visit.manager.view.turn
    visit.wait(WARN_BEFORE)
    assert visit.manager.view.turn == turn  # once is enough


def test_any_key_after_the_warning_keeps_the_session() -> None:
    visit = Visit(patience=1.0)
    visit.wait(visit.life - WARN_BEFORE + STEP)
    visit.staying.touched()
    assert visit.called == 1
    visit.wait(visit.life - WARN_BEFORE - 2 * STEP)
    assert visit.manager.view.notices  # the old one: no second warning yet
    assert visit.called == 1


@pytest.mark.parametrize("patience", [2.0, 3.0])
def test_a_patient_limit_is_that_much_longer(patience: float) -> None:
    visit = Visit(patience)
    visit.wait((patience - 1 / 3) * visit.life - WARN_BEFORE - 2 * STEP)
    assert visit.called > 0
    assert not visit.warned
    visit.wait(visit.life)
    assert visit.warned


def test_without_a_limit_nobody_is_warned_or_sent_away() -> None:
    visit = Visit(patience=0.0)
    visit.wait(20 * visit.life)
    assert not visit.warned
    assert visit.called >= 40


def test_a_word_after_the_warning_is_as_good_as_a_key() -> None:
    visit = Visit(patience=1.0)
    visit.wait(visit.life - WARN_BEFORE + STEP)
    visit.manager.handle(Interpretation(Repeat(), mode=Mode.VOICE))
    assert visit.called == 1


def test_signed_out_the_bank_is_not_called() -> None:
    visit = Visit(patience=0.0)
    visit.manager.handle(Interpretation(SignOut()))
    before = visit.called
    visit.wait(visit.life)
    assert visit.called == before
