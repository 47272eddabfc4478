"""Entering an order and changing it while nothing was promised yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import Row, delete, insert, select, update

from app.audit.steps import take_step
from app.db.prepared import Prepared, run_together
from app.db.unit_of_work import UnitOfWork
from app.inventory.operations import SALES_FLOOR
from app.inventory.queries import location_id as location_by_code
from app.kernel.ids import next_id, take_ids
from app.kernel.money import round_half_up
from app.kernel.permission import Permission, permitted
from app.kernel.state import InvalidTransitionError
from app.kernel.text import clean_field
from app.orders.drafts import LineDraft, OrderHead, SavedOrder
from app.orders.kits import spread_kits
from app.orders.pricing import Buyer, Line, Prices, complete_lines, load_prices, prices_for
from app.orders.refusals import AllowanceTooBigError, DepositTooBigError, OrderConflictError, OrderEmptyError
from app.orders.rules import HUNDRED_PER_CENT, PricedOrder, price_order
from app.orders.states import OrderStatus
from app.orders.store import lock_order
from app.orders.tables import STAGE_FLAGS, sales_order, sales_order_line
from app.organisation.queries import Company, get_company
from app.receivables.operations import CustomerBlockedError
from app.tax.rules import Tax, TaxRounding
from app.terms.queries import Terms, get_terms, rate_on
from app.terms.tax_rules import taxes_for

_INSERT: Final = Prepared(insert(sales_order))
_INSERT_LINES: Final = Prepared(insert(sales_order_line))
EDITABLE: Final = frozenset({OrderStatus.DRAFT, OrderStatus.QUOTED, OrderStatus.ACCEPTED})


@dataclass(frozen=True, slots=True)
class Priced:
    """Everything a head and its lines are written from."""

    company: Company
    terms: Terms
    prices: Prices
    lines: tuple[Line, ...]
    figures: PricedOrder
    on: date
    rate_micro: int
    taxes: dict[int, tuple[Tax, ...]]
    ship_from: int | None = None


def tax_code(taxes: dict[int, tuple[Tax, ...]], tax_class_id: int) -> str:
    """The code of a class's first tax; "" where nothing is due."""
    due = taxes.get(tax_class_id, ())
    return due[0].code if due else ""


def work_out(
    uow: UnitOfWork, *, party_id: int, lines: Sequence[LineDraft], head: OrderHead,
    order_id: int | None = None,
) -> Priced:  # fmt: skip
    """Complete and price the lines of a customer's order as of today."""
    if not lines:
        raise OrderEmptyError
    company = get_company(uow.connection)
    terms = get_terms(uow.connection, party_id=party_id)
    if not terms.active:
        raise CustomerBlockedError
    on = company.day_of(uow.now)
    prices = load_prices(
        uow.connection, buyer=Buyer(party_id, terms.price_list_id, uow.actor.till_id, on, order_id),
        price_list_id=head.price_list_id,
        product_ids=[d.product_id for d in lines if d.product_id is not None],
    )  # fmt: skip
    prices = prices_for(uow.connection, prices, party_id=party_id, on=on)
    rate = rate_on(uow.connection, currency=prices.currency, company_currency=company.currency, on=on)
    entered = complete_lines(uow.connection, drafts=lines, prices=prices, on=on)
    whole = spread_kits(uow.connection, lines=entered, prices=prices, on=on)
    taxes = taxes_for(uow.connection, party_id=party_id, day=on)
    figures = price_order(
        [x.priceable for x in whole], discount_hundredths=head.discount_hundredths,
        includes_tax=prices.includes_tax, taxes=taxes,
        rounding=TaxRounding(company.tax_rounding),
    )  # fmt: skip
    if figures.taxed.gross_minor < 0:
        raise AllowanceTooBigError
    return Priced(company, terms, prices, tuple(whole), figures, on, rate, taxes, head.ship_from)


@permitted(Permission.ORDERS)
def create_order(
    uow: UnitOfWork, *, uuid: str, party_id: int, lines: Sequence[LineDraft], head: OrderHead = OrderHead()  # noqa: B008 - frozen
) -> SavedOrder:  # fmt: skip
    """A draft of a quote or order, priced; the UUID is its identity: sent again it is the same one.

    Raises:
        OrderEmptyError, OrderQuantityError, UnknownUnitError, UnknownProductError, NoPriceError,
        CustomerBlockedError, DepositTooBigError, OrderConflictError: see their sentences.
    """
    there = uow.connection.execute(select(sales_order).where(sales_order.c.uuid == uuid)).one_or_none()
    if there is not None:
        if there.party_id != party_id:
            raise OrderConflictError(number=there.number or there.quote_number or "-")
        return saved(there, was_there=True)
    priced = work_out(uow, party_id=party_id, lines=lines, head=head)
    order_id = next_id()
    row: dict[str, object] = {
        "id": order_id, "uuid": uuid, "quote_number": None, "number": None, "quote_version": 0,
        "status": OrderStatus.DRAFT.value, "ordered_on": None, "lost_reason": None,
        "ready_at": None,
        "allocation": "none", "shipment": "none", "invoicing": "none", "payment": "none",
        "created_at": uow.now, "created_by": uow.actor.user_id, "version": 1,
        **dict.fromkeys(STAGE_FLAGS, False),
        "location_id": head.ship_from or head.location_id
        or location_by_code(uow.connection, code=SALES_FLOOR),
        "party_id": party_id, **head_values(uow, priced, head),
    }  # fmt: skip
    run_together(uow.connection, [(_INSERT, row), (_INSERT_LINES, _line_rows(order_id, priced))])
    take_step(
        uow, document_type="order", document_id=order_id, step="created",
        payload={"uuid": uuid, "party": party_id, "gross_minor": row["gross_minor"], "lines": len(lines)},
    )  # fmt: skip
    return SavedOrder(order_id, OrderStatus.DRAFT, None, None, priced.figures.taxed.gross_minor, 1)


@permitted(Permission.ORDERS)
def change_order(
    uow: UnitOfWork, *, order_id: int, lines: Sequence[LineDraft], head: OrderHead,
    expected_version: int | None = None,
) -> SavedOrder:  # fmt: skip
    """Other lines or another head while it is a draft or a quote; a sent quote needs a new version.

    A changed quote is a draft again until it is sent (send_quote keeps the old version).

    Raises:
        as create_order; InvalidTransitionError: it is an order already (use amend_order).
    """
    row = lock_order(uow, order_id, expected_version)
    if OrderStatus(row.status) not in EDITABLE:
        raise InvalidTransitionError(current=row.status, target="changed")
    priced = work_out(uow, party_id=row.party_id, lines=lines, head=head)
    values = {
        **head_values(uow, priced, head), "status": OrderStatus.DRAFT.value, "version": row.version + 1,
        "location_id": head.ship_from or row.location_id,
    }  # fmt: skip
    uow.connection.execute(update(sales_order).where(sales_order.c.id == order_id), values)
    uow.connection.execute(delete(sales_order_line).where(sales_order_line.c.order_id == order_id))
    write_lines(uow, order_id, priced)
    take_step(
        uow, document_type="order", document_id=order_id, step="changed",
        payload={"gross_minor": values["gross_minor"], "lines": len(lines)},
    )  # fmt: skip
    return SavedOrder(
        order_id, OrderStatus.DRAFT, row.number, row.quote_number, priced.figures.taxed.gross_minor,
        row.version + 1,
    )  # fmt: skip


def head_values(uow: UnitOfWork, priced: Priced, head: OrderHead) -> dict[str, object]:
    """The columns of the head that follow from what was entered and agreed."""
    terms, figures = priced.terms, priced.figures.taxed
    blocks = terms.deposit_blocks if head.deposit_blocks is None else head.deposit_blocks
    return {
        "billing_address_id": head.billing_address_id, "delivery_address_id": head.delivery_address_id,
        "customer_reference": clean_field(head.customer_reference, field="Reference", limit=200),
        "currency": priced.prices.currency, "rate_micro": priced.rate_micro,
        "price_list_id": head.price_list_id,
        "payment_term_id": head.payment_term_id or terms.payment_term_id,
        "includes_tax": priced.prices.includes_tax, "discount_hundredths": head.discount_hundredths,
        "ship_policy": (head.ship_policy or terms.ship_policy).value,
        "invoice_policy": (head.invoice_policy or terms.invoice_policy).value,
        "deposit_minor": _deposit(head, terms, figures.gross_minor), "deposit_blocks": blocks,
        "pickup": head.pickup,
        "requested_on": head.requested_on, "valid_until": head.valid_until,
        "note": clean_field(head.note, field="Note", limit=2000),
        "net_minor": figures.net_minor, "tax_minor": figures.tax_minor,
        "gross_minor": figures.gross_minor, "uninvoiced_minor": figures.gross_minor,
        "updated_at": uow.now,
    }  # fmt: skip


def _deposit(head: OrderHead, terms: Terms, gross_minor: int) -> int:
    if head.deposit_minor is not None:
        if not 0 <= head.deposit_minor <= gross_minor:
            raise DepositTooBigError
        return head.deposit_minor
    share = terms.deposit_hundredths if head.deposit_hundredths is None else head.deposit_hundredths
    if not 0 <= share <= HUNDRED_PER_CENT:
        raise DepositTooBigError
    return round_half_up(gross_minor * share, HUNDRED_PER_CENT)


def write_lines(uow: UnitOfWork, order_id: int, priced: Priced) -> None:
    """The lines of a draft."""
    _INSERT_LINES.run(uow.connection, _line_rows(order_id, priced))


def _line_rows(order_id: int, priced: Priced) -> list[dict[str, object]]:
    ids = take_ids(len(priced.lines))
    return [line_values(order_id, ids[i], i + 1, priced, i) for i in range(len(priced.lines))]


def line_values(order_id: int, line_id: int, position: int, priced: Priced, index: int) -> dict[str, object]:
    """The columns of one line, nothing of which has happened yet."""
    line, tax = priced.lines[index], priced.figures.taxed.lines[index]
    return {
        "id": line_id, "order_id": order_id, "position": position, "kind": line.kind.value,
        "product_id": line.draft.product_id, "packaging_id": line.draft.packaging_id, "sku": line.sku,
        "name": line.name, "unit": line.unit, "pack_milli": line.pack_milli,
        "quantity_milli": line.draft.quantity_milli, "unit_price_minor": line.unit_price_minor,
        "list_price_minor": line.list_price_minor, "price_source": line.price_source,
        "discount_hundredths": line.draft.discount_hundredths, "tax_class_id": line.tax_class_id,
        "amount_minor": priced.figures.amounts[index], "net_minor": tax.net_minor,
        "tax_minor": tax.tax_minor, "gross_minor": tax.gross_minor, "promised_on": None,
        "first_promised_key": line_id, "ordered_milli": line.base_milli, "cancelled_milli": 0,
        "picking_milli": 0, "picked_milli": 0, "packed_milli": 0, "shipped_milli": 0, "returned_milli": 0,
        "invoiced_milli": 0, "credited_milli": 0, "deferred_milli": 0, "deferred_minor": 0,
        "tax_code": tax_code(priced.taxes, line.tax_class_id), "assigned_to": line.draft.assigned_to,
        "scheduled_on": line.draft.scheduled_on, "done_note": None,
        "kit_id": line.draft.kit_id, "over_milli": None, "surplus_of": None, "location_id": priced.ship_from,
    }  # fmt: skip


def saved(row: Row[Any], *, was_there: bool = False) -> SavedOrder:
    """What an order's row says, as the answer of an operation."""
    return SavedOrder(
        row.id, OrderStatus(row.status), row.number, row.quote_number, row.gross_minor, row.version,
        backordered=bool(row.to_allocate), was_there=was_there,
    )  # fmt: skip
