"""`python -m bench [--quick] [--long] [--strict] [NAME...]` prints a JSON line for each bench."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from typing import Final

NAMES: Final = (
    "start", "sale_commit", "station_commit", "fifty_tills", "order_chain", "z_report", "search_keystroke",
    "scan_to_paint", "memory_day", "bank_matching", "einvoice", "reports", "past_sale",
)  # fmt: skip
# with programs of others, fetched from the registry of packages: only when they are asked for
PEERS: Final = ("order_chain_vs_tryton",)


def main(arguments: list[str]) -> int:
    """Run what is named, or all."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measures: bench/README.md.")
    every = (*NAMES, *PEERS)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"all, or some of: {', '.join(every)}")
    parser.add_argument("--peers", action="store_true", help=f"also: {', '.join(PEERS)}")
    parser.add_argument("--quick", action="store_true", help="small data: whether it runs, not how fast")
    parser.add_argument("--long", action="store_true", help="memory_day: 10,000 sales; fifty_tills: a day")
    parser.add_argument("--strict", action="store_true", help="exit code 1 when an aim is missed")
    options = parser.parse_args(arguments)
    unknown = sorted(set(options.names) - set(every))
    if unknown:
        parser.error(f"there is no {', '.join(unknown)}; there are {', '.join(every)}")
    usual = every if options.peers else NAMES
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")
    missed = False
    for name in every:
        if name in (options.names or usual):
            missed |= _run(name, quick=options.quick, long=options.long)
    return 1 if missed and options.strict else 0


def _run(name: str, *, quick: bool, long: bool) -> bool:
    from bench.measure import Options, work_folder

    with work_folder() as folder:
        result = importlib.import_module(f"bench.{name}").run(Options(folder, quick=quick, long=long))
    print(result.line(), flush=True)
    return bool(result.missed())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
