"""First in, first out, by example and for any sequence of goods in and out."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.inventory.rules import (
    MICRO,
    Layer,
    Level,
    LotStock,
    fifo_in,
    fifo_out,
    first_expired,
    share_lots,
)

EMPTY = Level(0, 0, 0, fifo=True)


class Shelf:
    """A level with its layers, as the room keeps them."""

    def __init__(self) -> None:
        self.level, self.layers = EMPTY, list[Layer]()

    def come(self, milli: int, minor: int) -> None:
        self.level, left, worth = fifo_in(self.level, milli, minor)
        if left:
            self.layers.append(Layer(len(self.layers), left, worth))

    def leave(self, milli: int, cost: int | None = None) -> int:
        there = [x for x in self.layers if x.left_milli > 0]
        self.level, out, changed = fifo_out(self.level, there, milli, cost)
        for x in changed:
            self.layers[x.id] = x
        return out

    def check(self) -> None:
        there = [x for x in self.layers if x.left_milli > 0]
        if self.level.on_hand_milli > 0:
            assert sum(x.left_milli for x in there) == self.level.on_hand_milli
            assert sum(x.left_minor for x in there) == self.level.value_minor
        else:
            assert there == []


def test_what_came_first_leaves_first() -> None:
    shelf = Shelf()
    shelf.come(10_000, 1000)
    shelf.come(10_000, 1500)
    assert shelf.leave(4000) == 400
    assert shelf.leave(10_000) == 600 + 600
    assert shelf.leave(6000) == 900
    assert (shelf.level.on_hand_milli, shelf.level.value_minor) == (0, 0)


def test_below_zero_goods_leave_at_the_last_cost_and_the_next_receipt_makes_up_for_it() -> None:
    shelf = Shelf()
    shelf.come(2000, 200)
    assert shelf.leave(5000) == 500
    assert (shelf.level.on_hand_milli, shelf.level.value_minor) == (-3000, -300)
    shelf.come(10_000, 1200)
    shelf.check()
    assert (shelf.level.on_hand_milli, shelf.level.value_minor) == (7000, 900)
    assert shelf.leave(7000) == 900


def test_goods_that_pass_through_leave_at_their_own_cost_and_the_rest_stays_worth_its_own() -> None:
    shelf = Shelf()
    shelf.come(1000, 100)
    shelf.come(1000, 200)
    assert shelf.leave(1000, cost=200) == 200
    shelf.check()
    assert shelf.leave(1000, cost=100) == 100
    assert shelf.level.value_minor == 0


steps = st.lists(
    st.tuples(st.booleans(), st.integers(1, 20_000), st.integers(0, 100_000)), min_size=1, max_size=30
)


@given(steps)
def test_layers_always_add_up_to_the_level_and_no_cent_is_lost(sequence: list[tuple[bool, int, int]]) -> None:
    shelf, came, went = Shelf(), 0, 0
    for is_in, milli, minor in sequence:
        if is_in:
            shelf.come(milli, minor)
            came += minor
        else:
            went += shelf.leave(milli)
        shelf.check()
    assert shelf.level.value_minor == came - went


@given(steps)
def test_without_going_below_zero_the_cost_is_that_of_a_queue_of_single_pieces(
    sequence: list[tuple[bool, int, int]],
) -> None:
    shelf, queue = Shelf(), list[int]()
    for is_in, count, minor in sequence:
        pieces, each = count % 7 + 1, minor % 500
        if is_in:
            shelf.come(pieces * 1000, pieces * each)
            queue += [each] * pieces
        elif pieces <= len(queue):
            assert shelf.leave(pieces * 1000) == sum(queue[:pieces])
            del queue[:pieces]
    assert shelf.level.value_minor == sum(queue)
    if queue:
        assert shelf.level.unit_cost_micro == (2 * sum(queue) * MICRO + len(queue)) // (2 * len(queue))


def lots(*expiries: date | None) -> list[LotStock]:
    return [LotStock(i, f"L{i}", day, 5000) for i, day in enumerate(expiries)]


def test_what_expires_first_is_used_first_and_the_expired_last() -> None:
    on = date(2026, 3, 2)
    there = lots(None, date(2026, 5, 1), date(2026, 3, 1), date(2026, 4, 1), date(2026, 3, 2))
    assert [x.lot_id for x in first_expired(there, on)] == [4, 3, 1, 0, 2]


@given(st.lists(st.integers(0, 9000), max_size=8), st.integers(0, 40_000))
def test_lots_give_what_they_have_and_no_more(stock: list[int], wanted: int) -> None:
    there = [LotStock(i, "", None, milli) for i, milli in enumerate(stock)]
    shares = share_lots(there, wanted)
    assert sum(q for _lot, q in shares) == min(wanted, sum(stock))
    assert all(0 < q <= stock[i] for i, q in shares)
