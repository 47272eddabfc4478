"""Papers without prices: gift receipts, what is to be prepared at a counter, what a delivery holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from app.devices.paper import Align, Barcode, Block, Columns, Feed, Paper, Rule, TextLine
from app.documents.formats import moment, quantity
from app.documents.receipt_parts import head_blocks, marks
from app.documents.texts import text, unit_word
from app.layouts.rules import ReceiptLayout
from app.organisation.queries import Company
from app.till.queries import SaleLineView, SaleView

if TYPE_CHECKING:
    from app.fulfilment.queries import ShipmentDetail

_DEFAULT: Final = ReceiptLayout()


def gift_paper(
    sale: SaleView, company: Company, *, parts: frozenset[int] = frozenset(), is_copy: bool = False,
    layout: ReceiptLayout = _DEFAULT, logo: bytes | None = None,
) -> Paper:  # fmt: skip
    """What was bought, without a price; its barcode is the receipt's, so that the goods can come back by it.

    Args:
        sale: as it was booked.
        company: whose receipt it is.
        parts: positions of the lines that are given away; none: all of them.
        is_copy: printed again by hand.
        layout: of the shop's receipts: its head stands on this one as well.
        logo: a PNG, for a layout with one.
    """
    language = company.language
    title = text("gift_receipt", language)
    at = moment(sale.completed_at, time_zone=company.time_zone, language=language)
    given = [x for x in sale.lines if not parts or x.position in parts]
    blocks = [
        *head_blocks(layout, company, logo, is_copy=is_copy),
        Columns(f"{title} {sale.number}", at, bold=True),
        Rule(),
        *_goods(given, language),
        Rule(),
        TextLine(text("gift_hint", language), Align.CENTRE),
        Barcode(sale.number),
        *marks(company, is_copy=is_copy),
    ]
    return Paper(f"{title} {sale.number}", tuple(blocks), language)


def counter_paper(
    sales: Iterable[SaleView], company: Company, *, categories: frozenset[int], till_code: str,
    is_copy: bool = False,
) -> Paper:  # fmt: skip
    """What is to be prepared of a checkout: the lines of these categories, in letters read from afar."""
    language = company.language
    sold = list(sales)
    wanted = [x for sale in sold for x in sale.lines if x.category_id in categories]
    number = sold[0].number if sold else ""
    title = text("counter_slip", language)
    blocks: list[Block] = [
        *marks(company, is_copy=is_copy),
        TextLine(title, Align.CENTRE, bold=True, big=True),
    ]
    if sold:
        at = moment(sold[0].completed_at, time_zone=company.time_zone, language=language)
        blocks.append(Columns(f"{text('till', language)} {till_code}  {number}", at))
    blocks.append(Rule("="))
    for line in wanted:
        blocks.append(TextLine(f"{_counted(line, language)} {line.name}", bold=True, big=True))
        blocks += [TextLine(f"  {line.note}", bold=True)] if line.note else []
    blocks += [
        Rule("="),
        *(TextLine(s.note, bold=True) for s in sold if s.note),
        *marks(company, is_copy=is_copy),
    ]
    return Paper(f"{title} {number}", tuple(blocks), language)


def delivery_paper(
    shipment: ShipmentDetail, company: Company, *, address: Iterable[str], is_copy: bool
) -> Paper:
    """What a delivery holds and where it goes; the barcode is the delivery note's number."""
    language = company.language
    row = shipment.row
    number = row.number or row.order_number or ""
    title = text("delivery_slip", language)
    blocks = [
        *marks(company, is_copy=is_copy),
        TextLine(title, Align.CENTRE, bold=True, big=True),
        Columns(number, " ".join(x for x in (row.carrier, row.tracking_number) if x), bold=True),
        Feed(),
        *(TextLine(x, bold=True) for x in address),
        Rule(),
        *(Columns(x.name, f"{quantity(x.quantity_milli, language)} {unit_word(x.unit, language)}".strip())
          for x in shipment.lines),
        Rule(),
        Barcode(number),
        *marks(company, is_copy=is_copy),
    ]  # fmt: skip
    return Paper(f"{title} {number}", tuple(blocks), language)


def _goods(lines: Iterable[SaleLineView], language: str) -> Iterator[Block]:
    for line in lines:
        yield Columns(line.name, _counted(line, language))
        if line.barcode or line.sku:
            yield TextLine(f"  {line.barcode or line.sku}")


def _counted(line: SaleLineView, language: str) -> str:
    many = quantity(abs(line.quantity_milli), language)
    return f"{many} x" if line.unit in {"pc", ""} else f"{many} {unit_word(line.unit, language)}"
