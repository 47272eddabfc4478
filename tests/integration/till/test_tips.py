"""Tips: no turnover, owed to the staff until they are paid out."""

from __future__ import annotations

import pytest

from app.reporting.verify import verify_database
from app.till.cart import Cart
from app.till.operations.takings import tips_minor
from app.till.refusals import TipsTooFewError
from app.till.states import TakingKind
from app.till.taking import Taking
from tests.factories.shop import Shop
from tests.integration.till.checkout import check_out, money
from tests.integration.till.helpers import balance, books_are_whole, close, report_of


def _tip(minor: int, cart: Cart | None = None) -> Cart:
    return money(cart or Cart(), minor, Taking(TakingKind.TIP))


def test_a_tip_by_card_is_owed_to_the_staff_and_paid_out_in_cash(shop: Shop) -> None:
    shift = shop.open_shift()
    check_out(shop, shift, _tip(210, shop.cart("COFFEE")), ("card", 1500, ""))
    assert report_of(shop, shift).total_gross_minor == 1290
    assert shop.runtime.ask(tips_minor) == 210
    assert balance(shop, "card_clearing") == 1500
    with pytest.raises(TipsTooFewError, match=r"Only 2\.10"):
        check_out(shop, shift, _tip(-211))
    check_out(shop, shift, _tip(-210))
    assert shop.runtime.ask(tips_minor) == 0
    assert balance(shop, "cash_drawer") == 20_000 - 210
    report = report_of(shop, shift)
    assert report.expected_cash_minor == 19_790
    assert report.figures["taking_tip"] == (2, 0)
    close(shop, shift, next_float=19_790)
    books_are_whole(shop)
    assert [r.name for r in shop.runtime.ask(verify_database) if not r.holds] == []
