"""A desktop without a screen reader, and a window on it for all that leave it on its home screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from accessibility.probe.atspi import Bus
from accessibility.probe.desktop import Desktop
from accessibility.probe.waiting import until
from tests.ui.voicing.listener import Listener


@pytest.fixture(scope="package")
def quiet_desk() -> Iterator[Desktop]:
    """No screen reader, and nobody on the accessibility bus."""
    with Desktop() as desktop:
        yield desktop


@pytest.fixture(scope="package")
def ear(quiet_desk: Desktop) -> Iterator[Bus]:
    """Looks at the tree, and is no screen reader."""
    with Bus(quiet_desk) as bus:
        yield bus


@pytest.fixture(scope="module")
def shared(
    quiet_desk: Desktop, ear: Bus, judged: set[int], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Listener]:
    """One window for what leaves it on its home screen; gone before others are opened on the same desktop."""
    one = Listener(quiet_desk, ear, tmp_path_factory.mktemp("voicing"), judged)
    yield one
    one.close()


@pytest.fixture
def window(shared: Listener) -> Listener:
    """At rest on the home screen, with nothing heard yet."""
    shared.press("alt+Home")
    until(lambda: any("听见远程银行，标题" in said for said in shared.everything), "the home screen to be said", 20)
    shared.rest()
    return shared
