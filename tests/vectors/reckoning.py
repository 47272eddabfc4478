"""What the runners of vectors share: values of the file as our amounts and rates, and the comparison."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

from app.kernel.quantity import ONE
from app.tax.rules import EXACT, Tax, TaxableLine, TaxRounding

CENT = Decimal("0.01")
ROUNDINGS = {
    None: (TaxRounding.DOCUMENT,),
    "document": (TaxRounding.DOCUMENT,),
    "per_line": (TaxRounding.LINE,),
    "per_line or document": (TaxRounding.LINE, TaxRounding.DOCUMENT),
    "document_base_first": (TaxRounding.DOCUMENT_BASE,),
    "document_total_first": (TaxRounding.DOCUMENT_TOTAL,),
    "tryton_document": (TaxRounding.DOCUMENT_UNROUNDED,),
}
# told, but not a figure to compare
REMARKS = frozenset({"wrong_seen", "wrong_total_seen", "invariant", "note"})


class NotComparedError(AssertionError):
    """A vector expects something that its runner does not look at."""


def units(value: object, precision: Decimal = CENT) -> int:
    """An amount as a whole number of steps; the vector is wrong if it is none."""
    steps = Decimal(str(value)) / precision
    assert steps == steps.to_integral_value(), f"{value} is no multiple of {precision}"
    return int(steps)


def thousandths(per_cent: object) -> int:
    """A rate as the program keeps it."""
    return int(Decimal(str(per_cent or 0)) * 1000)


def compare(expected: Mapping[str, Any], found: Mapping[str, object]) -> None:
    """Everything that is expected was found, and nothing that is expected was passed over."""
    for name, wanted in expected.items():
        if name in REMARKS:
            continue
        if name not in found:
            raise NotComparedError(name)
        assert _same(found[name], wanted), f"{name}: {found[name]} is not {wanted}"


def _same(found: object, wanted: Any) -> bool:
    if isinstance(wanted, list):
        assert isinstance(found, (list, tuple))
        return len(found) == len(wanted) and all(_same(f, w) for f, w in zip(found, wanted, strict=True))
    if isinstance(wanted, dict):
        assert isinstance(found, Mapping)
        return found.keys() == wanted.keys() and all(_same(found[k], w) for k, w in wanted.items())
    if isinstance(wanted, bool) or wanted is None:
        return found is wanted
    if isinstance(wanted, str) and wanted.isalpha():
        return found == wanted
    return Decimal(str(found)) == Decimal(str(wanted))


def amounts(minor: Iterable[int], precision: Decimal = CENT) -> list[Decimal]:
    """Back to major units."""
    return [m * precision for m in minor]


def tax_of(given: Mapping[str, Any], code: str, *, included: bool | None = None) -> Tax:
    """A tax as a vector tells it."""
    return Tax(
        code, thousandths(given.get("pct")), units(given.get("fixed_per_unit", 0)),
        adds_to_next_base=bool(given.get("adds_to_next_base", False)),
        base_includes_earlier=bool(given.get("base_includes_earlier", True)),
        on_top=bool(included) and not given.get("included", True),
    )  # fmt: skip


def line_of(price: object, qty: object, taxes: tuple[Tax, ...], *, included: bool, discount: object = 0,
            precision: Decimal = CENT) -> TaxableLine:  # fmt: skip
    """Quantity times price less a discount in per cent, rounded once."""
    raw = Decimal(str(qty)) * Decimal(str(price)) * (100 - Decimal(str(discount or 0))) / 100
    minor = int((raw / precision).quantize(Decimal(1), ROUND_HALF_UP))
    exact = Fraction(raw / precision) * EXACT
    assert exact.denominator == 1
    return TaxableLine(minor, int(Decimal(str(qty)) * ONE), included, taxes, int(exact))


# --- tax -------------------------------------------------------------------------------------------
