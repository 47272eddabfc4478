"""Serial numbers for the screens: which piece is where, whence it came and who got it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Select, literal, or_, select

from app.catalog.tables import product
from app.inventory.refusals import NoSuchSerialError
from app.inventory.states import LocationKind
from app.inventory.tables import location, serial, serial_move
from app.kernel.quantity import ONE
from app.kernel.text import fold
from app.reporting.lots import DocumentNames, LotTrace

PAGE: Final = 200


@dataclass(frozen=True, slots=True)
class SerialRow:
    """A piece in the list, and where it is by the books.

    Attributes:
        kind: LocationKind of the place: internal, customer, or adjustment for a missing one.
    """

    id: int
    code: str
    product_id: int
    sku: str
    name: str
    place: str
    kind: str


def list_serials(
    connection: Connection, *, text: str = "", kinds: Sequence[LocationKind] = (), limit: int = PAGE
) -> list[SerialRow]:
    """Pieces, the newest first.

    Args:
        connection: a read transaction.
        text: the beginning of a serial number, of a product's number, or a part of its name.
        kinds: only pieces at places of these kinds; none: all.
        limit: so many at most.
    """
    query = _rows().order_by(serial.c.id.desc()).limit(limit)
    wanted = text.strip()
    if wanted:
        query = query.where(
            or_(
                serial.c.code.startswith(wanted, autoescape=True),
                product.c.sku.startswith(wanted.upper(), autoescape=True),
                product.c.search_key.contains(fold(wanted), autoescape=True),
            )
        )
    if kinds:
        query = query.where(location.c.kind.in_([k.value for k in kinds]))
    return [SerialRow(*row) for row in connection.execute(query)]


def _rows() -> Select[Any]:
    return (
        select(
            serial.c.id, serial.c.code, serial.c.product_id, product.c.sku, product.c.name,
            location.c.name, location.c.kind,
        )
        .join_from(serial, product, product.c.id == serial.c.product_id)
        .join(location, location.c.id == serial.c.location_id)
    )  # fmt: skip


def find_serials(connection: Connection, *, code: str, product_id: int | None = None) -> list[SerialRow]:
    """The pieces of a number, of one product where it is known."""
    query = _rows().where(serial.c.code == code.strip()).order_by(serial.c.id)
    if product_id is not None:
        query = query.where(serial.c.product_id == product_id)
    return [SerialRow(*row) for row in connection.execute(query)]


def trace_serial(connection: Connection, *, serial_id: int) -> tuple[SerialRow, list[LotTrace]]:
    """A piece and every move of it, the first at the top; raises NoSuchSerialError."""
    head = connection.execute(_rows().where(serial.c.id == serial_id)).one_or_none()
    if head is None:
        raise NoSuchSerialError
    moves = connection.execute(
        select(serial_move, literal(ONE).label("quantity_milli"))
        .where(serial_move.c.serial_id == serial_id)
        .order_by(serial_move.c.id)
    ).all()
    names = DocumentNames(connection, moves)
    return SerialRow(*head), [names.trace(m) for m in moves]
