"""Which tax a part of an open item bears, and which discount was agreed for paying it early."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import Connection, Row, select

from app.collections.rules import WHOLE, TaxGroup
from app.invoicing.tables import invoice, invoice_tax
from app.kernel.money import round_half_up
from app.receivables.tables import open_item
from app.terms.tables import party_terms, payment_term

_TAXED: Final = ("invoice", "prepayment")


def tax_groups(connection: Connection, item: Row[Any]) -> list[TaxGroup]:
    """The rates of the document an item came from; nothing where the document is not an invoice of ours."""
    if item.document_type not in _TAXED:
        return []
    rows = connection.execute(
        select(invoice_tax)
        .where(invoice_tax.c.invoice_id == item.document_id)
        .order_by(invoice_tax.c.code, invoice_tax.c.rate)
    )
    found = [TaxGroup(r.code, r.rate, r.base_minor, r.tax_minor) for r in rows]
    net = connection.execute(
        select(invoice.c.net_minor).where(invoice.c.id == item.document_id)
    ).scalar_one_or_none()
    untaxed = int(net or 0) - sum(g.base_minor for g in found)
    return [*found, TaxGroup("", 0, untaxed, 0)] if untaxed > 0 else found


@dataclass(frozen=True, slots=True)
class EarlyDiscount:
    """What may be taken off an item for paying early, and until when."""

    item_id: int
    amount_minor: int
    until: date


def early_discount(connection: Connection, *, item_id: int) -> EarlyDiscount | None:
    """The discount that was agreed for an item: its invoice's term, else the customer's; None: none."""
    row = connection.execute(
        select(open_item, invoice.c.payment_term_id, party_terms.c.payment_term_id.label("of_party"))
        .select_from(
            open_item.outerjoin(
                invoice, (invoice.c.id == open_item.c.document_id) & (invoice.c.kind == "invoice")
            ).outerjoin(party_terms, party_terms.c.party_id == open_item.c.party_id)
        )
        .where(open_item.c.id == item_id, open_item.c.amount_minor > 0)
    ).one_or_none()
    if row is None:
        return None
    term = connection.execute(
        select(payment_term).where(
            payment_term.c.id == (row.payment_term_id or row.of_party), payment_term.c.discount_hundredths > 0
        )
    ).one_or_none()
    if term is None:
        return None
    return EarlyDiscount(
        item_id, round_half_up(row.amount_minor * term.discount_hundredths, WHOLE),
        row.date + timedelta(days=term.discount_days),
    )  # fmt: skip
