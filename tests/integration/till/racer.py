"""A till of its own process that redeems a card when it is told to: for races."""

from __future__ import annotations

import sys
from datetime import UTC, datetime

from app.access.queries import get_actor
from app.db.engine import create_app_engine
from app.db.unit_of_work import UnitOfWorkFactory
from app.kernel.events import EventBus
from app.kernel.refusal import Refusal
from app.runtime.run import Runtime
from app.till.cart import Cart, Sellable
from app.till.context import load_context
from app.till.operations.sales import complete_sale
from app.till.tender import Tender

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def main(url: str, till: str, shift: str, user: str, number: str, amount: str) -> None:
    """Say "ready", wait for a line, redeem, and say "booked" or the name of the refusal."""
    factory = UnitOfWorkFactory(
        create_app_engine(url), EventBus(on_error=_fail),
        read_engine=create_app_engine(url, readonly=True), clock=lambda: NOW,
    )  # fmt: skip
    runtime = Runtime(factory)
    context = runtime.ask(load_context, till_code=till, now=NOW)
    actor = runtime.ask(get_actor, user_id=int(user), station=till, till_id=context.till.id)
    minor = int(amount)
    tax_class = next(iter(context.taxes))
    item = Sellable(
        product_id=None, sku="", name="Thing", unit="pc", pack_milli=1000, unit_price_minor=minor,
        includes_tax=True, tax_class_id=tax_class, category_id=None,
    )  # fmt: skip
    cart = Cart().add(item, cashier_id=int(user))
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    try:
        runtime.run(
            complete_sale, actor=actor, context=context, shift_id=int(shift), cart=cart,
            tenders=[Tender("gift_card", "gift_card", minor, minor, reference=number)],
        )  # fmt: skip
        sys.stdout.write("booked\n")
    except Refusal as refusal:
        sys.stdout.write(f"{type(refusal).__name__}\n")
    factory.dispose()


def _fail(_event: object, error: Exception) -> None:
    raise error


if __name__ == "__main__":
    main(*sys.argv[1:])
