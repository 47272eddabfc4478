"""One question for the page of an order: the order, its shipments, its story and its checks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from app.access.queries import list_users
from app.fulfilment.queries import ShipmentRow, list_shipments
from app.inventory.reservations import internal_locations
from app.orders.queries import OrderDetail, get_order
from app.orders.screen_queries import Checks, order_checks
from app.story.queries import Story, whole_story


@dataclass(frozen=True, slots=True)
class OrderPage:
    """Everything the page of an order shows."""

    detail: OrderDetail
    shipments: tuple[ShipmentRow, ...]
    story: Story
    checks: Checks
    people: dict[int, str]  # names of users by id, for services
    places: dict[int, str]  # names of the places where goods of ours lie, by id


def order_page(connection: Connection, *, order_id: int, on: date) -> OrderPage:
    """Read it; raises NoSuchOrderError."""
    return OrderPage(
        get_order(connection, order_id=order_id),
        tuple(list_shipments(connection, order_id=order_id)),
        whole_story(connection, document_type="order", document_id=order_id),
        order_checks(connection, order_id=order_id, on=on),
        {user.id: user.name for user in list_users(connection, with_inactive=True)},
        {place_id: name for place_id, _code, name in internal_locations(connection)},
    )
