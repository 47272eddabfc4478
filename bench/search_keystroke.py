"""One key in the search line with 1,000,000 products: from the text to the tiles that are shown."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from typing import Any, Final

from app.catalog.words import END, query_words
from app.till.lookup import search
from bench import data, typed
from bench.measure import Options, Result, milliseconds, percentile, rounded, steady
from bench.sales import RawTill, TillAtWork

NAME: Final = "search_keystroke"
PRODUCTS: Final = 1_000_000
SHOWN: Final = 60
_RANGE: Final = "SELECT product_id FROM search_word WHERE word >= ? AND word < ? ORDER BY word LIMIT ?"


def run(options: Options) -> Result:
    """Every keystroke of typed queries, ours and the range query by turns."""
    from bench.screen import grid_and_formats

    products, count = (2000, 6) if options.quick else (PRODUCTS, 150)
    path = data.shop_file(products)
    till = TillAtWork(path, selling=False)
    raw = RawTill(path)
    grid, as_tiles = grid_and_formats()
    place: dict[str, Any] = {
        "limit": SHOWN, "price_list_id": till.context.till.price_list_id,
        "location_id": till.context.stock_location_id, "on": till.context.on,
    }  # fmt: skip

    def ours(text: str) -> None:
        grid.set_tiles(as_tiles(till.runtime.ask(search, text=text, **place)))

    def limit(text: str) -> None:
        for word in query_words(text)[:1]:
            raw.connection.execute(_RANGE, (word, word + END, SHOWN)).fetchall()

    for text in typed.queries(20, products, seed=3):  # the pages of the index that any day has in memory
        for key in typed.keystrokes(text):
            ours(key)
    keys = [key for text in typed.queries(count, products) for key in typed.keystrokes(text)]
    taken = [(key, _timed(ours, key), _timed(limit, key)) for key in _steadily(keys)]
    till.close()
    raw.close()
    return _result(products, taken)


def _steadily(keys: list[str]) -> list[str]:
    with steady():
        return keys


def _timed(work: Callable[[str], None], text: str) -> tuple[float, float]:
    cpu_began, began = time.thread_time(), time.perf_counter()
    work(text)
    return time.perf_counter() - began, time.thread_time() - cpu_began


def _result(products: int, taken: list[tuple[str, tuple[float, float], tuple[float, float]]]) -> Result:
    wall = [ours[0] for _key, ours, _limit in taken]
    cpu = [ours[1] for _key, ours, _limit in taken]
    raw = [limit[1] for _key, _ours, limit in taken]
    slowest = max(taken, key=lambda x: x[1][1])
    return Result(
        NAME, ratio=percentile(cpu, 99) / percentile(raw, 99), value=percentile(cpu, 99) * 1000,
        unit="ms CPU at the 99th percentile", aims={"value": 8.0},
        more={
            "products": products, "keystrokes": len(taken), "p50_ms": milliseconds(statistics.median(cpu)),
            "wall_p50_ms": milliseconds(statistics.median(wall)),
            "wall_p99_ms": milliseconds(percentile(wall, 99)), "max_ms": milliseconds(max(cpu)),
            "slowest": slowest[0], "raw_p50_ms": milliseconds(statistics.median(raw)),
            "raw_p99_ms": milliseconds(percentile(raw, 99)),
            "ratio_p50": rounded(statistics.median(cpu) / statistics.median(raw)),
        },
    )  # fmt: skip
