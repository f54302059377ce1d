"""The audit of the real client: in its quick form through the command, and a thorough look at the main screens."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from accessibility.audit.driver import Driver
from accessibility.audit.plan import Look, Opening, Step
from accessibility.audit.results import Results
from accessibility.audit.run import run
from accessibility.checks.rule import Outcome
from app.audit_plan import QUICK_LOOKS, make_plan
from app.audit_steps import Visit
from app.local_bank import LocalBank, local_bank
from app.words import Words

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


VISIT = Visit(Words.load("zh-CN"))


def in_and_on(driver: Driver) -> None:
    """From the home screen to the form of a transfer; the screens between are judged elsewhere."""
    VISIT.come_in(driver)
    VISIT.transfer(driver)


HOME = Step("home", VISIT.arrive)
FORM = Step("transfer form", in_and_on)
CHAT = Step("chat", VISIT.chat)
SETTINGS = Step("settings", VISIT.settings)


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalBank]:
    with local_bank(tmp_path_factory.mktemp("bank")) as opened:
        yield opened


NOWHERE = LocalBank("https://127.0.0.1:1", Path("ca.pem"), Path("bank.sqlite3"))
"""A bank for a plan of which only the names are read."""

OTHERS = [opening.name for opening in make_plan(NOWHERE).openings[1:]]


def usual(bank: LocalBank, *steps: Step) -> Opening:
    """The client as everybody opens it, and another way through it."""
    return replace(make_plan(bank).openings[0], steps=steps)


def audited(bank: LocalBank, out: Path, look: Look, opening: Opening) -> Results:
    """The screens of one opening in one look; nothing fails on them."""
    results = run(replace(make_plan(bank), looks=(look,), openings=(opening,)), out, lambda line: None)
    assert not results.unreached
    wrong = [entry for entry in results.entries.values() if entry.outcome in (Outcome.FAILED, Outcome.ERROR)]
    assert not wrong, "\n".join(f"{entry.rule} {entry.screens}: {entry.message}" for entry in wrong)
    return results


def passes(results: Results, screens: Iterable[str], *rules: str) -> None:
    """Each of the rules was judged on each of the screens, and found something to pass."""
    missed = [
        (rule, screen) for rule in rules for screen in screens if not results.counts[rule, screen][Outcome.PASSED]
    ]
    assert not missed


@pytest.mark.screen
@pytest.mark.timeout(300)
def test_focus_goes_round_and_is_seen(bank: LocalBank, tmp_path: Path) -> None:
    """Order, traps, marks and actions, by real keys and on pixels."""
    steps = (FORM, CHAT)  # groups, fields and a log, and the bar of all screens; settings alone take a minute
    results = audited(bank, tmp_path, Look("light", 1.0, thorough=True), usual(bank, *steps))
    walked = ("KBD-01", "KBD-02", "KBD-03", "KBD-04", "KBD-05", "KBD-06", "KBD-07")
    passes(results, (step.screen for step in steps), *walked)


@pytest.mark.screen
@pytest.mark.parametrize("theme", ["dark", "high_contrast"])
def test_colours_of_the_other_themes(bank: LocalBank, tmp_path: Path, theme: str) -> None:
    steps = (HOME, CHAT, SETTINGS)
    results = audited(bank, tmp_path, Look(theme, 1.0), usual(bank, *steps))
    passes(results, (step.screen for step in steps), "CON-01", "CON-03")


@pytest.mark.screen
@pytest.mark.timeout(420)
@pytest.mark.parametrize("name", OTHERS)
def test_the_other_openings_pass_at_one_look(bank: LocalBank, tmp_path: Path, name: str) -> None:
    """What the quick audit leaves out: each of their screens is reached, shows its place, and nothing fails."""
    opening = next(one for one in make_plan(bank).openings if one.name == name)
    results = audited(bank, tmp_path, QUICK_LOOKS[0], opening)
    assert [captured.screen for captured in results.captured] == [step.screen for step in opening.steps]
