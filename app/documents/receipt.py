"""The receipt of a sale, from what was booked: a reprint never asks today's products or prices."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from app.devices.paper import Barcode, Block, Columns, Paper, QrCode, Rule, Table, TextLine
from app.documents.formats import amount, day, moment, money, quantity, rate
from app.documents.receipt_parts import SENDER_PARTS, marks, payment_lines, plain_blocks, sender_blocks
from app.documents.taking_paper import taking_lines
from app.documents.texts import text, unit_word
from app.layouts.kinds import PartKind
from app.layouts.rules import Part, ReceiptLayout
from app.organisation.queries import Company
from app.till.beside import TakingView
from app.till.marks import read_mark
from app.till.queries import SaleLineView, SalePromotionView, SaleView

Beside = tuple[tuple[SaleView, ...], tuple[TakingView, ...]]
_TAX_WIDTHS = (12, -10, -9, -11)
_DEFAULT: Final = ReceiptLayout()


@dataclass(frozen=True, slots=True)
class _Job:
    """What the parts of a receipt are made from."""

    sale: SaleView
    company: Company
    till_code: str
    beside: Beside
    points: int
    layout: ReceiptLayout
    logo: bytes | None
    code: str


def receipt_paper(
    sale: SaleView, company: Company, *, till_code: str, is_copy: bool = False, beside: Beside = ((), ()),
    points: int = 0, layout: ReceiptLayout = _DEFAULT, logo: bytes | None = None,
    code: str = "",
) -> Paper:  # fmt: skip
    """Lay a receipt out in the shop's language.

    Args:
        sale: as it was booked.
        company: whose receipt it is; header and footer lines come from its settings.
        till_code: of the till it was sold at.
        is_copy: a reprint: it says COPY at the top and at the foot.
        beside: the other documents of the same checkout: sales and returns, money taken.
        points: that the customer earned by it; taken back with goods: negative.
        layout: which parts stand where; what the law asks for is in each.
        logo: a PNG, for a layout with one.
        code: of its place in the journal, printed as a QR code.
    """
    language = company.language
    job = _Job(sale, company, till_code, beside, points, layout, logo, code)
    blocks = [
        *marks(company, is_copy=is_copy),
        *(block for part in layout.parts for block in _part(part, job)),
        *marks(company, is_copy=is_copy),
    ]
    kind = text("return" if sale.kind == "return" else "receipt", language)
    return Paper(f"{kind} {sale.number}", tuple(blocks), language)


def _part(part: Part, job: _Job) -> Iterator[Block]:
    """The blocks of one part; none where there is nothing to say."""
    if part.kind in SENDER_PARTS:
        yield from sender_blocks(part, job.company, job.logo)
    elif part.kind in _FROM_SALE:
        yield from _FROM_SALE[part.kind](job)
    else:
        yield from plain_blocks(part, _values(job))


def _values(job: _Job) -> dict[str, str]:
    """What a text of the layout may name in braces."""
    sale, company = job.sale, job.company
    return {
        "number": sale.number, "till": job.till_code, "cashier": sale.cashier,
        "customer": sale.customer_name or "",
        "date": day(sale.business_date, company.language),
        "total": amount(sale.gross_minor, sale.currency, company.language),
    }  # fmt: skip


def _journal(job: _Job) -> Iterator[Block]:
    yield Columns(text("journal", job.company.language), job.sale.journal_excerpt)
    if job.code:
        yield QrCode(job.code)


def _points(job: _Job) -> Iterator[Block]:
    if job.points:
        yield Columns(text("points", job.company.language), f"{job.points:+d}")


def _all_taxes(job: _Job) -> Iterator[Block]:
    yield from _taxes(job.sale, job.company)
    yield from _others(job)


def _others(job: _Job) -> Iterator[Block]:
    """An exchange and money taken stand on the same paper, each with its own number and taxes."""
    company, language = job.company, job.company.language
    for other in job.beside[0]:
        kind = text("return" if other.kind == "return" else "receipt", language)
        yield Rule("=")
        yield TextLine(f"{kind} {other.number}", bold=True)
        yield from _lines(other, company, job.layout)
        yield from _totals(other, company, notes=job.layout.notes)
        yield from _taxes(other, company)
    for taking in job.beside[1]:
        yield Rule("=")
        yield from taking_lines(taking, company)


def _about(job: _Job) -> Iterator[Block]:
    sale, company, language = job.sale, job.company, job.company.language
    kind = text("return" if sale.kind == "return" else "receipt", language)
    yield Columns(
        f"{kind} {sale.number}",
        moment(sale.completed_at, time_zone=company.time_zone, language=language),
        bold=True,
    )
    till = f"{text('till', language)} {job.till_code}"
    yield Columns(till, f"{text('cashier', language)}: {sale.cashier}")


def _customer(job: _Job) -> Iterator[Block]:
    sale = job.sale
    if sale.customer_name:
        name = f"{sale.customer_name} {sale.customer_number or ''}".strip()
        yield Columns(text("customer", job.company.language), name)


def _lines(sale: SaleView, company: Company, layout: ReceiptLayout) -> Iterator[Block]:
    for line in sale.lines:
        given = [p for p in sale.promotions if p.position == line.position]
        yield from _line(line, company, sale.currency, given, layout)
    share = sum(x.sale_discount_minor for x in sale.lines)
    if share:
        yield Columns(
            text("sale_discount", company.language), amount(-share, sale.currency, company.language)
        )


def _line(
    line: SaleLineView, company: Company, currency: str, given: Sequence[SalePromotionView],
    layout: ReceiptLayout,
) -> Iterator[Block]:  # fmt: skip
    language = company.language
    before = line.gross_minor if line.includes_tax else line.net_minor
    listed = before + line.line_discount_minor + line.sale_discount_minor
    yield Columns(line.name, amount(listed, currency, language))
    for number in line_numbers(line, layout):
        yield TextLine(f"  {number}")
    for marked in _mark_lines(line, language):
        yield TextLine(f"  {marked}")
    one = line.quantity_milli == 1000 and line.unit in {"pc", ""}  # noqa: PLR2004 - one piece
    if layout.always_quantity or not one:
        each = amount(line.unit_price_minor, currency, language)
        unit = unit_word(line.unit, language)
        yield TextLine(f"  {quantity(line.quantity_milli, language)} {unit} x {each}")
    for promotion in given:
        yield Columns(promotion.name, amount(-promotion.amount_minor, currency, language), indent=2)
    by_hand = line.line_discount_minor - sum(p.amount_minor for p in given)
    if by_hand:
        yield Columns(text("discount", language), amount(-by_hand, currency, language), indent=2)
    if line.note and layout.notes:
        yield TextLine(f"  {line.note}")


def _mark_lines(line: SaleLineView, language: str) -> Iterator[str]:
    """Serial numbers, the lot and its last day: what a warranty or a recall asks for."""
    mark = read_mark(line.mark)
    if mark is None:
        return
    for code in mark.serials:
        yield f"{text('serial', language)} {code}"
    if mark.lot:
        yield f"{text('lot', language)} {mark.lot}"
    if mark.expires_on is not None:
        yield f"{text('best_before', language)} {day(mark.expires_on, language)}"


def line_numbers(line: SaleLineView, layout: ReceiptLayout) -> list[str]:
    """The numbers of an item that the layout shows."""
    found = [line.sku] if layout.sku and line.sku != line.name else []
    return [*found, line.barcode] if layout.barcodes and line.barcode and line.barcode != line.sku else found


def _totals(sale: SaleView, company: Company, *, notes: bool) -> Iterator[Block]:
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
    yield from payment_lines(sale.payments, company, sale.currency)
    if sale.change_minor:
        yield Columns(text("change", language), amount(sale.change_minor, sale.currency, language), bold=True)
    if sale.note and notes:
        yield TextLine(sale.note)


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


_FROM_SALE: Final[dict[PartKind, Callable[[_Job], Iterator[Block]]]] = {
    PartKind.ABOUT: _about,
    PartKind.CUSTOMER: _customer,
    PartKind.LINES: lambda job: _lines(job.sale, job.company, job.layout),
    PartKind.TOTALS: lambda job: _totals(job.sale, job.company, notes=job.layout.notes),
    PartKind.TAXES: _all_taxes,
    PartKind.POINTS: _points,
    PartKind.JOURNAL: _journal,
    PartKind.BARCODE: lambda job: iter([Barcode(job.sale.number)]),
}
