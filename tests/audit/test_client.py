"""The audit of the real client, in its quick form, through the command itself."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def audit(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command; stderr is its own."""
    command = [sys.executable, "-m", "app", "audit", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=400, check=False)


@pytest.mark.screen
@pytest.mark.timeout(420)
def test_every_screen_passes_quickly(tmp_path: Path) -> None:
    """Every screen at 200 % is reached, judged, and nothing fails."""
    done = audit("--quick", "--out", str(tmp_path))
    assert (tmp_path / "report.json").exists(), done.stderr
    report = json.loads((tmp_path / "report.json").read_text("utf8"))
    assert report["coverage"]["screens_reached"] == report["coverage"]["screens_planned"], done.stderr
    failed = [f"{e['rule']} {e['screens']} {e['looks']}: {e['message']}" for e in report["results"]
              if e["outcome"] in ("failed", "error")]  # fmt: skip
    assert not failed, "\n".join(failed)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "report.html").read_text("utf8").startswith("<!doctype html>")


def test_a_folder_that_cannot_be_is_a_bad_call(tmp_path: Path) -> None:
    """One line, exit code 2."""
    (tmp_path / "file").write_text("")
    done = audit("--out", str(tmp_path / "file" / "below"))
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
