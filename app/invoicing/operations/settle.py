"""Payments as the screens record them: the orders of what was paid follow in the same transaction."""

from __future__ import annotations

from collections.abc import Sequence

from app.db.unit_of_work import UnitOfWork
from app.kernel.permission import Permission, permitted
from app.orders.operations.progress import refresh_orders_of
from app.payments.customers import (
    PaymentDraft,
    SavedPayment,
    apply_credit_item,
    receive_payment,
    reverse_payment,
    undo_application,
)
from app.receivables.rules import Part


@permitted(Permission.RECEIVE_PAYMENT)
def record_payment(
    uow: UnitOfWork, *, uuid: str, draft: PaymentDraft, parts: Sequence[Part] | None = None
) -> SavedPayment:
    """receive_payment, and the orders close where everything is shipped, billed and paid."""
    saved = receive_payment(uow, uuid=uuid, draft=draft, parts=parts)
    refresh_orders_of(uow, document_ids=saved.document_ids)
    return saved


@permitted(Permission.RECEIVE_PAYMENT)
def apply_to_items(
    uow: UnitOfWork, *, credit_item_id: int, parts: Sequence[Part] | None = None
) -> tuple[int, ...]:
    """apply_credit_item, and the orders follow."""
    touched = apply_credit_item(uow, credit_item_id=credit_item_id, parts=parts)
    refresh_orders_of(uow, document_ids=touched)
    return touched


@permitted(Permission.UNDO_PAYMENT)
def undo_payment_application(
    uow: UnitOfWork, *, allocation_ids: Sequence[int], reason: str
) -> tuple[int, ...]:
    """undo_application, and closed orders open again."""
    touched = undo_application(uow, allocation_ids=allocation_ids, reason=reason)
    refresh_orders_of(uow, document_ids=touched)
    return touched


@permitted(Permission.UNDO_PAYMENT)
def take_back_payment(uow: UnitOfWork, *, payment_id: int, reason: str) -> SavedPayment:
    """reverse_payment, and closed orders open again."""
    saved = reverse_payment(uow, payment_id=payment_id, reason=reason)
    refresh_orders_of(uow, document_ids=saved.document_ids)
    return saved
