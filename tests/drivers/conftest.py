"""emupos once for all tests of a worker, and short limits, so that waiting for nothing is short."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from drivers.printer.escpos_printer import PrinterHabits
from drivers.transport.base import Limits
from tests.drivers.counterparts import Emupos, find_emupos

SHORT = Limits(connect=1.0, stall=0.4, drain=0.3)
QUICK = PrinterHabits(answer=0.3, proof=0.6, sensor="high", busy=10.0)


@pytest.fixture(scope="session")
def emupos_process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Emupos | str]:
    """The running emupos, or why there is none."""
    python, why = find_emupos(tmp_path_factory.getbasetemp().parent)
    if python is None:
        yield why
        return
    running = Emupos(python, tmp_path_factory.mktemp("emupos"))
    try:
        running.wait_ready()
        yield running
    finally:
        running.stop()


@pytest.fixture
def emupos(emupos_process: Emupos | str) -> Emupos:
    """The independent printer. Without it the same tests run on our own byte reader alone, and say so."""
    if isinstance(emupos_process, str):
        if os.environ.get("TAKINGS_REQUIRE_EMUPOS") == "1":
            pytest.fail(f"emupos is required and was not found: {emupos_process}")
        pytest.skip(f"emupos was not found, our own byte reader stands in: {emupos_process}")
    return emupos_process
