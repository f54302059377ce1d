"""What the client leaves for later when it starts: each of these costs a window that opens a tenth of a second."""

import subprocess
import sys
from pathlib import Path

LATER = ("numpy", "cn2an", "vosk", "sounddevice", "pyttsx3")

PARTS = """
import sys
from pathlib import Path
from app.bootstrap import window
parts = window._window_parts(
    window.BankAddress("https://localhost:1", Path("no-authority")),
    window.Words.load("zh-CN"),
    window.Keeper(Path(sys.argv[1]) / "settings.json"),
    window.Shelf(Path(sys.argv[1]) / "models"),
)
print(*sorted(set(sys.argv[2:]) & set(sys.modules)))
parts.stopping()
"""


def test_the_parts_of_the_window_load_no_sound_and_no_numbers(tmp_path: Path) -> None:
    made = subprocess.run(
        [sys.executable, "-c", PARTS, str(tmp_path), *LATER], check=True, capture_output=True, text=True
    )
    assert made.stdout.split() == []
