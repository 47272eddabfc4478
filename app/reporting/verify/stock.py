"""Stock levels and their history against the moves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import Connection, Select, exists, func, select, union_all

from app.inventory.tables import location, product_day, stock_level, stock_move
from app.ledger.tables import ledger_line
from app.reporting.verify.ledger import role_of_account
from app.reporting.verify.results import Check, differences, sums
from app.till.tables import sale, sale_line, sale_line_part

Sums = dict[tuple[Any, ...], tuple[int, ...]]


def _moved(connection: Connection) -> Sums:
    """By product and internal location: quantity and value that the moves brought."""
    found: Sums = {}
    inside = select(location.c.id).where(location.c.kind == "internal")
    for column, sign in ((stock_move.c.to_location_id, 1), (stock_move.c.from_location_id, -1)):
        query = (
            select(
                stock_move.c.product_id, column, func.sum(stock_move.c.quantity_milli),
                func.sum(stock_move.c.cost_minor),
            )
            .where(column.in_(inside))
            .group_by(stock_move.c.product_id, column)
        )  # fmt: skip
        for product_id, place, quantity, cost in connection.execute(query):
            before = found.get((product_id, place), (0, 0))
            found[(product_id, place)] = (before[0] + sign * int(quantity), before[1] + sign * int(cost))
    return found


def _levels(connection: Connection) -> Iterator[str]:
    told = sums(
        connection,
        select(
            stock_level.c.product_id, stock_level.c.location_id, stock_level.c.on_hand_milli,
            stock_level.c.value_minor,
        ),
        2,
    )  # fmt: skip
    for (product_id, place), why in differences(told, _moved(connection), ("on hand", "value")):
        yield f"stock of product {product_id} at location {place}: {why}"


def _value(connection: Connection) -> Iterator[str]:
    codes = [c for c, role in role_of_account(connection).items() if role == "inventory"]
    booked = connection.execute(
        select(func.coalesce(func.sum(ledger_line.c.amount_minor), 0)).where(
            ledger_line.c.account_code.in_(codes)
        )
    ).scalar_one()
    value = connection.execute(select(func.coalesce(func.sum(stock_level.c.value_minor), 0))).scalar_one()
    if int(booked) != int(value):
        yield f"inventory in the ledger is {int(booked)}, the stock is worth {int(value)}"


def _sold(connection: Connection) -> Sums:
    """By product and day: what went to customers, less what came back, whatever the document."""
    found: Sums = {}
    customers = select(location.c.id).where(location.c.kind == "customer")
    for column, sign in ((stock_move.c.to_location_id, 1), (stock_move.c.from_location_id, -1)):
        query = (
            select(stock_move.c.product_id, stock_move.c.business_date, func.sum(stock_move.c.quantity_milli))
            .where(column.in_(customers))
            .group_by(stock_move.c.product_id, stock_move.c.business_date)
        )
        for product_id, day, quantity in connection.execute(query):
            before = found.get((product_id, day), (0,))
            found[(product_id, day)] = (before[0] + sign * int(quantity),)
    return found


def _days(connection: Connection) -> Iterator[str]:
    columns = (product_day.c.product_id, product_day.c.business_date)
    told = sums(connection, select(*columns, product_day.c.sold_milli), 2)
    for (product_id, day), why in differences(told, _sold(connection), ("sold",)):
        yield f"product {product_id} on {day}: {why}"
    yield from _revenues(connection, sums(connection, select(*columns, product_day.c.revenue_minor), 2))


def _revenues(connection: Connection, told: Sums) -> Iterator[str]:
    """What the till sold; days on which goods left by another document as well are passed over."""
    customers = select(location.c.id).where(location.c.kind == "customer")
    elsewhere = (
        select(stock_move.c.product_id, stock_move.c.business_date)
        .where(
            stock_move.c.document_type != "sale",
            stock_move.c.to_location_id.in_(customers) | stock_move.c.from_location_id.in_(customers),
        )
        .distinct()
    )
    others = {(row.product_id, row.business_date) for row in connection.execute(elsewhere)}
    right = sums(connection, _sold_goods(), 2)
    for key, why in differences(told, right, ("revenue",)):
        if key not in others:
            yield f"product {key[0]} on {key[1]}: {why}"


def _sold_goods() -> Select[Any]:
    """By product and day what the till took: of a kit its parts bear it, goods without stock have no days."""
    is_kit = exists().where(
        sale_line_part.c.sale_id == sale_line.c.sale_id, sale_line_part.c.position == sale_line.c.position
    )
    lines = union_all(
        select(sale_line.c.sale_id, sale_line.c.product_id, sale_line.c.net_minor).where(~is_kit),
        select(sale_line_part.c.sale_id, sale_line_part.c.product_id, sale_line_part.c.net_minor),
    ).subquery()
    return (
        select(lines.c.product_id, sale.c.business_date, func.sum(lines.c.net_minor))
        .join_from(lines, sale, sale.c.id == lines.c.sale_id)
        .where(lines.c.product_id.in_(select(stock_level.c.product_id)))
        .group_by(lines.c.product_id, sale.c.business_date)
    )


STOCK_CHECKS: Final = (
    Check("stock_equals_moves", "Stock levels and values equal the sum of their moves.", _levels),
    Check("stock_value_in_ledger", "The inventory account equals the value of the stock.", _value),
    Check(
        "product_days_equal_sales",
        "What each product sold a day equals its moves and the lines of the sales.",
        _days,
    ),
)
