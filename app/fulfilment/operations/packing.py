"""Packing: every picked unit into a package, or nothing is packed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Row, bindparam, delete, insert, select, update

from app.audit.steps import take_step
from app.db.prepared import Prepared
from app.db.unit_of_work import UnitOfWork
from app.fulfilment.refusals import (
    EmptyPackageError,
    NoSuchShipmentError,
    PackTooMuchError,
    TwoPlacesError,
    UnpackedGoodsError,
)
from app.fulfilment.states import SHIPMENT_TRANSITIONS, ShipmentStatus
from app.fulfilment.tables import package, package_line, shipment, shipment_line
from app.kernel.canonical import canonical_json
from app.kernel.ids import next_id, take_ids
from app.kernel.permission import Permission, permitted
from app.kernel.quantity import milli_to_decimal
from app.kernel.state import check_transition
from app.kernel.text import clean_field
from app.orders.operations.progress import record_progress
from app.orders.store import line_rows, link_document, lock_order, place_of
from app.terms.queries import postal_address

_INSERT: Final = Prepared(insert(shipment))
_INSERT_LINES: Final = Prepared(insert(shipment_line))
_INSERT_PACKAGES: Final = Prepared(insert(package))
_INSERT_CONTENTS: Final = Prepared(insert(package_line))
_SHIPMENT: Final = Prepared(select(shipment).where(shipment.c.id == bindparam("id_")).with_for_update())
_LINES: Final = Prepared(
    select(shipment_line).where(shipment_line.c.shipment_id == bindparam("id_")).order_by(shipment_line.c.id)
)


@dataclass(frozen=True, slots=True)
class PackageDraft:
    """A package: what is in it, base units by order line."""

    contents: Mapping[int, int]
    weight_grams: int
    kind: str = "parcel"


@dataclass(frozen=True, slots=True)
class Shipment:
    """What an operation on a shipment gives back."""

    shipment_id: int
    status: ShipmentStatus
    number: str | None
    order_id: int
    was_there: bool = False


def lock_shipment(uow: UnitOfWork, shipment_id: int) -> Row[Any]:
    """The shipment's row, locked; raises NoSuchShipmentError."""
    row: Row[Any] | None = _SHIPMENT.one_or_none(uow.connection, {"id_": shipment_id})
    if row is None:
        raise NoSuchShipmentError
    return row


def shipment_rows(uow: UnitOfWork, shipment_id: int) -> list[Row[Any]]:
    """Its lines."""
    return _LINES.all(uow.connection, {"id_": shipment_id})


@permitted(Permission.SHIP)
def pack_shipment(
    uow: UnitOfWork, *, uuid: str, order_id: int, packages: Sequence[PackageDraft], charge_minor: int = 0,
    leave_rest: bool = False,
) -> Shipment:  # fmt: skip
    """Pack what was picked for an order; the UUID is its identity.

    Args:
        uow: the transaction.
        uuid: made by the station.
        order_id: whose goods.
        packages: what lies in which, and what it weighs.
        charge_minor: what the customer pays for this way, in the terms of the order's prices.
        leave_rest: the other picked goods go into another shipment.

    Raises:
        EmptyPackageError, PackTooMuchError, TwoPlacesError, UnpackedGoodsError: see their sentences.
    """
    there = uow.connection.execute(select(shipment).where(shipment.c.uuid == uuid)).one_or_none()
    if there is not None:
        return Shipment(there.id, ShipmentStatus(there.status), there.number, there.order_id, was_there=True)
    order = lock_order(uow, order_id)
    lines = line_rows(uow.connection, order_id)
    packed = _packed(lines, packages)
    place = _place(order, lines, packed)
    if not leave_rest:
        for x in lines:
            if place_of(x, order) == place and x.picked_milli > packed.get(x.id, 0):
                raise UnpackedGoodsError(
                    left=milli_to_decimal(x.picked_milli - packed.get(x.id, 0)), name=x.name
                )
    shipment_id = next_id()
    address = postal_address(
        uow.connection, party_id=order.party_id, kind="delivery", address_id=order.delivery_address_id
    )
    _INSERT.run(uow.connection,
        {
            "id": shipment_id, "uuid": uuid, "number": None, "order_id": order_id,
            "party_id": order.party_id, "status": ShipmentStatus.PACKED.value,
            "location_id": place, "ship_to": canonical_json(address), "carrier": "",
            "service": "", "tracking_number": "", "expected_on": None, "charge_minor": charge_minor,
            "cost_minor": 0, "packed_at": uow.now, "packed_by": uow.actor.user_id, "business_date": None,
            "dispatched_at": None, "dispatched_by": None, "delivered_at": None, "delivered_by": None,
            "received_by": None, "signature": None, "remarks": None, "version": 1,
        },
    )  # fmt: skip
    line_ids = _write_lines(uow, shipment_id, lines, packed)
    _write_packages(uow, shipment_id, packages, line_ids)
    link_document(uow, order_ids=[order_id], document_type="shipment", document_id=shipment_id, number=None)
    record_progress(
        uow, order_id=order_id,
        changes={i: {"picked_milli": -q, "packed_milli": q} for i, q in packed.items()},
    )  # fmt: skip
    take_step(
        uow, document_type="shipment", document_id=shipment_id, step="packed",
        payload={
            "order": order_id, "packages": [p.weight_grams for p in packages],
            "lines": [[i, q] for i, q in sorted(packed.items())],
        },
    )  # fmt: skip
    return Shipment(shipment_id, ShipmentStatus.PACKED, None, order_id)


def _place(order: Row[Any], lines: Sequence[Row[Any]], packed: Mapping[int, int]) -> int:
    """Where all of it lies: a shipment leaves from one place."""
    places = sorted({place_of(x, order) for x in lines if x.id in packed})
    if len(places) > 1:
        raise TwoPlacesError(number=order.number or "-")
    return places[0]


def _packed(lines: Sequence[Row[Any]], packages: Sequence[PackageDraft]) -> dict[int, int]:
    known = {x.id: x for x in lines}
    packed: dict[int, int] = {}
    for number, draft in enumerate(packages, start=1):
        if not draft.contents or draft.weight_grams < 0 or min(draft.contents.values()) <= 0:
            raise EmptyPackageError(number=number)
        for line_id, quantity in draft.contents.items():
            packed[line_id] = packed.get(line_id, 0) + quantity
    if not packed:
        raise EmptyPackageError(number=1)
    for line_id, quantity in packed.items():
        line = known.get(line_id)
        if line is None or quantity > line.picked_milli:
            raise PackTooMuchError(
                name=line.name if line else "that line",
                picked=milli_to_decimal(line.picked_milli) if line else 0, wanted=milli_to_decimal(quantity),
            )  # fmt: skip
    return packed


def _write_lines(
    uow: UnitOfWork, shipment_id: int, lines: Sequence[Row[Any]], packed: Mapping[int, int]
) -> dict[int, int]:
    chosen = [x for x in lines if x.id in packed]
    ids = take_ids(len(chosen))
    _INSERT_LINES.run(uow.connection,
        [
            {
                "id": row_id, "shipment_id": shipment_id, "order_line_id": x.id,
                "product_id": x.product_id, "sku": x.sku, "name": x.name, "unit": x.unit,
                "quantity_milli": packed[x.id], "cost_minor": 0, "returned_milli": 0, "invoiced_milli": 0,
            }
            for row_id, x in zip(ids, chosen, strict=True)
        ],
    )  # fmt: skip
    return {x.id: row_id for row_id, x in zip(ids, chosen, strict=True)}


def _write_packages(
    uow: UnitOfWork, shipment_id: int, packages: Sequence[PackageDraft], line_ids: Mapping[int, int]
) -> None:
    ids = take_ids(len(packages))
    _INSERT_PACKAGES.run(uow.connection,
        [
            {
                "id": row_id, "shipment_id": shipment_id, "position": i,
                "kind": clean_field(p.kind, field="Package", limit=200), "weight_grams": p.weight_grams,
                "tracking_number": None,
            }
            for i, (row_id, p) in enumerate(zip(ids, packages, strict=True), start=1)
        ],
    )  # fmt: skip
    _INSERT_CONTENTS.run(
        uow.connection,
        [
            {"package_id": row_id, "shipment_line_id": line_ids[line_id], "quantity_milli": quantity}
            for row_id, p in zip(ids, packages, strict=True)
            for line_id, quantity in p.contents.items()
        ],
    )


@permitted(Permission.SHIP)
def unpack_shipment(uow: UnitOfWork, *, shipment_id: int) -> Shipment:
    """Open the packages again before they leave; the goods are picked, not packed."""
    row = lock_shipment(uow, shipment_id)
    check_transition(SHIPMENT_TRANSITIONS, ShipmentStatus(row.status), ShipmentStatus.CANCELLED)
    lines = shipment_rows(uow, shipment_id)
    uow.connection.execute(
        delete(package_line).where(package_line.c.shipment_line_id.in_([x.id for x in lines]))
    )
    uow.connection.execute(
        update(shipment)
        .where(shipment.c.id == shipment_id)
        .values(status=ShipmentStatus.CANCELLED.value, version=row.version + 1)
    )
    record_progress(
        uow, order_id=row.order_id,
        changes={
            x.order_line_id: {"packed_milli": -x.quantity_milli, "picked_milli": x.quantity_milli}
            for x in lines
        },
    )  # fmt: skip
    take_step(uow, document_type="shipment", document_id=shipment_id, step="unpacked", payload={})
    return Shipment(shipment_id, ShipmentStatus.CANCELLED, None, row.order_id)
