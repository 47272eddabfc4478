"""Changing and cancelling a confirmed order; what it said before is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Row, insert, update

from app.audit.steps import take_step
from app.db.unit_of_work import UnitOfWork
from app.inventory.reservations import all_reservations, free_lines
from app.kernel.ids import next_id
from app.kernel.money import Money
from app.kernel.permission import Permission, permitted
from app.kernel.quantity import milli_to_decimal
from app.kernel.state import InvalidTransitionError, check_transition
from app.kernel.text import clean_field
from app.orders.drafts import LineDraft, OrderHead, SavedOrder
from app.orders.operations.allocate import commit_stock
from app.orders.operations.confirm import order_standing
from app.orders.operations.entry import Priced, head_values, line_values, saved, work_out
from app.orders.operations.quotes import snapshot
from app.orders.refusals import AlreadyMovingError, BelowInvoicedError, ReasonNeededError
from app.orders.states import ORDER_TRANSITIONS, OrderStatus
from app.orders.store import (
    add_to_lines,
    keep_version,
    line_rows,
    lock_order,
    refresh_progress,
)
from app.orders.tables import sales_order, sales_order_line
from app.receivables.operations import CreditLimitError
from app.terms.queries import get_terms
from app.terms.rules import to_home

_PRICE_COLUMNS = (
    "name", "kind", "tax_class_id", "tax_code", "packaging_id", "unit", "pack_milli", "quantity_milli",
    "unit_price_minor", "list_price_minor", "price_source", "discount_hundredths", "amount_minor",
    "net_minor", "tax_minor", "gross_minor", "ordered_milli", "scheduled_on", "assigned_to",
)  # fmt: skip


def _why(reason: str) -> str:
    why = clean_field(reason, field="Reason", limit=200)
    if not why:
        raise ReasonNeededError
    return why


def _busy(line: Row[Any]) -> int:
    """What is picked, packed or gone of a line."""
    return int(line.picking_milli + line.picked_milli + line.packed_milli + line.shipped_milli)


@permitted(Permission.ORDERS)
def amend_order(
    uow: UnitOfWork, *, order_id: int, lines: Sequence[LineDraft], head: OrderHead, reason: str,
    expected_version: int | None = None,
) -> SavedOrder:  # fmt: skip
    """Change a confirmed order: quantities, prices, further lines; the version before is kept.

    Lines bear their `line_id`; one that is left out is cancelled as far as it did not move. Goods
    are committed or freed at once. An order that becomes dearer is held against the limit again.

    Raises:
        ReasonNeededError, AlreadyMovingError, BelowInvoicedError, CreditLimitError,
        InvalidTransitionError, ChangedElsewhereError, and what create_order raises.
    """
    row = lock_order(uow, order_id, expected_version)
    if row.status != OrderStatus.CONFIRMED.value:
        raise InvalidTransitionError(current=row.status, target="amended")
    why = _why(reason)
    before = line_rows(uow.connection, order_id)
    keep_version(uow, order_id=order_id, kind="amendment", reason=why, payload=snapshot(row, before))
    priced = work_out(uow, party_id=row.party_id, lines=lines, head=head, order_id=order_id)
    values = head_values(uow, priced, head)
    _check_credit(uow, row, priced)
    uow.connection.execute(update(sales_order).where(sales_order.c.id == order_id), values)
    _rewrite(uow, order_id, before, priced)
    _free_surplus(uow, row)
    after = line_rows(uow.connection, order_id)
    commit_stock(uow, row=row, lines=after, today=priced.on)
    refresh_progress(uow, order_id, row=row)
    take_step(
        uow, document_type="order", document_id=order_id, step="amended", detail=why,
        payload={"before_minor": row.gross_minor, "after_minor": values["gross_minor"], "reason": why},
    )  # fmt: skip
    return saved(lock_order(uow, order_id))


def _check_credit(uow: UnitOfWork, row: Row[Any], priced: Priced) -> None:
    more = priced.figures.taxed.gross_minor - row.gross_minor
    if more <= 0 or uow.actor.may(Permission.RELEASE_ORDER):
        return
    terms = get_terms(uow.connection, party_id=row.party_id, lock=True)
    standing = order_standing(uow, row, terms, priced.company)
    exposure = standing.exposure_minor - standing.new_minor + to_home(more, row.rate_micro)
    if terms.credit_limit_minor is not None and exposure > terms.credit_limit_minor:
        raise CreditLimitError(
            name=terms.name, limit=Money(terms.credit_limit_minor, priced.company.currency),
            exposure=Money(exposure, priced.company.currency),
        )  # fmt: skip


def _rewrite(uow: UnitOfWork, order_id: int, before: Sequence[Row[Any]], priced: Priced) -> None:
    known = {x.id: x for x in before}
    kept: set[int] = set()
    position = max((x.position for x in before), default=0)
    for index, line in enumerate(priced.lines):
        old = known.get(line.draft.line_id or 0)
        if old is None:
            position += 1
            row = line_values(order_id, next_id(), position, priced, index)
            uow.connection.execute(insert(sales_order_line), row)
            continue
        kept.add(old.id)
        _check_line(old, line.base_milli)
        new = line_values(order_id, old.id, old.position, priced, index)
        uow.connection.execute(
            update(sales_order_line)
            .where(sales_order_line.c.id == old.id)
            .values({name: new[name] for name in _PRICE_COLUMNS})
        )
    for old in before:
        if old.id not in kept:
            _drop_line(uow, old)


def _check_line(old: Row[Any], ordered_milli: int) -> None:
    if ordered_milli < _busy(old) + old.cancelled_milli:
        raise AlreadyMovingError(name=old.name, moving=milli_to_decimal(_busy(old)))
    if ordered_milli < old.invoiced_milli:
        raise BelowInvoicedError(name=old.name, invoiced=milli_to_decimal(old.invoiced_milli))


def _drop_line(uow: UnitOfWork, old: Row[Any]) -> None:
    left = old.ordered_milli - old.cancelled_milli - _busy(old)
    if old.invoiced_milli > old.ordered_milli - old.cancelled_milli - left:
        raise BelowInvoicedError(name=old.name, invoiced=milli_to_decimal(old.invoiced_milli))
    if left:
        add_to_lines(uow, {old.id: {"cancelled_milli": left}})


def _free_surplus(uow: UnitOfWork, row: Row[Any]) -> None:
    """Give back what is committed beyond what is still to leave."""
    lines = {x.id: x for x in line_rows(uow.connection, row.id)}
    surplus: dict[int, int] = {}
    for held in all_reservations(uow.connection, row.id):
        line = lines[held.line_id]
        wanted = line.ordered_milli - line.cancelled_milli - line.shipped_milli
        if held.quantity_milli > wanted:
            surplus[held.line_id] = held.quantity_milli - wanted
    if surplus:
        free_lines(uow, order_id=row.id, quantities=surplus)


@permitted(Permission.CANCEL_ORDER)
def cancel_order(
    uow: UnitOfWork, *, order_id: int, reason: str, quantities: Mapping[int, int] | None = None,
    expected_version: int | None = None,
) -> SavedOrder:  # fmt: skip
    """Cancel an order, or the rest of it, or so much of some lines; committed goods are free again.

    Args:
        uow: the transaction.
        order_id: the quote or order.
        reason: why; kept.
        quantities: base units by line id; everything that has not moved when left out.
        expected_version: of the order, as the screen loaded it.

    Raises:
        ReasonNeededError, AlreadyMovingError, InvalidTransitionError, ChangedElsewhereError.
    """
    row = lock_order(uow, order_id, expected_version)
    why = _why(reason)
    status = OrderStatus(row.status)
    if status is not OrderStatus.CONFIRMED:
        check_transition(ORDER_TRANSITIONS, status, OrderStatus.CANCELLED)
        refresh_progress(
            uow, order_id, row=row, status=OrderStatus.CANCELLED,
            values={"lost_reason": why, "uninvoiced_minor": 0},
        )  # fmt: skip
        take_step(
            uow, document_type="order", document_id=order_id, step="cancelled", detail=why,
            payload={"reason": why},
        )  # fmt: skip
        return saved(lock_order(uow, order_id))
    lines = line_rows(uow.connection, order_id)
    keep_version(uow, order_id=order_id, kind="amendment", reason=why, payload=snapshot(row, lines))
    cancelled = _cancellable(lines, quantities)
    if not cancelled:
        busy = next((x for x in lines if _busy(x)), lines[0])
        raise AlreadyMovingError(name=busy.name, moving=milli_to_decimal(_busy(busy)))
    add_to_lines(uow, {line_id: {"cancelled_milli": q} for line_id, q in cancelled.items()})
    _free_surplus(uow, row)
    final, _progress = refresh_progress(uow, order_id, row=row)
    take_step(
        uow, document_type="order", document_id=order_id,
        step="cancelled" if final is OrderStatus.CANCELLED else "cancelled_rest", detail=why,
        payload={"reason": why, "lines": [[k, v] for k, v in sorted(cancelled.items())]},
    )  # fmt: skip
    return saved(lock_order(uow, order_id))


def _cancellable(lines: Sequence[Row[Any]], quantities: Mapping[int, int] | None) -> dict[int, int]:
    left = {x.id: x.ordered_milli - x.cancelled_milli - max(_busy(x), x.invoiced_milli) for x in lines}
    if quantities is None:
        return {line_id: q for line_id, q in left.items() if q > 0}
    names = {x.id: x for x in lines}
    for line_id, quantity in quantities.items():
        if line_id not in left or not 0 < quantity <= left[line_id]:
            line = names.get(line_id)
            raise AlreadyMovingError(
                name=line.name if line else "That line", moving=milli_to_decimal(_busy(line)) if line else 0
            )
    return dict(quantities)
