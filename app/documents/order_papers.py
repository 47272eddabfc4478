"""Quote and order confirmation as PDF, with the figures the order stores."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Connection, Row

from app.documents.dressing import dressed, load_look
from app.documents.formats import day, rate
from app.documents.letterhead import address_lines, load_letterhead
from app.documents.trade_paper import Row as PaperRow
from app.documents.trade_paper import TradePaper
from app.documents.trade_parts import (
    Money,
    TaxPart,
    counted,
    date_words,
    discount_detail,
    facts,
    priced_heads,
    rate_words,
    tax_heads,
    tax_rows,
    totals_of,
)
from app.documents.trade_pdf import trade_pdf
from app.documents.trade_texts import words
from app.layouts.kinds import LayoutKind
from app.orders.queries import list_versions
from app.orders.states import LineKind, OrderStatus
from app.orders.store import line_rows, order_row
from app.organisation.queries import Company
from app.tax.rules import Tax
from app.terms.queries import Terms, get_terms, list_payment_terms, postal_address
from app.terms.tax_rules import taxes_for

Rates = dict[int, tuple[Tax, ...]]


def build_quote(connection: Connection, order_id: int, language: str | None = None) -> bytes:
    """The quote as PDF, in the customer's language unless another is asked for."""
    return trade_pdf(_paper(connection, order_id, language, kind="quote"))


def build_order_confirmation(connection: Connection, order_id: int, language: str | None = None) -> bytes:
    """The order confirmation as PDF, in the customer's language unless another is asked for."""
    return trade_pdf(_paper(connection, order_id, language, kind="order"))


def _paper(connection: Connection, order_id: int, language: str | None, *, kind: str) -> TradePaper:
    order = order_row(connection, order_id)
    lines = line_rows(connection, order_id)
    letterhead = load_letterhead(connection)
    company = letterhead.company
    terms = get_terms(connection, party_id=order.party_id)
    layout, tongue = load_look(connection, LayoutKind(kind), language, terms.language or company.language)
    pay = Money(order.currency, tongue)
    on = order.ordered_on or company.day_of(order.created_at)
    rates = taxes_for(connection, party_id=order.party_id, day=on)
    parts = _tax_parts(lines, rates, tongue)
    bill_to = postal_address(
        connection, party_id=order.party_id, kind="billing", address_id=order.billing_address_id
    )
    number = (order.quote_number if kind == "quote" else order.number) or ""
    paper = TradePaper(
        title=f"{words(kind, tongue)} {number}".strip(), language=tongue, sender=letterhead.sender(tongue),
        recipient=address_lines(bill_to, home=company.country, language=tongue),
        facts=_facts(order, terms, bill_to, _written_on(connection, order, kind, company), kind, tongue),
        intro=words(f"{kind}_intro", tongue),
        heads=priced_heads(pay), currency=order.currency,
        rows=tuple(_row(x, rates, pay, whole=order.discount_hundredths) for x in lines),
        carries=True, tax_heads=tax_heads(tongue), taxes=tax_rows(parts, pay),
        totals=tuple(
            totals_of(net_minor=order.net_minor, gross_minor=order.gross_minor, parts=parts, pay=pay)
        ),
        terms=(*_deliver_to(connection, order, company, tongue), *_terms(connection, order, terms, pay)),
        closing=_closing(order, kind, tongue), mark=_mark(order, kind, company, tongue),
    )  # fmt: skip
    return dressed(paper, layout)


def _mark(order: Row[Any], kind: str, company: Company, language: str) -> str:
    """What stands across a paper that is not to leave the house."""
    if company.is_training:
        return words("training", language)
    if order.status == OrderStatus.CANCELLED.value:
        return words("cancelled_order", language)
    held = kind == "order" and order.status == OrderStatus.ON_HOLD.value
    unsent = (order.quote_number if kind == "quote" else order.number) is None
    draft = order.status == OrderStatus.DRAFT.value or unsent or held
    return words("draft_order", language) if draft else ""


def _written_on(connection: Connection, order: Row[Any], kind: str, company: Company) -> date:
    """The day of the confirmation, or of the quote's last version."""
    if kind == "order" and order.ordered_on:
        on: date = order.ordered_on
        return on
    sent = [v.at for v in list_versions(connection, order_id=order.id) if v.kind == "quote"]
    return company.day_of(sent[-1] if sent and kind == "quote" else order.updated_at)


def _deliver_to(connection: Connection, order: Row[Any], company: Company, language: str) -> tuple[str, ...]:
    """Where the goods go, unless that is where the letter goes."""
    to, bill = (
        address_lines(
            postal_address(connection, party_id=order.party_id, kind=kind, address_id=address_id),
            home=company.country, language=language,
        )
        for kind, address_id in (
            ("delivery", order.delivery_address_id), ("billing", order.billing_address_id)
        )
    )  # fmt: skip
    return () if to == bill else (words("deliver_to", language).format(address=", ".join(to)),)


def _facts(
    order: Row[Any], terms: Terms, bill_to: dict[str, str], on: date, kind: str, language: str
) -> tuple[tuple[str, str], ...]:
    quote = kind == "quote"
    return facts(
        ("number", (order.quote_number if quote else order.number) or ""), ("date", day(on, language)),
        ("version", str(order.quote_version) if quote and order.quote_version > 1 else ""),
        ("valid_until", day(order.valid_until, language) if quote and order.valid_until else ""),
        ("quote_number", (order.quote_number or "") if not quote else ""),
        ("customer_number", terms.number), ("your_reference", order.customer_reference),
        ("your_tax_number", bill_to.get("tax_number", "")),
        ("requested_on", day(order.requested_on, language) if order.requested_on else ""),
        ("delivery_terms", terms.delivery_terms),
        language=language,
    )  # fmt: skip


def _rate(line: Row[Any], rates: Rates, language: str) -> str:
    """The rates of a line, e.g. "19 %"; "" where it bears no tax."""
    taxes = rates.get(line.tax_class_id, ())
    return " + ".join(rate_words(t.rate, t.code if t.fixed_minor else "", language) for t in taxes)


def _row(line: Row[Any], rates: Rates, pay: Money, *, whole: int) -> PaperRow:
    language = pay.language
    if line.kind == LineKind.TEXT.value:
        return PaperRow(("", line.name, "", "", "", ""))
    cancelled = (
        line.cancelled_milli * line.quantity_milli // line.ordered_milli if line.cancelled_milli else 0
    )
    details = (
        line.sku if line.sku != line.name else "",
        discount_detail(
            unit_price_minor=line.unit_price_minor, quantity_milli=line.quantity_milli,
            amount_minor=line.amount_minor, pay=pay, hundredths=0 if whole else line.discount_hundredths,
        ),
        date_words("promised_on", line.promised_on, language),
        date_words("scheduled_on", line.scheduled_on, language),
        words("cancelled", language).format(quantity=counted(cancelled, line.unit, language))
        if cancelled
        else "",
    )  # fmt: skip
    return PaperRow(
        (str(line.position), line.name, counted(line.quantity_milli, line.unit, language),
         pay.plain(line.unit_price_minor), _rate(line, rates, language) or "-", pay.plain(line.amount_minor)),
        tuple(x for x in details if x), line.amount_minor,
    )  # fmt: skip


def _tax_parts(lines: list[Row[Any]], rates: Rates, language: str) -> list[TaxPart]:
    """The stored tax of the lines, added up by rate."""
    found: dict[str, tuple[int, int]] = {}
    for x in lines:
        key = _rate(x, rates, language)
        base, tax = found.get(key, (0, 0))
        found[key] = (base + x.net_minor, tax + x.tax_minor)
    whole = sorted(found.items(), key=lambda item: (not item[0], -item[1][1], item[0]))
    untaxed = words("untaxed", language)
    return [TaxPart(label or untaxed, base, tax, taxed=bool(label)) for label, (base, tax) in whole]


def _terms(connection: Connection, order: Row[Any], terms: Terms, pay: Money) -> tuple[str, ...]:
    language = pay.language
    found = [words("prices_include", language)] if order.includes_tax else []
    if order.discount_hundredths:
        share = rate(order.discount_hundredths * 10, language)
        found.append(words("whole_discount", language).format(rate=share))
    agreed = _term_words(connection, order.payment_term_id, terms.payment_days, language)
    found.append(words("terms", language).format(terms=agreed))
    if order.deposit_minor:
        asked = words("deposit", language).format(amount=pay.full(order.deposit_minor))
        found.append(f"{asked} {words('deposit_first', language)}" if order.deposit_blocks else asked)
    return tuple(found)


def _term_words(connection: Connection, term_id: int | None, payment_days: int, language: str) -> str:
    for term in list_payment_terms(connection):
        if term.id == term_id:
            return term.name
    return words("days", language).format(days=payment_days) if payment_days else words("at_once", language)


def _closing(order: Row[Any], kind: str, language: str) -> tuple[str, ...]:
    found = [x for x in order.note.splitlines() if x.strip()]
    if kind == "order":
        return (*found, words("order_end", language))
    until = date_words("quote_end", order.valid_until, language)
    return (*found, until or words("quote_close", language))
