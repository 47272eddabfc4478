"""The ways to ship an order: ranked by a rule, and every piece in them once."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.orders.routing import Need, Place, Route, RouteRule, distance_of, plan_routes

TODAY = date(2026, 3, 2)
WEEK = TODAY + timedelta(days=7)
TEN = Need(1, 100, "Red wine", 10_000, 1_000)
NEAR = Place(1, "Near", 2, 10, {100: 4_000})
FAR = Place(2, "Far", 1, 300, {100: 12_000})
SOON = Place(3, "Soon", 3, None, {100: 0}, {100: [(WEEK, 50_000)]})


def _plan(*places: Place, rule: RouteRule = RouteRule.WHOLE, split: bool = True) -> list[Route]:
    return plan_routes([TEN], places, today=TODAY, rule=rule, may_split=split)


def test_what_one_place_has_whole_ships_from_there():
    best = _plan(NEAR, FAR, SOON)[0]
    assert best.places == (2,)
    assert (best.missing_milli, best.ready_on, best.distance_km) == (0, TODAY, 300)


def test_the_nearest_that_has_all_of_it_comes_before_a_farther_one():
    near = Place(1, "Near", 2, 10, {100: 10_000})
    assert _plan(FAR, near, rule=RouteRule.NEAREST)[0].places == (1,)
    assert _plan(FAR, NEAR, rule=RouteRule.NEAREST, split=False)[0].places == (2,)


def test_where_no_place_has_all_of_it_the_order_is_divided_when_it_may_be():
    far = Place(2, "Far", 1, 300, {100: 7_000})
    best = _plan(NEAR, far)[0]
    assert best.is_split
    assert {(p.location_id, p.quantity_milli) for p in best.parts} in (
        {(1, 4_000), (2, 6_000)}, {(1, 3_000), (2, 7_000)},
    )  # fmt: skip
    assert not any(r.is_split for r in _plan(NEAR, far, split=False))


def test_the_soonest_is_where_goods_are_expected_first():
    late = Place(2, "Late", 1, 5, {100: 0}, {100: [(WEEK + timedelta(days=1), 50_000)]})
    best = _plan(late, SOON, rule=RouteRule.SOONEST, split=False)[0]
    assert (best.places, best.ready_on) == ((3,), WEEK)


def test_what_others_wait_for_is_not_promised_again():
    place = Place(3, "Soon", 3, None, {100: 0}, {100: [(WEEK, 12_000)]}, {100: 5_000})
    assert _plan(place)[0].ready_on is None


def test_a_box_is_not_divided():
    boxes = Need(1, 100, "Red wine", 12_000, 6_000)
    places = [Place(1, "Near", 1, 1, {100: 8_000}), Place(2, "Far", 2, 2, {100: 7_000})]
    best = plan_routes([boxes], places, today=TODAY, rule=RouteRule.WHOLE, may_split=True)[0]
    assert [p.quantity_milli for p in best.parts] == [6_000, 6_000]


@pytest.mark.parametrize(
    ("code", "km"), [("20457", 5), ("2 1000", 90), ("90402", 600), ("CH-1", 600), ("", 600)]
)
def test_the_longest_beginning_of_the_postal_code_tells_the_distance(code: str, km: int):
    areas = [("DE", "", 600), ("DE", "2", 90), ("DE", "20", 5), ("AT", "2", 1)]
    assert distance_of(areas, country="de", postal_code=code) == km
    assert distance_of(areas, country="FR", postal_code=code) is None


_NEEDS = st.lists(st.tuples(st.integers(1, 3), st.integers(1, 40), st.integers(1, 6)), min_size=1, max_size=4)
_PLACES = st.lists(
    st.tuples(
        st.dictionaries(st.integers(1, 3), st.integers(-5, 60)), st.none() | st.integers(0, 900),
        st.dictionaries(st.integers(1, 3), st.integers(1, 60)),
    ),
    min_size=1, max_size=4,
)  # fmt: skip


@given(needs=_NEEDS, places=_PLACES, rule=st.sampled_from(list(RouteRule)), split=st.booleans())
def test_every_way_ships_every_piece_once_and_takes_no_more_than_is_there(
    needs: list[tuple[int, int, int]],
    places: list[tuple[dict[int, int], int | None, dict[int, int]]],
    rule: RouteRule,
    split: bool,  # noqa: FBT001 - drawn
):
    wanted = [Need(i, p, str(p), q * 1000, s * 1000) for i, (p, q, s) in enumerate(needs)]
    known = [
        Place(
            i, str(i), i, km, {p: q * 1000 for p, q in free.items()},
            {p: [(WEEK, q * 1000)] for p, q in come.items()},
        )
        for i, (free, km, come) in enumerate(places)
    ]  # fmt: skip
    routes = plan_routes(wanted, known, today=TODAY, rule=rule, may_split=split)
    assert len({r.parts for r in routes}) == len(routes) >= 1
    for route in routes:
        for need in wanted:
            mine = [p for p in route.parts if p.line_id == need.line_id]
            assert sum(p.quantity_milli for p in mine) == need.quantity_milli
            assert sum(p.quantity_milli % min(need.step_milli, need.quantity_milli) > 0 for p in mine) <= 1
        for place in known:
            for product in (1, 2, 3):
                there = sum(
                    p.there_milli for p in route.parts
                    if p.location_id == place.id and wanted[p.line_id].product_id == product
                )  # fmt: skip
                assert there <= max(place.free.get(product, 0), 0)
        assert (route.missing_milli == 0) <= (route.ready_on == TODAY)
        assert split or not route.is_split
