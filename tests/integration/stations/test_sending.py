"""What a till sells without the server is at the server once, and both say the same."""

from __future__ import annotations

from dataclasses import asdict

import psycopg
import pytest

from app.reporting.verify.run import verify_database
from app.runtime.lanes import Lanes
from app.stations.drain import LANE
from app.till.operations.cash import move_cash
from app.till.states import CashMovementKind
from app.till.tables import sale, sale_line
from tests.factories.shop import Shop
from tests.integration.stations.conftest import TillMachine
from tests.integration.till.helpers import close, report_of, rows

pytestmark = pytest.mark.postgres


def broken(shop: Shop) -> dict[str, tuple[str, ...]]:
    """The invariants that do not hold."""
    return {r.name: r.faults for r in shop.runtime.ask(verify_database) if not r.holds}


def sold_lines(shop: Shop) -> list[tuple[int, ...]]:
    """What was sold, line by line, as it stands on the receipts."""
    return sorted(
        (r.sale_id, r.position, r.quantity_milli, r.net_minor, r.tax_minor, r.gross_minor)
        for r in rows(shop, sale_line)
    )


def told(shop: Shop, shift: int) -> dict[str, object]:
    """The Z of a shift but for the journal of whose books it is of."""
    report = asdict(report_of(shop, shift))
    return {k: v for k, v in report.items() if k not in {"journal_excerpt", "perpetual_minor"}}


def test_a_shift_sold_while_the_server_is_away_is_there_once_afterwards(
    till: TillMachine, server_shop: Shop
) -> None:
    till.line.is_cut = True
    shift = till.shop.open_shift()
    till.drainer.round()
    for _ in range(3):
        till.shop.sell(till.shop.cart("COFFEE", ("APPLE", 1250)), shift)
    till.shop.sell(till.shop.cart("WINE"), shift, ("card", 799))
    till.runtime.run(
        move_cash, actor=till.shop.actor("supervisor"), context=till.shop.context(), shift_id=shift,
        kind=CashMovementKind.SAFE_DROP, amount_minor=1000, reason="Full",
    )  # fmt: skip
    assert not till.drainer.link.reached
    assert till.drainer.round().unsent == 6
    assert rows(server_shop, sale) == []

    till.line.is_cut = False
    link = till.drainer.round()

    assert (link.reached, link.unsent, link.why) == (True, 0, "")
    close(till.shop, shift)
    assert till.drainer.round().unsent == 0
    assert sold_lines(till.shop) == sold_lines(server_shop) != []
    assert told(till.shop, shift) == told(server_shop, shift)
    assert broken(server_shop) == {}
    assert broken(till.shop) == {}


def test_what_is_unsent_is_counted_with_each_sale_while_the_server_is_away(till: TillMachine) -> None:
    till.line.is_cut = True
    shift = till.shop.open_shift()
    till.drainer.round()
    assert till.drainer.link.unsent == 1
    with_lane = Lanes({LANE: 5}, on_stop=till.runtime.factory.close_thread)
    till.drainer.use(with_lane)
    for _ in range(2):
        till.shop.sell(till.shop.cart("COFFEE"), shift)
    with_lane.shutdown()
    assert till.drainer.link.unsent == 3
    assert not till.drainer.link.reached


def test_after_a_crash_of_the_server_one_failed_round_is_enough_to_know_it_is_back(
    till: TillMachine, server_url: str
) -> None:
    shift = till.shop.open_shift()
    assert till.drainer.round().reached
    till.shop.sell(till.shop.cart("COFFEE"), shift)
    with psycopg.connect(server_url.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    till.drainer.round()
    assert till.drainer.round().reached
    assert till.drainer.link.unsent == 0
