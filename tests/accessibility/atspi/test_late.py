"""An answer that waits for what was asked for is sent once: when that is done, or when it takes too long."""

import threading

from accessibility.probe.waiting import until
from accessibility.providers.atspi.late import LateAnswer


def test_it_goes_out_once() -> None:
    sent: list[str] = []
    late = LateAnswer(lambda: sent.append(threading.current_thread().name), patience=60)
    assert sent == []
    late.go()
    late.go()
    assert sent == [threading.current_thread().name]


def test_a_program_that_is_busy_does_not_keep_a_reader_waiting() -> None:
    sent: list[str] = []
    late = LateAnswer(lambda: sent.append("answer"), patience=0.01)
    until(lambda: sent == ["answer"], "the answer without the deed")
    late.go()
    assert sent == ["answer"]
