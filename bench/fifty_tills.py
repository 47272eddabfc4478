"""Fifty tills, each a process with books of its own, send to one server at once what they sold without it.

Against the same sales rung up by as many stations straight at the server, by turns; then a day's backlog.
"""

from __future__ import annotations

import multiprocessing
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.context import ForkProcess
from pathlib import Path
from typing import Any, Final

from sqlalchemy import func, select

from app.kernel.ids import use_lane
from app.runtime.run import Runtime
from app.stations.drain import Drainer
from app.stations.outbox import count_unsent, get_self
from app.stations.rules import wait_seconds
from app.stations.runtime import StationRuntime
from app.till.tables import sale
from bench import data
from bench.measure import Options, Result, milliseconds, ratio_of_rounds, rounded, shuffled
from bench.sales import Ready, Seller
from bench.shop_server import ShopServer, open_url, shop_server

NAME: Final = "fifty_tills"
_DAY: Final = 400  # sales of a till
_SIDES: Final = ("sent", "straight")
_LONGEST: Final = 3600.0  # seconds until whoever does not come is taken for lost


@dataclass(frozen=True, slots=True)
class Size:
    """How much is sold.

    Attributes:
        tills: how many.
        rounds: of both sides by turns.
        block: sales of each till in a round, on each side.
        backlog: sales of each till that wait for the server at the end.
    """

    tills: int
    rounds: int
    block: int
    backlog: int
    products: int

    @property
    def each(self) -> int:
        """Sales of a till with books of its own; the straight ones are as many as in the rounds."""
        return (self.rounds + 1) * self.block + self.backlog


def size_of(options: Options) -> Size:
    """Short unless the long form is wanted."""
    if options.quick:
        return Size(3, 1, 1, 2, 100)
    return Size(50, 3, 4, _DAY if options.long else 20, 500)


class Station:
    """One of the processes: a till with books of its own, and another that works at the server.

    Args:
        path: of the till's file.
        code: of the till; the other's has an S before it.
        urls: of the server, by the till's own role and as its owner.
    """

    def __init__(self, path: Path, code: str, urls: tuple[str, str], size: Size) -> None:
        self.size = size
        there = Runtime(open_url(urls[0]))
        bus = data.new_bus()
        station = StationRuntime(data.open_factory(path, bus=bus), server=lambda: there)
        use_lane(station.ask(get_self).lane)
        self.drainer = Drainer(station, lambda: there, bus=bus)
        self.till = Seller(station, code)
        self.straight = Seller(Runtime(open_url(urls[1])), f"S{code}")
        items = self.till.items(60, size.products, seed=int(code[1:]))
        self.own = self.till.ready(items, size.each)
        self.others = self.straight.ready(items, (size.rounds + 1) * size.block)
        self.failures = 0

    def sell(self, count: int) -> None:
        """At the till, the server told of nothing."""
        _ring_up(self.till, self.own, count)

    def sent(self) -> None:
        """All that was sold goes to the server; where that does not answer, again as the program does."""
        failures = 0
        while True:
            link = self.drainer.round()
            if not self.till.runtime.ask(count_unsent):
                break
            failures += 1
            self.failures += 1
            if not link.reached:
                time.sleep(wait_seconds(failures))

    def straight_sold(self) -> None:
        """As many sales at the server itself."""
        _ring_up(self.straight, self.others, self.size.block)


def _ring_up(seller: Seller, ready: list[Ready], count: int) -> None:
    for _ in range(count):
        one = ready.pop()
        seller.begin(one)
        seller.complete(one)


def _live(make: Callable[[], Station], size: Size, meet: Any, tell: Any) -> None:
    """A station's process: each piece of work begins when all are there, and ends when all are done."""
    station = make()
    work = {"sent": station.sent, "straight": station.straight_sold}
    cpu: dict[str, float] = dict.fromkeys((*_SIDES, "backlog"), 0.0)

    def together(name: str, do: Callable[[], None]) -> None:
        meet.wait(_LONGEST)
        began = time.process_time()
        do()
        cpu[name] += time.process_time() - began
        meet.wait(_LONGEST)

    for number in range(size.rounds + 1):
        station.sell(size.block)
        for name in shuffled(_SIDES, number):
            together(name, work[name])
    station.sell(size.backlog)
    together("backlog", station.sent)
    tell.put((cpu, station.failures))


class Crowd:
    """All stations, each in a process of its own."""

    def __init__(self, server: ShopServer, folder: Path, size: Size) -> None:
        context = multiprocessing.get_context("fork")
        self.size = size
        self._server = server
        self._meet = context.Barrier(size.tills + 1)
        self._told = context.Queue()
        self.seconds: dict[str, list[float]] = {name: [] for name in (*_SIDES, "backlog")}
        self.server_cpu = 0.0  # of the last piece of work
        codes = [f"F{n:02d}" for n in range(1, size.tills + 1)]
        server.add_tills([*codes, *(f"S{code}" for code in codes)])
        self._processes: list[ForkProcess] = []
        for code in codes:
            path = data.copied(data.empty_file(), folder / f"{code}.db")
            urls = server.join(code, path), server.url

            def make(path: Path = path, code: str = code, urls: tuple[str, str] = urls) -> Station:
                return Station(path, code, urls, size)

            self._processes.append(
                context.Process(target=_live, args=(make, size, self._meet, self._told), daemon=True)
            )

    def live(self) -> tuple[dict[str, float], int]:
        """Until all is sent; the tills' processor seconds by work, and how often one was turned away."""
        for process in self._processes:
            process.start()
        try:
            for number in range(self.size.rounds + 1):
                for name in shuffled(_SIDES, number):
                    self._time(name)
            self._time("backlog")
            told = [self._told.get(timeout=_LONGEST) for _ in self._processes]
        except BaseException:
            self._meet.abort()  # who waits for the others ends too
            raise
        finally:
            for process in self._processes:
                process.join(30)
        cpu = {name: sum(each[name] for each, _ in told) for name in self.seconds}
        return cpu, sum(failures for _, failures in told)

    def _time(self, name: str) -> None:
        self._meet.wait(_LONGEST)
        began, cpu = time.perf_counter(), self._server.cpu_seconds()
        self._meet.wait(_LONGEST)
        self.seconds[name].append(time.perf_counter() - began)
        self.server_cpu = self._server.cpu_seconds() - cpu


def run(options: Options) -> Result:
    """Rounds by turns, then the backlog of all."""
    size = size_of(options)
    with shop_server(size.products) as server:
        crowd = Crowd(server, options.folder, size)
        cpu, failures = crowd.live()
        _check(server, size)
    return _result(crowd, cpu, failures)


def _check(server: ShopServer, size: Size) -> None:
    """All that was sold is at the server, once."""
    factory = open_url(server.url)
    with factory.read() as connection:
        found = connection.execute(select(func.count()).select_from(sale)).scalar_one()
    factory.dispose()
    assert found == size.tills * (size.each + (size.rounds + 1) * size.block), found


def _result(crowd: Crowd, cpu: dict[str, float], failures: int) -> Result:
    size, taken = crowd.size, crowd.seconds
    (backlog,) = taken["backlog"]
    waiting = size.tills * size.backlog
    rate = waiting / backlog
    straight = size.tills * size.block / statistics.median(taken["straight"][1:])
    return Result(
        NAME,
        ratio=ratio_of_rounds([[s] for s in taken["sent"][1:]], [[s] for s in taken["straight"][1:]]),
        value=rate,
        unit="sales a second",
        aims={"day_seconds": 3600.0},
        more={
            "tills": size.tills,
            "backlog": waiting,
            "backlog_seconds": rounded(backlog),
            "day_seconds": rounded(size.tills * _DAY / rate),
            "straight_a_second": rounded(straight),
            "server_cpu_ms": milliseconds(crowd.server_cpu / waiting),
            "till_cpu_ms": milliseconds(cpu["backlog"] / waiting),
            "turned_away": failures,
        },
    )
