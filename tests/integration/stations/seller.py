"""A till as a process of its own: sells for cash and by a gift card in turn, and sends, until it is killed.

It tells each receipt it has acknowledged.

python -m tests.integration.stations.seller TILL_FILE SERVER_URL SHIFT ACKS
"""

from __future__ import annotations

import os
import sys
import threading
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from uuid import uuid4

from app.access.queries import get_actor
from app.db.engine import create_app_engine
from app.db.unit_of_work import UnitOfWorkFactory
from app.kernel.events import EventBus
from app.runtime.run import Runtime
from app.stations.drain import Drainer
from app.stations.runtime import StationRuntime
from app.till.cart_json import cart_from_json
from app.till.context import load_context
from app.till.operations.sales import complete_sale
from app.till.rules import price_cart
from app.till.tender import Tendering

CARD = "GC4711"


def _door(url: str) -> UnitOfWorkFactory:
    bus = EventBus(on_error=lambda _event, _error: None)
    return UnitOfWorkFactory(create_app_engine(url), bus, read_engine=create_app_engine(url, readonly=True))


def main(path: str, server: str, shift: int, acks: Path) -> None:
    """Sell without end."""
    books = Runtime(_door(server))
    till = StationRuntime(_door(f"sqlite:///{path}"), server=lambda: books)
    drainer = Drainer(till, lambda: books, bus=EventBus(on_error=lambda _event, _error: None))

    def drain() -> None:
        while True:
            drainer.round()

    threading.Thread(target=drain, daemon=True).start()
    basket = cart_from_json(acks.with_suffix(".cart").read_text(encoding="utf-8"))
    cashier = basket.lines[0].cashier_id
    context = till.ask(load_context, till_code="T01", now=till.factory.clock())
    actor = till.ask(get_actor, user_id=cashier, station="T01", till_id=context.till.id)
    due = price_cart(basket, context.price_settings).gross_minor
    ways = (
        Tendering(due, "EUR").add("cash", "cash", due),
        Tendering(due, "EUR").add("gift_card", "gift_card", due, reference=CARD),
    )
    with acks.open("a", encoding="ascii") as file:
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        for paid in cycle(ways):
            cart = replace(basket, uuid=str(uuid4()))
            done = till.run(
                complete_sale, actor=actor, context=context, shift_id=shift, cart=cart, tenders=paid.tenders
            )
            file.write(f"{cart.uuid} {done.number} {done.gross_minor}\n")
            file.flush()
            os.fsync(file.fileno())


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), Path(sys.argv[4]))
