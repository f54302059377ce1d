"""Our engine on Kivy beside PySide6 and GTK 4, on the same page of 10, 100 and 1,000 buttons, in one run.

``measure()`` gives the figures as ``<toolkit>_<size>_<figure>``; run as a program it prints them.
"""

from __future__ import annotations

import json
import select
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from bench_pages import TITLE, Toolkit, toolkits

from accessibility.probe.atspi import Bus
from accessibility.probe.desktop import Desktop, end
from accessibility.probe.errors import NotThereError
from accessibility.probe.keys import Keys
from accessibility.probe.seen import Event

ROOT = Path(__file__).resolve().parents[1]
READER = Path(__file__).with_name("bench_reader.py")
SIZES = (10, 100, 1000)
PRESSES, WARM_UP, CHANGES, JOININGS, COMINGS = 60, 5, 30, 5, 3
EVENTS = (
    "object:state-changed:focused",
    "object:state-changed:showing",
    "object:state-changed:checked",
    "object:property-change:accessible-name",
    "object:property-change:accessible-value",
    "object:text-changed",
    "object:text-caret-moved",
    "object:text-selection-changed",
    "object:children-changed",
    "window",
)
"""What Orca asks programs for, as far as this page has it; toolkits tell what is asked for."""

ANSWER = 60.0
"""Seconds that a program on a busy machine may take to answer."""


def measure(sizes: tuple[int, ...] = SIZES, presses: int = PRESSES) -> dict[str, float]:
    """Milliseconds, MiB and per cent of a core by name; a toolkit that is not here has no figures."""
    figures: dict[str, float] = {}
    for size in sizes:
        for toolkit in toolkits():
            if toolkit.missing:
                continue
            found = {**_measure(toolkit, size, presses), **_coming(toolkit, size)}
            figures |= {f"{toolkit.name}_{size}_{name}": value for name, value in found.items()}
    return figures


def _measure(toolkit: Toolkit, size: int, presses: int) -> dict[str, float]:
    """One page on a desktop of its own."""
    with Desktop(screen_reader=True) as desk, _reader(desk) as reader:
        began = time.monotonic()
        page = _start(desk, toolkit, size)
        launched = _ask(reader, f"ready {TITLE}")["at"] - began
        desk.wait_for_window(TITLE)
        _until_still(page)
        figures = {"launch_s": launched, **_reading(reader), "resident_mib": _resident(page)}
        with Bus(desk, EVENTS) as bus, Keys(desk) as keys:
            figures |= _focus(bus, keys, presses)
            _until_still(page)  # a page that has scrolled is still telling where its buttons are
            figures |= _label(bus, page)
            if toolkit.name == "kivy":
                figures["start_ms"] = _ask(page, "start")["took_ms"]
        if toolkit.name == "kivy":
            figures |= _joining(reader, page, size)
        figures["idle_cpu_percent"] = _idle(page)
        end(page)
        return figures


def _coming(toolkit: Toolkit, size: int) -> dict[str, float]:
    """A program that was started without a reader meets its first one: milliseconds until that has walked through it.

    GTK 4 tells its window to the bus whether or not a reader is here.
    """
    walks = []
    for _ in range(COMINGS):
        with Desktop() as desk, _reader(desk) as reader:
            _ask(reader, "off")
            page = _start(desk, toolkit, size)
            desk.wait_for_window(TITLE)
            _until_still(page)
            walks.append(_ask(reader, f"come {size} {TITLE}")["ms"])
            end(page)
    return {"comes_ms": statistics.median(walks)}


def _start(desk: Desktop, toolkit: Toolkit, size: int) -> subprocess.Popen[bytes]:
    """The page of so many buttons, as a program of its own."""
    file = desk.home / "page.py"  # Kivy wants to know the file of an App
    file.write_text(toolkit.program)
    argv, env = [sys.executable, str(file), str(size)], {"PYTHONPATH": str(ROOT)}
    with (desk.home / "page.log").open("wb") as errors:
        return desk.start(argv, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, cwd=ROOT)


@contextmanager
def _reader(desk: Desktop) -> Iterator[subprocess.Popen[bytes]]:
    argv = [sys.executable, "-W", "ignore::DeprecationWarning", str(READER)]
    reader = desk.start(argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    _line(reader)
    yield reader
    end(reader)


def _ask(program: subprocess.Popen[bytes], line: str) -> dict[str, Any]:
    assert program.stdin is not None
    program.stdin.write(line.encode() + b"\n")
    program.stdin.flush()
    return _line(program)


def _line(program: subprocess.Popen[bytes]) -> dict[str, Any]:
    """The next answer; what else a toolkit prints is passed over."""
    assert program.stdout is not None
    deadline = time.monotonic() + ANSWER
    while time.monotonic() < deadline:
        if select.select([program.stdout], [], [], 1.0)[0]:
            line = program.stdout.readline()
            if line.startswith(b"{"):
                answer: dict[str, Any] = json.loads(line)
                return answer
            if not line:
                break
    raise RuntimeError(f"no answer from {program.args}")


def _reading(reader: subprocess.Popen[bytes]) -> dict[str, float]:
    """All of the window for the first time, and again with nothing remembered."""
    first = _ask(reader, f"read {TITLE}")
    _ask(reader, "forget")
    again = _ask(reader, f"read {TITLE}")
    return {"first_read_ms": first["ms"], "read_again_ms": again["ms"], "nodes": first["nodes"]}


def _joining(reader: subprocess.Popen[bytes], page: subprocess.Popen[bytes], size: int) -> dict[str, float]:
    """A reader comes while the program runs: what it costs the program, and how long the reader waits for the tree.

    Nothing else listens meanwhile: a client that was there before would ask for the tree as well.
    """
    works, waits = [], []
    for _ in range(JOININGS):
        told = _ask(reader, "join")
        if told["nodes"] < size:
            raise RuntimeError(f"{told['nodes']} nodes could be read of {size}")
        works.append(_ask(page, "joined")["took_ms"] + told["answer_ms"])
        waits.append(told["ms"])
    return {"activation_ms": statistics.median(works), "activation_wait_ms": statistics.median(waits)}


def _focus(bus: Bus, keys: Keys, presses: int) -> dict[str, float]:
    """Milliseconds from XTEST's key press to the focus event on the bus."""
    delays = [_one_press(bus, keys) for _ in range(presses)][WARM_UP:]
    return {"focus_median_ms": statistics.median(delays), "focus_p95_ms": statistics.quantiles(delays, n=20)[-1]}


def _one_press(bus: Bus, keys: Keys) -> float:
    """Press Tab and give the milliseconds until the focus event; then wait till nothing more comes of it."""
    since = bus.mark()
    pressed = keys.press("Tab")
    event = bus.wait_for(lambda e: e.type == "object:state-changed:focused" and e.detail1 == 1, "the focus", since, 20)
    _until_quiet(bus)
    return (event.at - pressed) * 1000


def _label(bus: Bus, page: subprocess.Popen[bytes]) -> dict[str, float]:
    """The status line changes: the main thread's time for it, and the time until the bus has told."""
    costs, delays = [], []
    for number in range(CHANGES):
        text, since = f"Changed {number} times", bus.mark()
        changed = _ask(page, text)
        costs.append(changed["took_ms"])
        try:
            told = bus.wait_for(lambda e, text=text: _tells(e, text), "the change", since, 2)
        except NotThereError:
            continue
        delays.append((told.at - changed["at"]) * 1000)
        _until_quiet(bus, 0.02)
    figures = {"label_median_ms": statistics.median(costs), "label_p95_ms": statistics.quantiles(costs, n=20)[-1]}
    if delays:
        figures["label_event_median_ms"] = statistics.median(delays)
    return figures


def _tells(event: Event, text: str) -> bool:
    return event.name == text or event.data == text


def _until_quiet(bus: Bus, quiet: float = 0.06) -> None:
    seen, changed = len(bus.events), time.monotonic()
    while time.monotonic() - changed < quiet:
        time.sleep(0.005)
        if len(bus.events) != seen:
            seen, changed = len(bus.events), time.monotonic()


def _until_still(page: subprocess.Popen[bytes], most: float = 15.0) -> None:
    """Wait until the program has drawn what it has to draw."""
    deadline = time.monotonic() + most
    while time.monotonic() < deadline:
        before = _ticks(page)
        time.sleep(0.5)
        if _ticks(page) - before <= 3:
            return


def _resident(process: subprocess.Popen[bytes]) -> float:
    """Resident memory in MiB."""
    status = Path(f"/proc/{process.pid}/status").read_text("utf8")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def _idle(process: subprocess.Popen[bytes], seconds: float = 4.0) -> float:
    """Per cent of one core that the program uses while nobody does anything, after it has come to rest."""
    time.sleep(1.0)
    before, began = _ticks(process), time.monotonic()
    time.sleep(seconds)
    return 100 * (_ticks(process) - before) / 100 / (time.monotonic() - began)


def _ticks(process: subprocess.Popen[bytes]) -> int:
    fields = Path(f"/proc/{process.pid}/stat").read_text("utf8").rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])  # user and system time in hundredths of a second


if __name__ == "__main__":
    for name, value in measure().items():
        sys.stdout.write(f"{name} {value:.2f}\n")
