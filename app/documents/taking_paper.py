"""The paper for money taken for no goods, and what stands of it on the receipt of the same checkout."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from app.devices.paper import Barcode, Block, Columns, Paper, Rule, TextLine
from app.documents.formats import amount, moment
from app.documents.receipt_parts import head_blocks, marks, payment_lines
from app.documents.texts import text
from app.layouts.rules import ReceiptLayout
from app.organisation.queries import Company
from app.till.beside import TakingView

_DEFAULT: Final = ReceiptLayout()


def taking_lines(taking: TakingView, company: Company) -> Iterator[Block]:
    """What money was taken for, how much, and how it was paid."""
    language, currency = company.language, taking.currency
    yield Columns(
        text(f"taking_{taking.kind}", language), amount(taking.amount_minor, currency, language), bold=True
    )
    yield TextLine(f"  {taking.number}  {taking.reference}")
    if taking.rounding_minor:
        yield Columns(text("rounding", language), amount(taking.rounding_minor, currency, language))
    yield from payment_lines(taking.payments, company, currency)
    if taking.change_minor:
        yield Columns(text("change", language), amount(taking.change_minor, currency, language), bold=True)


def taking_paper(
    taking: TakingView, company: Company, *, till_code: str, is_copy: bool = False,
    layout: ReceiptLayout = _DEFAULT, logo: bytes | None = None,
) -> Paper:  # fmt: skip
    """The paper for money taken for no goods: a gift card, an account; its head is that of the receipts."""
    language = company.language
    title = text(f"taking_{taking.kind}", language)
    blocks = [
        *head_blocks(layout, company, logo, is_copy=is_copy),
        Columns(
            f"{title} {taking.number}",
            moment(taking.at, time_zone=company.time_zone, language=language),
            bold=True,
        ),
        Columns(f"{text('till', language)} {till_code}", f"{text('cashier', language)}: {taking.cashier}"),
        *([Columns(text("customer", language), taking.customer_name)] if taking.customer_name else []),
        Rule("="),
        *taking_lines(taking, company),
        Rule(),
        Columns(text("journal", language), taking.journal_excerpt),
        *([Barcode(taking.reference)] if taking.kind == "voucher" else []),
        *marks(company, is_copy=is_copy),
    ]
    return Paper(f"{title} {taking.number}", tuple(blocks), language)
