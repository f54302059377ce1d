"""Who holds the dialogue, on a bank in memory, with somebody signed in."""

from __future__ import annotations

from app.domain.secret import Secret
from app.flows import FLOWS
from app.flows.acts import (
    Act,
    Interpretation,
    Mode,
    Request,
)
from app.flows.interaction import InteractionManager
from app.flows.work import InlineWorker
from tests.fakes import DEMO_NUMBER, DEMO_PASSWORD, FakeBank

SIGN_IN = Request("sign_in", {"customer_number": DEMO_NUMBER, "password": Secret(DEMO_PASSWORD)})
TRANSFER = Request("transfer_money", {"payee": "张三", "amount": "500"})


def by(act: Act, mode: Mode = Mode.SCREEN, confidence: float = 1.0, text: str = "") -> Interpretation:
    return Interpretation(act, text, mode, confidence)


def signed_in() -> tuple[InteractionManager, FakeBank]:
    bank = FakeBank()
    manager = InteractionManager(bank, FLOWS, InlineWorker(), "zh-CN")
    manager.handle(by(SIGN_IN))
    assert manager.view.customer is not None
    return manager, bank
