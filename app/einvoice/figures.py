"""The figures of a posted invoice in the terms of the norm: carried over, never worked out. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from app.documents.trade_texts import words
from app.einvoice.details import TaxMeaning, meaning_of
from app.einvoice.lines import Body, Meaning, Scale, body_of
from app.einvoice.model import Cents, Totals, VatPart
from app.einvoice.refusals import CurrencyDecimalsError, SeveralTaxesError
from app.invoicing.queries import InvoiceDetail
from app.kernel.money import minor_digits
from app.terms.rules import to_home

_DECIMALS: Final = 2  # of every amount in the norm


@dataclass(frozen=True, slots=True)
class Figures:
    """What a posted document comes to."""

    body: Body
    vat_breakdown: tuple[VatPart, ...]
    totals: Totals
    tax_at_home: Cents | None  # VAT in the company's currency, where the invoice is in another


def figures_of(
    detail: InvoiceDetail, told: Mapping[str, TaxMeaning], charges: Collection[int], home: str
) -> Figures:
    """Lines, VAT by rate and totals as posted.

    Args:
        detail: the posted document.
        told: what was said of taxes, by code.
        charges: the lines that stand for delivery or another charge.
        home: the company's currency.

    Raises:
        SeveralTaxesError, CurrencyDecimalsError: see their sentences.
    """
    digits = minor_digits(detail.row.currency)
    if digits > _DECIMALS:
        raise CurrencyDecimalsError(currency=detail.row.currency)
    discount = words("discount", detail.language).format(amount="").strip()
    scale = Scale(10 ** (_DECIMALS - digits), detail.includes_tax, discount)
    meanings = _meanings(detail, told)
    body = body_of(detail.lines, meanings, scale, charges)
    return Figures(
        body, _breakdown(detail, meanings, scale), _totals(detail, body, scale), _at_home(detail, home)
    )


def _meanings(detail: InvoiceDetail, told: Mapping[str, TaxMeaning]) -> dict[str, Meaning]:
    """What each tax code on the lines is; refuses what is not one VAT rate a line."""
    rates = {t.code: t.rate for t in detail.taxes}
    found = {
        code: Meaning(meaning_of(code, rates.get(code, 0), told), rates.get(code, 0))
        for code in sorted({x.tax_code for x in detail.lines})
    }
    for t in detail.taxes:
        lines = [x for x in detail.lines if x.tax_code == t.code]
        if (
            rates[t.code] != t.rate or sum(x.tax_minor for x in lines) != t.tax_minor
            or (t.tax_minor and not t.rate)
        ):  # fmt: skip
            raise SeveralTaxesError(line=lines[0].name if lines else t.code)
    return found


def _breakdown(detail: InvoiceDetail, meanings: Mapping[str, Meaning], scale: Scale) -> tuple[VatPart, ...]:
    """The posted base and tax by category and rate; what bears no tax from its lines' posted nets."""
    sums: dict[tuple[str, Decimal | None, str, str], list[int]] = {}

    def add(meaning: Meaning, base_minor: int, tax_minor: int) -> None:
        told = meaning.told
        key = (meaning.category, meaning.percent, told.exemption_code, told.exemption_reason)
        found = sums.setdefault(key, [0, 0])
        found[0] += base_minor
        found[1] += tax_minor

    taxed = {t.code for t in detail.taxes}
    for t in detail.taxes:
        add(meanings[t.code], t.base_minor, t.tax_minor)
    for code in sorted(meanings.keys() - taxed):
        add(meanings[code], sum(x.net_minor for x in detail.lines if x.tax_code == code), 0)
    return tuple(
        VatPart(category, rate, scale.amount(base), scale.amount(tax), code, reason)
        for (category, rate, code, reason), (base, tax) in sums.items()
    )


def _totals(detail: InvoiceDetail, body: Body, scale: Scale) -> Totals:
    """As posted. What the posted payable differs from total less prepayment is cash rounding (BT-114)."""
    row = detail.row
    paid, payable = detail.deposit_minor, row.payable_minor
    if detail.sale_id is not None:
        # it stands for a receipt: all that was not put on account was paid at the till
        payable = min(abs(sum(i.amount_minor for i in detail.items)), row.payable_minor)
        paid += row.payable_minor - payable
    left = payable - (row.gross_minor - paid)
    return Totals(
        Cents(sum(x.net_amount for x in body.lines)), Cents(sum(x.amount for x in body.allowances)),
        Cents(sum(x.amount for x in body.charges)), scale.amount(detail.net_minor),
        scale.amount(detail.tax_minor), scale.amount(row.gross_minor), scale.amount(paid),
        scale.amount(left), scale.amount(payable),
    )  # fmt: skip


def _at_home(detail: InvoiceDetail, home: str) -> Cents | None:
    """The VAT in the company's currency, as it was booked: each rate converted and rounded (BT-111)."""
    if home == detail.row.currency:
        return None
    booked = sum(to_home(t.tax_minor, detail.rate_micro) for t in detail.taxes)
    return Cents(booked * 10 ** (_DECIMALS - minor_digits(home)))
