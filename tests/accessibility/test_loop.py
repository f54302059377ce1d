"""The main loop sleeps until input, a frame at most while something moves, and not at all before due work."""

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from accessibility.loop import FRAME, LONG_REST, READER_FIRST, REST, STILL, WakeOnInput


class FakeClock:
    """As much of Kivy's clock as the loop uses; its time moves only by waiting."""

    def __init__(self) -> None:
        self.now = 10.0
        self._last_tick, self._dt = 10.0, 0.0
        self.due = 100.0

    def time(self) -> float:
        return self.now

    def get_min_timeout(self) -> float:
        return self.due

    def idle(self) -> float:
        raise AssertionError("Kivy's own sleep")


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def kivy_clock() -> Any:
    """A clock of Kivy's for this test alone."""
    from kivy.clock import ClockBase  # noqa: PLC0415 - Kivy reads its configuration when it is first imported

    return ClockBase()


@pytest.fixture
def waits(clock: FakeClock) -> Iterator[list[int]]:
    waits: list[int] = []

    def wait(milliseconds: int) -> None:
        waits.append(milliseconds)
        clock.now += milliseconds / 1000

    loop = WakeOnInput(clock, wait)
    loop.start()
    clock.hurry = loop.hurry  # type: ignore[attr-defined]
    yield waits
    loop.close()
    with pytest.raises(AssertionError, match="own sleep"):
        clock.idle()


def test_it_rests_longer_when_nothing_moves(clock: FakeClock, waits: list[int]) -> None:
    clock.idle()
    clock.due = 0.0
    clock.idle()
    assert waits == [int(REST * 1000), int(FRAME * 1000)]


def test_input_ends_the_wait_and_the_frame_begins_at_once(clock: FakeClock, waits: list[int]) -> None:
    clock.now = clock._last_tick + 0.005
    assert clock.idle() == clock.now
    assert waits == [int((REST - 0.005) * 1000)]


def test_after_a_while_of_stillness_it_rests_longer_until_something_stirs(clock: FakeClock, waits: list[int]) -> None:
    clock.now = clock._last_tick = clock.now + STILL
    clock.idle()
    clock.on_schedule(None)  # type: ignore[attr-defined]
    clock.idle()
    assert waits == pytest.approx([LONG_REST * 1000, REST * 1000], abs=1)


def test_a_timer_is_not_late(clock: FakeClock, waits: list[int]) -> None:
    clock.due = clock.now + 0.0205
    clock.idle()
    assert waits == [21]
    assert clock.now >= clock.due


def test_frames_do_not_come_faster_for_a_timer(clock: FakeClock, waits: list[int]) -> None:
    clock.due = clock.now + 0.005
    clock.idle()
    assert waits == [int(FRAME * 1000)]


def test_what_another_thread_gives_the_clock_ends_its_sleep(clock: FakeClock) -> None:
    woken: list[int] = []
    loop = WakeOnInput(clock, lambda milliseconds: None, lambda: woken.append(1), lambda: None)
    loop.start()
    clock.on_schedule(None)  # type: ignore[attr-defined]
    assert not woken
    other = threading.Thread(target=clock.on_schedule, args=[None])  # type: ignore[attr-defined]
    other.start()
    other.join()
    assert woken == [1]
    loop.close()


def test_kivys_own_clock_tells_what_it_is_given(kivy_clock: Any) -> None:
    """The loop counts on a hook that Kivy calls; a Kivy that no longer does is noticed here."""
    told: list[object] = []
    loop = WakeOnInput(kivy_clock, lambda milliseconds: None, lambda: told.append("woken"), lambda: None)
    loop.start()
    other = threading.Thread(target=kivy_clock.schedule_once, args=[lambda dt: None, 5])
    other.start()
    other.join()
    assert told == ["woken"]
    assert 4 < kivy_clock.get_min_timeout() - kivy_clock.time() <= 5
    loop.close()
    kivy_clock.schedule_once(lambda dt: None, 5)
    assert told == ["woken"]


def test_due_work_is_not_slept_on_and_only_once(clock: FakeClock, waits: list[int]) -> None:
    clock.hurry()  # type: ignore[attr-defined]
    clock.idle()
    assert waits == []
    clock.idle()
    assert len(waits) == 1


def test_another_thread_ends_a_sleep_that_has_begun(clock: FakeClock) -> None:
    woken: list[bool] = []
    loop = WakeOnInput(clock, lambda milliseconds: None, lambda: woken.append(True))
    loop.wake()
    assert woken == [True]


def test_what_has_come_is_read_before_the_picture_is_drawn(clock: FakeClock) -> None:
    """Kivy draws after this; a key that ended the wait must not wait for the picture."""
    done: list[str] = []
    loop = WakeOnInput(clock, lambda ms: done.append(f"wait {ms}"), None, lambda: done.append("input"))
    loop.start()
    clock.idle()
    loop.hurry()
    clock.idle()
    assert done == [f"wait {int(REST * 1000)}", "input", "input"]
    loop.close()


def test_a_reader_may_ask_before_the_picture_takes_the_processor(clock: FakeClock) -> None:
    done: list[str] = []

    def read() -> None:
        done.append("input")
        if len(done) == 2:
            loop.reader_first()  # the key has moved the focus

    loop = WakeOnInput(clock, _waiting(clock, done), None, read)
    loop.start()
    clock.idle()
    assert done[1:] == ["input", f"wait {READER_FIRST}", "input"]
    loop.hurry()
    clock.idle()
    assert done[4:] == ["input"]
    loop.close()


def test_a_key_let_go_does_not_take_the_readers_time(clock: FakeClock) -> None:
    done: list[str] = []
    loop = WakeOnInput(clock, _waiting(clock, done, ends_after=1), None, lambda: done.append("input"))
    loop.start()
    loop.hurry()
    loop.reader_first()
    clock.idle()
    assert done == ["input", "wait 4", "input", "wait 3", "input", "wait 2", "input", "wait 1", "input"]
    loop.close()


def _waiting(clock: FakeClock, done: list[str], ends_after: int = 1000) -> Callable[[int], None]:
    """Waits in milliseconds; input ends each after that time."""

    def wait(milliseconds: int) -> None:
        done.append(f"wait {milliseconds}")
        clock.now += min(milliseconds, ends_after) / 1000

    return wait
