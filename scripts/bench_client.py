"""The client as it is started: time to an accessible window and what it weighs."""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

import psutil

from accessibility.probe.atspi import Bus
from accessibility.probe.desktop import Desktop
from app.local_bank import local_bank
from app.words import Words

ROOT = Path(__file__).resolve().parent.parent
LAUNCHES = 3
SETTLING, BUSY = 15.0, 5.0
"""Seconds that a client may take to come to rest, and per cent of a core from which on it has not."""


def measure() -> dict[str, float]:
    """Seconds, milliseconds and MiB by name; medians over launches, all on one virtual screen."""
    title = Words.load("zh-CN").text("ui-app-title")
    launches: list[float] = []
    figures: dict[str, float] = {}
    with (
        tempfile.TemporaryDirectory() as folder,
        local_bank(Path(folder)) as bank,
        Desktop() as desktop,
        Bus(desktop) as bus,
    ):
        for _ in range(LAUNCHES):
            began = time.monotonic()
            process = desktop.start(
                [
                    *(sys.executable, "-m", "app", "run"),
                    *("--bank", bank.url, "--ca", str(bank.certificate_authority)),
                ],
                env={"TINGJIAN_HOME": str(desktop.home / "tingjian")},
                log="client.log",
                cwd=ROOT,
            )
            bus.application(title)
            launches.append(time.monotonic() - began)
            desktop.wait_for_window(title)
            figures = _running(process.pid)
            process.kill()
            process.wait()
    return {"launch_s": statistics.median(launches), **figures}


def _running(pid: int) -> dict[str, float]:
    process = psutil.Process(pid)
    deadline = time.monotonic() + SETTLING
    while process.cpu_percent(interval=1.0) > BUSY and time.monotonic() < deadline:
        pass  # caches fill, models load
    idle = process.cpu_percent(interval=4.0)
    return {"resident_mib": process.memory_info().rss / 2**20, "idle_cpu_percent": idle}
