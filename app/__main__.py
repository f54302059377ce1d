"""The command line: ``tingjian COMMAND``. Errors are one line and a non-zero exit."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module

from app.commands.errors import CommandError

COMMANDS = ("run", "bank", "text", "understand", "listen", "models", "tour", "audit")
"""In the order in which ``--help`` lists them; each is a module of ``app.commands``."""


def build_parser(wanted: str | None = None) -> argparse.ArgumentParser:
    """The whole command line. ``wanted`` limits it to one command so that a pipe starts quickly."""
    parser = argparse.ArgumentParser(prog="tingjian", description="Tingjian (听见): a remote bank for everyone.")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name in COMMANDS if wanted is None else (wanted,):
        import_module(f"app.commands.{name}").add(commands)
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Run one command. 0 when it went well, 1 when it did not, 2 for a bad call."""
    given = sys.argv[1:] if arguments is None else arguments
    wanted = given[0] if given and given[0] in COMMANDS else None
    args = build_parser(wanted).parse_args(given)
    try:
        code: int = args.run(args)
    except CommandError as error:
        sys.stderr.write(f"tingjian {args.command}: {error}\n")
        return error.exit_code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    return code


if __name__ == "__main__":
    raise SystemExit(main())
