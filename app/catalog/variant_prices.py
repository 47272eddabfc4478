"""Writing a template's prices on to its variants, when one begins to follow it or its extra changes."""

from __future__ import annotations

from sqlalchemy import select

from app.db.unit_of_work import UnitOfWork
from app.pricing.operations import PriceDraft, write_prices
from app.pricing.tables import price


def carry_prices(uow: UnitOfWork, *, price_list_id: int, template_id: int) -> int:
    """Write the prices of a template once more, so that those which follow it are written too.

    Returns how many differ from before.
    """
    rows = uow.connection.execute(
        select(
            price.c.product_id, price.c.price_minor, price.c.packaging_id, price.c.min_quantity_milli,
            price.c.valid_from, price.c.valid_to, price.c.change_id,
        ).where(
            price.c.price_list_id == price_list_id, price.c.packaging_id.is_(None),
            price.c.product_id == template_id,
        )
    )  # fmt: skip
    drafts = [PriceDraft(*row) for row in rows]
    return write_prices(uow, price_list_id=price_list_id, drafts=drafts) if drafts else 0
