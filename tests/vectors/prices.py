"""The vectors of price lists: factors on a list's prices, the first that fits."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from app.kernel.quantity import ONE
from app.pricing.choosing import Formula, Goods, ListTerms, choose
from app.pricing.rules import PriceLine
from tests.vectors.known import Vector
from tests.vectors.reckoning import CENT, compare, thousandths, units

_PRODUCTS = {"product": 1, "variant": 2}
_CONTENT = {"kg": ONE, "g": 1}  # base units in one sold unit
_DAY = date(2026, 3, 2)


def price_list(vector: Vector) -> None:
    """A list by formula on a list with one price per kilogramme."""
    given = vector.given
    base = ListTerms(1, "BASE", "Base", "EUR", includes_tax=False)
    lists = [
        ListTerms(
            2, "RULES", "Rules", "EUR", includes_tax=False, base_id=1,
            formulas=tuple(_formula(rule) for rule in given["rules_first_match"]),
        ),
        base,
    ]  # fmt: skip
    size = _CONTENT[given["uom"]]
    goods = Goods(_PRODUCTS[given["product"]], None, None if size == ONE else 7, size)
    prices = {1: [PriceLine(None, 0, None, None, units(given["list_price_per_kg"]))]}
    found = choose(lists, prices, goods, quantity_milli=thousandths(given["qty"]), on=_DAY)
    assert found is not None
    assert found.list_code == "RULES"
    per_kg = found.price_minor * ONE // size
    compare(vector.expected, {"unit_price": per_kg * CENT})


def _formula(rule: str) -> Formula:
    """ "qty>=10 & variant: x0.8"."""
    conditions, factor = rule.split(": x")
    least = re.search(r"qty>=(\d+)", conditions)
    variant = _PRODUCTS["variant"] if "variant" in conditions else None
    return Formula(variant, None, int(least[1]) * ONE if least else 0, int(Decimal(factor) * 10_000))
