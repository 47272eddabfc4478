"""From which of our places an order is shipped: the ways there are, ranked. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from app.orders.rules import promise_on

_FAR: Final = 10**9  # km: of a place nobody said how far it is
_NEVER: Final = date.max


class RouteRule(StrEnum):
    """What a shop prefers."""

    WHOLE = "whole"  # from one place that has all of it
    NEAREST = "nearest"  # from the nearest place that has all of it
    SOONEST = "soonest"  # from where it can leave first


@dataclass(frozen=True, slots=True)
class Need:
    """Goods of an order line that are not on their way yet, base units.

    Attributes:
        step_milli: parts of it are multiples of this, e.g. a box; the whole of it: it is never divided.
    """

    line_id: int
    product_id: int
    name: str
    quantity_milli: int
    step_milli: int


@dataclass(frozen=True, slots=True)
class Place:
    """A place of ours that ships; by product what is free, what is coming, and what others wait for."""

    id: int
    name: str
    priority: int = 0
    distance_km: int | None = None
    free: Mapping[int, int] = field(default_factory=dict)
    supplies: Mapping[int, Sequence[tuple[date, int]]] = field(default_factory=dict)
    waiting: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Part:
    """So much of a line from a place; `ready_on` None: nobody knows when."""

    line_id: int
    location_id: int
    quantity_milli: int
    there_milli: int
    ready_on: date | None


@dataclass(frozen=True, slots=True)
class Route:
    """A way to ship an order.

    Attributes:
        parts: what comes from where.
        places: where from, the one that gives most first.
        missing_milli: what is not there now.
        ready_on: when the last part can leave; None: nobody knows.
        distance_km: of the farthest place; None: not known of one of them.
        priority: of the places, the worst.
    """

    parts: tuple[Part, ...]
    places: tuple[int, ...]
    missing_milli: int
    ready_on: date | None
    distance_km: int | None
    priority: int

    @property
    def is_split(self) -> bool:
        """Whether it takes several shipments."""
        return len(self.places) > 1


def plan_routes(
    needs: Sequence[Need], places: Sequence[Place], *, today: date, rule: RouteRule, may_split: bool
) -> list[Route]:
    """The ways to ship, the best by the rule first; no way twice."""
    if not needs or not places:
        return []
    ways = [[(n, p, n.quantity_milli) for n in needs] for p in places]
    if may_split:
        ways += [_spread(needs, order, today) for order in _orders(needs, places)]
    products = {n.line_id: n.product_id for n in needs}
    routes: dict[object, Route] = {}
    for route in (_route(way, places, today) for way in ways):
        same = routes.setdefault(_like(route, products), route)
        if len(route.parts) < len(same.parts):
            routes[_like(route, products)] = route
    return sorted(routes.values(), key=lambda r: _rank(r, rule))


def _like(route: Route, products: Mapping[int, int]) -> object:
    """Ways that take as much of each product from each place are one way, however lines are divided."""
    sums: dict[tuple[int, int], int] = {}
    for p in route.parts:
        key = p.location_id, products[p.line_id]
        sums[key] = sums.get(key, 0) + p.quantity_milli
    return tuple(sorted(sums.items()))


def _rank(route: Route, rule: RouteRule) -> tuple[object, ...]:
    short = route.missing_milli > 0
    far = _FAR if route.distance_km is None else route.distance_km
    ready = route.ready_on or _NEVER
    count = len(route.places)
    if rule is RouteRule.SOONEST:
        return (ready, count, far, route.priority, route.places)
    if rule is RouteRule.NEAREST:
        return (short, count if short else 0, far, count, ready, route.priority, route.places)
    return (short, count, ready, far, route.priority, route.places)


def _near(place: Place) -> tuple[int, int, int]:
    return (_FAR if place.distance_km is None else place.distance_km, place.priority, place.id)


def _orders(needs: Sequence[Need], places: Sequence[Place]) -> Iterable[Sequence[Place]]:
    """In which order places are emptied: the nearest first, and the one that has most of it first."""
    yield sorted(places, key=_near)
    yield sorted(
        places,
        key=lambda p: (-sum(min(_whole(p, n), n.quantity_milli) for n in needs), *_near(p)),
    )


def _whole(place: Place, need: Need) -> int:
    """What is free there of a need, in whole steps of it."""
    free = max(place.free.get(need.product_id, 0), 0)
    if free >= need.quantity_milli:
        return need.quantity_milli
    return free // need.step_milli * need.step_milli


def _spread(needs: Sequence[Need], places: Sequence[Place], today: date) -> list[tuple[Need, Place, int]]:
    """Take what is there, place by place; what is nowhere comes from where it comes soonest."""
    left = {(p.id, product): milli for p in places for product, milli in p.free.items()}
    way: list[tuple[Need, Place, int]] = []
    for need in needs:
        rest = need.quantity_milli
        taken: dict[int, int] = {}
        for place in places:
            free = max(left.get((place.id, need.product_id), 0), 0)
            milli = rest if free >= rest else free // need.step_milli * need.step_milli
            if milli > 0:
                taken[place.id] = milli
                rest -= milli
                left[place.id, need.product_id] = free - milli
        if rest:
            place = min(places, key=lambda p: _ready(need, p, rest, today) or _NEVER)
            taken[place.id] = taken.get(place.id, 0) + rest
        way += [(need, p, taken[p.id]) for p in places if p.id in taken]
    return way


def _ready(need: Need, place: Place, quantity_milli: int, today: date) -> date | None:
    free = place.free.get(need.product_id, 0)
    if free >= quantity_milli:
        return today
    return promise_on(
        quantity_milli, today=today, available_milli=free - place.waiting.get(need.product_id, 0),
        supplies=place.supplies.get(need.product_id, ()),
    )  # fmt: skip


def _route(way: Sequence[tuple[Need, Place, int]], places: Sequence[Place], today: date) -> Route:
    left = {(p.id, product): max(milli, 0) for p in places for product, milli in p.free.items()}
    parts: list[Part] = []
    given: dict[int, int] = {}
    for need, place, quantity in way:
        key = place.id, need.product_id
        there = min(left.get(key, 0), quantity)
        left[key] = left.get(key, 0) - there
        ready = today if there == quantity else _ready(need, place, quantity, today)
        parts.append(Part(need.line_id, place.id, quantity, there, ready))
        given[place.id] = given.get(place.id, 0) + quantity
    used = [p for p in places if p.id in given]
    days = [x.ready_on for x in parts]
    far = [p.distance_km for p in used]
    return Route(
        parts=tuple(sorted(parts, key=lambda x: (x.line_id, x.location_id))),
        places=tuple(sorted(given, key=lambda i: (-given[i], i))),
        missing_milli=sum(x.quantity_milli - x.there_milli for x in parts),
        ready_on=None if None in days else max(d for d in days if d is not None),
        distance_km=None if None in far else max(d for d in far if d is not None),
        priority=max(p.priority for p in used),
    )


def distance_of(areas: Iterable[tuple[str, str, int]], *, country: str, postal_code: str) -> int | None:
    """Kilometres to an address by (country, beginning of the postal code, km): the longest one that fits."""
    code = postal_code.replace(" ", "").upper()
    fits = [
        (len(prefix), km)
        for land, prefix, km in areas
        if land.upper() == country.upper() and code.startswith(prefix.replace(" ", "").upper())
    ]
    return max(fits, key=lambda x: (x[0], -x[1]))[1] if fits else None
