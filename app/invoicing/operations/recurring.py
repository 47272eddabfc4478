"""Billing again and again: an invoice of services is the pattern, each period is billed once, in advance."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import Row, insert, select, update

from app.audit.steps import take_step
from app.catalog.states import ProductKind
from app.catalog.tables import product
from app.db.unit_of_work import UnitOfWork
from app.invoicing.operations.drafts import with_tax
from app.invoicing.operations.post import post_invoice
from app.invoicing.rules import BillLine
from app.invoicing.states import InvoiceKind, InvoiceStatus
from app.invoicing.store import (
    InvoiceHead,
    SavedInvoice,
    invoice_lines,
    invoice_row,
    lock_invoice,
    write_draft,
)
from app.invoicing.tables import recurring_invoice, recurring_period
from app.kernel.ids import next_id
from app.kernel.permission import Permission, permitted
from app.kernel.quantity import extend
from app.kernel.refusal import Refusal
from app.organisation.queries import get_company
from app.terms.queries import postal_address, rate_on
from app.terms.rules import add_months
from app.terms.tax_rules import taxes_for

PERIODS: Final = (1, 3, 6, 12)  # months


class NotRepeatableError(Refusal):
    """A draft, a credit note, a down payment."""

    message = "Only a posted invoice can be repeated. {number} is none; choose another one."


class GoodsRepeatedError(Refusal):
    """Goods are billed from what was shipped."""

    message = "“{name}” is goods, which are billed when they are shipped. Repeat an invoice of services."


class RepeatDaysError(Refusal):
    """It would never begin."""

    message = "The last day ({last}) is before the first ({first}). Correct the days."


class NoSuchRecurringError(Refusal):
    """Not there."""

    message = "That recurring invoice is not there any more. Read the list again."


@dataclass(frozen=True, slots=True)
class Repeated:
    """What repeating gives back."""

    recurring_id: int
    next_on: date


@permitted(Permission.INVOICE)
def repeat_invoice(
    uow: UnitOfWork, *, invoice_id: int, months: int, first: date, last: date | None = None
) -> Repeated:
    """Bill the lines of a posted invoice again, period by period.

    Args:
        uow: the transaction.
        invoice_id: the pattern: customer, lines, prices and payment term are its own.
        months: of a period, 1 to 120.
        first: the first day of the first period that is billed by it.
        last: no period begins after it; None: until it is stopped.

    Raises:
        NotRepeatableError, GoodsRepeatedError, RepeatDaysError: see their sentences.
    """
    row = lock_invoice(uow, invoice_id)
    if row.status != InvoiceStatus.POSTED.value or row.kind != InvoiceKind.INVOICE.value:
        raise NotRepeatableError(number=row.number or "This draft")
    if last is not None and last < first:
        raise RepeatDaysError(first=first, last=last)
    _only_services(uow, invoice_lines(uow.connection, invoice_id))
    recurring_id = next_id()
    uow.connection.execute(
        insert(recurring_invoice),
        {
            "id": recurring_id, "pattern_id": invoice_id, "months": months, "day_of_month": first.day,
            "next_on": first, "last_on": last, "active": True, "created_at": uow.now,
            "created_by": uow.actor.user_id, "version": 1,
        },
    )  # fmt: skip
    take_step(
        uow, document_type=row.kind, document_id=invoice_id, step="repeated", detail=str(first),
        payload={"recurring": recurring_id, "months": months, "first": first, "last": last},
    )  # fmt: skip
    return Repeated(recurring_id, first)


def _only_services(uow: UnitOfWork, lines: list[Row[Any]]) -> None:
    ids = [x.product_id for x in lines if x.product_id is not None]
    rows = uow.connection.execute(select(product.c.id, product.c.kind).where(product.c.id.in_(ids)))
    kinds = {r.id: r.kind for r in rows}
    for x in lines:
        if x.product_id is not None and kinds.get(x.product_id) != ProductKind.SERVICE.value:
            raise GoodsRepeatedError(name=x.name)


@permitted(Permission.INVOICE)
def stop_recurring(uow: UnitOfWork, *, recurring_id: int) -> None:
    """Bill no further period; what was billed stays. Raises NoSuchRecurringError."""
    row = _lock(uow, recurring_id)
    _save(uow, row, active=False)
    take_step(
        uow, document_type=InvoiceKind.INVOICE.value, document_id=row.pattern_id, step="repeat_stopped",
        payload={"recurring": recurring_id},
    )  # fmt: skip


@permitted(Permission.INVOICE)
def bill_recurring(uow: UnitOfWork) -> list[SavedInvoice]:
    """Bill every period that has begun, the oldest first, posted with today's date; each of them once.

    All of it or nothing: what refuses one invoice (a closed period, a customer without a country) is told,
    and none is written.
    """
    today = get_company(uow.connection).day_of(uow.now)
    due = uow.connection.execute(
        select(recurring_invoice.c.id)
        .where(recurring_invoice.c.active, recurring_invoice.c.next_on <= today)
        .order_by(recurring_invoice.c.next_on, recurring_invoice.c.id)
    ).scalars()
    made: list[SavedInvoice] = []
    for recurring_id in list(due):
        row = _lock(uow, recurring_id)
        while row.active and row.next_on <= today:
            made.append(_bill_period(uow, row, today))
            row = _lock(uow, recurring_id)
    return made


def _bill_period(uow: UnitOfWork, row: Row[Any], today: date) -> SavedInvoice:
    pattern = invoice_row(uow.connection, row.pattern_id)
    following = _following(row)
    company = get_company(uow.connection)
    lines, totals = with_tax(
        [_line(x) for x in invoice_lines(uow.connection, row.pattern_id)], company=company,
        includes_tax=pattern.includes_tax,
        taxes=taxes_for(uow.connection, party_id=pattern.party_id, day=row.next_on),
    )  # fmt: skip
    head = InvoiceHead(
        uuid=f"recurring:{row.id}:{row.next_on}", kind=InvoiceKind.INVOICE, party_id=pattern.party_id,
        bill_to=_bill_to(uow, pattern), currency=pattern.currency,
        rate_micro=rate_on(
            uow.connection, currency=pattern.currency, company_currency=company.currency, on=today
        ),
        includes_tax=pattern.includes_tax, payment_term_id=pattern.payment_term_id,
        customer_reference=pattern.customer_reference, language=pattern.language,
        period_from=row.next_on, period_to=following - timedelta(days=1),
    )  # fmt: skip
    draft = write_draft(uow, head, lines, totals)
    done = post_invoice(uow, invoice_id=draft.invoice_id)
    uow.connection.execute(
        insert(recurring_period),
        {"recurring_id": row.id, "period_from": row.next_on, "invoice_id": done.invoice_id},
    )
    ended = row.last_on is not None and following > row.last_on
    _save(uow, row, next_on=following, active=not ended)
    return done


def _line(x: Row[Any]) -> BillLine:
    """The line at its price, with the amount that its discount left."""
    whole = extend(x.unit_price_minor, x.quantity_milli)
    return BillLine(
        name=x.name, sku=x.sku, unit=x.unit, quantity_milli=x.quantity_milli, base_milli=x.base_milli,
        unit_price_minor=x.unit_price_minor, amount_minor=min(x.amount_minor, whole),
        tax_class_id=x.tax_class_id, product_id=x.product_id,
    )  # fmt: skip


def _bill_to(uow: UnitOfWork, pattern: Row[Any]) -> dict[str, str]:
    """Where he is billed today; where he has no address of his own any more, as it was."""
    found = postal_address(uow.connection, party_id=pattern.party_id, kind="billing")
    return found if found["country"] else dict(json.loads(pattern.bill_to))


def _following(row: Row[Any]) -> date:
    """The first day of the next period: the same day of the month, the last of a shorter one."""
    month = add_months(row.next_on.replace(day=1), row.months)
    last = add_months(month, 1) - timedelta(days=1)
    return month.replace(day=min(row.day_of_month, last.day))


def _lock(uow: UnitOfWork, recurring_id: int) -> Row[Any]:
    row = uow.connection.execute(
        select(recurring_invoice).where(recurring_invoice.c.id == recurring_id).with_for_update()
    ).one_or_none()
    if row is None:
        raise NoSuchRecurringError
    return row


def _save(uow: UnitOfWork, row: Row[Any], **values: Any) -> None:
    uow.connection.execute(
        update(recurring_invoice)
        .where(recurring_invoice.c.id == row.id)
        .values(version=row.version + 1, **values)
    )
