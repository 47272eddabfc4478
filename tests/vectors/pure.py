"""Runs the vectors that need no database: each function takes one and asserts what it expects.

Amounts are strings in major units; here they become integers of the vector's own precision, which is
what the program's minor units are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from app.catalog.barcodes import ParsedScan, parse_scan
from app.catalog.gtin import CheckDigitError
from app.catalog.scan_patterns import PLAIN, Measure, Pattern, ScanPatterns
from app.inventory.rules import MICRO, Level, put_in, take_out
from app.kernel.quantity import ONE
from app.organisation.rules import business_date
from app.payments.cash_rounding import CashRoundingMode, round_cash
from app.tax.engine import less_settlement_discount, tax_document
from app.tax.rules import LineTax, Tax, TaxableLine, TaxedDocument, TaxRounding, TaxTotal
from app.till.back import Back, ReceiptLine, amounts_back
from app.till.cart import Cart, Discount, DiscountKind, Sellable
from app.till.rules import PricedCart, PriceSettings, price_cart
from app.till.tender import Tendering
from tests.vectors import offices
from tests.vectors.known import OTHERWISE, Vector
from tests.vectors.prices import price_list
from tests.vectors.promotions import promotion
from tests.vectors.reckoning import (
    CENT,
    amounts,
    compare,
    line_of,
    thousandths,
    units,
)
from tests.vectors.taxes import (
    document_lines,
    document_tax,
    document_tax_invariant,
    einvoice_totals,
    line_tax,
    line_tax_unrounded,
    price_mapping,
    taxes_in_order,
)


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
        document = tax_document(document_lines(given))
        hundredths = Fraction(units(given["discount_amount"]) * 10_000, document.gross_minor)
        assert hundredths.denominator == 1
        found = less_settlement_discount(document, hundredths=int(hundredths))
        compare(vector.expected, {"untaxed": found.net_minor * CENT, "total": found.gross_minor * CENT})
    elif given.get("apply_on") == "net total":
        document = tax_document(document_lines(given))
        taxes = document_lines(given)[0].taxes
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
        whole, off = units(given["original_total"]), units(given["original_order_discount"])
        line = _receipt_line(price_cart(_discounted(whole, off), settings()), pieces=whole)
        back = amounts_back(line, units(given["returned_value"]) * ONE)
        compare(vector.expected, {"discount_reversed": -back.sale_discount_minor * CENT})
    else:
        priced = price_cart(
            _discounted(units(given["price"]), units(given["fixed_order_discount"])), settings()
        )
        assert priced.gross_minor == units(given["paid"])
        line = _receipt_line(priced, pieces=1)
        compare(vector.expected, {"refund": -amounts_back(line, ONE).gross_minor * CENT})


def _discounted(price_minor: int, off_minor: int) -> Cart:
    return cart_of([price_minor]).set_discount(Discount(DiscountKind.AMOUNT, off_minor))


def _receipt_line(priced: PricedCart, *, pieces: int) -> ReceiptLine:
    """The only line of a cart as it stands on its receipt, sold as so many pieces."""
    x = priced.lines[0]
    taxes = tuple(TaxTotal(t.code, t.rate, x.net_minor, x.tax_minor) for t in priced.totals)
    return ReceiptLine(
        sale_id=1, position=1, number="T01-000001", name=x.line.item.name, sold_milli=pieces * ONE,
        before_milli=0, includes_tax=x.line.item.includes_tax, line_discount_minor=x.line_discount_minor,
        sale_discount_minor=x.sale_discount_minor, net_minor=x.net_minor, tax_minor=x.tax_minor,
        gross_minor=x.gross_minor, taxes=taxes,
    )  # fmt: skip


def _exchange(vector: Vector) -> None:
    """Goods out and goods back in one cart: one net amount, and sales and returns are never netted."""
    cart, rates = Cart(), set()
    for row in vector.given["lines"]:
        qty, rate = Decimal(row["qty"]), thousandths(row["tax_pct"])
        rates.add(rate)
        item = goods(units(row["unit_price"]), rate=rate, included=row["tax_included"])
        back = Back("Changed mind") if qty < 0 else None
        cart = cart.add(item, cashier_id=1, quantity_milli=int(abs(qty) * ONE), back=back)
        if row.get("discount_pct"):
            off = Discount(DiscountKind.PERCENT, int(Decimal(row["discount_pct"]) * 100))
            cart = cart.set_line_discount(cart.lines[-1].line_id, off)
    priced = price_cart(cart, settings(*rates))
    assert priced.parts is not None
    known: dict[str, object] = {"due": priced.gross_minor * CENT}
    for side, part, sign in (("sale", priced.parts.sold, 1), ("return", priced.parts.back, -1)):
        assert part is not None
        figures = {"base": part.net_minor, "tax": part.tax_minor, "total": part.gross_minor}
        wanted = vector.expected.get(side, {})
        known[side] = {name: sign * figures[name] * CENT for name in wanted}
    compare(vector.expected, known)


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
    "price_list": price_list,
    "promotion": promotion,
    "refund": refund,
    "tender": tender,
    "cash_rounding": cash_rounding,
    "scale_barcode": scale_barcode,
    "cost:average": cost_average,
    "cost:fifo": offices.cost_fifo,
    "ar_allocation": offices.ar_allocation,
    "availability": offices.availability,
    "credit_check:orders": offices.credit_orders,
    "credit_check:currency": offices.credit_currency,
    "business_day": business_day,
}
