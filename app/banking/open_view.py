"""What the matching looks at, read from the database: claims, payers, aliases, advices."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import Connection, Row, func, select

from app.banking.matching.index import Index
from app.banking.matching.model import Advice, Claim, Facts, Known, Limits, Payer, Share
from app.banking.queries import LineRow
from app.banking.states import AliasKind, RunStatus
from app.banking.tables import (
    debit_run,
    debit_run_line,
    payer_alias,
    remittance_advice,
    remittance_advice_line,
)
from app.collections.rules import WHOLE
from app.collections.settings import load_settings
from app.collections.states import DisputeStatus
from app.collections.tables import dispute
from app.invoicing.tables import invoice
from app.kernel.money import round_half_up
from app.orders.tables import sales_order
from app.organisation.queries import find_setting, get_company
from app.parties.tables import party
from app.receivables.queries import IS_OPEN
from app.receivables.tables import open_item
from app.terms.tables import party_terms, payment_term

FEE_SETTING: Final = "bank.fee_limit_minor"
_PAID_DAYS: Final = 200
_PAID_MOST: Final = 20_000


def load_limits(connection: Connection) -> Limits:
    """How much may be let go; tolerance and grace are those of the receivables."""
    settings = load_settings(connection)
    fee = find_setting(connection, name=FEE_SETTING)
    return Limits(
        fee if isinstance(fee, int) else Limits().fee_minor, settings.tolerance_minor,
        settings.discount_grace_days,
    )  # fmt: skip


def load_index(connection: Connection, *, currency: str, on: date) -> Index:
    """Everything open in a currency, ready to be looked up."""
    home = get_company(connection).currency
    kept = None if currency == home else currency
    disputed = {
        int(r.open_item_id)
        for r in connection.execute(
            select(dispute.c.open_item_id).where(dispute.c.status == DisputeStatus.OPEN.value).distinct()
        )
    }
    rows = connection.execute(
        select(
            open_item, invoice.c.customer_reference, sales_order.c.number.label("order_number"),
            sales_order.c.customer_reference.label("order_reference"), payment_term.c.discount_hundredths,
            payment_term.c.discount_days,
        )
        .select_from(_joined())
        .where(IS_OPEN, open_item.c.currency.is_(None) if kept is None else open_item.c.currency == kept)
    )  # fmt: skip
    announced = _collected(connection)
    claims = [_claim(r, disputed, announced) for r in rows]
    payers = [
        Payer(r.id, r.name, r.number)
        for r in connection.execute(select(party.c.id, party.c.name, party.c.number).where(party.c.active))
    ]
    return Index(claims, payers, _known(connection), _paid(connection, kept, on), _advices(connection))


def _joined() -> Any:
    return (
        open_item.outerjoin(
            invoice, (invoice.c.id == open_item.c.document_id) & (invoice.c.kind == open_item.c.document_type)
        )
        .outerjoin(sales_order, sales_order.c.id == invoice.c.order_id)
        .outerjoin(party_terms, party_terms.c.party_id == open_item.c.party_id)
        .outerjoin(
            payment_term,
            payment_term.c.id == func.coalesce(invoice.c.payment_term_id, party_terms.c.payment_term_id),
        )
    )


def _collected(connection: Connection) -> dict[int, str]:
    """End-to-end ids under which items are being collected by direct debit."""
    rows = connection.execute(
        select(debit_run_line.c.open_item_id, debit_run_line.c.end_to_end_id)
        .join_from(debit_run_line, debit_run, debit_run.c.id == debit_run_line.c.run_id)
        .where(debit_run.c.status == RunStatus.MADE.value)
    )
    return {int(r.open_item_id): str(r.end_to_end_id) for r in rows}


def _claim(r: Row[Any], disputed: set[int], announced: dict[int, str]) -> Claim:
    """An open item; the discount is that of app.collections.shares.early_discount, of what is wholly open."""
    discount, until = 0, None
    if r.discount_hundredths and r.open_minor == r.amount_minor > 0 and r.document_type == "invoice":
        discount = round_half_up(r.amount_minor * r.discount_hundredths, WHOLE)
        until = r.date + timedelta(days=r.discount_days)
    named = (r.order_number, r.order_reference, r.customer_reference, announced.get(r.id))
    others = tuple(x for x in named if x)
    return Claim(
        r.id, r.party_id, r.document_number, r.date, r.due_date, r.open_minor, discount, until,
        r.id in disputed, others,
    )  # fmt: skip


def _paid(connection: Connection, kept: str | None, on: date) -> list[Claim]:
    rows = connection.execute(
        select(open_item)
        .where(
            open_item.c.open_minor == 0, open_item.c.amount_minor > 0,
            open_item.c.document_type.in_(("invoice", "prepayment")),
            open_item.c.date >= on - timedelta(days=_PAID_DAYS),
            open_item.c.currency.is_(None) if kept is None else open_item.c.currency == kept,
        )
        .order_by(open_item.c.id.desc())
        .limit(_PAID_MOST)
    )  # fmt: skip
    return [Claim(r.id, r.party_id, r.document_number, r.date, r.due_date, r.amount_minor) for r in rows]


def _known(connection: Connection) -> Known:
    found: dict[AliasKind, dict[str, frozenset[int]]] = {AliasKind.IBAN: {}, AliasKind.NAME: {}}
    rows = connection.execute(
        select(payer_alias.c.kind, payer_alias.c.value, payer_alias.c.party_id).where(
            payer_alias.c.undone_at.is_(None)
        )
    )
    for kind, value, party_id in rows:
        by_value = found[AliasKind(kind)]
        by_value[value] = by_value.get(value, frozenset()) | {party_id}
    return Known(found[AliasKind.IBAN], found[AliasKind.NAME])


def _advices(connection: Connection) -> list[Advice]:
    lines: dict[int, list[Share]] = {}
    open_ones = select(remittance_advice.c.id).where(remittance_advice.c.match_id.is_(None))
    for r in connection.execute(
        select(remittance_advice_line)
        .where(remittance_advice_line.c.advice_id.in_(open_ones))
        .order_by(remittance_advice_line.c.advice_id, remittance_advice_line.c.position)
    ):
        share = Share(r.open_item_id, r.amount_minor, r.discount_minor)
        lines.setdefault(r.advice_id, []).append(share)
    return [
        Advice(r.id, r.party_id, r.reference, r.amount_minor, tuple(lines.get(r.id, ())))
        for r in connection.execute(select(remittance_advice).where(remittance_advice.c.match_id.is_(None)))
    ]


def foreign_facts(line: LineRow) -> Facts | None:
    """The line in the currency it was instructed in, or None."""
    if not line.foreign_currency or line.foreign_currency == line.currency or line.foreign_minor <= 0:
        return None
    return replace(facts_of(line), amount_minor=line.foreign_minor, charges_minor=0)


def facts_of(line: LineRow) -> Facts:
    """A kept line as the matching sees it."""
    return Facts(
        line.amount_minor, line.value_on, line.text, line.name, line.iban, line.reference, line.end_to_end_id,
        line.charges_minor,
    )  # fmt: skip
