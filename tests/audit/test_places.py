"""The audit leads to every place of the client: nobody adds a screen, a dialog, a task or a way without a step."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from contextlib import nullcontext
from pathlib import Path

import pytest

from accessibility.audit.plan import Look, Opening, Plan, Sign, Step
from accessibility.audit.run import run
from accessibility.probe.errors import NotThereError
from app.audit_places import PARTS, SCREENS, sign, task_places
from app.audit_plan import Setting, make_plan
from app.flows import FLOWS
from app.flows.model import Flow
from app.local_bank import LocalBank
from app.ui.ways.choice import FIELDS
from app.words import LANGUAGES, Words

UI = Path(__file__).resolve().parents[2] / "app" / "ui"

BASES = frozenset({"Screen", "PageDialog", "Cover"})
"""What is shown in turn, what is opened before it, and what lies over the window."""

SHOWN_IN_PARTS = {"FlowScreen": "each page of each task is a place"}


def classes(folder: Path) -> dict[str, set[str]]:
    """Each class below the folder, with the names of its bases; read, not imported: none of it needs a window here."""
    found: dict[str, set[str]] = {}
    for file in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf8"))):
            if isinstance(node, ast.ClassDef):
                found[node.name] = {base.id for base in node.bases if isinstance(base, ast.Name)}
    return found


def drawn(known: dict[str, set[str]]) -> set[str]:
    """The classes that draw a place: those that come from one of the bases and from which none comes."""

    def comes(name: str) -> bool:
        return name in BASES or any(comes(base) for base in known.get(name, ()))

    places = {name for name in known if comes(name) and name not in BASES}
    return places - {base for name in places for base in known[name]}


def wanted(flows: Mapping[str, Flow], known: dict[str, set[str]]) -> Iterator[str]:
    """Every place there is."""
    yield from drawn(known) - set(SHOWN_IN_PARTS)
    yield from PARTS
    yield from FIELDS
    yield from task_places(flows)


def plan(lang: str = "zh-CN") -> Plan:
    """As ``make audit`` has it; nothing is opened."""
    return make_plan(LocalBank("https://127.0.0.1:1", Path("ca.pem"), Path("bank.sqlite3")), Setting(lang))


def reached() -> set[str]:
    return {shown.place for step in plan().steps for shown in step.shows}


def missed(flows: Mapping[str, Flow], known: dict[str, set[str]]) -> set[str]:
    return set(wanted(flows, known)) - reached()


def test_every_place_has_a_step() -> None:
    """What is named here is to be told apart in app/audit_places.py, and led to by a step in app/audit_steps*.py."""
    without = sorted(missed(FLOWS, classes(UI)))
    assert not without, f"no step of the audit leads to: {', '.join(without)}"


def test_a_new_screen_dialog_or_task_is_missed() -> None:
    """However far below a base it comes; what others are made from is no place itself."""
    new = {
        "QuestionDialog": {"PageDialog"},
        "LeaveDialog": {"QuestionDialog"},
        "Veil": {"KeysCover"},
        "Row": {"Column"},
    }
    assert missed(FLOWS, classes(UI) | new) == {"LeaveDialog", "Veil"}
    pay = Flow("pay_bill", submit=lambda *_: None, check=lambda *_: None)
    pages = {"pay_bill collect", "pay_bill review", "pay_bill unanswered", "pay_bill done", "pay_bill cancelled"}
    assert missed({**FLOWS, "pay_bill": pay}, classes(UI)) == pages


def test_nothing_is_told_apart_that_is_not_there() -> None:
    """A class that has gone, or got another name, goes here too; each has its own words in its own file."""
    assert set(SCREENS) == drawn(classes(UI)) - set(SHOWN_IN_PARTS)
    sources = [file.read_text("utf8") for file in UI.rglob("*.py")]
    for name, (_, message) in SCREENS.items():
        assert any(f"class {name}(" in source and f'"{message}"' in source for source in sources), name
    strips = {name for name in PARTS if name not in FIELDS}
    assert strips <= set(classes(UI)), "strips are named by their class"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_place_is_told_apart_in_each_language(lang: str) -> None:
    """By words of its own: two screens with one sign would be taken for each other."""
    words = Words.load(lang)
    signs = [sign(words, place) for place in (*SCREENS, *PARTS)]
    assert all(shown.name.strip() for shown in signs)
    apart = {(shown.role, shown.name) for shown in signs}
    assert len(apart) == len(signs) - 1, "the twelve keys are a place and a way"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_two_steps_have_one_name(lang: str) -> None:
    """A report tells screens by it."""
    names = [step.screen for step in plan(lang).steps]
    assert len(names) == len(set(names))


def test_a_quick_audit_has_one_opening() -> None:
    """The other openings are judged by tests/audit/test_client.py."""
    bank = LocalBank("https://127.0.0.1:1", Path("ca.pem"), Path("bank.sqlite3"))
    assert [opening.name for opening in make_plan(bank, quick=True).openings] == [plan().openings[0].name]


class NothingThere:
    """A driver of a program that shows nothing."""

    secrets = deeds = ()

    def wait_for(self, role: str, *names: str) -> None:
        raise NotThereError(f"waited for {role} {names}")


def test_a_step_that_does_not_show_its_place_is_not_reached(tmp_path: Path) -> None:
    """What a step says of itself is looked for on the screen, not believed."""
    step = Step("help", lambda driver: None, shows=(Sign("HelpDialog", "dialog", "help"),))
    opening = Opening("usual", (step,), lambda look: nullcontext(NothingThere()))  # type: ignore[arg-type,return-value]
    results = run(Plan("test", (Look("light", 1.0),), (opening,)), tmp_path, lambda line: None)
    assert [(one.screen, "dialog" in one.why) for one in results.unreached] == [("help", True)]
    assert not results.captured
