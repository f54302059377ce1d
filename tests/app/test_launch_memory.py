"""The garbage collector waits while the client starts, and leaves alone what was made then."""

import gc
from collections.abc import Iterator

import pytest

from app import launch_memory


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    yield
    gc.unfreeze()
    gc.enable()


def test_nothing_is_collected_until_the_start_is_over() -> None:
    launch_memory.begin()
    assert not gc.isenabled()
    launch_memory.settle()
    assert gc.isenabled()


def test_what_the_start_made_is_not_looked_through_again() -> None:
    before = gc.get_freeze_count()
    made = [[number] for number in range(1000)]
    launch_memory.settle()
    assert gc.get_freeze_count() - before >= len(made)
