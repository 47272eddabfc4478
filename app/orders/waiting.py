"""Which orders wait for goods, and where a line's goods are taken from: for whoever shares out what comes."""

from __future__ import annotations

from typing import Final

from sqlalchemy import func, select

from app.orders.tables import sales_order, sales_order_line

# by their keys: joined by the flag alone, all lines ever sold were gone through for the few that wait
WAITING_ORDERS: Final = select(sales_order.c.id).where(sales_order.c.to_allocate)
line_place: Final = func.coalesce(sales_order_line.c.location_id, sales_order.c.location_id)
