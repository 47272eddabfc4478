"""Quotes: sent in versions, accepted, or lost with a reason."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import Row, update

from app.audit.steps import take_step
from app.db.unit_of_work import UnitOfWork
from app.kernel.canonical import canonical_json
from app.kernel.permission import Permission, permitted
from app.kernel.state import check_transition
from app.kernel.text import clean_field
from app.numbering.operations import take_number
from app.orders.drafts import SavedOrder
from app.orders.operations.entry import saved
from app.orders.refusals import QuoteExpiredError, ReasonNeededError, ValidityPastError
from app.orders.states import ORDER_TRANSITIONS, OrderStatus
from app.orders.store import keep_version, line_rows, lock_order
from app.orders.tables import sales_order
from app.organisation.queries import find_setting, get_company

DAYS_SETTING: Final = "orders.quote_days"
DEFAULT_DAYS: Final = 30
_HEAD: Final = (
    "quote_number", "number", "quote_version", "currency", "discount_hundredths", "customer_reference",
    "requested_on", "valid_until", "net_minor", "tax_minor", "gross_minor", "deposit_minor", "note",
)  # fmt: skip
_LINE: Final = (
    "id", "position", "kind", "product_id", "sku", "name", "unit", "quantity_milli", "unit_price_minor",
    "list_price_minor", "discount_hundredths", "amount_minor", "net_minor", "tax_minor", "gross_minor",
    "ordered_milli", "cancelled_milli", "promised_on",
)  # fmt: skip


def snapshot(row: Row[Any], lines: list[Row[Any]]) -> str:
    """What an order says, as canonical JSON."""
    return canonical_json(
        {
            "head": {name: getattr(row, name) for name in _HEAD},
            "lines": [{name: getattr(x, name) for name in _LINE} for x in lines],
        }
    )


@permitted(Permission.ORDERS)
def send_quote(
    uow: UnitOfWork, *, order_id: int, valid_until: date | None = None, expected_version: int | None = None
) -> SavedOrder:
    """Make a draft a quote, or send the next version of one; what it says is kept.

    Args:
        uow: the transaction.
        order_id: the draft, the quote, or the lost quote that is tried again.
        valid_until: its last day; the shop's number of days when left out.
        expected_version: of the order, as the screen loaded it.

    Raises:
        ValidityPastError, InvalidTransitionError, ChangedElsewhereError: see their sentences.
    """
    row = lock_order(uow, order_id, expected_version)
    check_transition(ORDER_TRANSITIONS, OrderStatus(row.status), OrderStatus.QUOTED)
    today = get_company(uow.connection).day_of(uow.now)
    until = valid_until or _still_good(row.valid_until, today) or today + timedelta(days=_days(uow))
    if until < today:
        raise ValidityPastError(until=until)
    number = (
        row.quote_number or take_number(uow, document_type="quote", scope="Q", fiscal_year=today.year).text
    )
    version = row.quote_version + 1
    values = {
        "status": OrderStatus.QUOTED.value, "quote_number": number, "quote_version": version,
        "valid_until": until, "lost_reason": None, "updated_at": uow.now, "version": row.version + 1,
    }  # fmt: skip
    uow.connection.execute(update(sales_order).where(sales_order.c.id == order_id), values)
    sent = lock_order(uow, order_id)
    keep_version(
        uow, order_id=order_id, kind="quote", reason=f"version {version}",
        payload=snapshot(sent, line_rows(uow.connection, order_id)),
    )  # fmt: skip
    take_step(
        uow, document_type="order", document_id=order_id, step="quoted", detail=f"{number} v{version}",
        payload={"number": number, "version": version, "until": until, "gross_minor": row.gross_minor},
    )  # fmt: skip
    return saved(sent)


def _still_good(until: date | None, today: date) -> date | None:
    return until if until is not None and until >= today else None


def _days(uow: UnitOfWork) -> int:
    found = find_setting(uow.connection, name=DAYS_SETTING)
    return found if isinstance(found, int) else DEFAULT_DAYS


def check_not_expired(row: Row[Any], today: date) -> None:
    """Raise QuoteExpiredError for a quote whose last day is over."""
    sent = row.quote_version > 0 and row.status in (OrderStatus.QUOTED.value, OrderStatus.ACCEPTED.value)
    if sent and row.valid_until is not None and row.valid_until < today:
        raise QuoteExpiredError(until=row.valid_until)


@permitted(Permission.ORDERS)
def accept_quote(
    uow: UnitOfWork, *, order_id: int, customer_reference: str = "", expected_version: int | None = None
) -> SavedOrder:
    """The customer said yes; raises QuoteExpiredError, InvalidTransitionError."""
    row = lock_order(uow, order_id, expected_version)
    if row.status == OrderStatus.ACCEPTED.value:
        return saved(row, was_there=True)
    check_transition(ORDER_TRANSITIONS, OrderStatus(row.status), OrderStatus.ACCEPTED)
    check_not_expired(row, get_company(uow.connection).day_of(uow.now))
    reference = clean_field(customer_reference, field="Reference", limit=200)
    values: dict[str, object] = {
        "status": OrderStatus.ACCEPTED.value, "updated_at": uow.now, "version": row.version + 1,
    }  # fmt: skip
    if reference:
        values["customer_reference"] = reference
    uow.connection.execute(update(sales_order).where(sales_order.c.id == order_id), values)
    take_step(
        uow, document_type="order", document_id=order_id, step="accepted", detail=reference,
        payload={"quote": row.quote_number, "version": row.quote_version},
    )  # fmt: skip
    return saved(lock_order(uow, order_id))


@permitted(Permission.ORDERS)
def lose_quote(
    uow: UnitOfWork, *, order_id: int, reason: str, expected_version: int | None = None
) -> SavedOrder:
    """The customer said no, and why; raises ReasonNeededError, InvalidTransitionError."""
    row = lock_order(uow, order_id, expected_version)
    check_transition(ORDER_TRANSITIONS, OrderStatus(row.status), OrderStatus.LOST)
    why = clean_field(reason, field="Reason", limit=200)
    if not why:
        raise ReasonNeededError
    uow.connection.execute(
        update(sales_order).where(sales_order.c.id == order_id),
        {
            "status": OrderStatus.LOST.value, "lost_reason": why, "updated_at": uow.now,
            "version": row.version + 1,
        },
    )  # fmt: skip
    take_step(
        uow, document_type="order", document_id=order_id, step="lost", detail=why,
        payload={"quote": row.quote_number, "reason": why},
    )  # fmt: skip
    return saved(lock_order(uow, order_id))
