"""Eight stations at the same product: real processes, both databases, nothing is promised twice."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from sqlalchemy import func, select

from app.inventory.reservations import list_availability
from app.inventory.tables import reservation
from app.orders.tables import sales_order
from app.reporting.verify import verify_database
from tests.factories.shop import Shop
from tests.factories.wholesale import make_wholesale

STATION = Path(__file__).with_name("station.py")
ROOT = Path(__file__).resolve().parents[3]


def test_eight_stations_never_promise_the_same_piece_twice(shop: Shop, database_url: str):
    trade = make_wholesale(shop)
    coffee = shop.products["COFFEE"]  # 100 pieces; eight stations want 8 x 5 x 4 = 160
    wish = json.dumps(
        {
            "url": database_url, "party": shop.parties["Unlimited Ltd"], "product": coffee,
            "price_list": trade.price_list_id, "pieces": 4, "times": 5,
        }
    )  # fmt: skip
    stations = [
        subprocess.Popen(
            [sys.executable, str(STATION), wish], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            cwd=ROOT, env={"PYTHONPATH": str(ROOT), "PATH": ""},
        )
        for _ in range(8)
    ]  # fmt: skip
    told = []
    for station in stations:
        out, err = station.communicate(timeout=120)
        assert station.returncode == 0, err.decode()
        told.append(json.loads(out))
    assert [t["refused"] for t in told] == [[]] * 8
    found = trade.ask(list_availability, location_id=trade.location_id, product_ids=[coffee])[coffee]
    assert (found.on_hand_milli, found.committed_milli) == (100_000, 100_000)
    with shop.runtime.factory.read() as connection:
        by_order = dict(
            connection.execute(
                select(reservation.c.document_id, func.sum(reservation.c.quantity_milli)).group_by(
                    reservation.c.document_id
                )
            ).all()
        )
        numbers = list(connection.execute(select(sales_order.c.number)).scalars())
        waiting = connection.execute(select(func.count()).where(sales_order.c.to_allocate)).scalar_one()
    assert sum(by_order.values()) == 100_000
    assert max(by_order.values()) == 4000
    assert len(set(numbers)) == 40
    assert waiting == 15
    assert [r for r in trade.ask(verify_database) if not r.holds] == []
