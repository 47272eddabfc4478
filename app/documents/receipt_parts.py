"""What receipts have in common: who they are from, marks, texts of the layout, payments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile
from typing import Final

from app.devices.paper import Align, Barcode, Block, Columns, Feed, Logo, QrCode, Rule, TextLine
from app.documents.formats import amount
from app.documents.texts import tender_name, text
from app.layouts.kinds import PartKind
from app.layouts.rules import Part, ReceiptLayout
from app.organisation.queries import Company
from app.till.queries import PaymentView

SENDER_PARTS: Final = frozenset({
    PartKind.LOGO, PartKind.NAME, PartKind.ADDRESS, PartKind.PHONE, PartKind.TAX_NUMBER, PartKind.HEADER,
    PartKind.FOOTER,
})  # fmt: skip
"""What is known without a sale."""


def marks(company: Company, *, is_copy: bool) -> Iterator[Block]:
    """That it is no receipt, or not the first."""
    if company.is_training:
        yield TextLine(text("training", company.language), Align.CENTRE, bold=True)
    if is_copy:
        yield TextLine(f"*** {text('copy', company.language)} ***", Align.CENTRE, bold=True)


def head_blocks(
    layout: ReceiptLayout, company: Company, logo: bytes | None, *, is_copy: bool
) -> Iterator[Block]:
    """The marks and what stands above the number on the shop's receipts."""
    yield from marks(company, is_copy=is_copy)
    for part in takewhile(lambda p: p.kind is not PartKind.ABOUT, layout.parts):
        if part.kind in SENDER_PARTS:
            yield from sender_blocks(part, company, logo)
        elif part.kind in (PartKind.RULE, PartKind.SPACE):
            yield from plain_blocks(part, {})


def sender_blocks(part: Part, company: Company, logo: bytes | None) -> Iterator[Block]:
    """The lines of a part of the shop's; none where it is not set."""
    if part.kind is PartKind.LOGO:
        if logo is not None:
            yield Logo(logo)
        return
    for line in _sender_lines(part.kind, company):
        if line:
            yield _line(part, line)


def _sender_lines(kind: PartKind, company: Company) -> list[str]:
    match kind:
        case PartKind.NAME:
            return [company.name]
        case PartKind.ADDRESS:
            return [company.street, f"{company.postcode} {company.city}".strip()]
        case PartKind.PHONE:
            return [company.phone]
        case PartKind.TAX_NUMBER:
            number = company.tax_number
            return [f"{text('tax_number', company.language)} {number}"] if number else []
        case PartKind.HEADER:
            return company.receipt_header.splitlines()
        case _:
            return (company.receipt_footer or text("thank_you", company.language)).splitlines()


def plain_blocks(part: Part, values: Mapping[str, str]) -> Iterator[Block]:
    """A text, code, rule or space of the layout; `{number}` and the like stand for their values."""
    match part.kind:
        case PartKind.RULE:
            yield Rule(part.text[:1] or "-")
        case PartKind.SPACE:
            yield Feed()
        case PartKind.QR:
            yield from ([QrCode(found)] if (found := filled(part.text or "{number}", values)) else [])
        case _:
            for line in filled(part.text, values).splitlines():
                yield _line(part, line)


def filled(words: str, values: Mapping[str, str]) -> str:
    """The text with its values; braces that name none of them stay."""
    for name, value in values.items():
        words = words.replace("{" + name + "}", value)
    return words


def _line(part: Part, words: str) -> TextLine:
    return TextLine(words, Align(part.align), bold=part.bold, big=part.big)


def payment_lines(payments: Iterable[PaymentView], company: Company, currency: str) -> Iterator[Block]:
    """How it was paid; a credit that was given bears its number to be scanned."""
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
