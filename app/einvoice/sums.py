"""Does an e-invoice add up, as EN 16931 asks (BR-CO-10 to 17, Peppol R120)? Pure, exact, whole cents.

What we write has the posted figures and is never worked out here; what others write is looked at with
this before the official rules are run, so that the sentence names the amounts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from app.einvoice.codec import cents_of
from app.einvoice.model import AllowanceCharge, Cents, EInvoice, Line, Totals

_ONE: Final = Decimal(1)


@dataclass(frozen=True, slots=True)
class SumFault:
    """Two figures that should be one."""

    term: str  # "BT-106"
    stated: Cents
    reckoned: Cents


def line_net(line: Line) -> Cents:
    """Price by quantity, rounded, with the line's charges and less its allowances (R120)."""
    base = line.base_quantity or _ONE
    gross = cents_of(line.price / base * line.quantity)
    return Cents(gross + _sum(line.charges) - _sum(line.allowances))


def vat_parts(invoice: EInvoice) -> dict[tuple[str, Decimal | None], tuple[Cents, Cents]]:
    """Taxable amount and VAT by category and rate, from the lines' nets as stated."""
    bases: dict[tuple[str, Decimal | None], int] = {}
    for line in invoice.lines:
        _add(bases, line.vat_category, line.vat_rate, line.net_amount)
    for sign, entries in ((-1, invoice.allowances), (1, invoice.charges)):
        for entry in entries:
            _add(bases, entry.vat_category, entry.vat_rate, sign * entry.amount)
    return {key: (Cents(base), _vat(base, key[1])) for key, base in bases.items()}


def _add(
    bases: dict[tuple[str, Decimal | None], int], category: str, rate: Decimal | None, cents: int
) -> None:
    key = (category, None if category == "O" else (rate or Decimal(0)).normalize())
    bases[key] = bases.get(key, 0) + cents


def _vat(base: int, rate: Decimal | None) -> Cents:
    return Cents(int((Decimal(base) * (rate or 0) / 100).quantize(_ONE, rounding=ROUND_HALF_UP)))


def reckon(invoice: EInvoice) -> Totals:
    """The totals that the stated lines, allowances, charges, prepayment and rounding come to."""
    lines = sum(line.net_amount for line in invoice.lines)
    less, more = _sum(invoice.allowances), _sum(invoice.charges)
    tax = sum(tax for _base, tax in vat_parts(invoice).values())
    net = lines - less + more
    prepaid, rounding = invoice.totals.prepaid, invoice.totals.rounding
    return Totals(
        Cents(lines), Cents(less), Cents(more), Cents(net), Cents(tax), Cents(net + tax), prepaid, rounding,
        Cents(net + tax - prepaid + rounding),
    )  # fmt: skip


def sum_faults(invoice: EInvoice) -> list[SumFault]:
    """Where the stated totals do not follow from each other; the VAT itself may be a cent off (BR-CO-17)."""
    t = invoice.totals
    right = {
        "BT-106": (t.line_total, sum(line.net_amount for line in invoice.lines)),
        "BT-107": (t.allowance_total, _sum(invoice.allowances)),
        "BT-108": (t.charge_total, _sum(invoice.charges)),
        "BT-109": (t.tax_exclusive, t.line_total - t.allowance_total + t.charge_total),
        "BT-110": (t.tax_total, sum(part.tax for part in invoice.vat_breakdown)),
        "BT-112": (t.tax_inclusive, t.tax_exclusive + t.tax_total),
        "BT-115": (t.payable, t.tax_inclusive - t.prepaid + t.rounding),
    }
    return [
        SumFault(term, stated, Cents(reckoned))
        for term, (stated, reckoned) in right.items()
        if stated != reckoned
    ]


def _sum(entries: Iterable[AllowanceCharge]) -> int:
    return sum(entry.amount for entry in entries)
