"""Eight processes selling the same goods at once: no gaps, no doubles, stock and books agree."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from app.inventory.queries import list_stock_faults
from app.till.tables import sale
from tests.crash.test_kill import broken
from tests.crash.torture import times
from tests.factories.shop import Shop
from tests.integration.till.helpers import rows

ROOT = Path(__file__).resolve().parents[2]
SALES = times(8, 100)


def test_eight_processes_sell_at_once_without_gap_or_double(shop: Shop, database_url: str) -> None:
    for till in ("T01", "T02"):
        shop.open_shift(till)
    shop.runtime.factory.close_thread()
    sellers = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.crash.seller", database_url, f"T0{n % 2 + 1}", str(n), str(SALES)],
            cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        for n in range(8)
    ]  # fmt: skip
    said = [seller.communicate(timeout=300) for seller in sellers]
    assert [seller.returncode for seller in sellers] == [0] * 8, [err for _out, err in said]
    lines = [line.split() for out, _err in said for line in out.splitlines()]
    assert [line for line in lines if line[0] == "FAULT"] == []
    acked = {line[1]: (line[2], int(line[3])) for line in lines if line[0] == "ACK"}
    assert {r.uuid: (r.number, r.gross_minor) for r in rows(shop, sale)} == acked
    # a seller that starts later takes up the open carts of its till: nothing is sold twice all the same
    assert len(acked) >= 8 * SALES
    for till in ("T01", "T02"):
        numbers = sorted(number for number, _gross in acked.values() if number.startswith(till))
        assert numbers == [f"{till}-{n:06d}" for n in range(1, len(numbers) + 1)]
    assert shop.runtime.ask(list_stock_faults) == []
    assert broken(shop) == []
