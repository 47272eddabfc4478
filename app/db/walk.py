"""A page of a sorted list that costs the same wherever it begins: it walks on after the last row's keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, func, tuple_


def walk_page(
    connection: Connection, query: Select[Any], keys: Sequence[Any], after: tuple[Any, ...] | None, *,
    limit: int, descending: bool, few: bool,
) -> list[Row[Any]]:  # fmt: skip
    """The rows after those keys, in their order.

    Args:
        connection: where to read.
        query: without an order.
        keys: columns of one index, from the sorted one to the id that tells equals apart.
        after: the values of the keys in the last row of the page before; None for the first page.
        limit: rows of a page.
        descending: from the greatest to the least.
        few: the rows are found over another index and are few: then they are sorted, not walked.
    """
    if after is not None:
        here, there = tuple_(*keys), tuple_(*after)
        start = keys[0] <= after[0] if descending else keys[0] >= after[0]  # where the walk begins
        query = query.where(start, here < there if descending else here > there)
    sorted_by = [func.coalesce(key, key) for key in keys] if few else list(keys)
    order = [key.desc() for key in sorted_by] if descending else sorted_by
    return list(connection.execute(query.order_by(*order).limit(limit)))
