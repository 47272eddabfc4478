"""The chain of one order of six lines, from the draft to the money, against its plainly written floor.

On SQLite and on PostgreSQL, and on SQLite with 200,000 past orders in the store.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from bench import chain, chain_past, data
from bench.chain_floor import Floor
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
from bench.sides import Side

NAME: Final = "order_chain"
PAST: Final = 200_000


def run(options: Options) -> Result:
    """Interleaved blocks of chains of each side."""
    past = 40 if options.quick else PAST
    rounds, block = (1, 1) if options.quick else (12, 5)
    count = (rounds + 1) * block
    large_file = chain_past.past_file(past)
    small_file = data.copied(chain.chain_shop_file(), options.folder / "small.db")
    sides: dict[str, Side] = {}
    with _postgres() as (shop_url, floor_url):
        chain.make_chain_shop(shop_url)
        works = {
            "small": chain.ChainAtWork(f"sqlite:///{small_file}"),
            "large": chain.ChainAtWork(f"sqlite:///{large_file}"),
            "postgres": chain.ChainAtWork(shop_url),
        }
        floors = {
            "floor": Floor(f"sqlite:///{options.folder / 'floor.db'}"),
            "floor_postgres": Floor(floor_url),
        }
        for name, work in works.items():
            sides[name] = _ours(work, count)
        for name, floor in floors.items():
            sides[name] = _floor(floor)
        with steady():
            for number in range(rounds + 1):
                for name in shuffled(list(sides), number):
                    sides[name].block(block, keep=number > 0)
        for floor in floors.values():
            assert floor.check() == count
            floor.close()
        for work in works.values():
            work.close()
    return _result(sides, past)


@contextmanager
def _postgres() -> Iterator[tuple[str, str]]:
    """Two empty databases of a server of the bench's own, durable, on the disk."""
    from tests.support.postgres import ON_DISK, Databases, server

    with server(durable=True, parent=ON_DISK) as url:
        databases = Databases(url, "order_chain")
        yield databases.url_of(databases.create()), databases.url_of(databases.create())
        databases.close()


def _ours(work: chain.ChainAtWork, count: int) -> Side:
    wishes = work.wishes(count)

    def carry(number: int) -> None:
        work.carry(wishes[number])

    return Side(lambda _n: None, carry)


def _floor(floor: Floor) -> Side:
    return Side(lambda _n: None, lambda _n: floor.carry())


def _result(sides: dict[str, Side], past: int) -> Result:
    ours = sides["small"].walls
    figures: dict[str, object] = {
        "ratio_cpu": rounded(ratio_of_rounds(sides["small"].cpu, sides["floor"].cpu)),
        "ratio_past": rounded(ratio_of_rounds(sides["large"].wall, sides["small"].wall)),
        "ratio_past_cpu": rounded(ratio_of_rounds(sides["large"].cpu, sides["small"].cpu)),
        "ratio_postgres": rounded(ratio_of_rounds(sides["postgres"].wall, sides["floor_postgres"].wall)),
        "ratio_postgres_cpu": rounded(ratio_of_rounds(sides["postgres"].cpu, sides["floor_postgres"].cpu)),
        "past_orders": past,
        "chains_a_second": rounded(1 / statistics.median(ours)),
        "p99_ms": milliseconds(percentile(ours, 99)),
        "cpu_ms": milliseconds(statistics.median(sides["small"].cpus)),
    }
    for name in ("floor", "large", "postgres", "floor_postgres"):
        figures[f"{name}_ms"] = milliseconds(statistics.median(sides[name].walls))
    return Result(
        NAME, ratio=ratio_of_rounds(sides["small"].wall, sides["floor"].wall),
        value=statistics.median(ours) * 1000, unit="ms",
        aims={"ratio": 1.2, "ratio_postgres": 1.2, "ratio_past": 1.1}, more=figures,
    )  # fmt: skip
