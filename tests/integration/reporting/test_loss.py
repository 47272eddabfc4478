"""What each cashier refunds, voids and changes, beside the others, with what is behind it."""

from __future__ import annotations

from dataclasses import replace

from app.kernel.permission import SYSTEM_ACTOR
from app.reporting.loss import (
    COUNTED,
    WATCHED,
    CashierFigure,
    CashierRow,
    Figure,
    list_cashiers,
    list_evidence,
    list_loose_returns,
)
from app.till.back import Back
from app.till.cart import Discount, DiscountKind
from app.till.operations.carts import void_line, void_sale
from app.till.operations.cash import open_drawer
from tests.factories.shop import TODAY, Shop
from tests.integration.till.helpers import close
from tests.integration.till.returning import take_back

PERIOD = {"since": TODAY, "until": TODAY}


def _busy(shop: Shop) -> None:
    """The supervisor refunds, voids and opens the drawer; the cashier and the manager sell."""
    shift = shop.open_shift()
    for _ in range(6):
        shop.sell(shop.cart("MILK"), shift)
    for _ in range(3):
        shop.sell(shop.cart("MILK"), shift, by="manager")
    shop.sell(shop.cart("COFFEE"), shift, by="supervisor")
    actor, context = shop.actor("supervisor"), shop.context()
    for _ in range(7):
        take_back(shop, shift, shop.cart("MILK").coming_back(Back("Faulty")))
        shop.runtime.run(open_drawer, actor=actor, context=context, shift_id=shift, reason="change")
    cart = shop.cart("MILK", "COFFEE")
    shop.runtime.run(
        void_line, actor=actor, cart=cart, line_id=cart.lines[0].line_id, value_minor=119, reason="dropped",
        shift_id=shift,
    )  # fmt: skip
    shop.runtime.run(void_sale, actor=actor, cart=cart, total_minor=1409, reason="no money", shift_id=shift)
    own = shop.cart("COFFEE")
    line = own.lines[0].line_id
    cheaper = own.set_line_discount(line, Discount(DiscountKind.PERCENT, 1000, "loyal"))
    shop.sell(cheaper, shift, by="supervisor")
    again = replace(shop.cart("COFFEE"))
    changed = again.set_price(again.lines[0].line_id, 990, approver_id=None, reason="label")
    shop.sell(changed, shift, by="supervisor")
    close(shop, shift, off=-30, why="gone", by="supervisor")


def _row(shop: Shop, name: str) -> CashierRow:
    return next(r for r in shop.runtime.ask(list_cashiers, **PERIOD) if r.name == name)


def test_what_is_over_on_one_day_does_not_hide_what_is_short_on_another(shop: Shop) -> None:
    for name, off in (("cashier", 40), ("cashier", -40), ("supervisor", 1)):
        shift = shop.open_shift()
        shop.sell(shop.cart("MILK"), shift, by=name)
        close(shop, shift, off=off, why="miscounted", by=name)
    row = _row(shop, "cashier")
    assert row.figures[Figure.DIFFERENCES] == CashierFigure(2, 0)
    # two of two shifts are larger than three quarters of all, but three shifts are too few to tell
    compared = row.verdicts[Figure.DIFFERENCES].compared
    assert (compared.mine, compared.base, compared.others, compared.others_base) == (2, 2, 0, 1)
    assert row.unusual == frozenset()


def test_each_cashier_has_his_figures_beside_the_others(shop: Shop) -> None:
    _busy(shop)
    found = _row(shop, "supervisor").figures
    told = {f: (x.count, x.amount_minor) for f, x in found.items() if f in COUNTED}
    assert told == {
        Figure.SALES: (3, 1290 + 1161 + 990), Figure.REFUNDS: (7, -833), Figure.NO_RECEIPT: (7, -833),
        Figure.VOIDED_LINES: (1, 119), Figure.VOIDED_SALES: (1, 1409), Figure.NO_SALES: (7, 0),
        Figure.OVERRIDES: (1, 300), Figure.DISCOUNTS: (1, 129), Figure.DIFFERENCES: (1, -30),
    }  # fmt: skip
    assert _row(shop, "cashier").figures[Figure.SALES].count == 6


def test_who_does_it_far_more_often_than_the_others_is_flagged(shop: Shop) -> None:
    _busy(shop)
    assert _row(shop, "supervisor").unusual == {Figure.REFUNDS, Figure.NO_RECEIPT, Figure.NO_SALES}
    assert _row(shop, "cashier").unusual == frozenset()
    assert shop.runtime.ask(list_cashiers, **PERIOD)[0].name == "supervisor"


def test_behind_every_figure_stand_the_receipts(shop: Shop) -> None:
    _busy(shop)
    user = shop.users["supervisor"]
    found = {f: shop.runtime.ask(list_evidence, user_id=user, figure=f, **PERIOD) for f in Figure}
    row = _row(shop, "supervisor")
    for figure in WATCHED:
        assert len(found[figure]) == row.figures[figure].count, figure
    assert found[Figure.VOIDED_SALES][0].reason == "no money"
    assert (found[Figure.DISCOUNTS][0].reason, found[Figure.OVERRIDES][0].reason) == ("loyal", "label")
    assert all(x.sale_id for x in (*found[Figure.REFUNDS], *found[Figure.DISCOUNTS]))
    assert found[Figure.DIFFERENCES][0].what == "Z 1"


def test_returns_without_a_receipt_are_listed_with_their_reason(shop: Shop) -> None:
    _busy(shop)
    listed = shop.runtime.ask(list_loose_returns, **PERIOD)
    assert [(r.cashier, r.gross_minor, r.reasons) for r in listed] == [("supervisor", -119, "Faulty")] * 7
    assert shop.runtime.ask(list_cashiers, since=TODAY.replace(day=1), until=TODAY.replace(day=1)) == []
    assert SYSTEM_ACTOR.user_id not in {r.user_id for r in shop.runtime.ask(list_cashiers, **PERIOD)}
