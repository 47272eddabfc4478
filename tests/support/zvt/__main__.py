"""Run the simulated terminal on a port: `python -m tests.support.zvt --port 20007 --fault declined`."""

from __future__ import annotations

import argparse
import contextlib
import sys
import time

from app.kernel.clock import system_clock
from tests.support.zvt.machine import Fault, Machine
from tests.support.zvt.wire import TcpMachine


def _tell(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def main() -> None:
    """Serve until Ctrl+C; what is booked is told as it happens."""
    parser = argparse.ArgumentParser(prog="python -m tests.support.zvt", description=__doc__)
    parser.add_argument("--port", type=int, default=20007)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument(
        "--fault", action="append", default=[], choices=[f.value for f in Fault],
        help="of the next transaction; may be given several times, in order",
    )  # fmt: skip
    options = parser.parse_args()
    machine = Machine(now=system_clock, faults=[Fault(x) for x in options.fault])
    served = TcpMachine(machine, host=options.host, port=options.port)
    with served, contextlib.suppress(KeyboardInterrupt):
        _tell(f"zvt://{options.host}:{served.port}")
        told = 0
        while True:
            for b in machine.book[told:]:
                _tell(f"{b.kind} {b.amount_minor} receipt {b.receipt} result {b.result:02x}")
            told = len(machine.book)
            time.sleep(0.5)


if __name__ == "__main__":
    main()
