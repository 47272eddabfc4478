"""The machine sleeps in the middle of a sale: a till that stands still and wakes goes on where it was."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import Final

from sqlalchemy import select

from app.till.tables import sale
from tests.conftest import ROOT
from tests.crash.test_kill import broken
from tests.crash.torture import times
from tests.factories.shop import Shop

SALES: Final = times(40, 1000)
_NAP: Final = 0.02  # seconds: of the program itself no time passes


def test_a_till_that_is_stopped_in_mid_sale_and_wakes_has_booked_each_sale_once(
    shop: Shop, database_url: str
) -> None:
    shop.open_shift()
    till = subprocess.Popen(
        [sys.executable, "-m", "tests.crash.seller", database_url, "T01", "3", str(SALES)],
        cwd=ROOT, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert till.stdout is not None
    said = []
    with till.stdout as lines:
        for line in lines:
            said.append(line.split())
            if line.startswith("TRY"):  # its payment is under way
                till.send_signal(signal.SIGSTOP)
                os.waitpid(till.pid, os.WUNTRACED)
                time.sleep(_NAP)
                till.send_signal(signal.SIGCONT)
    assert till.wait(timeout=60) == 0
    assert [words for words in said if words[0] == "FAULT"] == []
    heard = {words[1]: words[2] for words in said if words[0] == "ACK"}
    assert len(heard) == SALES
    with shop.runtime.factory.read() as connection:
        booked = {r.uuid: r.number for r in connection.execute(select(sale.c.uuid, sale.c.number))}
    assert booked == heard
    assert sorted(booked.values()) == [f"T01-{n:06d}" for n in range(1, SALES + 1)]
    assert broken(shop) == []
