"""Layaways that nobody finished paying: listed by their last day, reminded of, forfeited."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from uuid import UUID, uuid5

from sqlalchemy import Connection, func, select

from app.audit.operations import note
from app.db.unit_of_work import UnitOfWork
from app.invoicing.operations.credit import credit_invoice
from app.invoicing.operations.drafts import head_of, with_tax
from app.invoicing.operations.post import post_invoice
from app.invoicing.rules import BillLine
from app.invoicing.states import InvoiceKind, InvoiceStatus
from app.invoicing.store import SavedInvoice, write_draft
from app.invoicing.tables import invoice
from app.kernel.money import round_half_up
from app.kernel.permission import Permission, permitted
from app.kernel.refusal import Refusal
from app.orders.operations.amend import cancel_order
from app.orders.states import OrderStatus
from app.orders.store import line_rows, lock_order
from app.orders.tables import order_document, sales_order
from app.organisation.queries import get_company, list_settings
from app.parties.tables import party
from app.receivables.items import apply_credit
from app.receivables.queries import items_of
from app.receivables.rules import Part
from app.receivables.tables import open_item
from app.terms.tax_rules import taxes_for

DAYS_SETTING: Final = "layaway.days"
FEE_SETTING: Final = "layaway.fee_hundredths"
USUAL_DAYS: Final = 90
_WHOLE: Final = 10_000  # hundredths of a per cent


class NoLayawayError(Refusal):
    """An order of another kind, or one that is over."""

    message = "Only a layaway that is not finished can be forfeited."


@dataclass(frozen=True, slots=True)
class LayawayPolicy:
    """How long goods are kept, and what is kept of the money.

    Attributes:
        days: until when it must be paid; 0: for ever.
        fee_hundredths: hundredths of a per cent of the whole that are kept when it is forfeited.
    """

    days: int = USUAL_DAYS
    fee_hundredths: int = 0


@dataclass(frozen=True, slots=True)
class LayawayRow:
    """A layaway that is not paid in full; amounts in minor units of its currency."""

    order_id: int
    number: str
    party_id: int
    customer: str
    deadline: date | None
    gross_minor: int
    open_minor: int
    invoice_id: int  # of the down payment

    @property
    def paid_minor(self) -> int:
        """What was paid of it."""
        return self.gross_minor - self.open_minor

    def is_late(self, on: date) -> bool:
        """Whether its last day is over."""
        return self.deadline is not None and self.deadline < on


@dataclass(frozen=True, slots=True)
class Forfeited:
    """What became of the money: a fee is kept, the rest is the customer's credit."""

    fee_minor: int
    credit_minor: int


def layaway_policy(settings: Mapping[str, object]) -> LayawayPolicy:
    """The policy as it is kept."""
    days, fee = settings.get(DAYS_SETTING), settings.get(FEE_SETTING)
    return LayawayPolicy(days if isinstance(days, int) else USUAL_DAYS, fee if isinstance(fee, int) else 0)


_IS_LAYAWAY: Final = (
    sales_order.c.pickup, sales_order.c.deposit_blocks,
    sales_order.c.deposit_minor == sales_order.c.gross_minor,
    sales_order.c.status == OrderStatus.CONFIRMED.value,
)  # fmt: skip


def list_layaways(connection: Connection) -> list[LayawayRow]:
    """Layaways with something left to pay, the one whose last day comes first on top."""
    left = func.sum(open_item.c.open_minor)
    rows = connection.execute(
        select(
            sales_order.c.id, sales_order.c.number, party.c.id, party.c.name, sales_order.c.valid_until,
            sales_order.c.gross_minor, left, invoice.c.id,
        )
        .join(party, party.c.id == sales_order.c.party_id)
        .join(order_document, order_document.c.order_id == sales_order.c.id)
        .join(invoice, invoice.c.id == order_document.c.document_id)
        .join(open_item, open_item.c.document_id == invoice.c.id)
        .where(
            *_IS_LAYAWAY, invoice.c.kind == InvoiceKind.PREPAYMENT.value,
            invoice.c.status == InvoiceStatus.POSTED.value,
        )
        .group_by(
            sales_order.c.id, sales_order.c.number, party.c.id, party.c.name, sales_order.c.valid_until,
            sales_order.c.gross_minor, invoice.c.id,
        )
        .having(left > 0)
    )  # fmt: skip
    found = [LayawayRow(*r[:6], int(r[6]), r[7]) for r in rows]
    return sorted(found, key=lambda x: (x.deadline or date.max, x.order_id))


@permitted(Permission.CANCEL_ORDER)
def forfeit_layaway(uow: UnitOfWork, *, uuid: str, order_id: int, reason: str) -> Forfeited:
    """End a layaway: its goods are free, a fee by the policy is kept, the rest is the customer's credit.

    The down payment is credited as a whole; the fee is billed, with the tax of the goods, and paid out of
    the credit. What is left is offered at the till, or paid back in the office.

    Args:
        uow: the transaction.
        uuid: made by the station: sent twice it is one.
        order_id: the layaway.
        reason: why; kept, and on the credit note.

    Raises:
        NoLayawayError, and what cancel_order and credit_invoice refuse.
    """
    row = next((x for x in list_layaways(uow.connection) if x.order_id == order_id), None)
    if row is None:
        raise NoLayawayError
    company = get_company(uow.connection)
    on = company.day_of(uow.now)
    credited = credit_invoice(
        uow, uuid=_derived(uuid, "credit"), invoice_id=row.invoice_id, reason=reason, bill_again=True
    )
    policy = layaway_policy(list_settings(uow.connection))
    fee = min(round_half_up(row.gross_minor * policy.fee_hundredths, _WHOLE), row.paid_minor)
    if fee:
        billed = _bill_fee(uow, _derived(uuid, "fee"), order_id, fee)
        _pay_fee(uow, credited, billed, on, company.currency)
    cancel_order(uow, order_id=order_id, reason=reason)
    note(
        uow, kind="layaway.forfeited", document_type="order", document_id=order_id,
        payload={"fee_minor": fee, "credit_minor": row.paid_minor - fee, "reason": reason},
    )  # fmt: skip
    return Forfeited(fee, row.paid_minor - fee)


def _derived(uuid: str, what: str) -> str:
    return str(uuid5(UUID(uuid), what))


def _bill_fee(uow: UnitOfWork, uuid: str, order_id: int, fee_minor: int) -> SavedInvoice:
    """The fee as an invoice of its own, gross, at the tax of the goods (ECJ C-295/17)."""
    order = lock_order(uow, order_id)
    company = get_company(uow.connection)
    on = company.day_of(uow.now)
    tax_class = line_rows(uow.connection, order_id)[0].tax_class_id
    line = BillLine(
        name=f"Cancellation fee for order {order.number or ''}".strip(), sku="", unit="pc",
        quantity_milli=1000, base_milli=1000, unit_price_minor=fee_minor, amount_minor=fee_minor,
        tax_class_id=tax_class,
    )  # fmt: skip
    taxes = taxes_for(uow.connection, party_id=order.party_id, day=on)
    whole, totals = with_tax([line], company=company, includes_tax=True, taxes=taxes)
    head = head_of(uow, order, uuid=uuid, kind=InvoiceKind.INVOICE, company=company, on=on, order_ids=[])
    draft = write_draft(
        uow, replace(head, includes_tax=True, payment_term_id=None, delivered_on=on), whole, totals
    )
    return post_invoice(uow, invoice_id=draft.invoice_id)


def _pay_fee(uow: UnitOfWork, credited: SavedInvoice, billed: SavedInvoice, on: date, currency: str) -> None:
    credit = items_of(uow.connection, document_type=credited.kind.value, document_id=credited.invoice_id)
    owed = items_of(uow.connection, document_type=billed.kind.value, document_id=billed.invoice_id)
    apply_credit(
        uow, credit_item_id=credit[0].id, parts=[Part(x.id, x.open_minor) for x in owed], business_date=on,
        currency=currency,
    )  # fmt: skip
