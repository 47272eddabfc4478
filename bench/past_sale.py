"""A sale and a scan with ten million sale lines behind them, against the same shop on its first day."""

from __future__ import annotations

import statistics
import time
from typing import Final

from app.catalog.barcodes import parse_scan
from app.till.lookup import find_sellable
from bench import data, past_shop
from bench.measure import Options, Result, milliseconds, ratio_of_rounds, rounded, shuffled, steady
from bench.past_shop import Size
from bench.sales import TillAtWork
from bench.sides import Side

NAME: Final = "past_sale"
_BLOCK: Final = 20
_SCANS: Final = 200


def run(options: Options) -> Result:
    """Blocks of sales and of scans in both shops, by turns."""
    small, big = (Size(200, 0), past_shop.QUICK) if options.quick else (past_shop.SMALL, past_shop.BIG)
    rounds, block = (2, 4) if options.quick else (15, _BLOCK)
    count = (rounds + 1) * block
    tills = {
        "first": TillAtWork(data.copied(past_shop.sqlite_file(small), options.folder / "first.db")),
        "past": TillAtWork(past_shop.sqlite_file(big)),
    }
    sides = {name: _selling(till, count, big.products) for name, till in tills.items()}
    scans: dict[str, list[list[float]]] = {name: [] for name in tills}
    with steady():
        for number in range(rounds + 1):
            for name in shuffled(list(sides), number):
                sides[name].block(block, keep=number > 0)
                scans[name].append(_scanned(tills[name], number, big.products))
    for till in tills.values():
        till.close()
    return Result(
        NAME, ratio=ratio_of_rounds(sides["past"].wall, sides["first"].wall),
        value=statistics.median(sides["past"].walls) * 1000, unit="ms",
        aims={"ratio": 1.15, "ratio_scan": 1.15},
        more={
            "ratio_cpu": rounded(ratio_of_rounds(sides["past"].cpu, sides["first"].cpu)),
            "ratio_scan": rounded(ratio_of_rounds(scans["past"][1:], scans["first"][1:])),
            "scan_ms": milliseconds(statistics.median(v for block in scans["past"][1:] for v in block)),
            "first_ms": milliseconds(statistics.median(sides["first"].walls)),
            "sale_lines": big.sales * 6,
        },
    )  # fmt: skip


def _selling(till: TillAtWork, count: int, products: int) -> Side:
    ready = till.ready(till.items(min(2000, products), products), count)

    def sell(number: int) -> None:
        till.complete(ready[number])

    return Side(lambda n: till.begin(ready[n]), sell)


def _scanned(till: TillAtWork, first: int, products: int) -> list[float]:
    """CPU of each look-up of a barcode; the goods are spread over the whole range."""
    context = till.context
    taken: list[float] = []
    for n in range(_SCANS):
        code = data.gtin((first * _SCANS + n) * 7919 % products)
        began = time.thread_time()
        found = till.runtime.ask(
            find_sellable, scan=parse_scan(code), price_list_id=context.till.price_list_id,
            location_id=context.stock_location_id, on=context.on,
        )  # fmt: skip
        taken.append(time.thread_time() - began)
        assert found
    return taken
