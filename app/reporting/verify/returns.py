"""Returns against the sales they are of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sqlalchemy import Connection, and_, exists, func, select

from app.reporting.verify.results import Check, stream
from app.till.tables import sale, sale_line, sale_return, sale_return_line


def _within(connection: Connection) -> Iterator[str]:
    """No line came back more often than it was sold, nor for more than was paid."""
    back = sale_line.alias()
    r = sale_return_line.c
    returned = (
        select(
            r.origin_sale_id, r.origin_position, func.sum(r.quantity_milli).label("milli"),
            func.sum(-back.c.gross_minor).label("gross"),
        )
        .join_from(
            sale_return_line, back, and_(back.c.sale_id == r.sale_id, back.c.position == r.position)
        )
        .where(r.origin_sale_id.is_not(None))
        .group_by(r.origin_sale_id, r.origin_position)
        .subquery()
    )  # fmt: skip
    query = (
        select(
            sale.c.number, sale_line.c.position, sale_line.c.quantity_milli, sale_line.c.gross_minor,
            returned.c.milli, returned.c.gross,
        )
        .join_from(
            returned,
            sale_line,
            and_(
                sale_line.c.sale_id == returned.c.origin_sale_id,
                sale_line.c.position == returned.c.origin_position,
            ),
        )
        .join(sale, sale.c.id == sale_line.c.sale_id)
    )  # fmt: skip
    for row in stream(connection, query):
        where = f"sale {row.number}, line {row.position}"
        if row.milli > row.quantity_milli:
            yield f"{where}: {int(row.milli)} came back of {row.quantity_milli}"
        elif row.milli == row.quantity_milli and row.gross != row.gross_minor:
            yield f"{where}: {int(row.gross)} was paid back of {row.gross_minor}"


def _marked(connection: Connection) -> Iterator[str]:
    """Every return says of which receipt it is, line by line, and nothing else does."""
    missing = select(sale.c.number).where(
        sale.c.kind == "return", ~exists().where(sale_return.c.sale_id == sale.c.id)
    )
    for (number,) in stream(connection, missing):
        yield f"return {number} does not say what came back"
    lines = sale_line.alias()
    unequal = select(sale.c.number).where(
        sale.c.kind == "return",
        exists().where(
            lines.c.sale_id == sale.c.id,
            ~exists().where(
                sale_return_line.c.sale_id == lines.c.sale_id,
                sale_return_line.c.position == lines.c.position,
                sale_return_line.c.quantity_milli == -lines.c.quantity_milli,
            ),
        ),
    )
    for (number,) in stream(connection, unequal):
        yield f"return {number}: a line does not say why it came back, or how much"


RETURN_CHECKS: Final = (
    Check("returns_within_sales", "Nothing came back more often, or for more, than it was sold.", _within),
    Check("returns_are_marked", "Every return says of which receipt it is, and why.", _marked),
)
