"""Draft and posting in one step: what is done every day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from app.db.unit_of_work import UnitOfWork
from app.invoicing.operations.drafts import draft_from_order, draft_from_shipments
from app.invoicing.operations.post import post_invoice
from app.invoicing.states import InvoiceStatus
from app.invoicing.store import SavedInvoice
from app.kernel.permission import Permission, permitted


@permitted(Permission.INVOICE)
def invoice_shipments(
    uow: UnitOfWork, *, uuid: str, shipment_ids: Sequence[int], on: date | None = None,
    order_ids: Sequence[int] = (), period: tuple[date, date] | None = None,
) -> SavedInvoice:  # fmt: skip
    """Bill and post what left; it is held where it does not agree. Sent twice it is one invoice."""
    draft = draft_from_shipments(
        uow, uuid=uuid, shipment_ids=shipment_ids, order_ids=order_ids, period=period
    )
    if draft.was_there and draft.status is InvoiceStatus.POSTED:
        return draft
    return post_invoice(uow, invoice_id=draft.invoice_id, on=on)


@permitted(Permission.INVOICE)
def invoice_order(uow: UnitOfWork, *, uuid: str, order_id: int, on: date | None = None) -> SavedInvoice:
    """Bill and post what an order has to be billed by its policy."""
    draft = draft_from_order(uow, uuid=uuid, order_id=order_id)
    if draft.was_there and draft.status is InvoiceStatus.POSTED:
        return draft
    return post_invoice(uow, invoice_id=draft.invoice_id, on=on)
