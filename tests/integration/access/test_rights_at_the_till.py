"""Every operation of the till, tried by every role: who lacks the right is refused before anything runs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from app.access.rules import DEFAULT_ROLES
from app.kernel.permission import Permission, PermissionNeededError
from app.printing.operations import reprint
from app.till.operations import carts, cash, sales, shifts
from tests.factories.shop import Shop

OPERATIONS: dict[Callable[..., Any], Permission] = {
    sales.complete_sale: Permission.SELL,
    carts.save_cart: Permission.SELL,
    carts.begin_tendering: Permission.SELL,
    carts.park_cart: Permission.SELL,
    carts.recall_cart: Permission.SELL,
    carts.recover_carts: Permission.SELL,
    carts.void_line: Permission.VOID_LINE,
    carts.void_sale: Permission.VOID_SALE,
    cash.move_cash: Permission.CASH_MOVEMENT,
    cash.open_drawer: Permission.NO_SALE,
    cash.print_x_report: Permission.X_REPORT,
    shifts.open_shift: Permission.OPEN_SHIFT,
    shifts.save_count: Permission.CLOSE_SHIFT,
    shifts.close_shift: Permission.CLOSE_SHIFT,
    reprint: Permission.REPRINT,
}


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda o: o.__name__)
def test_who_lacks_the_right_is_refused_before_anything_runs(
    shop: Shop, operation: Callable[..., Any]
) -> None:
    permission = OPERATIONS[operation]
    for role in shop.users:
        actor = shop.actor(role)
        if permission in DEFAULT_ROLES[role][1]:
            with pytest.raises(TypeError):  # it got past the door: the arguments are missing
                shop.runtime.run(operation, actor=actor)
        else:
            with pytest.raises(PermissionNeededError, match=f"{role} may not do this"):
                shop.runtime.run(operation, actor=actor)


def test_the_clerk_books_stock_and_sells_nothing(shop: Shop) -> None:
    from app.inventory.operations import adjust_stock

    clerk = shop.actor("clerk")
    assert shop.runtime.run(
        adjust_stock, actor=clerk, product_id=shop.products["MILK"], location_id=shop.locations["SHOP"],
        quantity_milli=-1000, reason="broken", business_date=shop.context().on,
    )  # fmt: skip
    with pytest.raises(PermissionNeededError):
        shop.runtime.run(sales.complete_sale, actor=clerk)
