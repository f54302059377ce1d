"""``tingjian audit``: drives the client through its screens and reports what people with disabilities would meet."""

from __future__ import annotations

import argparse
import datetime
import sys
import tempfile
import time
import traceback
from pathlib import Path

from app.commands.errors import CommandError

CLEAN, FAILURES, BAD_CALL, NOT_DRIVEN, INTERNAL = 0, 1, 2, 3, 255

EXIT_CODES = """exit codes:
  0    nothing failed
  1    something failed, or a rule crashed
  2    bad call
  3    the client, or one of its screens, could not be driven (a report is written if anything was seen)
  255  internal error"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "audit",
        help="judge the client's screens for accessibility",
        description="Drives the client on a virtual desktop through its screens, themes and text sizes, judges it\n"
        "through the accessibility bus and on pixels, and writes report.json and report.html.",
        epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--out", metavar="DIR", type=Path, default=Path("out/audit"), help="folder (out/audit)")
    parser.add_argument("--quick", action="store_true", help="one theme, two text sizes, no focus walk")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """The exit code as above; one line on stderr when it is neither 0 nor 1."""
    from accessibility.probe.errors import ProbeError
    from app.local_bank import BankNotStarted

    _make_folder(args.out)
    try:
        return _audit(args.out, args.quick)
    except (ProbeError, BankNotStarted) as error:
        raise CommandError(" ".join(str(error).split()), NOT_DRIVEN) from error
    except (CommandError, KeyboardInterrupt):
        raise
    except Exception as error:  # whatever it is, the caller gets one line and the code for it
        (args.out / "error.txt").write_text(traceback.format_exc(), "utf8")
        raise CommandError(f"internal error: {type(error).__name__}: {error} (see error.txt)", INTERNAL) from error


def _audit(out: Path, quick: bool) -> int:
    from accessibility.audit import report
    from accessibility.audit.run import run as run_plan
    from accessibility.audit.summary import summary_table
    from accessibility.guideline.articles import judge_lines, load_lines
    from app.audit_plan import make_plan
    from app.local_bank import local_bank

    lines = load_lines()
    began, start = datetime.datetime.now(datetime.UTC), time.monotonic()
    with tempfile.TemporaryDirectory(prefix="audit-bank-") as folder, local_bank(Path(folder)) as bank:
        plan = make_plan(bank, quick=quick)
        results = run_plan(plan, out, _say)
    taken = report.Taken(began, time.monotonic() - start)
    data = report.as_data(plan, results, judge_lines(lines, results), taken)
    json_file, html_file = report.write(data, out)
    _say(summary_table(data))
    _say(f"report: {html_file} {json_file}")
    if results.unreached:
        first = results.unreached[0]
        missed = f"{len(results.unreached)} screens not reached, first {first.screen!r}: {first.why}"
        raise CommandError(missed, NOT_DRIVEN)
    return FAILURES if results.failed else CLEAN


def _make_folder(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CommandError(f"cannot write to {out}: {error.strerror}", BAD_CALL) from error


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
