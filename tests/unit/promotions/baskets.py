"""Baskets and promotions in short."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from app.promotions.rules import Basket, BasketLine, Promotion, Scope
from app.promotions.rules.basket import work_out
from app.promotions.states import Concurrency, PromotionKind, PromotionMode

NOON = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)  # a Wednesday


def line(key: str, price: int, pieces: int = 1, **more: Any) -> BasketLine:
    """Pieces of product number `hash`: P1 is product 1."""
    product = int("".join(x for x in key if x.isdigit()) or "0")
    more = {"product_id": product, "category_id": None, **more}
    return BasketLine(
        key=key, quantity_milli=pieces * 1000, unit_price_minor=price, list_minor=price * pieces, **more
    )


def basket(*lines: BasketLine, **more: Any) -> Basket:
    """A basket on a Wednesday at noon."""
    return Basket(lines=lines, at=more.pop("at", NOON), business_date=more.pop("day", NOON.date()), **more)


def promotion(number: int, kind: PromotionKind, **more: Any) -> Promotion:
    """A promotion over products 1, 2, ... where `products` is given, over all otherwise."""
    products = more.pop("products", None)
    scope = Scope(products=frozenset(products)) if products else Scope(everything=True)
    more = {"mode": PromotionMode.BEST_PRICE, "scope": scope, **more}
    return Promotion(promotion_id=number, name=f"P{number}", kind=kind, **more)


def off(
    found: Basket, *promotions: Promotion, concurrency: Concurrency = Concurrency.WITHIN
) -> dict[str, int]:
    """What each line is reduced by; lines that are not are left out."""
    worked_out = work_out(found, promotions, concurrency)
    return {x.key: worked_out.amount_minor(x.key) for x in found.lines if worked_out.of(x.key)}
