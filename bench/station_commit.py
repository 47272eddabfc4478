"""A sale at a till with books of its own, its message queued in the same transaction, against one machine's.

Twice: with the server gone the whole time, and with a real one 100 milliseconds away, to which the till's
drainer sends on its lane, in the same process, while the next sales are rung up.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Final, Never

from sqlalchemy import func, select

from app.db.errors import DatabaseUnreachableError
from app.kernel.permission import SYSTEM_ACTOR
from app.runtime.lanes import Lanes
from app.runtime.run import Runtime
from app.stations.drain import LANE, Drainer
from app.stations.joining import write_self
from app.stations.outbox import count_unsent
from app.stations.registry import Joined
from app.stations.runtime import StationRuntime
from app.stations.tables import outbox
from app.till.tables import sale
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
from bench.sales import Seller, TillAtWork
from bench.shop_server import Gate, ShopServer, open_url, shop_server
from bench.sides import Side
from tests.crash.stations.proxy import Proxy

NAME: Final = "station_commit"
PRODUCTS: Final = 10_000
_BLOCK: Final = 20
_AWAY: Final = 0.1  # seconds to the server and back


class FarTill(Seller):
    """Till T01 with books of its own, its server behind a slow link, and its drainer at work.

    Args:
        path: of its file.
        url: of the server, over the link.
    """

    def __init__(self, path: Path, url: str) -> None:
        bus = data.new_bus()
        self.gate = Gate(open_url(url))
        station = StationRuntime(data.open_factory(path, bus=bus), server=lambda: self.gate)
        self._lanes = Lanes({LANE: 50}, on_stop=self._end_thread)
        self._drainer = Drainer(station, lambda: self.gate, bus=bus, lanes=self._lanes)
        self.gate.shut.acquire()
        super().__init__(station)
        self._drainer.start()

    def _end_thread(self) -> None:
        self.gate.factory.close_thread()
        self.factory.close_thread()

    @contextmanager
    def sending(self) -> Iterator[None]:
        """The drainer gets through; afterwards it stands still, so that it slows nobody else."""
        self.gate.shut.release()
        try:
            yield
        finally:
            self.gate.shut.acquire()

    def drain(self) -> None:
        """Until all is sent."""
        while self.runtime.ask(count_unsent):
            link = self._drainer.round()
            assert link.reached, link.why

    def close(self) -> None:
        """Let go of file and server."""
        self._drainer.stop()
        with self.sending():
            self._lanes.shutdown()
        self.gate.factory.dispose()
        super().close()


def run(options: Options) -> Result:
    """Interleaved blocks of 20 sales of each side."""
    products = 500 if options.quick else PRODUCTS
    rounds, block = (2, 4) if options.quick else (15, _BLOCK)
    base = data.shop_file(products)
    with _far_till(options, products) as (far, server, proxy):
        tills: dict[str, Seller] = {
            "alone": TillAtWork(data.copied(base, options.folder / "alone.db")),
            "gone": _without_server(data.copied(base, options.folder / "gone.db")),
            "far": far,
        }
        sides = {name: _side(till, products, (rounds + 1) * block) for name, till in tills.items()}
        with steady():
            for number in range(rounds + 1):
                for name in shuffled(list(sides), number):
                    with far.sending() if name == "far" else nullcontext():
                        sides[name].block(block, keep=number > 0)
        slow = list(far.gate.message_seconds)
        proxy.order("heal")
        with far.sending():
            far.drain()
            _check(far, server)
        figures = _queue(tills["gone"]) | {"message_ms": milliseconds(statistics.median(slow))}
        for till in tills.values():
            till.close()
    return _result(sides, figures)


@contextmanager
def _far_till(options: Options, products: int) -> Iterator[tuple[FarTill, ShopServer, Proxy]]:
    with shop_server(products) as server:
        proxy = Proxy(1, server.socket)
        try:
            path = data.copied(data.empty_file(), options.folder / "far.db")
            far = FarTill(path, server.join("T01", path, proxy.ports[0]))
            proxy.order("delay", 0, (_AWAY / 5 if options.quick else _AWAY) / 2)  # each way
            yield far, server, proxy
        finally:
            proxy.close()


def _without_server(path: Path) -> Seller:
    factory = data.open_factory(path)
    one = Seller(Runtime(factory), selling=False)
    joined = Joined(one.context.till.id, one.context.till.code, 1, 0, "0" * 64, "", b"")
    one.runtime.run(write_self, actor=SYSTEM_ACTOR, joined=joined)
    return Seller(StationRuntime(factory, server=_gone))


def _gone() -> Never:
    raise DatabaseUnreachableError(detail="no server in this bench")


def _side(till: Seller, products: int, count: int) -> Side:
    ready = till.ready(till.items(2000, products), count)

    def sell(number: int) -> None:
        till.complete(ready[number])

    return Side(lambda n: till.begin(ready[n]), sell)


def _queue(till: Seller) -> dict[str, object]:
    """What lies unsent, and how long a message is."""
    with till.factory.read() as connection:
        queued, letters = connection.execute(
            select(func.count(), func.avg(func.length(outbox.c.payload)))
        ).one()
    return {"queued": queued, "letters": round(float(letters))}


def _check(far: FarTill, server: ShopServer) -> None:
    """What was sold far away is at the server, to the cent."""
    count = select(func.count(), func.sum(sale.c.gross_minor))
    there = open_url(server.url)
    with far.factory.read() as mine, there.read() as theirs:
        assert mine.execute(count).one() == theirs.execute(count).one()
    there.dispose()


def _result(sides: dict[str, Side], figures: dict[str, object]) -> Result:
    gone, far, alone = sides["gone"], sides["far"], sides["alone"]
    return Result(
        NAME,
        ratio=ratio_of_rounds(gone.wall, alone.wall),
        value=statistics.median(gone.walls) * 1000,
        unit="ms",
        aims={"ratio": 2.0, "ratio_far": 2.0},
        more={
            "ratio_cpu": rounded(ratio_of_rounds(gone.cpu, alone.cpu)),
            "ratio_far": rounded(ratio_of_rounds(far.wall, alone.wall)),
            "ratio_far_cpu": rounded(ratio_of_rounds(far.cpu, alone.cpu)),
            "alone_ms": milliseconds(statistics.median(alone.walls)),
            "far_ms": milliseconds(statistics.median(far.walls)),
            "p99_ms": milliseconds(percentile(gone.walls, 99)),
            "far_p99_ms": milliseconds(percentile(far.walls, 99)),
            **figures,
        },
    )
