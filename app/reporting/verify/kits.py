"""Kits that were sold against their parts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sqlalchemy import Connection, and_, func, or_, select

from app.reporting.verify.results import Check
from app.till.tables import sale, sale_line, sale_line_part


def _kits(connection: Connection) -> Iterator[str]:
    """The parts of a kit come to its line."""
    names = ("net_minor", "tax_minor", "gross_minor", "cost_minor")
    added = (
        select(
            sale_line_part.c.sale_id, sale_line_part.c.position,
            *(func.sum(sale_line_part.c[name]).label(name) for name in names),
        )
        .group_by(sale_line_part.c.sale_id, sale_line_part.c.position)
        .subquery()
    )  # fmt: skip
    wrong = [added.c[name] != sale_line.c[name] for name in names]
    query = (
        select(sale.c.number, added.c.position)
        .join_from(
            added,
            sale_line,
            and_(sale_line.c.sale_id == added.c.sale_id, sale_line.c.position == added.c.position),
            isouter=True,
        )
        .join(sale, sale.c.id == added.c.sale_id)
        .where(or_(sale_line.c.sale_id.is_(None), *wrong))
    )
    for number, position in connection.execute(query):
        yield f"sale {number}, line {position}: its parts do not come to it"


KIT_CHECKS: Final = (
    Check("kits_equal_parts", "What was sold of a kit equals its parts in amounts and cost.", _kits),
)
