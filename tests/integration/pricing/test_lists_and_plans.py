"""Lists for groups, stores and days at the till and in orders; changes that are planned; what prices were."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sqlalchemy import event, select

from app.catalog.barcodes import parse_scan
from app.kernel.permission import SYSTEM_ACTOR
from app.kernel.refusal import Refusal
from app.orders.screen_queries import preview_order
from app.organisation.tables import store
from app.parties.groups import (
    GroupNameError,
    GroupTakenError,
    groups_of,
    list_groups,
    save_group,
    set_members,
)
from app.pricing.choosing import Formula
from app.pricing.history import list_history
from app.pricing.keeping import (
    FormulaError,
    RuleDatesError,
    RuleForNobodyError,
    add_rule,
    remove_rule,
    set_formulas,
)
from app.pricing.operations import BaseListError, PriceDraft, create_price_list, set_price
from app.pricing.planning import (
    NoSuchPriceChangeError,
    PriceChangeClashError,
    PriceChangeEmptyError,
    PriceChangeNameError,
    PriceChangePastError,
    cancel_price_change,
    list_price_changes,
    plan_price_change,
)
from app.pricing.queries import find_unit_price, list_formulas, list_rules
from app.till.cart import Cart, CartCustomer, Sellable
from app.till.cart_json import cart_from_json, cart_to_json
from app.till.lookup import find_sellable
from app.till.pricing import customer_terms, priced_again, steps_again
from tests.factories.shop import TODAY, Shop
from tests.factories.wholesale import Wholesale, make_wholesale

NAME = "Unlimited Ltd"


def run(shop: Shop, operation: Any, **arguments: Any) -> Any:
    return shop.runtime.run(operation, actor=SYSTEM_ACTOR, **arguments)


def put(shop: Shop, list_id: int, sku: str, minor: int, **more: Any) -> None:
    run(shop, set_price, price_list_id=list_id, product_id=shop.products[sku], price_minor=minor, **more)


def new_list(shop: Shop, code: str, **more: Any) -> int:
    values = {"currency": "EUR", "includes_tax": True, **more}
    return int(run(shop, create_price_list, code=code, name=code.title(), **values))


def group(shop: Shop, code: str, *names: str) -> int:
    made = run(shop, save_group, code=code, name=code.title())
    run(shop, set_members, group_id=made, party_ids=[shop.parties[n] for n in names])
    return int(made)


def store_id(shop: Shop) -> int:
    with shop.runtime.factory.read() as connection:
        return int(connection.execute(select(store.c.id)).scalar_one())


def scanned(shop: Shop, sku: str, customer: CartCustomer | None = None) -> Sellable:
    context = shop.context()
    item = shop.runtime.ask(
        find_sellable, scan=parse_scan(sku), price_list_id=context.till.price_list_id,
        location_id=context.stock_location_id, on=context.on, lists=context.lists_of(customer),
    )  # fmt: skip
    assert item is not None
    return item


def customer_of(shop: Shop, name: str = NAME) -> CartCustomer:
    terms = shop.runtime.ask(customer_terms, party_id=shop.parties[name], now=shop.runtime.factory.clock())
    return CartCustomer(
        shop.parties[name], name, "", terms.tax_code, terms.list_id, terms.group_ids
    )  # fmt: skip


def why(cart: Cart) -> tuple[str, int, int]:
    line = cart.lines[-1]
    step = line.step
    return (step.list_code if step else "", step.break_milli if step else 0, line.unit_price_minor)


def test_the_price_follows_the_quantity_and_a_price_set_by_hand_stays(shop: Shop) -> None:
    put(shop, shop.price_list_id, "WINE", 700, min_quantity_milli=6000)
    item = scanned(shop, "WINE")
    cart = Cart().add(item, cashier_id=1)
    assert why(cart) == ("", 0, 799)
    for _ in range(5):
        cart = cart.add(item, cashier_id=1)  # scanned again: one line
    assert (len(cart.lines), why(cart), shop.total(cart)) == (1, ("", 6000, 700), 4200)
    assert cart_from_json(cart_to_json(cart)) == cart
    line_id = cart.lines[0].line_id
    assert why(cart.set_quantity(line_id, 2000)) == ("", 0, 799)
    by_hand = cart.set_price(line_id, 650, approver_id=None).set_quantity(line_id, 1000)
    assert (by_hand.lines[0].unit_price_minor, by_hand.lines[0].item.unit_price_minor) == (650, 799)
    assert why(Cart().add(item, cashier_id=1, quantity_milli=10_000)) == ("", 6000, 700)
    shift = shop.open_shift()
    assert shop.sell(cart, shift).gross_minor == 4200


def test_the_till_sells_by_the_list_of_the_group_the_store_and_the_days(shop: Shop) -> None:
    trade, city, season = (new_list(shop, code) for code in ("TRADE", "CITY", "SEASON"))
    for list_id, minor in ((trade, 600), (city, 750), (season, 780)):
        put(shop, list_id, "WINE", minor)
    put(shop, trade, "WINE", 550, min_quantity_milli=12_000)
    friends = group(shop, "friends", NAME)
    rules = [
        run(shop, add_rule, price_list_id=trade, party_group_id=friends),
        run(shop, add_rule, price_list_id=city, store_id=store_id(shop)),
        run(shop, add_rule, price_list_id=season, valid_from=TODAY, valid_to=TODAY),
    ]
    him = customer_of(shop)
    assert him.group_ids == (friends,)
    plain = Cart().add(scanned(shop, "WINE"), cashier_id=1)
    assert why(plain) == ("CITY", 0, 750)
    own = Cart(customer=him).add(scanned(shop, "WINE", him), cashier_id=1)
    assert why(own) == ("TRADE", 0, 600)
    assert why(own.set_quantity(own.lines[0].line_id, 12_000)) == ("TRADE", 12_000, 550)
    assert why(Cart().add(scanned(shop, "MILK", him), cashier_id=1)) == ("", 0, 119)
    # chosen after the goods were scanned, and taken off again
    lists = shop.context().lists_of(him)
    late = priced_again(plain, shop.runtime.ask(steps_again, cart=plain, lists=lists, on=TODAY))
    assert why(late) == ("TRADE", 0, 600)
    run(shop, remove_rule, rule_id=rules[1])
    assert why(Cart().add(scanned(shop, "WINE"), cashier_id=1)) == ("SEASON", 0, 780)
    run(shop, save_group, code="FRIENDS", name="Friends", active=False, group_id=friends)
    assert customer_of(shop).group_ids == ()
    assert [r.price_list_id for r in shop.runtime.ask(list_rules)] == [trade, season]


def test_a_shop_without_lists_asks_nothing_more_for_a_scan(shop: Shop) -> None:
    context = shop.context()
    asked: list[str] = []
    with shop.runtime.factory.read() as connection:
        event.listen(connection.engine, "before_cursor_execute", lambda *a: asked.append(a[2]))
    him = customer_of(shop)
    asked.clear()
    shop.runtime.ask(
        find_sellable, scan=parse_scan("00400000000046"), price_list_id=context.till.price_list_id,
        location_id=context.stock_location_id, on=context.on, lists=context.lists_of(him),
    )  # fmt: skip
    assert sum("price" in x for x in asked) == 1


@pytest.fixture
def trade(shop: Shop) -> Wholesale:
    """Net prices, customers with terms."""
    return make_wholesale(shop)


def first_line(trade: Wholesale, pieces: float, **more: Any) -> tuple[int, str]:
    found = trade.ask(
        preview_order, party_id=trade.shop.parties[NAME], lines=[trade.line("WINE", pieces)],
        discount_hundredths=0, location_id=trade.location_id, on=more.pop("on", TODAY),
        till_id=trade.shop.tills["T01"], **more,
    )  # fmt: skip
    line = found.lines[0]
    assert line.refusal is None
    assert line.reason is not None
    return line.unit_price_minor, line.reason.list_code


def test_an_order_is_priced_by_the_same_lists_in_the_same_order(trade: Wholesale) -> None:
    shop = trade.shop
    special = new_list(shop, "SPECIAL", includes_tax=False)
    put(shop, special, "WINE", 500, min_quantity_milli=10_000)
    friends = group(shop, "friends", NAME)
    own = first_line(trade, 1)
    run(shop, add_rule, price_list_id=special, party_group_id=friends)
    assert first_line(trade, 1) == own  # his own list goes before his group's
    with trade.shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        from sqlalchemy import update

        from app.terms.tables import party_terms

        uow.connection.execute(
            update(party_terms).where(party_terms.c.party_id == shop.parties[NAME]).values(price_list_id=None)
        )
    assert first_line(trade, 10) == (500, "SPECIAL")
    made = trade.draft(("WINE", 10), by="manager")
    row = trade.lines_of(made.order_id)["WINE"]
    assert (row.unit_price_minor, row.price_source) == (500, "SPECIAL|10000|||own")
    assert trade.head_of(made.order_id).price_list_id is None
    assert first_line(trade, 10, price_list_id=trade.price_list_id)[1] != "SPECIAL"


def test_a_planned_change_begins_and_ends_by_itself_everywhere(trade: Wholesale, clock: Any) -> None:
    shop = trade.shop
    days = (date(2026, 3, 4), date(2026, 3, 6))
    change = run(
        shop, plan_price_change, name=" Spring ", price_list_id=shop.price_list_id, valid_from=days[0],
        valid_to=days[1], drafts=[PriceDraft(shop.products["WINE"], 699)],
    )  # fmt: skip
    prices = {d: _price(shop, date(2026, 3, d)) for d in range(3, 8)}
    assert prices == {3: 799, 4: 699, 5: 699, 6: 699, 7: 799}
    assert scanned(shop, "WINE").unit_price_minor == 799
    clock.advance(days=2)
    assert why(Cart().add(scanned(shop, "WINE"), cashier_id=1)) == ("", 0, 699)
    (listed,) = shop.runtime.ask(list_price_changes)
    assert (listed.name, listed.prices) == ("Spring", 1)
    assert [listed.stage(date(2026, 3, d)) for d in (3, 4, 7)] == ["planned", "running", "over"]
    run(shop, cancel_price_change, change_id=change)
    assert scanned(shop, "WINE").unit_price_minor == 799
    assert shop.runtime.ask(list_price_changes)[0].stage(TODAY) == "cancelled"
    told = shop.runtime.ask(list_history, product_id=shop.products["WINE"])
    assert [(x.old_minor, x.new_minor, x.change_name) for x in told] == [
        (699, None, "Spring"), (799, 699, "Spring"),
    ]  # fmt: skip


def _price(shop: Shop, on: date) -> int | None:
    return shop.runtime.ask(
        find_unit_price, product_id=shop.products["WINE"], price_list_id=shop.price_list_id, on=on
    )


def test_a_price_without_days_ends_what_was_begun_without_an_end(shop: Shop, clock: Any) -> None:
    day = date(2026, 3, 3)
    run(
        shop, plan_price_change, name="For good", price_list_id=shop.price_list_id, valid_from=day,
        drafts=[PriceDraft(shop.products["WINE"], 850)],
    )  # fmt: skip
    put(shop, shop.price_list_id, "WINE", 790)
    assert [_price(shop, d) for d in (TODAY, day)] == [790, 850]  # it has not begun: it is still planned
    clock.advance(days=1)
    put(shop, shop.price_list_id, "WINE", 820)
    assert _price(shop, date(2026, 3, 9)) == 820
    told = shop.runtime.ask(list_history, product_id=shop.products["WINE"])
    assert [(x.old_minor, x.new_minor) for x in told] == [(790, 820), (799, 790), (799, 850)]


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"name": " "}, PriceChangeNameError),
        ({"drafts": []}, PriceChangeEmptyError),
        ({"valid_from": date(2026, 3, 1)}, PriceChangePastError),
        ({}, PriceChangeClashError),
    ],
)
def test_what_is_no_planned_change_is_refused(
    shop: Shop, wrong: dict[str, Any], refusal: type[Refusal]
) -> None:
    values = {
        "name": "One", "price_list_id": shop.price_list_id, "valid_from": date(2026, 3, 4),
        "drafts": [PriceDraft(shop.products["WINE"], 699)],
    }  # fmt: skip
    run(shop, plan_price_change, **values)
    with pytest.raises(refusal):
        run(shop, plan_price_change, **{**values, **wrong})
    assert len(shop.runtime.ask(list_price_changes)) == 1


def test_a_list_by_formula_stands_on_another_and_is_refused_where_it_cannot(shop: Shop) -> None:
    staff = new_list(shop, "STAFF", base_id=shop.price_list_id)
    run(shop, set_formulas, price_list_id=staff, formulas=[Formula(None, None, 0, 8000)])
    assert shop.runtime.ask(list_formulas, price_list_id=staff) == [Formula(None, None, 0, 8000)]
    friends = group(shop, "staff", NAME)
    run(shop, add_rule, price_list_id=staff, party_group_id=friends)
    him = customer_of(shop)
    assert why(Cart().add(scanned(shop, "WINE", him), cashier_id=1)) == ("STAFF", 0, 639)
    with pytest.raises(BaseListError):
        new_list(shop, "TWICE", base_id=staff)
    with pytest.raises(BaseListError):
        new_list(shop, "NET", base_id=shop.price_list_id, includes_tax=False)
    with pytest.raises(FormulaError):
        run(shop, set_formulas, price_list_id=staff, formulas=[Formula(None, None, 0, -1)])
    with pytest.raises(FormulaError):
        run(shop, set_formulas, price_list_id=shop.price_list_id, formulas=[Formula(None, None, 0, 1)])
    with pytest.raises(RuleForNobodyError):
        run(shop, add_rule, price_list_id=staff)
    with pytest.raises(RuleDatesError):
        run(shop, add_rule, price_list_id=staff, valid_from=TODAY, valid_to=date(2026, 3, 1))
    with pytest.raises(GroupNameError):
        run(shop, save_group, code="", name="x")
    with pytest.raises(GroupTakenError):
        run(shop, save_group, code=" staff", name="Again")
    with pytest.raises(NoSuchPriceChangeError):
        run(shop, cancel_price_change, change_id=1)
    assert [(g.code, g.members) for g in shop.runtime.ask(list_groups)] == [("STAFF", 1)]
    assert shop.runtime.ask(groups_of, party_id=shop.parties[NAME]) == (friends,)
