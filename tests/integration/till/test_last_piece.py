"""Two tills sell the last piece at the same moment: one sells it, the other is told so."""

from __future__ import annotations

import threading

from app.inventory.policies import Policy, set_policy
from app.inventory.queries import list_stock_faults, on_hand
from app.inventory.refusals import BelowZeroError
from app.inventory.states import NegativeStock
from app.kernel.permission import SYSTEM_ACTOR
from app.kernel.refusal import Refusal
from tests.factories.shop import Shop
from tests.integration.till.helpers import books_are_whole


def test_of_two_that_sell_the_last_piece_one_is_told(shop: Shop) -> None:
    product = shop.products["COFFEE"]
    shop.runtime.run(
        set_policy, actor=SYSTEM_ACTOR, product_id=product, policy=Policy(negative=NegativeStock.BLOCK)
    )
    shifts = {till: shop.open_shift(till) for till in ("T01", "T02")}
    there = shop.runtime.ask(on_hand, product_id=product, location_id=shop.locations["SHOP"])
    shop.sell(shop.cart(("COFFEE", there - 1000)), shifts["T01"])
    carts = {till: shop.cart("COFFEE") for till in shifts}
    together = threading.Barrier(2)
    ended: dict[str, object] = {}

    def work(till: str) -> None:
        try:
            together.wait(10)
            ended[till] = shop.sell(carts[till], shifts[till], till=till)
        except Refusal as refusal:
            ended[till] = refusal
        finally:
            shop.runtime.factory.close_thread()

    threads = [threading.Thread(target=work, args=(till,)) for till in shifts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    told = [x for x in ended.values() if isinstance(x, Refusal)]
    assert len(ended) == 2
    assert [type(x) for x in told] == [BelowZeroError]
    assert "0" in str(told[0])
    assert shop.runtime.ask(on_hand, product_id=product, location_id=shop.locations["SHOP"]) == 0
    assert shop.runtime.ask(list_stock_faults) == []
    books_are_whole(shop)
