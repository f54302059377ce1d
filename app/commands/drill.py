"""The client's window on a bank on which things go wrong: started by the audit alone, ordered by lines on its input.

``python -m app.commands.drill --bank URL --ca FILE``; each line is one :class:`app.audit_drill.Order`.
"""

from __future__ import annotations

import argparse
import sys
from threading import Thread

from app import bootstrap
from app.audit_drill import DrilledBank, Order
from app.bank.port import Bank
from app.commands.options import add_bank_options, bank_of
from app.config import Places


def main() -> None:
    """Open it and stay until it is closed."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_bank_options(parser)
    with bank_of(parser.parse_args()) as address:
        bootstrap.run_client(address, None, Places.of_this_user(), around=_ordered)


def _ordered(bank: Bank) -> Bank:
    drilled = DrilledBank(bank)
    Thread(target=_obey, args=(drilled,), daemon=True).start()
    return drilled


def _obey(bank: DrilledBank) -> None:
    for line in sys.stdin:
        bank.obey(Order(line.strip()))


if __name__ == "__main__":
    main()
