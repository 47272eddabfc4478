"""Invoice, down payment invoice, credit note and pro-forma as PDF, with the figures as posted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from app.collections.shares import early_discount
from app.documents.dressing import dressed, load_look
from app.documents.formats import day
from app.documents.letterhead import Letterhead, address_lines, load_letterhead
from app.documents.payment_qr import Transfer, payment_code
from app.documents.swiss_bill import BillAddress, SwissBill, swiss_bill
from app.documents.trade_paper import Row, Total, TradePaper
from app.documents.trade_parts import (
    Money,
    TaxPart,
    counted,
    discount_detail,
    facts,
    priced_heads,
    rate_words,
    some,
    tax_heads,
    tax_rows,
    totals_of,
)
from app.documents.trade_pdf import trade_pdf
from app.documents.trade_texts import words
from app.fulfilment.tables import shipment, shipment_line
from app.invoicing.queries import InvoiceDetail, InvoiceLine, InvoiceTax, get_invoice
from app.invoicing.states import InvoiceKind, InvoiceStatus
from app.invoicing.tables import invoice, invoice_line
from app.kernel.refusal import Refusal
from app.layouts.kinds import LayoutKind
from app.orders.tables import order_document, sales_order
from app.terms.queries import get_terms
from app.terms.tax_rules import CODES, find_tax_rule

_ASKS_MONEY = (InvoiceKind.INVOICE, InvoiceKind.PREPAYMENT)


class OtherPaperError(Refusal):
    """A builder was asked for a document of another kind."""

    message = "{number} is not a document of this kind, so its paper cannot be made."


@dataclass(frozen=True, slots=True)
class _Origin:
    """Where the lines of an invoice come from."""

    orders: dict[int, str]  # number by order
    notes: dict[int, tuple[str, str]]  # delivery note and its day by shipment line
    corrects: str


def build_invoice(connection: Connection, invoice_id: int, language: str | None = None) -> bytes:
    """An invoice or down payment invoice as PDF, in the customer's language unless another is asked for."""
    return _build(connection, invoice_id, language, _ASKS_MONEY)


def build_credit_note(connection: Connection, invoice_id: int, language: str | None = None) -> bytes:
    """A credit note as PDF."""
    return _build(connection, invoice_id, language, (InvoiceKind.CREDIT_NOTE,))


def build_pro_forma(connection: Connection, invoice_id: int, language: str | None = None) -> bytes:
    """A pro-forma invoice as PDF."""
    return _build(connection, invoice_id, language, (InvoiceKind.PRO_FORMA,))


def build_any_invoice(connection: Connection, invoice_id: int, language: str | None = None) -> bytes:
    """Whatever document of invoicing it is."""
    return _build(connection, invoice_id, language, tuple(InvoiceKind))


def _build(
    connection: Connection, invoice_id: int, language: str | None, kinds: Sequence[InvoiceKind]
) -> bytes:
    detail = get_invoice(connection, invoice_id=invoice_id)
    if detail.row.kind not in kinds:
        raise OtherPaperError(number=detail.row.number or "This draft")
    return trade_pdf(invoice_paper(connection, detail, language))


def invoice_paper(connection: Connection, detail: InvoiceDetail, language: str | None = None) -> TradePaper:
    """The letter of an invoice, before it is drawn."""
    letterhead = load_letterhead(connection)
    company, row = letterhead.company, detail.row
    layout, tongue = load_look(connection, LayoutKind.INVOICE, language, detail.language or company.language)
    pay = Money(row.currency, tongue)
    origin = _origin(connection, detail, tongue)
    parts = _tax_parts(detail, tongue)
    asks = row.kind in _ASKS_MONEY and row.status is InvoiceStatus.POSTED and row.payable_minor > 0
    asks = asks and not _paid_at_the_till(detail)
    swiss = _swiss(detail, letterhead) if asks else None
    paper = TradePaper(
        title=f"{words(_named(detail), tongue)} {detail.paper_number}".strip(), language=tongue,
        sender=letterhead.sender(tongue),
        recipient=address_lines(detail.bill_to, home=company.country, language=tongue),
        facts=_facts(connection, detail, origin, tongue),
        intro=words(f"{row.kind.value}_intro", tongue), heads=priced_heads(pay),
        rows=tuple(_rows(detail, origin, pay)), currency=row.currency, carries=True,
        tax_heads=tax_heads(tongue), taxes=tax_rows(parts, pay), totals=tuple(_totals(detail, parts, pay)),
        terms=_terms(connection, detail, pay), instalments=_instalments(detail, pay) if asks else (),
        bank=letterhead.bank(tongue) if asks else (),
        payment_code=_code(detail, letterhead) if asks and swiss is None else "", swiss=swiss,
        closing=_closing(detail, tongue), mark=_mark(detail, letterhead, tongue),
    )  # fmt: skip
    return dressed(paper, layout)


def _named(detail: InvoiceDetail) -> str:
    """What the paper is called: a debit note bills more of another one; customers may write themselves."""
    row = detail.row
    if detail.self_billed is not None:
        return f"self_billed_{row.kind.value}"
    debit = row.kind is InvoiceKind.INVOICE and row.corrects_id is not None
    return "debit_note" if debit else row.kind.value


def _label(tax: InvoiceTax, language: str) -> str:
    """The rate; a tax by the piece by its code."""
    return rate_words(tax.rate, tax.code if tax.tax_minor else "", language)


def _tax_parts(detail: InvoiceDetail, language: str) -> list[TaxPart]:
    found = [TaxPart(_label(t, language), t.base_minor, t.tax_minor) for t in detail.taxes]
    untaxed = sum(x.net_minor for x in detail.lines if not x.tax_code)
    return [*found, TaxPart(words("untaxed", language), untaxed, 0, taxed=False)] if untaxed else found


def _origin(connection: Connection, detail: InvoiceDetail, language: str) -> _Origin:
    orders = connection.execute(
        select(sales_order.c.id, sales_order.c.number)
        .join_from(order_document, sales_order, sales_order.c.id == order_document.c.order_id)
        .where(order_document.c.document_id == detail.row.id)
        .order_by(sales_order.c.id)
    )
    billed = invoice.alias()
    wanted = detail.row.id if detail.row.corrects_id is None else detail.row.corrects_id
    corrected = connection.execute(select(billed.c.number, billed.c.date).where(billed.c.id == wanted)).one()
    return _Origin(
        {int(r.id): r.number or "" for r in orders}, _notes(connection, detail, language),
        f"{corrected.number} ({day(corrected.date, language)})" if detail.row.corrects_id else "",
    )  # fmt: skip


def _notes(connection: Connection, detail: InvoiceDetail, language: str) -> dict[int, tuple[str, str]]:
    """Delivery notes by shipment line; asked for by invoice, so that a thousand lines are one question."""
    rows = connection.execute(
        select(shipment_line.c.id, shipment.c.number, shipment.c.business_date)
        .join_from(invoice_line, shipment_line, shipment_line.c.id == invoice_line.c.shipment_line_id)
        .join(shipment, shipment.c.id == shipment_line.c.shipment_id)
        .where(invoice_line.c.invoice_id == detail.row.id)
        .order_by(shipment_line.c.id)
    )
    return {
        int(r.id): (r.number or "", day(r.business_date, language) if r.business_date else "") for r in rows
    }


def _facts(
    connection: Connection, detail: InvoiceDetail, origin: _Origin, language: str
) -> tuple[tuple[str, str], ...]:
    row = detail.row
    terms = get_terms(connection, party_id=row.party_id)
    period = ""
    if detail.period_from and detail.period_to:
        period = f"{day(detail.period_from, language)} – {day(detail.period_to, language)}"
    supplied = day(detail.delivered_on, language) if detail.delivered_on and not period else ""
    notes = list(dict.fromkeys(number for number, _day in origin.notes.values() if number))
    return facts(
        ("number", detail.paper_number),
        ("our_number", (row.number or "") if detail.paper_number != row.number else ""),
        ("date", day(row.on, language) if row.on else ""),
        ("corrects", origin.corrects), ("delivered_on", supplied), ("period", period),
        ("customer_number", terms.number), ("your_reference", detail.customer_reference),
        ("your_tax_number", detail.bill_to.get("tax_number", "")),
        ("order_number", some([n for n in origin.orders.values() if n], language)),
        ("note_number", some(notes, language)), ("delivery_terms", terms.delivery_terms),
        language=language,
    )  # fmt: skip


def _rows(detail: InvoiceDetail, origin: _Origin, pay: Money) -> list[Row]:
    labels = {t.code: _label(t, pay.language) for t in detail.taxes}
    single = len(labels) == len(detail.taxes)
    groups = [_group(x, origin, pay.language) for x in detail.lines]
    grouped = len(set(groups) - {""}) > 1
    found: list[Row] = []
    before = ""
    for x, group in zip(detail.lines, groups, strict=True):
        rate = labels.get(x.tax_code, x.tax_code) if single else x.tax_code
        found.append(_row(x, rate or "-", group if grouped and group != before else "", pay))
        before = group or before
    return found


def _group(line: InvoiceLine, origin: _Origin, language: str) -> str:
    number, on = origin.notes.get(line.shipment_line_id or 0, ("", ""))
    if number:
        return words("from_delivery", language).format(number=number, day=on)
    if not origin.notes and line.order_id in origin.orders and len(origin.orders) > 1:
        return words("from_order", language).format(number=origin.orders[line.order_id])
    return ""


def _row(line: InvoiceLine, rate: str, group: str, pay: Money) -> Row:
    if not line.unit and not line.unit_price_minor:  # words between the lines
        return Row(("", line.name, "", "", "", ""), group=group)
    off = discount_detail(
        unit_price_minor=line.unit_price_minor, quantity_milli=line.quantity_milli,
        amount_minor=line.amount_minor, pay=pay,
    )  # fmt: skip
    return Row(
        (str(line.position), line.name, counted(line.quantity_milli, line.unit, pay.language),
         pay.plain(line.unit_price_minor), rate, pay.plain(line.amount_minor)),
        tuple(x for x in (line.sku if line.sku != line.name else "", off) if x), line.amount_minor, group,
    )  # fmt: skip


def _totals(detail: InvoiceDetail, parts: Sequence[TaxPart], pay: Money) -> list[Total]:
    row = detail.row
    last = "credited" if row.kind is InvoiceKind.CREDIT_NOTE else "total"
    found = totals_of(
        net_minor=detail.net_minor, gross_minor=row.gross_minor, parts=parts, pay=pay, last=last
    )
    for d in detail.deposits:
        label = words("paid_in_advance", pay.language).format(number=d.number)
        found.append(Total(label, pay.plain(-d.gross_minor)))
        if d.tax_minor:
            tax = words("vat_in_it", pay.language).format(tax=pay.plain(-d.tax_minor))
            found.append(Total(tax, ""))
    if detail.deposits:
        found.append(Total(words("due", pay.language), pay.full(row.payable_minor), strong=True))
    return found


def _terms(connection: Connection, detail: InvoiceDetail, pay: Money) -> tuple[str, ...]:
    row, language = detail.row, pay.language
    found = [words("prices_include", language)] if detail.includes_tax else []
    if detail.self_billed is not None:
        found.append(words("self_billing", language))
    if detail.reason:
        found.append(words("reason", language).format(reason=detail.reason))
    if row.kind is InvoiceKind.CREDIT_NOTE:
        found.append(words("credit_use", language))
    elif row.kind is InvoiceKind.PRO_FORMA:
        found.append(words("not_taxable", language))
    elif row.status is InvoiceStatus.POSTED:
        found.append(_asked(detail, pay))
        found += _early(connection, detail, pay)
    return (*found, *_untaxed(connection, detail, language))


def _early(connection: Connection, detail: InvoiceDetail, pay: Money) -> list[str]:
    """What is enough when it is paid early; with instalments the words of the term say it."""
    if len(detail.items) != 1 or detail.row.payable_minor <= 0:
        return []
    found = early_discount(connection, item_id=detail.items[0].id)
    if found is None:
        return []
    enough = pay.full(detail.items[0].amount_minor - found.amount_minor)
    until = day(found.until, pay.language)
    less = pay.full(found.amount_minor)
    return [words("early_pay", pay.language).format(day=until, amount=enough, discount=less)]


def _untaxed(connection: Connection, detail: InvoiceDetail, language: str) -> list[str]:
    """Why no tax is charged, where the customer pays another than the goods bear."""
    codes = [t.code for t in detail.taxes if t.code in CODES.values()]
    rule = find_tax_rule(connection, party_id=detail.row.party_id)
    return [words(f"tax:{code}", language).format(certificate=rule.certificate).strip() for code in codes]


def _paid_at_the_till(detail: InvoiceDetail) -> bool:
    """Whether it stands for a receipt of which nothing is open."""
    return detail.sale_id is not None and not any(i.open_minor for i in detail.items)


def _asked(detail: InvoiceDetail, pay: Money) -> str:
    row, language = detail.row, pay.language
    if _paid_at_the_till(detail):
        return words("receipt_paid", language).format(number=detail.customer_reference)
    if row.payable_minor <= 0 or row.due_date is None:
        return words("nothing_due", language)
    if len(detail.items) > 1:
        return words("pay_in_parts", language).format(number=row.number)
    return words("pay_until", language).format(
        amount=pay.full(row.payable_minor), day=day(row.due_date, language), number=row.number
    )


def _instalments(detail: InvoiceDetail, pay: Money) -> tuple[tuple[str, str, str], ...]:
    if len(detail.items) < 2:  # noqa: PLR2004 - one sum is no instalment
        return ()
    return tuple(
        (words("instalment", pay.language).format(n=i.instalment),
         words("due_on", pay.language).format(day=day(i.due_date, pay.language)), pay.full(i.amount_minor))
        for i in detail.items
    )  # fmt: skip


def _code(detail: InvoiceDetail, letterhead: Letterhead) -> str:
    """What the QR asks for: the whole sum, or the first instalment."""
    row = detail.row
    amount = detail.items[0].amount_minor if detail.items else row.payable_minor
    transfer = Transfer(
        letterhead.owner(), letterhead.iban, letterhead.bic, row.currency, amount, row.number or ""
    )
    return payment_code(transfer) or ""


def _swiss(detail: InvoiceDetail, letterhead: Letterhead) -> SwissBill | None:
    """A Swiss bill for a Swiss account: of the whole sum, or of the first instalment."""
    row, company = detail.row, letterhead.company
    creditor = BillAddress(
        letterhead.owner(), company.street, company.postcode, company.city, company.country
    )
    return swiss_bill(
        iban=letterhead.iban, creditor=creditor, debtor=BillAddress.of(detail.bill_to, home=company.country),
        amount_minor=detail.items[0].amount_minor if detail.items else row.payable_minor,
        currency=row.currency, number=row.number or "",
    )  # fmt: skip


def _closing(detail: InvoiceDetail, language: str) -> tuple[str, ...]:
    return (words("invoice_end", language),) if detail.row.kind in _ASKS_MONEY else ()


def _mark(detail: InvoiceDetail, letterhead: Letterhead, language: str) -> str:
    if letterhead.company.is_training:
        return words("training", language)
    return words("draft", language) if detail.row.status is not InvoiceStatus.POSTED else ""
