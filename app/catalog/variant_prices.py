"""Prices of variants that follow their template's: rows like any other, so that a sale reads no more."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from app.catalog.tables import product, variant_extra
from app.db.unit_of_work import UnitOfWork
from app.pricing.operations import PriceDraft, write_prices
from app.pricing.tables import price


def carry_prices(uow: UnitOfWork, *, price_list_id: int, product_ids: Sequence[int]) -> int:
    """Write the prices of templates on to the variants that follow them; returns how many were written.

    Of each of a template's prices for one unit (by quantity, by day) the variant gets one, with its extra
    on it, never below nothing. Products that are no templates have no variants: nothing happens for them.
    """
    following = uow.connection.execute(
        select(product.c.id, product.c.template_id, variant_extra.c.extra_minor)
        .join_from(variant_extra, product, product.c.id == variant_extra.c.product_id)
        .where(variant_extra.c.price_list_id == price_list_id, product.c.template_id.in_(list(product_ids)))
    ).all()
    if not following:
        return 0
    of_template = uow.connection.execute(
        select(
            price.c.product_id, price.c.min_quantity_milli, price.c.valid_from, price.c.valid_to,
            price.c.price_minor,
        ).where(
            price.c.price_list_id == price_list_id, price.c.packaging_id.is_(None),
            price.c.product_id.in_(sorted({r.template_id for r in following})),
        )
    ).all()  # fmt: skip
    drafts = [
        PriceDraft(
            v.id, max(p.price_minor + v.extra_minor, 0), None, p.min_quantity_milli, p.valid_from, p.valid_to
        )
        for v in following
        for p in of_template
        if p.product_id == v.template_id
    ]  # fmt: skip
    return write_prices(uow, price_list_id=price_list_id, drafts=drafts) if drafts else 0
