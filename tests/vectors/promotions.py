"""The vectors of promotions: what a rule in words is here, and what the basket then costs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from app.kernel.money import round_half_up
from app.kernel.quantity import ONE
from app.promotions.rules import Basket, BasketLine, Promotion, Scope, WorkedOut
from app.promotions.rules.basket import work_out
from app.promotions.states import Concurrency, PromotionKind, PromotionMode
from app.tax.engine import tax_document
from app.tax.rules import Tax, TaxableLine, TaxedDocument
from tests.vectors.known import Vector
from tests.vectors.reckoning import CENT, compare, thousandths, units

_NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
_MODES = {"best price": PromotionMode.BEST_PRICE, "compound": PromotionMode.COMPOUND}
_WITHIN = "best price and compound within priority, never compound across priorities"
_ALL = Scope(everything=True)


def promotion(vector: Vector) -> None:
    """By what the vector's input looks like."""
    given = vector.given
    if "discounts" in given:
        _priorities(vector)
    elif "product_discount" in given:
        _fixed_then_all(vector)
    elif "price" in given:
        _free_then_per_cent(vector)
    elif given["rule"] == "same":
        _not_enough(vector)
    else:
        _per_cent_of_order(vector)


def _line(
    key: str, product: int, price: int, pieces: int = 1, rate: int = 0, *, included: bool = True
) -> BasketLine:
    return BasketLine(key, product, None, pieces * ONE, price, price * pieces, rate, included)


def _found(lines: list[BasketLine], promotions: list[Promotion], concurrency: Concurrency) -> WorkedOut:
    return work_out(Basket(tuple(lines), _NOON, _NOON.date()), promotions, concurrency)


def _priorities(vector: Vector) -> None:
    given = vector.given
    concurrency = Concurrency.WITHIN if given["model"] == _WITHIN else Concurrency.ACROSS
    numbers = {name: at for at, name in enumerate(given["prices"], start=1)}
    rules = [_rule(at, name, r, numbers) for at, (name, r) in enumerate(given["discounts"].items(), start=1)]
    due = {}
    for name, price in given["prices"].items():  # each by itself, as the source reckons
        line = _line(name, numbers[name], units(price))
        due[name] = (line.list_minor - _found([line], rules, concurrency).amount_minor(name)) * CENT
    compare(vector.expected, {"due": due})


def _rule(number: int, name: str, given: Mapping[str, Any], numbers: Mapping[str, int]) -> Promotion:
    everything = given["products"] == "all"
    scope = _ALL if everything else Scope(products=frozenset(numbers[p] for p in given["products"]))
    kind = PromotionKind.AMOUNT if "amount" in given else PromotionKind.PERCENT
    if given.get("type") == "threshold":
        kind = PromotionKind.BASKET
    return Promotion(
        number, name, kind, _MODES[given["mode"]], given["priority"], scope,
        hundredths=units(given.get("pct", 0)), amount_minor=units(given.get("amount", 0)),
    )  # fmt: skip


def _fixed_then_all(vector: Vector) -> None:
    given, mode = vector.given, PromotionMode.COMPOUND
    rules = [
        Promotion(1, "fixed", PromotionKind.AMOUNT, mode, amount_minor=units(given["product_discount"])),
        Promotion(2, "all", PromotionKind.BASKET, mode, hundredths=units(given["then_global_pct"])),
    ]
    line = _line("P", 1, units(given["price"]))
    left = line.list_minor - _found([line], rules, Concurrency.WITHIN).amount_minor("P")
    compare(vector.expected, {"total": left * CENT})


def _free_then_per_cent(vector: Vector) -> None:
    """Whoever pays for `qty` has the free ones on the counter as well."""
    given, mode = vector.given, PromotionMode.COMPOUND
    bought, got = map(int, re.findall(r"buy (\d+) get (\d+) free", given["rules"][0])[0])
    per_cent = int(re.findall(r"(\d+)%", given["rules"][1])[0])
    pieces = int(given["qty"]) + int(given["qty"]) // bought * got
    rules = [
        Promotion(1, "free", PromotionKind.BUY_GET, mode, hundredths=10_000, buy=bought, get=got),
        Promotion(2, "code", PromotionKind.PERCENT, mode, hundredths=per_cent * 100),
    ]
    line = _line("P", 1, units(given["price"]), pieces)
    left = line.list_minor - _found([line], rules, Concurrency.WITHIN).amount_minor("P")
    compare(vector.expected, {"total": left * CENT})


def _not_enough(vector: Vector) -> None:
    """Ten of two products would be cheaper; eight and ten of another are not (all cost the same there)."""
    count = sum(vector.given["qty"].values())
    price = units(vector.expected["before"]) // count
    lines = [
        _line(key, at, price, pieces) for at, (key, pieces) in enumerate(vector.given["qty"].items(), start=1)
    ]
    scope = Scope(products=frozenset({1, 2}))
    rule = Promotion(1, "ten", PromotionKind.BUNDLE, scope=scope, buy=10, hundredths=1000)
    before = sum(line.list_minor for line in lines)
    off = sum(r.amount_minor for r in _found(lines, [rule], Concurrency.WITHIN).reductions)
    compare(vector.expected, {"before": before * CENT, "after": (before - off) * CENT})


def _per_cent_of_order(vector: Vector) -> None:
    """Net prices; a most that is told with tax is one without at the first product's rate."""
    rule, lines = str(vector.given["rule"]), []
    for at, x in enumerate(vector.given["lines"], start=1):
        rate = thousandths(x.get("tax_pct"))
        lines.append(_line(f"P{at}", at, units(x["unit_price"]), int(x["qty"]), rate, included=False))
    most = re.search(r"max (\d+) tax included", rule)
    reach = re.search(r"when untaxed >= (\d+)", rule)
    found = _found(lines, [
        Promotion(
            1, rule, PromotionKind.BASKET, scope=Scope(products=frozenset({1})),
            hundredths=int(re.findall(r"(\d+)%", rule)[0]) * 100, with_tax=False,
            from_minor=units(reach[1]) if reach else 0,
            most_minor=round_half_up(units(most[1]) * 100_000, 100_000 + lines[0].rate) if most else None,
        )
    ], Concurrency.WITHIN)  # fmt: skip
    document = _taxed(lines, found)
    off = sum(r.amount_minor for r in found.reductions)
    compare(vector.expected, {
        "discount_untaxed": -off * CENT, "untaxed": document.net_minor * CENT,
        "tax": document.tax_minor * CENT,
        "total": document.gross_minor * CENT,
    })  # fmt: skip


def _taxed(lines: list[BasketLine], found: WorkedOut) -> TaxedDocument:
    def taxes(line: BasketLine) -> tuple[Tax, ...]:
        return (Tax("T", line.rate),) if line.rate else ()

    return tax_document(
        [
            TaxableLine(x.list_minor - found.amount_minor(x.key), x.quantity_milli, x.includes_tax, taxes(x))
            for x in lines
        ]
    )
