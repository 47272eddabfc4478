"""The vectors of taxes: on a line, on a document, on an e-invoice."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

from app.kernel.quantity import ONE
from app.payments.cash_rounding import round_cash
from app.tax.engine import change_inclusion, exact_line, tax_document
from app.tax.rules import Tax, TaxableLine, TaxedDocument, TaxRounding
from tests.vectors.known import Vector
from tests.vectors.reckoning import (
    CENT,
    ROUNDINGS,
    amounts,
    compare,
    line_of,
    tax_of,
    thousandths,
    units,
)


def line_tax(vector: Vector) -> None:
    """One line, rounded."""
    given, precision = vector.given, Decimal(vector.given["precision"])
    if "taxes" in given:
        included = any(t["included"] for t in given["taxes"])
        taxes = tuple(tax_of(t, f"T{i}", included=included) for i, t in enumerate(given["taxes"]))
    else:
        included = given["tax_included"]
        taxes = tuple(Tax(f"T{i}", thousandths(pct)) for i, pct in enumerate(given["tax_rates_pct"]))
    line = line_of(given["unit_price"], given["qty"], taxes, included=included, precision=precision)
    found = tax_document([line], rounding=TaxRounding.LINE)
    compare(vector.expected, {
        "base": found.net_minor * precision,
        "taxes": amounts((t.tax_minor for t in found.totals), precision),
        "total": found.gross_minor * precision,
    })  # fmt: skip


def line_tax_unrounded(vector: Vector) -> None:
    """One line, exact, shown with six decimals."""
    given = vector.given
    taxes = tuple(Tax(f"T{i}", thousandths(pct)) for i, pct in enumerate(given["tax_rates_pct"]))
    line = line_of(given["unit_price"], given["qty"], taxes, included=given["tax_included"])
    found = exact_line(line)
    places = max(
        -int(Decimal(v).as_tuple().exponent) for v in [vector.expected["base"], *vector.expected["taxes"]]
    )
    compare(vector.expected, {
        "base": _shown(found.net, places), "taxes": [_shown(t.tax, places) for t in found.taxes],
        "total": _shown(found.gross, places),
    })  # fmt: skip


def _shown(minor: Fraction, places: int = 6) -> Decimal:
    major = minor / 100
    return (Decimal(major.numerator) / Decimal(major.denominator)).quantize(
        Decimal(1).scaleb(-places), ROUND_HALF_UP
    )


def taxes_in_order(vector: Vector) -> None:
    """Taxes on taxes and taxes per piece, exact; and back from the price that contains them."""
    given = vector.given
    taxes = tuple(tax_of(t, f"T{i}") for i, t in enumerate(given["taxes_in_order"]))
    included = bool(given.get("tax_included", False))
    line = line_of(given["unit_price"], given.get("qty", 1), taxes, included=included)
    found = exact_line(line)
    pairs = [[_shown(t.base), _shown(t.tax)] for t in found.taxes]
    known: dict[str, object] = {
        "base": _shown(found.net), "taxes": [tax for _base, tax in pairs], "total": _shown(found.gross),
        "base_and_taxes": pairs, "per_tax_base_and_amount": pairs,
    }  # fmt: skip
    for name in vector.expected:
        if name.startswith("reverse_of_"):
            price = units(name.removeprefix("reverse_of_"))
            net = change_inclusion(
                price, from_taxes=taxes, from_included=True, to_taxes=(), to_included=False
            )
            known[name] = net * CENT
    compare(vector.expected, known)


def price_mapping(vector: Vector) -> None:
    """A price carried to other taxes."""
    given = vector.given
    price = change_inclusion(
        units(given["unit_price"]),
        from_taxes=(Tax("F", thousandths(given["from_tax"]["pct"])),),
        from_included=given["from_tax"]["included"],
        to_taxes=(Tax("T", thousandths(given["to_tax"]["pct"])),), to_included=given["to_tax"]["included"],
    )  # fmt: skip
    compare(vector.expected, {"unit_price": price * CENT})


def document_lines(given: Mapping[str, Any]) -> list[TaxableLine]:
    rows = given["lines"]
    if isinstance(rows, str):  # "100 lines of qty 1 x 1.001"
        found = re.fullmatch(r"(\d+) lines of qty (\S+) x (\S+)", rows)
        assert found is not None, rows
        rows = [{"qty": found[2], "unit_price": found[3]}] * int(found[1])
    lines = []
    for row in rows:
        named = [name.removesuffix("_pct") for name in row if name.endswith("_pct")]
        named = [name for name in named if name not in {"discount", "tax"}]
        rate = row.get("tax_pct", given.get("tax_pct"))
        taxes = [Tax(name, thousandths(row[f"{name}_pct"])) for name in named]
        if rate is not None:
            taxes.append(Tax(str(rate), thousandths(rate)))
        lines.append(line_of(
            row["unit_price"], row["qty"], tuple(taxes), discount=row.get("discount_pct", 0),
            included=row.get("tax_included", given.get("tax_included", False)),
            precision=Decimal(given.get("precision", "0.01")),
        ))  # fmt: skip
    return lines


def document_tax(vector: Vector) -> None:
    """A whole document, by the convention that the vector names; ours where it names none."""
    for rounding in ROUNDINGS[vector.given.get("rounding")]:
        lines = document_lines(vector.given)
        found = tax_document(lines, rounding=rounding)
        precision = Decimal(vector.given.get("precision", "0.01"))
        compare(vector.expected, _document_figures(vector.given, lines, found, precision))
        assert sum(x.gross_minor for x in found.lines) == found.gross_minor


def _document_figures(
    given: Mapping[str, Any], lines: list[TaxableLine], found: TaxedDocument, precision: Decimal
) -> dict[str, object]:
    by_code: dict[str, int] = {}
    for t in found.totals:
        by_code[t.code] = by_code.get(t.code, 0) + t.tax_minor
    order = dict.fromkeys(t.code for line in lines for t in line.taxes)
    known: dict[str, object] = {
        "untaxed": found.net_minor * precision, "tax": found.tax_minor * precision,
        "total": found.gross_minor * precision, "taxes": amounts(by_code[c] for c in order),
        "tax_by_rate": {c: by_code[c] * precision for c in by_code},
        "tax_base_equals_untaxed": all(t.base_minor == found.net_minor for t in found.totals),
    }  # fmt: skip
    for i, line in enumerate(found.lines, start=1):
        known[f"line_{i}"] = {"base": line.net_minor * precision, "tax": line.tax_minor * precision}
    if "round_total_to" in given:
        rounded = round_cash(found.gross_minor, units(given["round_total_to"]))
        known["rounded_total"] = rounded * CENT
        known["rounding_adjustment"] = (rounded - found.gross_minor) * CENT
    if isinstance(given.get("lines"), list):
        row = given["lines"][0]
        fine = Decimal("0.0001")
        shown = change_inclusion(
            units(Decimal(row["unit_price"]).quantize(fine), fine), from_taxes=lines[0].taxes,
            from_included=lines[0].includes_tax, to_taxes=lines[0].taxes, to_included=True,
        )  # fmt: skip
        known["unit_gross_shown"] = shown * fine
    return known


def document_tax_invariant(vector: Vector) -> None:
    """The total of prices that include tax is the sum of the lines, by every convention."""
    given = dict(vector.given)
    given["lines"] = given.get("lines") or given["ticket_lines"]
    lines = document_lines(given)
    for rounding in TaxRounding:
        found = tax_document(lines, rounding=rounding)
        compare(vector.expected, _document_figures(given, lines, found, CENT))


def einvoice_totals(vector: Vector) -> None:
    """EN 16931: nets of lines rounded and added exactly, tax by category on their sum."""
    given = vector.given
    lines = [_einvoice_line(row) for row in given["lines"]]
    extra = [_einvoice_extra(row) for row in given["document_allowances_charges"]]
    found = tax_document([*lines, *extra])
    net = [line.amount_minor for line in lines]
    prepaid, rounding = units(given["prepaid"]), units(given["rounding_amount"])
    by_category = {
        (t.code.split(":")[0], t.rate): (t.base_minor * CENT, t.tax_minor * CENT) for t in found.totals
    }
    wanted = {
        (row["category"], thousandths(row["rate_pct"])): (Decimal(row["base"]), Decimal(row["tax"]))
        for row in vector.expected["tax_by_category"]
    }
    assert by_category == wanted
    compare(
        {k: v for k, v in vector.expected.items() if k != "tax_by_category"},
        {
            "line_net": amounts(net), "line_net_sum": sum(net) * CENT,
            "tax_exclusive": found.net_minor * CENT, "tax_inclusive": found.gross_minor * CENT,
            "payable": (found.gross_minor - prepaid + rounding) * CENT,
        },
    )  # fmt: skip


def _category(row: Mapping[str, Any]) -> tuple[Tax, ...]:
    return (Tax(f"{row['category']}:{thousandths(row['rate_pct'])}", thousandths(row["rate_pct"])),)


def _einvoice_line(row: Mapping[str, Any]) -> TaxableLine:
    raw = Decimal(row["qty"]) * Decimal(row["price"]) / Decimal(row["price_base_qty"])
    for kind, amount in row["line_allowances"]:
        raw += Decimal(amount) if kind == "charge" else -Decimal(amount)
    minor = int((raw / CENT).quantize(Decimal(1), ROUND_HALF_UP))
    return TaxableLine(minor, ONE, False, _category(row))  # noqa: FBT003


def _einvoice_extra(row: Mapping[str, Any]) -> TaxableLine:
    sign = 1 if row["kind"] == "charge" else -1
    return TaxableLine(sign * units(row["amount"]), ONE, False, _category(row))  # noqa: FBT003


# --- the cart --------------------------------------------------------------------------------------
