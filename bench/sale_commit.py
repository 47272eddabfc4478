"""A complete sale of six lines, durably committed, against the same rows by the sqlite3 module.

And against itself with 500,000 past sales, and its fsyncs counted.
"""

from __future__ import annotations

import statistics
from typing import Final

from bench import data, syncs
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
from bench.sales import RawTill, Ready, Statement, TillAtWork
from bench.sides import Side

NAME: Final = "sale_commit"
PRODUCTS: Final = 10_000
PAST: Final = 500_000
_BLOCK: Final = 20


def run(options: Options) -> Result:
    """Interleaved blocks of 20 sales of each side."""
    products, past = (500, 2000) if options.quick else (PRODUCTS, PAST)
    rounds, block = (2, 4) if options.quick else (15, _BLOCK)
    base = data.shop_file(products)
    large_file = data.history_file(products, past)
    count = (rounds + 1) * block
    recorded = _record(options, products, count)
    small = TillAtWork(data.copied(base, options.folder / "small.db"))
    large = TillAtWork(large_file)
    raw = RawTill(data.copied(base, options.folder / "raw.db"))
    raw.write(recorded[0])
    sides = {
        "small": _ours(small, small.ready(small.items(2000, products), count)),
        "large": _ours(large, large.ready(large.items(2000, products), count)),
        "raw": Side(lambda n: raw.write(recorded[1 + 2 * n]), lambda n: raw.write(recorded[2 + 2 * n])),
    }
    with steady():
        for number in range(rounds + 1):
            for name in shuffled(list(sides), number):
                sides[name].block(block, keep=number > 0)
    for till in (small, large):
        till.close()
    raw.close()
    counted = syncs.count(options, base, sales=5 if options.quick else 60)
    return _result(sides["small"], sides["large"], sides["raw"], recorded[2::2], counted, past)


def _ours(till: TillAtWork, ready: list[Ready]) -> Side:
    return Side(lambda n: till.begin(ready[n]), lambda n: _sold(till, ready[n]))


def _sold(till: TillAtWork, ready: Ready) -> None:
    till.complete(ready)


def _record(options: Options, products: int, count: int) -> list[list[Statement]]:
    """What opening the shift, then each sale's commit before the payment and the sale itself write."""
    path = data.copied(data.shop_file(products), options.folder / "recorded.db")
    till = TillAtWork(path, recording=True)
    recorder = till.recorder
    assert recorder is not None
    taken = [recorder.take_writes()]
    for ready in till.ready(till.items(2000, products), count):
        till.begin(ready)
        taken.append(recorder.take_writes())
        till.complete(ready)
        taken.append(recorder.take_writes())
    till.close()
    return taken


def _result(
    small: Side, large: Side, raw: Side, recorded: list[list[Statement]], counted: syncs.Counted | None,
    past: int,
) -> Result:  # fmt: skip
    ours = small.walls
    rows = [sum(len(p) if many else 1 for _sql, p, many in sale) for sale in recorded]
    return Result(
        NAME,
        ratio=ratio_of_rounds(small.wall, raw.wall),
        value=statistics.median(ours) * 1000,
        unit="ms",
        aims={"ratio": 2.0, "ratio_past": 1.15, "fsyncs": 1},
        more={
            "ratio_cpu": rounded(ratio_of_rounds(small.cpu, raw.cpu)),
            "ratio_past": rounded(ratio_of_rounds(large.wall, small.wall)),
            "ratio_past_cpu": rounded(ratio_of_rounds(large.cpu, small.cpu)),
            "past_sales": past,
            "raw_ms": milliseconds(statistics.median(raw.walls)),
            "past_ms": milliseconds(statistics.median(large.walls)),
            "p99_ms": milliseconds(percentile(ours, 99)),
            "cpu_ms": milliseconds(statistics.median(small.cpus)),
            "rows": statistics.median(rows),
            "statements": statistics.median(len(sale) for sale in recorded),
            "fsyncs": None if counted is None else counted.per_sale,
            "fsyncs_with_checkpoints": None if counted is None else counted.mean,
        },
    )
