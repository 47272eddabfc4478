"""A sale, from float to Z."""

from __future__ import annotations

from tests.factories.shop import Shop


def test_a_cash_sale_gets_the_first_number_of_its_till(shop: Shop) -> None:
    shift = shop.open_shift()
    done = shop.sell(shop.cart("COFFEE", ("MILK", 2000)), shift, ("cash", 2000))
    assert done.gross_minor == 1290 + 2 * 119
    assert done.change_minor == 2000 - done.gross_minor
    assert done.number.startswith("T01")
