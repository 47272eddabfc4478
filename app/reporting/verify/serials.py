"""Serial numbers against their moves, the stock they are part of, and the receipts they stand on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from sqlalchemy import Connection, func, select

from app.inventory.states import LocationKind, SerialUse
from app.inventory.tables import location, serial, serial_move, stock_level, stock_policy
from app.kernel.quantity import ONE
from app.reporting.verify.results import Check
from app.till.marks import read_mark
from app.till.tables import sale_line


def _places(connection: Connection) -> Iterator[str]:
    """Each move begins where the one before ended, and the piece is where the last one ended."""
    here: dict[int, int] = {}
    rows = connection.execute(
        select(serial_move.c.serial_id, serial_move.c.from_location_id, serial_move.c.to_location_id)
        .order_by(serial_move.c.serial_id, serial_move.c.id)
    )  # fmt: skip
    for serial_id, source, target in rows:
        if here.get(serial_id, source) != source:
            yield f"serial {serial_id}: moved from location {source}, lay at {here[serial_id]}"
        here[serial_id] = target
    for serial_id, place in connection.execute(select(serial.c.id, serial.c.location_id)):
        if here.get(serial_id) != place:
            yield f"serial {serial_id}: said to be at location {place}, its moves say {here.get(serial_id)}"


def _stock(connection: Connection) -> Iterator[str]:
    """Of goods kept by serial number throughout no more numbers lie at a place than pieces."""
    rows = connection.execute(
        select(serial.c.product_id, serial.c.location_id, func.count(), stock_level.c.on_hand_milli)
        .join_from(serial, location, location.c.id == serial.c.location_id)
        .join(stock_policy, stock_policy.c.product_id == serial.c.product_id)
        .outerjoin(
            stock_level,
            (stock_level.c.product_id == serial.c.product_id)
            & (stock_level.c.location_id == serial.c.location_id),
        )
        .where(
            location.c.kind == LocationKind.INTERNAL.value,
            stock_policy.c.serials == SerialUse.ALWAYS.value,
        )
        .group_by(serial.c.product_id, serial.c.location_id, stock_level.c.on_hand_milli)
    )
    for product_id, place, named, on_hand in rows:
        if named * ONE > (on_hand or 0):
            yield f"product {product_id} at location {place}: {named} serials, {on_hand or 0} on hand"


def _receipts(connection: Connection) -> Iterator[str]:
    """The numbers on a sale's lines are those that moved with it."""
    told: Counter[tuple[int, int, str]] = Counter()
    rows = connection.execute(
        select(sale_line.c.sale_id, sale_line.c.product_id, sale_line.c.mark).where(
            sale_line.c.mark.is_not(None)
        )
    )
    for sale_id, product_id, text in rows:
        mark = read_mark(text)
        told.update((sale_id, product_id, code) for code in (mark.serials if mark else ()))
    moved: Counter[tuple[int, int, str]] = Counter()
    moves = connection.execute(
        select(serial_move.c.document_id, serial.c.product_id, serial.c.code)
        .join_from(serial_move, serial, serial.c.id == serial_move.c.serial_id)
        .where(serial_move.c.document_type == "sale")
    )
    moved.update((int(r[0]), int(r[1]), str(r[2])) for r in moves)
    for sale_id, product_id, code in sorted((told - moved) + (moved - told)):
        key = (sale_id, product_id, code)
        yield f"sale {sale_id}: serial {code} stands {told[key]} times on it and moved {moved[key]} times"


SERIAL_CHECKS: Final = (
    Check("serials_equal_moves", "Each serial number is where its last move brought it.", _places),
    Check("serials_fit_stock", "No more serial numbers lie at a place than pieces do.", _stock),
    Check("serials_on_receipts", "The serial numbers on receipts are those that moved.", _receipts),
)
