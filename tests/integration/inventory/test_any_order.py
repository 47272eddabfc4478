"""Goods in, sales, transfers, losses, counts and changes of costing in any order: the books agree."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import func, select

from app.inventory.counts import enter_count, post_count, set_count_status, start_count
from app.inventory.operations import NothingToAdjustError, adjust_stock
from app.inventory.places import create_place
from app.inventory.policies import Policy, set_policy
from app.inventory.receipts import ReceivedLine, receive_goods
from app.inventory.refusals import ReceiptEmptyError, TransferTooMuchError
from app.inventory.states import Costing, CountStatus
from app.inventory.tables import stock_level, transfer, transfer_line
from app.inventory.transfers import close_transfer_short, receive_transfer, send_transfer
from app.kernel.permission import SYSTEM_ACTOR
from app.reporting.verify import verify_database
from tests.factories.shop import TODAY, Shop

SKUS = ("MILK", "WINE", "COFFEE")
STEPS = 45


class Days:
    """A shop in which anything may happen next."""

    def __init__(self, shop: Shop, seed: int) -> None:
        self.shop, self.chance = shop, Random(seed)  # noqa: S311 - chance, not a secret
        self.back = shop.runtime.run(create_place, actor=SYSTEM_ACTOR, code="back", name="Back room")
        self.shift = shop.open_shift()
        self.actor = shop.actor("manager")
        for sku, policy in (
            ("MILK", Policy(Costing.FIFO, by_lot=True)), ("WINE", Policy(Costing.FIFO)),
            ("COFFEE", Policy(by_lot=True)),
        ):  # fmt: skip
            self.run(set_policy, product_id=shop.products[sku], policy=policy)

    def run(self, operation: Callable[..., Any], **arguments: Any) -> Any:
        return self.shop.runtime.run(operation, actor=self.actor, **arguments)

    def some(self) -> tuple[str, int]:
        """Goods, and a quantity that now and then is more than there is."""
        return self.chance.choice(SKUS), self.chance.choice((1, 2, 5, 9, 40, 90)) * 1000

    def place(self) -> int:
        return self.chance.choice((self.shop.locations["SHOP"], self.shop.locations["SHOP"], self.back))

    # --- what may happen ---

    def receive(self) -> None:
        lines = []
        for _ in range(self.chance.randint(0, 3)):
            sku, milli = self.some()
            lot = self.chance.choice(("A", "B", "C"))
            day: date = TODAY + timedelta(days="ABC".index(lot) * 20)
            cost = self.chance.randint(0, 9999)
            lines.append(
                ReceivedLine(self.shop.products[sku], milli, cost, lot=f"{sku}-{lot}", expires_on=day)
            )
        self.run(
            receive_goods, uuid=str(uuid4()), location_id=self.place(), lines=lines,
            landed_minor=self.chance.choice((0, 0, 777)),
        )  # fmt: skip

    def sell(self) -> None:
        self.shop.sell(self.shop.cart(self.some(), self.some()), self.shift)

    def adjust(self) -> None:
        sku, milli = self.some()
        self.run(
            adjust_stock, product_id=self.shop.products[sku], location_id=self.place(),
            quantity_milli=self.chance.choice((-1, 0, 1)) * milli, reason="chance", business_date=TODAY,
        )  # fmt: skip

    def send(self) -> None:
        ends = [self.shop.locations["SHOP"], self.back]
        self.chance.shuffle(ends)
        wanted = {self.shop.products[sku]: milli for sku, milli in (self.some(), self.some())}
        self.run(
            send_transfer, uuid=str(uuid4()), from_location_id=ends[0], to_location_id=ends[1],
            quantities=wanted,
        )  # fmt: skip

    def arrive(self) -> None:
        with self.shop.runtime.factory.read() as connection:
            ids = list(connection.execute(select(transfer.c.id).where(transfer.c.status == "sent")).scalars())
            if not ids:
                return
            chosen = self.chance.choice(ids)
            lines = connection.execute(
                select(transfer_line).where(transfer_line.c.transfer_id == chosen)
            ).all()
        how = self.chance.random()
        if how < 0.3:
            self.run(close_transfer_short, transfer_id=chosen, reason="chance")
        elif how < 0.6:
            self.run(receive_transfer, transfer_id=chosen)
        else:
            part = {x.id: 1000 for x in lines if x.quantity_milli > x.received_milli}
            self.run(receive_transfer, transfer_id=chosen, quantities=part)

    def count(self) -> None:
        product_id = self.shop.products[self.chance.choice(SKUS)]
        made = self.run(start_count, uuid=str(uuid4()), location_id=self.place(), product_ids=[product_id])
        self.run(
            enter_count, uuid=str(uuid4()), count_id=made.count_id, product_id=product_id,
            quantity_milli=self.chance.randint(0, 60) * 1000,
        )  # fmt: skip
        self.run(set_count_status, count_id=made.count_id, status=CountStatus.REVIEW)
        self.run(post_count, count_id=made.count_id)

    def change_costing(self) -> None:
        costing = self.chance.choice(list(Costing))
        standard = self.chance.randint(0, 999_999_999) if costing is Costing.STANDARD else None
        sku = self.chance.choice(("WINE", "COFFEE"))
        policy = Policy(costing, by_lot=sku == "COFFEE", standard_micro=standard)
        self.run(set_policy, product_id=self.shop.products[sku], policy=policy)


@pytest.mark.parametrize("seed", [1, 2])
def test_whatever_happens_in_whatever_order_the_books_agree(shop: Shop, seed: int) -> None:
    days = Days(shop, seed)
    steps = [
        days.receive, days.receive, days.sell, days.sell, days.adjust, days.send, days.arrive, days.arrive,
        days.count, days.change_costing,
    ]  # fmt: skip
    done = 0
    for _ in range(STEPS):
        try:
            days.chance.choice(steps)()
        except (ReceiptEmptyError, TransferTooMuchError, NothingToAdjustError):
            continue
        done += 1
    assert done > STEPS // 2
    assert [(r.name, r.faults) for r in shop.runtime.ask(verify_database) if not r.holds] == []
    with shop.runtime.factory.read() as connection:
        nothing = select(func.sum(func.abs(stock_level.c.value_minor))).where(
            stock_level.c.on_hand_milli == 0, stock_level.c.product_id == shop.products["MILK"]
        )
        assert not connection.execute(nothing).scalar()
