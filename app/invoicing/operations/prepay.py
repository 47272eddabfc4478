"""Down payments: asked for by an invoice of their own, deducted on the last one."""

from __future__ import annotations

from dataclasses import replace

from app.db.unit_of_work import UnitOfWork
from app.invoicing.operations.drafts import head_of, with_tax
from app.invoicing.operations.post import post_invoice
from app.invoicing.refusals import DepositAmountError
from app.invoicing.rules import BillLine
from app.invoicing.states import InvoiceKind, InvoiceStatus
from app.invoicing.store import SavedInvoice, by_uuid, write_draft
from app.kernel.money import Money, split_by_weight
from app.kernel.permission import Permission, permitted
from app.orders.store import line_rows, lock_order
from app.organisation.queries import get_company
from app.terms.tax_rules import taxes_for


@permitted(Permission.INVOICE)
def invoice_deposit(
    uow: UnitOfWork, *, uuid: str, order_id: int, amount_minor: int | None = None
) -> SavedInvoice:
    """Ask for a down payment, gross: the order's own, or another amount. Posted at once.

    The amount is spread over the order's tax rates by what each comes to, so that the tax charged in
    advance is the tax that is taken off later.

    Raises:
        DepositAmountError: nothing, or more than the order comes to.
    """
    there = by_uuid(uow, uuid)
    if there is not None:
        if there.status is InvoiceStatus.POSTED:
            return there
        return post_invoice(uow, invoice_id=there.invoice_id)
    order = lock_order(uow, order_id)
    amount = order.deposit_minor if amount_minor is None else amount_minor
    if not 0 < amount <= order.gross_minor:
        raise DepositAmountError(most=Money(order.gross_minor, order.currency))
    company = get_company(uow.connection)
    on = company.day_of(uow.now)
    groups: dict[int, list[int]] = {}
    for x in line_rows(uow.connection, order_id):
        found = groups.setdefault(x.tax_class_id, [0, 0])
        found[0] += x.gross_minor
    grosses = split_by_weight(amount, [max(g[0], 0) for g in groups.values()])
    lines = [
        BillLine(
            name=f"Down payment for order {order.number or order.quote_number or ''}".strip(), sku="",
            unit="pc", quantity_milli=1000, base_milli=1000, unit_price_minor=gross, amount_minor=gross,
            tax_class_id=tax_class, order_id=order_id,
        )
        for tax_class, gross in zip(groups, grosses, strict=True)
        if gross
    ]  # fmt: skip
    taxes = taxes_for(uow.connection, party_id=order.party_id, day=on)
    # the amount asked for is gross, whatever the order's prices are
    whole, totals = with_tax(lines, company=company, includes_tax=True, taxes=taxes)
    head = head_of(
        uow, order, uuid=uuid, kind=InvoiceKind.PREPAYMENT, company=company, on=on, order_ids=[order_id]
    )
    draft = write_draft(uow, replace(head, includes_tax=True, payment_term_id=None), whole, totals)
    return post_invoice(uow, invoice_id=draft.invoice_id)
