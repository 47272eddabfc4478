"""A sale at a till with books of its own, its message queued in the same transaction, against one machine's.

The server is gone the whole time: nothing of the sale waits for it, so it is as fast with it 100 ms away.
"""

from __future__ import annotations

import statistics
from typing import Final, Never

from sqlalchemy import func, select

from app.db.errors import DatabaseUnreachableError
from app.kernel.permission import SYSTEM_ACTOR
from app.stations.joining import write_self
from app.stations.registry import Joined
from app.stations.runtime import StationRuntime
from app.stations.tables import outbox
from bench import data
from bench.measure import (
    Options,
    Result,
    milliseconds,
    percentile,
    ratio_of_rounds,
    rounded,
    shuffled,
    steady,
)
from bench.sales import Ready, TillAtWork
from bench.sides import Side

NAME: Final = "station_commit"
PRODUCTS: Final = 10_000
_BLOCK: Final = 20


def run(options: Options) -> Result:
    """Interleaved blocks of 20 sales of each side."""
    products = 500 if options.quick else PRODUCTS
    rounds, block = (2, 4) if options.quick else (15, _BLOCK)
    base = data.shop_file(products)
    count = (rounds + 1) * block
    alone = TillAtWork(data.copied(base, options.folder / "alone.db"))
    till = _with_books(TillAtWork(data.copied(base, options.folder / "till.db")))
    sides = {
        name: _side(work, work.ready(work.items(2000, products), count))
        for name, work in (("alone", alone), ("till", till))
    }
    with steady():
        for number in range(rounds + 1):
            for name in shuffled(list(sides), number):
                sides[name].block(block, keep=number > 0)
    with till.factory.read() as connection:
        queued, letters = connection.execute(
            select(func.count(), func.avg(func.length(outbox.c.payload)))
        ).one()
    for work in (alone, till):
        work.close()
    ours, machine = sides["till"], sides["alone"]
    return Result(
        NAME,
        ratio=ratio_of_rounds(ours.wall, machine.wall),
        value=statistics.median(ours.walls) * 1000,
        unit="ms",
        aims={"ratio": 2.0},
        more={
            "ratio_cpu": rounded(ratio_of_rounds(ours.cpu, machine.cpu)),
            "alone_ms": milliseconds(statistics.median(machine.walls)),
            "p99_ms": milliseconds(percentile(ours.walls, 99)),
            "queued": queued,
            "letters": round(float(letters)),
        },
    )


def _with_books(till: TillAtWork) -> TillAtWork:
    joined = Joined(till.context.till.id, till.context.till.code, 1, "0" * 64, "", b"")
    till.runtime.run(write_self, actor=SYSTEM_ACTOR, joined=joined)
    till.runtime = StationRuntime(till.factory, server=_gone)
    return till


def _gone() -> Never:
    raise DatabaseUnreachableError(detail="no server in this bench")


def _side(till: TillAtWork, ready: list[Ready]) -> Side:
    def sell(number: int) -> None:
        till.complete(ready[number])

    return Side(lambda n: till.begin(ready[n]), sell)
