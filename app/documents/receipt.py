"""The receipt of a sale, from what was booked: a reprint never asks today's products or prices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from app.devices.paper import Align, Barcode, Block, Columns, Feed, Paper, Rule, Table, TextLine
from app.documents.formats import amount, moment, money, quantity, rate
from app.documents.texts import tender_name, text, unit_word
from app.organisation.queries import Company
from app.till.beside import TakingView
from app.till.queries import PaymentView, SaleLineView, SalePromotionView, SaleView

Beside = tuple[tuple[SaleView, ...], tuple[TakingView, ...]]
_TAX_WIDTHS = (12, -10, -9, -11)


def receipt_paper(
    sale: SaleView, company: Company, *, till_code: str, is_copy: bool = False, beside: Beside = ((), ()),
    points: int = 0,
) -> Paper:  # fmt: skip
    """Lay a receipt out in the shop's language.

    Args:
        sale: as it was booked.
        company: whose receipt it is; header and footer lines come from its settings.
        till_code: of the till it was sold at.
        is_copy: a reprint: it says COPY at the top and at the foot.
        beside: the other documents of the same checkout: sales and returns, money taken.
        points: that the customer earned by it; taken back with goods: negative.
    """
    language = company.language
    blocks = [
        *_head(company, is_copy=is_copy),
        *_about(sale, company, till_code),
        Rule(),
        *_lines(sale, company),
        Rule("="),
        *_totals(sale, company),
        Rule(),
        *_taxes(sale, company),
        *_others(beside, company),
        Rule(),
        *([Columns(text("points", language), f"{points:+d}")] if points else []),
        Columns(text("journal", language), sale.journal_excerpt),
        *(
            TextLine(x, Align.CENTRE)
            for x in (company.receipt_footer or text("thank_you", language)).splitlines()
        ),
        Barcode(sale.number),
        *_marks(company, is_copy=is_copy),
    ]
    kind = text("return" if sale.kind == "return" else "receipt", language)
    return Paper(f"{kind} {sale.number}", tuple(blocks), language)


def _others(beside: Beside, company: Company) -> Iterator[Block]:
    """An exchange and money taken stand on the same paper, each with its own number and taxes."""
    language = company.language
    for other in beside[0]:
        kind = text("return" if other.kind == "return" else "receipt", language)
        yield Rule("=")
        yield TextLine(f"{kind} {other.number}", bold=True)
        yield from _lines(other, company)
        yield from _totals(other, company)
        yield from _taxes(other, company)
    for taking in beside[1]:
        yield Rule("=")
        yield from taking_lines(taking, company)


def taking_lines(taking: TakingView, company: Company) -> Iterator[Block]:
    """What money was taken for, how much, and how it was paid."""
    language, currency = company.language, taking.currency
    yield Columns(
        text(f"taking_{taking.kind}", language), amount(taking.amount_minor, currency, language), bold=True
    )
    yield TextLine(f"  {taking.number}  {taking.reference}")
    if taking.rounding_minor:
        yield Columns(text("rounding", language), amount(taking.rounding_minor, currency, language))
    yield from _payments(taking.payments, company, currency)
    if taking.change_minor:
        yield Columns(text("change", language), amount(taking.change_minor, currency, language), bold=True)


def taking_paper(
    taking: TakingView, company: Company, *, till_code: str, is_copy: bool = False, beside: Beside = ((), ())
) -> Paper:
    """The paper for money taken for no goods: a gift card, an account."""
    language = company.language
    title = text(f"taking_{taking.kind}", language)
    blocks = [
        *_head(company, is_copy=is_copy),
        Columns(
            f"{title} {taking.number}",
            moment(taking.at, time_zone=company.time_zone, language=language),
            bold=True,
        ),
        Columns(f"{text('till', language)} {till_code}", f"{text('cashier', language)}: {taking.cashier}"),
        *([Columns(text("customer", language), taking.customer_name)] if taking.customer_name else []),
        Rule("="),
        *taking_lines(taking, company),
        *_others(beside, company),
        Rule(),
        Columns(text("journal", language), taking.journal_excerpt),
        *([Barcode(taking.reference)] if taking.kind == "voucher" else []),
        *_marks(company, is_copy=is_copy),
    ]
    return Paper(f"{title} {taking.number}", tuple(blocks), language)


def _marks(company: Company, *, is_copy: bool) -> Iterator[Block]:
    if company.is_training:
        yield TextLine(text("training", company.language), Align.CENTRE, bold=True)
    if is_copy:
        yield TextLine(f"*** {text('copy', company.language)} ***", Align.CENTRE, bold=True)


def _head(company: Company, *, is_copy: bool) -> Iterator[Block]:
    yield from _marks(company, is_copy=is_copy)
    yield TextLine(company.name, Align.CENTRE, bold=True, big=True)
    for line in (company.street, f"{company.postcode} {company.city}".strip(), company.phone):
        if line:
            yield TextLine(line, Align.CENTRE)
    if company.tax_number:
        yield TextLine(f"{text('tax_number', company.language)} {company.tax_number}", Align.CENTRE)
    for line in company.receipt_header.splitlines():
        yield TextLine(line, Align.CENTRE)
    yield Feed()


def _about(sale: SaleView, company: Company, till_code: str) -> Iterator[Block]:
    language = company.language
    kind = text("return" if sale.kind == "return" else "receipt", language)
    yield Columns(
        f"{kind} {sale.number}",
        moment(sale.completed_at, time_zone=company.time_zone, language=language),
        bold=True,
    )
    yield Columns(f"{text('till', language)} {till_code}", f"{text('cashier', language)}: {sale.cashier}")
    if sale.customer_name:
        yield Columns(
            text("customer", language), f"{sale.customer_name} {sale.customer_number or ''}".strip()
        )


def _lines(sale: SaleView, company: Company) -> Iterator[Block]:
    for line in sale.lines:
        given = [p for p in sale.promotions if p.position == line.position]
        yield from _line(line, company, sale.currency, given)
    share = sum(x.sale_discount_minor for x in sale.lines)
    if share:
        yield Columns(
            text("sale_discount", company.language), amount(-share, sale.currency, company.language)
        )


def _line(
    line: SaleLineView, company: Company, currency: str, given: Sequence[SalePromotionView]
) -> Iterator[Block]:
    language = company.language
    before = line.gross_minor if line.includes_tax else line.net_minor
    listed = before + line.line_discount_minor + line.sale_discount_minor
    yield Columns(line.name, amount(listed, currency, language))
    if line.quantity_milli != 1000 or line.unit not in {"pc", ""}:  # noqa: PLR2004 - one piece
        each = amount(line.unit_price_minor, currency, language)
        unit = unit_word(line.unit, language)
        yield TextLine(f"  {quantity(line.quantity_milli, language)} {unit} x {each}")
    for promotion in given:
        yield Columns(promotion.name, amount(-promotion.amount_minor, currency, language), indent=2)
    by_hand = line.line_discount_minor - sum(p.amount_minor for p in given)
    if by_hand:
        yield Columns(text("discount", language), amount(-by_hand, currency, language), indent=2)
    if line.note:
        yield TextLine(f"  {line.note}")


def _totals(sale: SaleView, company: Company) -> Iterator[Block]:
    language = company.language
    excluded = sum(x.tax_minor for x in sale.lines if not x.includes_tax)
    if excluded:
        yield Columns(text("tax", language), amount(excluded, sale.currency, language))
    yield Columns(
        text("total", language), money(sale.gross_minor, sale.currency, language), bold=True, big=True
    )
    if sale.rounding_minor:
        yield Columns(text("rounding", language), amount(sale.rounding_minor, sale.currency, language))
        due = sale.gross_minor + sale.rounding_minor
        yield Columns(text("to_pay", language), amount(due, sale.currency, language), bold=True)
    yield from _payments(sale.payments, company, sale.currency)
    if sale.change_minor:
        yield Columns(text("change", language), amount(sale.change_minor, sale.currency, language), bold=True)
    if sale.note:
        yield TextLine(sale.note)


def _payments(payments: Iterable[PaymentView], company: Company, currency: str) -> Iterator[Block]:
    language = company.language
    for paid in payments:
        name = tender_name(paid.tender_code, paid.tender_code, language)
        if paid.change_minor:
            name = f"{name} {text('tendered', language)}"
        yield Columns(name, amount(paid.amount_minor + paid.change_minor, currency, language))
        if paid.reference:
            yield TextLine(f"  {paid.reference}")
        if paid.tender_code == "store_credit" and paid.amount_minor < 0:
            yield Barcode(paid.reference or "")


def _taxes(sale: SaleView, company: Company) -> Iterator[Block]:
    language = company.language
    yield Table(
        (text("tax", language), text("net", language), text("tax", language), text("gross", language)),
        _TAX_WIDTHS,
    )
    for t in sale.taxes:
        yield Table(
            (
                f"{t.tax_code} {rate(t.rate, language)}",
                amount(t.base_minor, sale.currency, language),
                amount(t.tax_minor, sale.currency, language),
                amount(t.base_minor + t.tax_minor, sale.currency, language),
            ),
            _TAX_WIDTHS,
        )
