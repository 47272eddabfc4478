"""Prices that follow another product's: those of variants, which are their template's and an extra.

They are rows like any other, so that nobody who sells reads more. Whoever writes a price writes those that
follow it in the same transaction, whatever the reason: an editor, an import, a price that is planned.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection, Row, or_, select, update

from app.db.unit_of_work import UnitOfWork
from app.pricing.tables import price, variant_extra

if TYPE_CHECKING:
    from app.pricing.operations import PriceDraft

_CHUNK: Final = 400


def followers_of(connection: Connection, *, price_list_id: int, product_ids: Sequence[int]) -> list[int]:
    """The products whose prices follow those of these in a list."""
    return [
        r.product_id
        for r in _rows(connection, price_list_id, sorted(set(product_ids)))
        if r.template_id in set(product_ids)
    ]


def with_following(uow: UnitOfWork, price_list_id: int, drafts: Sequence[PriceDraft]) -> list[PriceDraft]:
    """The prices with those that follow them; a price given to a follower by itself becomes its extra.

    Of a template and its variant in one batch the template's counts.
    """
    plain = [d for d in drafts if d.packaging_id is None]
    rows = _rows(uow.connection, price_list_id, sorted({d.product_id for d in plain}))
    if not rows:
        return list(drafts)
    leading = {d.product_id for d in plain}
    following = [
        replace(d, product_id=r.product_id, price_minor=max(d.price_minor + r.extra_minor, 0))
        for r in rows
        if r.template_id in leading
        for d in plain
        if d.product_id == r.template_id
    ]
    made = {_key(d) for d in following}
    _set_extras(uow, price_list_id, [r for r in rows if r.template_id not in leading], plain)
    return [*(d for d in drafts if d.packaging_id is not None or _key(d) not in made), *following]


def _key(draft: PriceDraft) -> tuple[object, ...]:
    return draft.product_id, draft.min_quantity_milli, draft.valid_from


def _rows(connection: Connection, price_list_id: int, ids: Sequence[int]) -> list[Row[Any]]:
    """Who follows one of these, and whom these follow."""
    found: dict[int, Row[Any]] = {}
    for chunk in _chunks(ids):
        for row in connection.execute(
            select(variant_extra).where(
                variant_extra.c.price_list_id == price_list_id,
                or_(variant_extra.c.template_id.in_(chunk), variant_extra.c.product_id.in_(chunk)),
            )
        ):
            found[row.product_id] = row
    return list(found.values())


def _chunks(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for at in range(0, len(ids), _CHUNK):
        yield ids[at : at + _CHUNK]


def _set_extras(
    uow: UnitOfWork, price_list_id: int, rows: Sequence[Row[Any]], drafts: Sequence[PriceDraft]
) -> None:
    """What a follower costs now more than its template, where it is given a plain price of its own."""
    given = {d.product_id: d.price_minor for d in drafts if not d.min_quantity_milli and d.valid_from is None}
    wanted = [r for r in rows if r.product_id in given]
    if not wanted:
        return
    leaders = uow.connection.execute(
        select(price.c.product_id, price.c.price_minor).where(
            price.c.price_list_id == price_list_id, price.c.packaging_id.is_(None),
            price.c.min_quantity_milli == 0, price.c.valid_from.is_(None),
            price.c.product_id.in_(sorted({r.template_id for r in wanted})),
        )
    )  # fmt: skip
    base = {r.product_id: r.price_minor for r in leaders}
    for r in wanted:
        if r.template_id in base:
            uow.connection.execute(
                update(variant_extra)
                .where(
                    variant_extra.c.product_id == r.product_id,
                    variant_extra.c.price_list_id == price_list_id,
                )
                .values(extra_minor=given[r.product_id] - base[r.template_id])
            )
