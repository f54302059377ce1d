"""Two banks for each case, with the few drills that both understand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from app.bank.http import HttpBank
from app.bank.port import Bank
from app.domain.secret import Secret
from tests.bank_process import BankProcess, running_bank
from tests.fakes import DEMO_NUMBER, DEMO_PASSWORD, FakeBank


@dataclass
class Drill:
    """A bank to call, and what a case may do to it from outside."""

    bank: Bank
    advance: Callable[[float], None]
    lose_answer: Callable[[], None]
    lose_request: Callable[[], None]

    def sign_in(self) -> None:
        """As the first demonstration customer."""
        self.bank.sign_in(DEMO_NUMBER, Secret(DEMO_PASSWORD))


@pytest.fixture(scope="session")
def bank_process() -> Iterator[BankProcess]:
    """One real bank for all cases."""
    with running_bank(faults=True) as process:
        yield process


@pytest.fixture
def drill(request: pytest.FixtureRequest) -> Iterator[Drill]:
    """Runs the case on both banks."""
    if request.param == "fake":
        fake = FakeBank()
        yield Drill(fake, fake.advance, fake.lose_answer, fake.lose_request)
        return
    process: BankProcess = request.getfixturevalue("bank_process")
    process.clear_faults()
    http = HttpBank(process.url, process.ca_file, pause=lambda _: None)

    def cut(kind: str) -> Callable[[], None]:
        return lambda: process.fault(kind, method="POST", path="/v1/transfers")

    yield Drill(http, process.advance, cut("cut_after"), cut("cut_before"))
    http.close()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Every case that asks for a drill gets both banks."""
    if "drill" in metafunc.fixturenames:
        metafunc.parametrize("drill", ["fake", "https"], indirect=True)
