"""Runs the vectors that need no database: each function takes one and asserts what it expects.

Amounts are strings in major units; here they become integers of the vector's own precision, which is
what the program's minor units are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from app.catalog.barcodes import ParsedScan, parse_scan
from app.catalog.gtin import CheckDigitError
from app.catalog.scan_patterns import PLAIN, Measure, Pattern, ScanPatterns
from app.inventory.rules import MICRO, Level, put_in, take_out
from app.kernel.money import split_by_weight
from app.kernel.quantity import ONE
from app.organisation.rules import business_date
from app.payments.cash_rounding import CashRoundingMode, round_cash
from app.tax.engine import change_inclusion, exact_line, less_settlement_discount, tax_document
from app.tax.rules import EXACT, LineTax, Tax, TaxableLine, TaxedDocument, TaxRounding, TaxTotal
from app.till.cart import Cart, Discount, DiscountKind, Sellable
from app.till.rules import PriceSettings, price_cart
from app.till.tender import Tendering
from tests.vectors.known import OTHERWISE, Vector

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


def _document_lines(given: Mapping[str, Any]) -> list[TaxableLine]:
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
        lines = _document_lines(vector.given)
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
    lines = _document_lines(given)
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


def goods(price_minor: int, *, rate: int = 0, included: bool = True) -> Sellable:
    """Something to sell; the tax class is its rate in thousandths of a per cent."""
    return Sellable(
        product_id=1, sku="P", name="P", unit="pc", pack_milli=ONE, unit_price_minor=price_minor,
        includes_tax=included, tax_class_id=rate, category_id=None,
    )  # fmt: skip


def settings(*rates: int, rounding: TaxRounding = TaxRounding.DOCUMENT) -> PriceSettings:
    """Prices by those rates."""
    return PriceSettings("EUR", rounding, {rate: (Tax(str(rate), rate),) for rate in (0, *rates)})


def cart_of(prices: Iterable[int]) -> Cart:
    """One line each, without tax."""
    cart = Cart()
    for price in prices:
        cart = cart.add(goods(price), cashier_id=1)
    return cart


def global_discount(vector: Vector) -> None:
    """A discount on the whole sale, or on a document that is written already."""
    given = vector.given
    if "before" in given:
        _settled(vector, given["before"], round(Decimal(given["discount_pct"]) * 100))
    elif "unit_prices" in given:
        _spread(vector, [units(p) for p in given["unit_prices"]])
    elif given.get("apply_on") == "grand total":
        document = tax_document(_document_lines(given))
        hundredths = Fraction(units(given["discount_amount"]) * 10_000, document.gross_minor)
        assert hundredths.denominator == 1
        found = less_settlement_discount(document, hundredths=int(hundredths))
        compare(vector.expected, {"untaxed": found.net_minor * CENT, "total": found.gross_minor * CENT})
    elif given.get("apply_on") == "net total":
        document = tax_document(_document_lines(given))
        taxes = _document_lines(given)[0].taxes
        less = TaxableLine(document.net_minor - units(given["discount_amount"]), ONE, False, taxes)  # noqa: FBT003
        found = tax_document([less])
        compare(vector.expected, {"untaxed": found.net_minor * CENT, "total": found.gross_minor * CENT})
    else:
        rows = [re.fullmatch(r"(\S+) x (\S+)", row[0]) for row in given["lines"]]
        cart = Cart()
        for row in rows:
            assert row is not None
            cart = cart.add(goods(units(row[2])), cashier_id=1, quantity_milli=int(Decimal(row[1]) * ONE))
        cart = cart.set_discount(Discount(DiscountKind.AMOUNT, units(given["discount_amount"])))
        gross = price_cart(cart, settings()).gross_minor * CENT
        known = {k: v for k, v in vector.expected.items() if k != "unit_prices" or vector.id not in OTHERWISE}
        compare(known, {"subtotal": gross})


def _settled(vector: Vector, before: Mapping[str, Any], hundredths: int) -> None:
    taxes = [units(t) for t in before["taxes"]]
    net, gross = units(before["untaxed"]), units(before["total"])
    document = TaxedDocument(
        (LineTax(net, gross - net, gross),),
        tuple(TaxTotal(f"T{i}", 0, 0, tax) for i, tax in enumerate(taxes)),
        net, gross - net, gross,
    )  # fmt: skip
    found = less_settlement_discount(document, hundredths=hundredths)
    compare(vector.expected, {
        "untaxed": found.net_minor * CENT, "taxes": amounts(t.tax_minor for t in found.totals),
        "total": found.gross_minor * CENT,
    })  # fmt: skip


def _spread(vector: Vector, prices: list[int]) -> None:
    given = vector.given
    if "discount_pct" in given:
        discount = Discount(DiscountKind.PERCENT, int(Decimal(given["discount_pct"]) * 100))
    else:
        discount = Discount(DiscountKind.AMOUNT, units(given["discount_amount"]))
    priced = price_cart(cart_of(prices).set_discount(discount), settings())
    compare(vector.expected, {
        "unit_prices": amounts(x.gross_minor for x in priced.lines), "subtotal": priced.gross_minor * CENT,
    })  # fmt: skip


def refund(vector: Vector) -> None:
    """What a return pays back."""
    given = vector.given
    if "lines" in given:
        _exchange(vector)
    elif "original_order_discount" in given:
        whole, back = units(given["original_total"]), units(given["returned_value"])
        share = split_by_weight(units(given["original_order_discount"]), [back, whole - back])[0]
        compare(vector.expected, {"discount_reversed": -share * CENT})
    else:
        cart = cart_of([units(given["price"])])
        cart = cart.set_discount(Discount(DiscountKind.AMOUNT, units(given["fixed_order_discount"])))
        gross = price_cart(cart, settings()).gross_minor
        assert gross == units(given["paid"])
        compare(vector.expected, {"refund": -gross * CENT})


def _exchange(vector: Vector) -> None:
    """Goods out and goods back are priced apart: sales and returns are never netted."""
    sides: dict[str, Cart] = {"sale": Cart(), "return": Cart()}
    rates = set()
    for row in vector.given["lines"]:
        qty, rate = Decimal(row["qty"]), thousandths(row["tax_pct"])
        rates.add(rate)
        side = "sale" if qty > 0 else "return"
        item = goods(units(row["unit_price"]), rate=rate, included=row["tax_included"])
        cart = sides[side].add(item, cashier_id=1, quantity_milli=int(abs(qty) * ONE))
        if row.get("discount_pct"):
            off = Discount(DiscountKind.PERCENT, int(Decimal(row["discount_pct"]) * 100))
            cart = cart.set_line_discount(cart.lines[-1].line_id, off)
        sides[side] = cart
    known: dict[str, object] = {}
    due = 0
    for side, sign in (("sale", 1), ("return", -1)):
        priced = price_cart(sides[side], settings(*rates))
        figures = {"base": priced.net_minor, "tax": priced.tax_minor, "total": priced.gross_minor}
        wanted = vector.expected.get(side, {})
        known[side] = {name: sign * figures[name] * CENT for name in wanted}
        due += sign * priced.gross_minor
    compare(vector.expected, {**known, "due": due * CENT})


# --- money, stock, days, codes ---------------------------------------------------------------------

KINDS = {"bank draft": "card", "bank": "card", "card": "card", "cash": "cash"}


def tender(vector: Vector) -> None:
    """Payments, and the change."""
    given = vector.given
    paying = Tendering(units(given["total"]), "EUR")
    payments = given.get("payments") or [["card", given["terminal"]]]
    for name, amount in payments:
        paying = paying.add(name, KINDS[name], units(amount), gives_change=True)
    assert paying.is_complete
    compare(vector.expected, {
        "change": paying.change_minor * CENT, "cash_change": -paying.change_minor * CENT,
    })  # fmt: skip


def cash_rounding(vector: Vector) -> None:
    """Cash in coins that exist; cards to the cent."""
    given = vector.given
    if "lines" in given:
        rate = thousandths(given["tax_pct"])
        lines = [line_of(x, 1, (Tax("G", rate),), included=False) for x in given["lines"]]
        paying = Tendering(tax_document(lines).gross_minor, "CAD", units(given.get("step", "0.05")))
        due = paying.cash_due_minor if given["tender"] == "cash" else paying.still_to_pay_minor
        paying = paying.add(given["tender"], KINDS[given["tender"]], due)
        compare(vector.expected, {"due": due * CENT, "rounding": paying.rounding_minor * CENT})
        return
    total, step = units(given["total"]), units(given["step"])
    if "payments" in given:
        _split_rounding(vector, Tendering(total, "EUR", step))
        return
    due = round_cash(total, step, CashRoundingMode(given["mode"]))
    compare(vector.expected, {"cash_due": due * CENT, "rounding": (due - total) * CENT})


def _split_rounding(vector: Vector, paying: Tendering) -> None:
    for name, amount in vector.given["payments"]:
        paying = paying.add(name, KINDS[name], units(amount), gives_change=True)
    assert vector.id in OTHERWISE
    assert paying.is_complete
    kept = sum(t.tendered_minor - t.change_minor for t in paying.tenders)
    assert kept == paying.due_minor + paying.rounding_minor


def scale_barcode(vector: Vector) -> None:
    """A label with its price or weight inside."""
    scanned, expected = vector.given["scanned"], vector.expected
    if not expected["check_digit_valid"]:
        with pytest.raises(CheckDigitError):
            parse_scan(scanned)
        return
    if expected["value_kind"] == "price":
        patterns = ScanPatterns()
    else:
        own = Pattern(f"{scanned[:2]}PPPPPVVVVVX", Measure.WEIGHT, 3)
        patterns = ScanPatterns(embedded=(own, *(p for p in PLAIN if p.prefix != own.prefix)))
    found = parse_scan(scanned, patterns=patterns)
    assert _item(expected) in {code.lstrip("0") for code in found.codes}
    assert _label_value(found) == Decimal(expected["value"])


def _item(expected: Mapping[str, Any]) -> str:
    return str(expected.get("item_code") or expected["product_code"]).lstrip("0")


def _label_value(found: ParsedScan) -> Decimal:
    if found.price is not None:
        return found.price
    assert found.quantity_milli is not None
    return Decimal(found.quantity_milli) / ONE


def cost_average(vector: Vector) -> None:
    """The moving average after each move."""
    level = Level(0, 0, 0)
    after = []
    for move in vector.given["moves"]:
        size = int(Decimal(move[1]) * ONE)
        if move[0] == "in":
            level = put_in(level, size, round(Decimal(move[1]) * Decimal(move[2]) * 100))
        else:
            level, _cost = take_out(level, size)
        after.append((Decimal(level.unit_cost_micro) / MICRO / 100).quantize(CENT))
    wanted = vector.expected.get("cost_after", [])
    assert all(w is None or Decimal(w) == a for w, a in zip(wanted, after, strict=bool(wanted)))
    compare({k: v for k, v in vector.expected.items() if k != "cost_after"}, {"cost_after_all": after[-1]})


def business_day(vector: Vector) -> None:
    """A sale after midnight belongs to the day that opened, up to the cut-off."""
    hours, minutes = (int(x) for x in vector.given["cutoff"].split(":"))
    cutoff = hours * 60 + minutes
    sold = re.match(r"(\d+):(\d+) on the next calendar day", vector.given["sale_local_time"])
    assert sold is not None
    zone = ZoneInfo("Europe/Berlin")
    at = datetime(2026, 3, 3, int(sold[1]), int(sold[2]), tzinfo=zone)
    first = datetime(2026, 3, 3, hours, minutes, tzinfo=zone)
    day = date(2026, 3, 2)

    def of(moment: datetime, minutes_after: int) -> date:
        return business_date(moment.astimezone(UTC), time_zone="Europe/Berlin", cutoff_minutes=minutes_after)

    assert of(at, cutoff) == day
    assert of(first, cutoff) == date(2026, 3, 3)
    assert of(at, 0) == date(2026, 3, 3)


RUNNERS: dict[str, Callable[[Vector], None]] = {
    "line_tax": line_tax,
    "line_tax_unrounded": line_tax_unrounded,
    "compound_tax": taxes_in_order,
    "fixed_tax": taxes_in_order,
    "price_mapping": price_mapping,
    "document_tax": document_tax,
    "document_tax_invariant": document_tax_invariant,
    "einvoice_totals": einvoice_totals,
    "global_discount": global_discount,
    "refund": refund,
    "tender": tender,
    "cash_rounding": cash_rounding,
    "scale_barcode": scale_barcode,
    "cost:average": cost_average,
    "business_day": business_day,
}
