"""``tingjian audit``: drives the client through its screens and reports what people with disabilities would meet."""

from __future__ import annotations

import argparse
import datetime
import sys
import tempfile
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from app.commands.errors import CommandError

if TYPE_CHECKING:
    from accessibility.audit.baseline import Known, Stale
    from accessibility.audit.results import Results

CLEAN, FAILURES, BAD_CALL, NOT_DRIVEN, STALE, INTERNAL = 0, 1, 2, 3, 4, 255

EXIT_CODES = """exit codes:
  0    nothing failed (that is not in the baseline)
  1    something failed, or a rule crashed
  2    bad call
  3    the client, or one of its screens, could not be driven (a report is written if anything was seen)
  4    nothing new failed, but the baseline holds what is gone or expired: prune it
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
    parser.add_argument("--quick", action="store_true", help="the first opening only, light at 200 %%, no focus walk")
    parser.add_argument("--lang", choices=("zh-CN", "en"), default="zh-CN", help="language of the client (zh-CN)")
    parser.add_argument("--size", metavar="WxH", type=_size, default=None, help="inside of the window, px (1000x760)")
    parser.add_argument("--baseline", metavar="FILE", type=Path, help="known findings: they do not fail, new ones do")
    parser.add_argument("--write-baseline", metavar="FILE", type=Path, help="keep what fails now as known findings")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """The exit code as above; one line on stderr when it is neither 0 nor 1."""
    from accessibility.probe.errors import ProbeError
    from app.local_bank import BankNotStarted

    _make_folder(args.out)
    try:
        return _audit(args)
    except (ProbeError, BankNotStarted) as error:
        raise CommandError(" ".join(str(error).split()), NOT_DRIVEN) from error
    except (CommandError, KeyboardInterrupt):
        raise
    except Exception as error:  # whatever it is, the caller gets one line and the code for it
        (args.out / "error.txt").write_text(traceback.format_exc(), "utf8")
        raise CommandError(f"internal error: {type(error).__name__}: {error} (see error.txt)", INTERNAL) from error


def _audit(args: argparse.Namespace) -> int:
    from accessibility.audit import report
    from accessibility.audit.baseline import apply_baseline
    from accessibility.audit.run import run as run_plan
    from accessibility.audit.summary import summary_table
    from accessibility.guideline.articles import judge_lines, load_lines
    from app.audit_plan import WINDOW, Setting, make_plan
    from app.local_bank import local_bank

    lines, known = load_lines(), _known(args.baseline)
    began, start = datetime.datetime.now(datetime.UTC), time.monotonic()
    with tempfile.TemporaryDirectory(prefix="audit-bank-") as folder, local_bank(Path(folder)) as bank:
        plan = make_plan(bank, Setting(args.lang, args.size or WINDOW), quick=args.quick)
        results = run_plan(plan, args.out, _say)
    stale = apply_baseline(results, known, began.date())
    taken = report.Taken(began, time.monotonic() - start)
    data = report.as_data(plan, results, judge_lines(lines, results), taken)
    json_file, html_file = report.write(data, args.out)
    _say(summary_table(data))
    _say(f"report: {html_file} {json_file}")
    _keep(args.write_baseline, results, known)
    return _exit_code(results, stale)


def _known(file: Path | None) -> tuple[Known, ...]:
    from accessibility.audit.baseline import BaselineError, read_baseline

    try:
        return read_baseline(file) if file is not None else ()
    except BaselineError as error:
        raise CommandError(str(error), BAD_CALL) from error


def _keep(file: Path | None, results: Results, known: tuple[Known, ...]) -> None:
    from accessibility.audit.baseline import write_baseline

    if file is not None:
        _say(f"baseline: {write_baseline(file, results, known)} known findings in {file}")


def _exit_code(results: Results, stale: Stale) -> int:
    if results.unreached:
        first = results.unreached[0]
        missed = f"{len(results.unreached)} screens not reached, first {first.screen!r}: {first.why}"
        raise CommandError(missed, NOT_DRIVEN)
    for reason, findings in (("gone", stale.gone), ("expired", stale.expired)):
        for finding in findings:
            _say(f"baseline: {reason}: {finding.rule} {finding.message}")
    if results.failed:
        return FAILURES
    return STALE if stale else CLEAN


def _size(text: str) -> tuple[int, int]:
    """WxH in pixels, for argparse."""
    from app.audit_plan import LOWEST, NARROWEST

    width, _, height = text.partition("x")
    if not (width.isdigit() and height.isdigit() and int(width) >= NARROWEST and int(height) >= LOWEST):
        raise argparse.ArgumentTypeError(f"{text!r} is not a size of {NARROWEST}x{LOWEST} px or more")
    return int(width), int(height)


def _make_folder(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CommandError(f"cannot write to {out}: {error.strerror}", BAD_CALL) from error


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
