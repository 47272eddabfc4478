"""kill -9 at any moment: no acknowledged sale lost, none doubled, books whole, nothing printed twice."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from sqlalchemy import select

from app.printing.states import PrintStatus
from app.printing.tables import print_job
from app.reporting.verify import verify_database
from app.till.tables import sale
from tests.crash.torture import times
from tests.factories.shop import Shop

ROOT = Path(__file__).resolve().parents[2]
KILLS = times(40, 2000)


def broken(shop: Shop) -> list[str]:
    """What `verify` says is wrong."""
    with shop.runtime.factory.read() as connection:
        return [f"{r.name}: {r.faults}" for r in verify_database(connection) if r.faults]


def heard_of(url: str, kills: int) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.crash.kill_loop", url, "T01", str(kills), "7"], cwd=ROOT,
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_a_till_killed_at_any_moment_keeps_every_promise(shop: Shop, database_url: str) -> None:
    shop.open_shift()
    heard = heard_of(database_url, KILLS)
    assert heard["faults"] == []
    assert heard["kills"] == KILLS
    assert heard["in_flight"] > 0, "no kill hit a payment: the test shows nothing"
    with shop.runtime.factory.read() as connection:
        sales = {
            r.uuid: [r.number, r.gross_minor]
            for r in connection.execute(select(sale.c.uuid, sale.c.number, sale.c.gross_minor))
        }
        jobs = {r.id: r.status for r in connection.execute(select(print_job))}
    assert {uuid: sales.get(uuid) for uuid in heard["acked"]} == heard["acked"]
    # what was booked and not acknowledged was found again by its UUID
    assert len(sales) - len(heard["acked"]) <= heard["found"]
    assert sorted(number for number, _gross in sales.values()) == [
        f"T01-{n:06d}" for n in range(1, len(sales) + 1)
    ]
    papers = Counter(heard["papers"])
    assert [job for job, times in papers.items() if times > 1] == []
    assert PrintStatus.SENDING.value not in jobs.values()
    interrupted = [job for job, status in jobs.items() if status == PrintStatus.NEEDS_ATTENTION]
    assert len(jobs) == len(sales)
    assert set(jobs) - set(papers) <= set(interrupted)
    assert broken(shop) == []
