"""What a content means, and the price of a kilogramme or litre."""

from __future__ import annotations

from fractions import Fraction

import pytest

from app.labels.rules import GRIDS, PAPER, Content, base_price, read_content


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("750 ml", Fraction(3, 4), "l"), ("0,5 kg", Fraction(1, 2), "kg"), ("500g", Fraction(1, 2), "kg"),
        ("6 x 330 ml", Fraction(198, 100), "l"), ("4×125 g", Fraction(1, 2), "kg"),
        ("1.5 l", Fraction(3, 2), "l"),
        ("70 cl", Fraction(7, 10), "l"), ("250 cm", Fraction(5, 2), "m"), ("12 m²", Fraction(12), "m²"),
        ("10 Stk.", Fraction(10), "pc"),
    ],
)  # fmt: skip
def test_a_content_is_read_as_people_write_it(text: str, amount: Fraction, unit: str) -> None:
    assert read_content(text) == Content(amount, unit)


@pytest.mark.parametrize("text", ["", "big", "0 ml", "5 apples", "1,2,3 kg", "-1 kg", "9" * 40 + " g"])
def test_what_is_no_content_has_no_base_price(text: str) -> None:
    assert read_content(text) is None
    assert base_price(100, read_content(text)) is None


def test_the_price_of_a_litre_is_rounded_and_goods_of_exactly_one_unit_need_none() -> None:
    assert base_price(799, read_content("750 ml")) == 1065  # 10.6533
    assert base_price(199, read_content("400 g")) == 498  # 4.975
    assert base_price(119, read_content("1 l")) is None


def test_every_sheet_fits_on_its_paper() -> None:
    for grid in GRIDS:
        right = grid.left + grid.columns * grid.width + (grid.columns - 1) * grid.gap
        assert right <= PAPER[0] + 0.01
        assert grid.top + grid.rows * grid.height <= PAPER[1] + 0.01
        assert abs(grid.left - (PAPER[0] - right)) < 0.6
