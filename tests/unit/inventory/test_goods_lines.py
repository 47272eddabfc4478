"""Which line a scan goes to, and how bins sort in the walk."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.inventory.rules import walk_key
from ui.inventory.goods_lines import GoodsLine, GoodsLines


def line(product_id: int, lot: str = "", source_id: int = 0) -> GoodsLine:
    return GoodsLine("", product_id, "", "", "pc", source_id=source_id, lot=lot)


def test_a_scan_without_a_lot_goes_where_the_last_one_of_the_product_went() -> None:
    goods = GoodsLines()
    first, second = goods.add(line(1, "A")), goods.add(line(1, "B"))
    goods.put(first, 1000)
    assert goods.find(1) is first
    goods.put(second, 1000)
    assert goods.find(1) is second


def test_a_lot_goes_to_its_own_line_or_to_one_that_has_none_yet() -> None:
    goods = GoodsLines()
    bare = goods.add(line(1))
    assert goods.find(1, "A") is bare
    bare.lot = "A"
    assert goods.find(1, "B") is None
    assert goods.find(2, "A") is None


def test_the_only_line_of_a_document_stays_when_it_is_taken_out() -> None:
    goods = GoodsLines()
    only = goods.add(line(1, "A", source_id=7))
    goods.put(only, 3000)
    goods.drop(only)
    assert (goods.lines, only.quantity_milli, only.lot) == ([only], 0, "")
    second = goods.add(line(1, "B", source_id=7))
    goods.put(second, 1000)
    goods.drop(second)
    assert goods.lines == [only]
    assert goods.came_milli(7) == 0


@given(st.integers(1, 999), st.integers(1, 999))
def test_bins_sort_by_their_numbers_not_by_their_letters(a: int, b: int) -> None:
    assert (walk_key(f"A-{a}") < walk_key(f"A-{b}")) == (a < b)
    assert walk_key(f"a-{a}-2") == walk_key(f"A-{a}-2")
