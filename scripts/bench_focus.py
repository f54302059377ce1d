"""Key press to accessibility event: ten buttons in Kivy with this engine, beside the same ten in PySide6.

`measure()` gives the figures; run as a program it prints them, one `name value` a line.
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from accessibility.probe.atspi import Bus
from accessibility.probe.desktop import Desktop, end
from accessibility.probe.keys import Keys

ROOT = Path(__file__).parents[1]
PRESSES = 60

KIVY = """
from accessibility import loop
loop.configure()
from kivy.app import App
from kivy.core.window import Window
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.button import Button
from accessibility.bridge import AccessibilityBridge
from accessibility.kivy_behavior import FocusableBehavior
from accessibility.providers.platform import platform_provider

class Key(FocusableBehavior, Button): ...

class Ten(App):
    title = "Ten"
    def build(self):
        box = BoxLayout(orientation="vertical")
        for number in range(10):
            box.add_widget(Key(text=f"Button {number}"))
        return box
    def on_start(self):
        self.bridge = AccessibilityBridge(Window, "Ten", platform_provider())
        self.bridge.start()
Ten().run()
"""

QT = """
import sys
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
app = QApplication(sys.argv)
window = QWidget()
window.setWindowTitle("Ten")
window.resize(800, 600)
box = QVBoxLayout(window)
for number in range(10):
    box.addWidget(QPushButton(f"Button {number}"))
window.show()
app.exec()
"""


def measure() -> dict[str, float]:
    """Milliseconds from XTEST key press to AT-SPI focus event, seconds to a readable window, MiB, idle CPU %."""
    figures: dict[str, float] = {}
    for toolkit, program in (("kivy", KIVY), ("qt", QT)):
        figures |= {f"{toolkit}_{name}": value for name, value in _measure(program).items()}
    return figures


def _measure(program: str) -> dict[str, float]:
    with Desktop(screen_reader=True) as desk, Bus(desk) as bus, Keys(desk) as keys:
        file = desk.home / "ten.py"  # Kivy wants to know the file of an App
        file.write_text(program)
        began = time.monotonic()
        process = desk.start([sys.executable, str(file)], log="bench.log", cwd=ROOT)
        bus.find("Ten", "push button", "Button 9", timeout=30)
        opened = time.monotonic() - began
        desk.wait_for_window("Ten")
        delays = [_one_press(bus, keys) for _ in range(PRESSES)][5:]
        figures = {
            "focus_median_ms": statistics.median(delays),
            "focus_p95_ms": statistics.quantiles(delays, n=20)[-1],
            "window_s": opened,
            "resident_mib": _resident(process),
            "idle_cpu_percent": _idle(process),
        }
        end(process)
        return figures


def _one_press(bus: Bus, keys: Keys) -> float:
    """Press Tab and give the milliseconds until the focus event; then wait till nothing more comes of it."""
    since = bus.mark()
    pressed = keys.press("Tab")
    event = bus.wait_for(lambda e: e.type == "object:state-changed:focused" and e.detail1 == 1, "the focus", since)
    _until_quiet(lambda: len(bus.events))
    return (event.at - pressed) * 1000


def _until_quiet(count: Callable[[], int], quiet: float = 0.06) -> None:
    seen, changed = count(), time.monotonic()
    while time.monotonic() - changed < quiet:
        time.sleep(0.005)
        if count() != seen:
            seen, changed = count(), time.monotonic()


def _resident(process: subprocess.Popen[Any]) -> float:
    """Resident memory in MiB."""
    status = Path(f"/proc/{process.pid}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def _idle(process: subprocess.Popen[Any], seconds: float = 4.0) -> float:
    """Per cent of one core that the program uses while nobody does anything, after it has come to rest."""
    time.sleep(1.0)
    before, began = _ticks(process), time.monotonic()
    time.sleep(seconds)
    return 100 * (_ticks(process) - before) / 100 / (time.monotonic() - began)


def _ticks(process: subprocess.Popen[Any]) -> int:
    fields = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])  # user and system time in hundredths of a second


if __name__ == "__main__":
    for name, value in measure().items():
        sys.stdout.write(f"{name} {value:.2f}\n")
