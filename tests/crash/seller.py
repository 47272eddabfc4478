"""A till that sells until it is killed, and tells on a pipe what it was told.

TRY uuid: payment begins. ACK uuid number gross: the sale is booked, as the operation said. FOUND uuid: a
sale whose end the last till did not live to hear was looked up, and is there. AGAIN uuid: it is not, and
its cart came back. PAPER id: the first byte of a print job leaves. FAULT text: what must never be.
"""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Callable

from sqlalchemy import select

from app.access.queries import get_actor
from app.access.tables import user_account
from app.catalog.tables import product
from app.db.engine import create_app_engine
from app.db.unit_of_work import UnitOfWorkFactory
from app.kernel.events import Event, EventBus
from app.kernel.refusal import Refusal
from app.organisation.queries import get_till
from app.printing.operations import set_print_status, settle_interrupted
from app.printing.queries import list_jobs
from app.printing.states import PrintStatus
from app.runtime.run import Runtime
from app.till.cart import Cart, Sellable
from app.till.context import TillContext, load_context
from app.till.operations.carts import begin_tendering, recover_carts, save_cart
from app.till.operations.sales import CompletedSale, complete_sale
from app.till.queries import find_open_shift, find_sale_by_uuid
from app.till.rules import price_cart
from app.till.tender import Tendering

Say = Callable[[str], None]


def say_to(handle: int) -> Say:
    """A line at once, or not at all."""

    def say(line: str) -> None:
        os.write(handle, (line + "\n").encode())

    return say


def _handed(total: int) -> int:
    """A euro more than is asked for; what is given back, to the cent."""
    return total + 100 if total > 0 else -total


def _raise(_event: Event, error: Exception) -> None:
    raise error


class Seller:
    """One till at work."""

    def __init__(self, url: str, till: str, seed: int, say: Say) -> None:
        self.factory = UnitOfWorkFactory(create_app_engine(url), EventBus(_raise))
        self.runtime = Runtime(self.factory)
        self.till, self.say, self.random = till, say, random.Random(seed)  # noqa: S311 - a test's choice
        self.context: TillContext = self.runtime.ask(load_context, till_code=till, now=self.factory.clock())
        with self.factory.read() as connection:
            self.till_id = get_till(connection, code=till).id
            cashier = connection.execute(
                select(user_account.c.id).where(user_account.c.name == "cashier")
            ).scalar_one()
            self.actor = get_actor(connection, user_id=cashier, station=till, till_id=self.till_id)
            self.goods = [
                self._sellable(r) for r in connection.execute(select(product).order_by(product.c.id))
            ]
            shift = find_open_shift(connection, till_id=self.till_id)
        assert shift is not None
        self.shift_id = shift.id

    def _sellable(self, row: object) -> Sellable:
        return Sellable(
            product_id=getattr(row, "id"), sku=getattr(row, "sku"), name=getattr(row, "name"),  # noqa: B009
            unit="pc", pack_milli=1000, unit_price_minor=100 + 7 * len(getattr(row, "name")),  # noqa: B009
            includes_tax=True, tax_class_id=getattr(row, "tax_class_id"), category_id=None,  # noqa: B009
            on_hand_milli=None if getattr(row, "kind") == "service" else 0,  # noqa: B009
        )  # fmt: skip

    def start(self, pending: str) -> None:
        """What the program does at its start; `pending` is the sale whose end is not known."""
        self.runtime.run(settle_interrupted, actor=self.actor, station=self.till)
        carts = self.runtime.run(recover_carts, actor=self.actor, till_id=self.till_id)
        self.say("READY")
        if pending:
            sold = self.runtime.ask(find_sale_by_uuid, uuid=pending)
            if sold is not None:
                self.say(f"FOUND {pending}")
            elif pending not in {c.cart.uuid for c in carts}:
                self.say(f"FAULT cart {pending} is neither sold nor open")
        for found in carts:
            if found.was_tendering:
                self.say(f"AGAIN {found.cart.uuid}")
            self.sell(found.cart)

    def new_cart(self) -> Cart:
        """One to five lines, kept at each scan as a till does."""
        cart = Cart()
        for _ in range(self.random.randint(1, 5)):
            item = self.random.choice(self.goods)
            cart = cart.add(item, cashier_id=self.actor.user_id, quantity_milli=1000)
        total = price_cart(cart, self.context.price_settings).gross_minor
        self.runtime.run(save_cart, actor=self.actor, till_id=self.till_id, cart=cart, total_minor=total)
        return cart

    def sell(self, cart: Cart) -> None:
        """Pay and book a cart, then print what waits."""
        total = price_cart(cart, self.context.price_settings).gross_minor
        self.runtime.run(
            begin_tendering, actor=self.actor, till_id=self.till_id, cart=cart, total_minor=total
        )
        self.say(f"TRY {cart.uuid}")
        done = self.complete(cart, Tendering(total, "EUR").add("cash", "cash", _handed(total)))
        self.say(f"ACK {cart.uuid} {done.number} {done.gross_minor}")

    def complete(self, cart: Cart, tendering: Tendering) -> CompletedSale:
        """Book a paid cart."""
        return self.runtime.run(
            complete_sale, actor=self.actor, context=self.context, shift_id=self.shift_id, cart=cart,
            tenders=tendering.tenders,
        )  # fmt: skip

    def print_all(self) -> None:
        """As the pump does: SENDING is committed before the first byte."""
        for job in self.runtime.ask(list_jobs, station=self.till):
            self._to(job.id, PrintStatus.SENDING)
            self.say(f"PAPER {job.id}")
            self._to(job.id, PrintStatus.PRINTED)

    def _to(self, job_id: int, status: PrintStatus) -> None:
        self.runtime.run(set_print_status, actor=self.actor, job_id=job_id, status=status)


def run(
    url: str, till: str, seed: int, sales: int, say: Say, *, pending: str = "", prints: bool = True
) -> None:
    """Sell so many times."""
    try:
        seller = Seller(url, till, seed, say)
        seller.start(pending)
        for _ in range(sales):
            seller.sell(seller.new_cart())
            if prints:
                seller.print_all()
        seller.factory.dispose()
    except Refusal as refusal:
        say(f"FAULT {type(refusal).__name__}: {refusal}")


if __name__ == "__main__":
    run(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), say_to(1), prints=False)
