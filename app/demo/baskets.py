"""Who comes into the demo shop, when, and what he takes: made by chance, the same from the same seed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from math import pi, sin
from random import Random
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from app.kernel.quantity import ONE
from app.till.cart import Cart, Discount, DiscountKind, Sellable

_WEEKDAYS: Final = (0.8, 0.85, 0.9, 1.0, 1.3, 1.5)  # Monday to Saturday; closed on Sundays
# by local hour: how many come, and how much more often they take what stands in the map below
_HOURS: Final = {
    7: 4, 8: 9, 9: 7, 10: 6, 11: 7, 12: 8, 13: 4, 14: 4, 15: 6, 16: 8, 17: 9, 18: 5,
}  # fmt: skip
_SHARES: Final = {
    "coffee": 10, "bakery": 22, "fruit": 16, "dairy": 16, "drinks": 13, "pantry": 13, "household": 5,
    "gifts": 5,
}  # fmt: skip
_MORNING: Final = {"bakery": 2.6, "coffee": 2.0}
_MORNING_UNTIL: Final = 11
_DISCOUNTED: Final = 0.03
_EXACT_CASH: Final = 0.2
_SIZES: Final = (1, 2, 2, 3, 3, 4, 4, 5, 6, 7, 9, 12)


@dataclass(frozen=True, slots=True)
class Shelf:
    """What is for sale, by category; favourites are taken three times as often."""

    items: Mapping[str, Sequence[Sellable]]
    weights: Mapping[str, Sequence[int]]


def trading_days(until: date, count: int) -> list[date]:
    """The `count` days before `until` on which the shop was open, the oldest first."""
    days: list[date] = []
    day = until
    while len(days) < count:
        day -= timedelta(days=1)
        if day.weekday() < len(_WEEKDAYS):
            days.append(day)
    return days[::-1]


def visits(rng: Random, day: date, busyness: float) -> int:
    """How many customers pay on a day: by weekday and season, and a little by chance."""
    season = 1 + 0.15 * sin(2 * pi * (day.timetuple().tm_yday - 80) / 365)
    return max(round(busyness * _WEEKDAYS[day.weekday()] * season * rng.uniform(0.85, 1.15)), 3)


def moments(rng: Random, day: date, count: int, time_zone: str) -> list[datetime]:
    """When they pay, in order; UTC."""
    zone = ZoneInfo(time_zone)
    hours = rng.choices(list(_HOURS), weights=list(_HOURS.values()), k=count)
    local = [datetime.combine(day, time(h, rng.randrange(60), rng.randrange(60)), zone) for h in hours]
    return sorted(moment.astimezone(UTC) for moment in local)


def make_cart(rng: Random, shelf: Shelf, *, hour: int, cashier_id: int) -> Cart:
    """Goods for one customer; its UUID comes out of the chance as well."""
    cart = Cart(uuid=str(UUID(int=rng.getrandbits(128), version=4)))
    shares = [
        share * (_MORNING.get(key, 1.0) if hour < _MORNING_UNTIL else 1.0) for key, share in _SHARES.items()
    ]
    for key in rng.choices(list(_SHARES), weights=shares, k=rng.choice(_SIZES)):
        item = rng.choices(shelf.items[key], weights=shelf.weights[key])[0]
        cart = cart.add(item, cashier_id=cashier_id, quantity_milli=_quantity(rng, item))
    return cart


def _quantity(rng: Random, item: Sellable) -> int:
    if item.weighed:
        return rng.randrange(120, 1900)
    return ONE * rng.choices((1, 2, 3, 4), weights=(76, 17, 5, 2))[0]


def with_discount(rng: Random, cart: Cart) -> Cart:
    """Now and then ten per cent off one line, within a cashier's limit."""
    line = rng.choice(cart.lines)
    if not line.item.discountable or rng.random() > _DISCOUNTED:
        return cart
    return cart.set_line_discount(line.line_id, Discount(DiscountKind.PERCENT, rng.choice((500, 1000))))


def notes_for(rng: Random, due_minor: int) -> int:
    """What a customer hands over in cash: exact, or the next handy notes."""
    if rng.random() < _EXACT_CASH:
        return due_minor
    step = rng.choice((500, 1000, 1000, 2000, 5000))
    return -(-due_minor // step) * step
