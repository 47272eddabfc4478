"""Moving average: value and average never drift apart by more than rounding."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.inventory.rules import MICRO, Level, put_in, take_out, value_of

MOVES = st.lists(
    st.tuples(st.booleans(), st.integers(1, 50_000), st.integers(0, 200_000)), min_size=1, max_size=25
)


@given(MOVES)
def test_what_came_in_less_what_went_out_is_what_lies_there(moves: list[tuple[bool, int, int]]) -> None:
    level, value, on_hand = Level(0, 0, 0), 0, 0
    for incoming, size, cost in moves:
        if incoming:
            level = put_in(level, size, cost)
            value, on_hand = value + cost, on_hand + size
        else:
            level, gone = take_out(level, size)
            value, on_hand = value - gone, on_hand - size
        assert (level.on_hand_milli, level.value_minor) == (on_hand, value)
        assert level.unit_cost_micro >= 0


@given(st.integers(1, 10**6), st.integers(0, 10**7))
def test_the_last_piece_takes_the_rest_of_the_value_with_it(size: int, cost: int) -> None:
    level, gone = take_out(put_in(Level(0, 0, 0), size, cost), size)
    assert (level.on_hand_milli, level.value_minor, gone) == (0, 0, cost)


def test_the_average_is_weighed_by_what_lies_there() -> None:
    level = put_in(put_in(Level(0, 0, 0), 1000, 100), 3000, 500)
    assert level.unit_cost_micro == 150 * MICRO
    level, cost = take_out(level, 2000)
    assert (cost, level.value_minor) == (300, 300)


def test_goods_sold_below_zero_cost_what_the_last_ones_did() -> None:
    level, _cost = take_out(put_in(Level(0, 0, 0), 1000, 100), 1000)
    level, cost = take_out(level, 2000)
    assert cost == value_of(2000, 100 * MICRO) == 200
    level = put_in(level, 3000, 360)
    assert level.unit_cost_micro == 120 * MICRO
