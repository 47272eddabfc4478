"""Missing or damaged goods of a delivery are credited, goods that come back are taken in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Row, bindparam, func, insert, select

from app.audit.steps import take_step
from app.db.unit_of_work import UnitOfWork
from app.fulfilment.operations.delivery import return_shipment
from app.fulfilment.operations.packing import lock_shipment, shipment_rows
from app.fulfilment.states import LEFT_HOUSE
from app.inventory.operations import create_location_row
from app.inventory.states import LocationKind
from app.inventory.tables import location
from app.invoicing.operations.bill import invoice_shipments
from app.invoicing.operations.credit import CreditWish, credit_invoice
from app.invoicing.refusals import ClaimEmptyError, ClaimTooMuchError, InvoiceHeldError, NotDeliveredError
from app.invoicing.states import ClaimKind, InvoiceKind, InvoiceStatus
from app.invoicing.store import SavedInvoice, saved
from app.invoicing.tables import delivery_claim, invoice, invoice_line
from app.kernel.ids import take_ids
from app.kernel.money import round_half_up
from app.kernel.permission import Permission, permitted
from app.kernel.quantity import milli_to_decimal
from app.kernel.text import clean_field

_QUARANTINE: Final = "QUARANTINE"  # the same place as of goods that come back at the till
_BILLED: Final = (
    select(invoice_line, invoice.c.id.label("bill_id"))
    .join_from(invoice_line, invoice)
    .where(
        invoice_line.c.order_line_id.in_(bindparam("lines_", expanding=True)),
        invoice.c.kind == InvoiceKind.INVOICE.value,
        invoice.c.status == InvoiceStatus.POSTED.value,
    )
    .order_by(invoice.c.id, invoice_line.c.position)
)
_CREDITED: Final = (
    select(invoice_line.c.credits_line_id, func.sum(invoice_line.c.base_milli))
    .join_from(invoice_line, invoice)
    .where(
        invoice_line.c.credits_line_id.in_(bindparam("lines_", expanding=True)),
        invoice.c.status == InvoiceStatus.POSTED.value,
    )
    .group_by(invoice_line.c.credits_line_id)
)


Credits = list[tuple[SavedInvoice, list[int]]]


@dataclass(frozen=True, slots=True)
class Claim:
    """So much of a shipment line, base units, was missing or damaged."""

    shipment_line_id: int
    kind: ClaimKind
    quantity_milli: int


@permitted(Permission.CREDIT_NOTE)
def claim_delivery(
    uow: UnitOfWork, *, uuid: str, shipment_id: int, claims: Sequence[Claim], remark: str
) -> tuple[SavedInvoice, ...]:
    """Credit what the customer found missing or damaged; what is not billed yet is billed first.

    A credit note for each invoice the goods stand on, as a rule one. Sent twice it happens once.

    Args:
        uow: the transaction.
        uuid: made by the station.
        shipment_id: what was delivered.
        claims: lines of it.
        remark: what the customer said; it stands on the credit note.

    Raises:
        ClaimEmptyError, ClaimTooMuchError, NotDeliveredError, InvoiceHeldError, CreditReasonError,
        PeriodClosedError: see their sentences.
    """
    shipment = lock_shipment(uow, shipment_id)
    there = _again(uow, uuid)
    if there is not None:
        return there
    if shipment.status not in LEFT_HOUSE:
        raise NotDeliveredError
    lines = {x.id: x for x in shipment_rows(uow, shipment_id)}
    wanted = _wanted(uow, lines, claims)
    _bill_first(uow, uuid, shipment_id, [lines[i] for i in wanted])
    credits_ = _credit(uow, uuid, lines, wanted, remark)
    said = clean_field(remark, field="Remark", limit=200)
    _keep(uow, uuid, shipment_id, claims, said, credits_)
    take_step(
        uow, document_type="shipment", document_id=shipment_id, step="claimed", detail=said,
        payload={
            "number": shipment.number,
            "lines": [[c.shipment_line_id, c.kind.value, c.quantity_milli] for c in claims],
        },
    )  # fmt: skip
    return tuple(note for note, _lines in credits_)


@permitted(Permission.SHIP)
def take_back_goods(
    uow: UnitOfWork, *, uuid: str, shipment_id: int, quantities: Mapping[int, int], reason: str,
    ship_again: bool = False, quarantine: bool = False, credit: bool = True,
) -> tuple[SavedInvoice, ...]:  # fmt: skip
    """Goods of a shipment come back, in part or as a whole, and what was billed of them is credited.

    Args:
        uow: the transaction.
        uuid: made by the station: sent twice it happens once.
        shipment_id: what they left with.
        quantities: base units by shipment line.
        reason: why; kept, and on the credit note.
        ship_again: the customer still wants them; nothing is credited then.
        quarantine: somebody has to look at them before they are sold again.
        credit: write the credit note for what was billed; needs the right for it.

    Raises:
        what return_shipment and credit_invoice raise.
    """
    lock_shipment(uow, shipment_id)
    there = _again(uow, uuid)
    if there is not None:
        return there
    if not quantities:
        raise ClaimEmptyError
    lines = {x.id: x for x in shipment_rows(uow, shipment_id)}
    claims = [Claim(i, ClaimKind.RETURNED, q) for i, q in quantities.items()]
    return_shipment(
        uow, shipment_id=shipment_id, reason=reason, quantities=quantities, ship_again=ship_again,
        to_location_id=_quarantine(uow) if quarantine else None,
    )  # fmt: skip
    billed = {i: min(q, lines[i].invoiced_milli) for i, q in quantities.items()}
    wanted = {} if ship_again or not credit else {i: q for i, q in billed.items() if q > 0}
    credits_ = _credit(uow, uuid, lines, wanted, reason) if wanted else []
    _keep(uow, uuid, shipment_id, claims, clean_field(reason, field="Reason", limit=200), credits_)
    return tuple(note for note, _lines in credits_)


def _keep(
    uow: UnitOfWork, uuid: str, shipment_id: int, claims: Sequence[Claim], said: str, credits_: Credits
) -> None:
    by_line = {line_id: note.invoice_id for note, line_ids in credits_ for line_id in line_ids}
    uow.connection.execute(
        insert(delivery_claim),
        [
            {
                "id": row_id, "uuid": uuid, "shipment_id": shipment_id,
                "shipment_line_id": c.shipment_line_id, "kind": c.kind.value,
                "quantity_milli": c.quantity_milli, "remark": said,
                "credit_note_id": by_line.get(c.shipment_line_id), "at": uow.now,
                "actor_id": uow.actor.user_id,
            }
            for row_id, c in zip(take_ids(len(claims)), claims, strict=True)
        ],
    )  # fmt: skip


def _again(uow: UnitOfWork, uuid: str) -> tuple[SavedInvoice, ...] | None:
    """What the same request made before; None: it did not come before."""
    rows = uow.connection.execute(
        select(delivery_claim.c.credit_note_id, invoice)
        .join_from(delivery_claim, invoice, invoice.c.id == delivery_claim.c.credit_note_id, isouter=True)
        .where(delivery_claim.c.uuid == uuid)
        .order_by(delivery_claim.c.credit_note_id)
    ).all()
    if not rows:
        return None
    notes = {r.credit_note_id: r for r in rows if r.credit_note_id is not None}
    return tuple(saved(r, was_there=True) for r in notes.values())


def _wanted(uow: UnitOfWork, lines: Mapping[int, Row[Any]], claims: Sequence[Claim]) -> dict[int, int]:
    """The claimed quantity by shipment line; never more than was left with the customer unclaimed."""
    before = {
        int(r[0]): int(r[1])
        for r in uow.connection.execute(
            select(delivery_claim.c.shipment_line_id, func.sum(delivery_claim.c.quantity_milli))
            .where(
                delivery_claim.c.shipment_line_id.in_(list(lines)),
                delivery_claim.c.kind != ClaimKind.RETURNED.value,  # these the shipment line knows itself
            )
            .group_by(delivery_claim.c.shipment_line_id)
        )
    }
    wanted: dict[int, int] = {}
    for claim in claims:
        line = lines.get(claim.shipment_line_id)
        left = 0 if line is None else line.quantity_milli - line.returned_milli - before.get(line.id, 0)
        wanted[claim.shipment_line_id] = wanted.get(claim.shipment_line_id, 0) + claim.quantity_milli
        if claim.quantity_milli <= 0 or wanted[claim.shipment_line_id] > left:
            raise ClaimTooMuchError(
                name=line.name if line is not None else "that line", left=milli_to_decimal(left),
                wanted=milli_to_decimal(wanted[claim.shipment_line_id]),
            )  # fmt: skip
    if not wanted:
        raise ClaimEmptyError
    return wanted


def _bill_first(uow: UnitOfWork, uuid: str, shipment_id: int, lines: Sequence[Row[Any]]) -> None:
    if all(x.invoiced_milli + x.returned_milli >= x.quantity_milli for x in lines):
        return
    made = invoice_shipments(uow, uuid=f"{uuid}:b", shipment_ids=[shipment_id])
    if made.status is not InvoiceStatus.POSTED:
        raise InvoiceHeldError(reasons=", ".join(made.holds))


def _credit(
    uow: UnitOfWork, uuid: str, lines: Mapping[int, Row[Any]], wanted: Mapping[int, int], reason: str
) -> Credits:
    """A credit note for each invoice the lines stand on, with the shipment lines it is for."""
    wishes = _wishes(uow, lines, wanted)
    found = []
    for place, (invoice_id, mine) in enumerate(sorted(wishes.items())):
        note = credit_invoice(
            uow, uuid=f"{uuid}:{place}", invoice_id=invoice_id, reason=reason,
            wishes=[wish for _line, wish in mine],
        )  # fmt: skip
        found.append((note, [line_id for line_id, _wish in mine]))
    return found


def _wishes(
    uow: UnitOfWork, lines: Mapping[int, Row[Any]], wanted: Mapping[int, int]
) -> dict[int, list[tuple[int, CreditWish]]]:
    """What is credited of which invoice: the lines of this delivery first, then others of the order line."""
    billed = uow.connection.execute(
        _BILLED, {"lines_": sorted({lines[i].order_line_id for i in wanted})}
    ).all()  # fmt: skip
    credited = {
        int(r[0]): int(r[1]) for r in uow.connection.execute(_CREDITED, {"lines_": [b.id for b in billed]})
    }
    left = {b.id: b.base_milli - credited.get(b.id, 0) for b in billed}
    found: dict[int, list[tuple[int, CreditWish]]] = {}
    for line_id, quantity in wanted.items():
        rest = quantity
        mine = [b for b in billed if b.order_line_id == lines[line_id].order_line_id]
        for b in sorted(mine, key=lambda b: (b.shipment_line_id != line_id, b.id)):
            part = min(rest, left[b.id])
            if part > 0:
                sold = round_half_up(part * b.quantity_milli, b.base_milli)
                found.setdefault(b.bill_id, []).append((line_id, CreditWish(b.id, sold)))
                left[b.id] -= part
                rest -= part
        if rest:
            name = lines[line_id].name
            raise ClaimTooMuchError(
                name=name, left=milli_to_decimal(quantity - rest), wanted=milli_to_decimal(quantity)
            )
    return found


def _quarantine(uow: UnitOfWork) -> int:
    found = uow.connection.execute(
        select(location.c.id).where(location.c.code == _QUARANTINE)
    ).scalar_one_or_none()  # fmt: skip
    if found is not None:
        return int(found)
    return create_location_row(uow, code=_QUARANTINE, name="Quarantine", kind=LocationKind.INTERNAL.value)
