"""A kit is sold as one line with one price; its parts leave the stock, bear its taxes and its cost."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from sqlalchemy import text

from app.catalog.drafts import PartDraft
from app.catalog.operations import set_parts
from app.catalog.refusals import (
    KitPartsError,
    PartItselfError,
    PartKindError,
    PartQuantityError,
    PartTwiceError,
)
from app.catalog.states import ProductKind
from app.catalog.tables import product
from app.db.unit_of_work import UnitOfWorkFactory
from app.inventory.tables import stock_level, stock_move
from app.invoicing.tables import invoice, invoice_line
from app.kernel.permission import SYSTEM_ACTOR
from app.reporting.verify import verify_database
from app.till.as_sold import AsSold, as_sold_from, as_sold_values
from app.till.cart import CartCustomer
from app.till.cart_json import cart_from_json, cart_to_json
from app.till.operations.receipt_invoices import invoice_receipt
from app.till.rules import price_cart
from app.till.states import ReturnCondition
from app.till.tables import sale, sale_line, sale_line_part, sale_tax
from app.till.untaxed import untaxed
from tests.factories.shop import BACK, Shop
from tests.integration.till.helpers import close, rows
from tests.integration.till.kits import look_up, make_kit
from tests.integration.till.returning import back_cart, take_back


@pytest.fixture
def breakfast(shop: Shop) -> Shop:
    """A kit of two rates: one coffee at 19 per cent, two milk at 7 per cent, a wrapping without stock."""
    make_kit(shop, "BREAKFAST", 1499, ("COFFEE", 1000), ("MILK", 2000), ("WRAP", 1000))
    return shop


def level(shop: Shop, sku: str, place: str = "SHOP") -> tuple[int, int]:
    """On hand and value at a place."""
    (row,) = rows(
        shop, stock_level, stock_level.c.product_id == shop.products[sku],
        stock_level.c.location_id == shop.locations[place],
    )  # fmt: skip
    return row.on_hand_milli, row.value_minor


def test_one_line_with_one_price_and_each_part_leaves_the_stock_in_the_sales_transaction(
    breakfast: Shop,
) -> None:
    shop = breakfast
    coffee, milk = level(shop, "COFFEE"), level(shop, "MILK")
    done = shop.sell(shop.cart(("BREAKFAST", 3000)), shop.open_shift())
    (line,) = rows(shop, sale_line)
    assert (line.product_id, line.quantity_milli, line.gross_minor) == (
        shop.products["BREAKFAST"], 3000, 4497,
    )  # fmt: skip
    moves = rows(shop, stock_move, stock_move.c.document_type == "sale")
    assert sorted((m.product_id, m.quantity_milli) for m in moves) == sorted(
        [(shop.products["COFFEE"], 3000), (shop.products["MILK"], 6000)]
    )
    assert level(shop, "COFFEE")[0] == coffee[0] - 3000
    assert level(shop, "MILK")[0] == milk[0] - 6000
    went = coffee[1] - level(shop, "COFFEE")[1] + milk[1] - level(shop, "MILK")[1]
    assert line.cost_minor == went == sum(m.cost_minor for m in moves)
    assert {m.document_id for m in moves} == {done.sale_id}


def test_the_price_is_shared_out_by_what_the_parts_cost_alone_and_each_bears_its_own_tax(
    breakfast: Shop,
) -> None:
    breakfast.sell(breakfast.cart("BREAKFAST"), breakfast.open_shift())
    parts = rows(breakfast, sale_line_part)
    # 14.99 over 12.90, 2.38 and 2.00: 11.19, 2.06 and 1.74
    assert [p.gross_minor for p in parts] == [1119, 206, 174]
    taxes = {t.tax_code: (t.base_minor, t.tax_minor) for t in rows(breakfast, sale_tax)}
    assert taxes == {"A": (1087, 206), "B": (193, 13)}
    (line,) = rows(breakfast, sale_line)
    assert (line.net_minor, line.tax_minor, line.gross_minor) == (1280, 219, 1499)


def test_as_many_kits_are_there_as_the_scarcest_part_makes(breakfast: Shop) -> None:
    found = look_up(breakfast, "BREAKFAST")
    assert found is not None
    assert found.on_hand_milli == 50_000  # of 100 coffee and 100 milk, two of which are in each


def test_a_kit_without_stock_in_it_keeps_none(shop: Shop) -> None:
    make_kit(shop, "WRAPS", 500, ("WRAP", 2000))
    assert shop.items["WRAPS"].on_hand_milli is None
    shop.sell(shop.cart("WRAPS"), shop.open_shift())
    assert rows(shop, stock_move, stock_move.c.document_type == "sale") == []


@pytest.mark.parametrize("condition", [ReturnCondition.SHELF, ReturnCondition.SCRAP])
def test_its_parts_come_back_at_the_cost_they_went_out_and_every_part_of_it_adds_up(
    breakfast: Shop, condition: ReturnCondition
) -> None:
    shop = breakfast
    before = {sku: level(shop, sku) for sku in ("COFFEE", "MILK")}
    shift = shop.open_shift()
    done = shop.sell(shop.cart(("BREAKFAST", 3000)), shift)
    for _turn in range(3):
        take_back(shop, shift, back_cart(shop, done.sale_id, (1, 1000), condition=condition))
    if condition is ReturnCondition.SHELF:
        assert {sku: level(shop, sku) for sku in before} == before
    booked = rows(shop, sale_line)
    assert sum(x.gross_minor for x in booked) == sum(x.cost_minor for x in booked) == 0
    by_code: dict[str, int] = {}
    for t in rows(shop, sale_tax):
        by_code[t.tax_code] = by_code.get(t.tax_code, 0) + t.tax_minor
    assert by_code == {"A": 0, "B": 0}
    close(shop, shift)
    assert [(r.name, r.faults) for r in shop.runtime.ask(verify_database) if not r.holds] == []


def test_without_its_receipt_the_parts_come_back_at_todays_average(breakfast: Shop) -> None:
    shop = breakfast
    shift = shop.open_shift()
    cart = shop.cart("BREAKFAST").coming_back(BACK)
    take_back(shop, shift, cart)
    assert level(shop, "COFFEE")[0] == 101_000
    assert level(shop, "MILK")[0] == 102_000


def test_the_invoice_of_a_receipt_has_a_line_for_each_rate(breakfast: Shop) -> None:
    done = breakfast.sell(breakfast.cart(("BREAKFAST", 2000)), breakfast.open_shift())
    breakfast.runtime.run(
        invoice_receipt, actor=SYSTEM_ACTOR, sale_id=done.sale_id, party_id=breakfast.parties["Unlimited Ltd"]
    )
    lines = rows(breakfast, invoice_line)
    assert [(x.tax_code, x.gross_minor) for x in lines] == [("A", 2585), ("B", 413)]
    (head,) = rows(breakfast, invoice)
    assert head.gross_minor == 2998


def test_a_kit_put_aside_is_the_same_kit_when_it_is_taken_up(breakfast: Shop) -> None:
    cart = breakfast.cart("BREAKFAST", "MILK")
    assert cart_from_json(cart_to_json(cart)) == cart


def test_a_station_tells_the_server_of_a_kit_as_it_was_sold(breakfast: Shop) -> None:
    priced = price_cart(breakfast.cart("BREAKFAST"), breakfast.context().price_settings)
    sold = AsSold(priced, (), 0, 1, "-", {})
    assert as_sold_from(json.loads(json.dumps(as_sold_values(sold)))) == sold


def test_who_pays_no_tax_gets_a_kit_without_the_tax_of_each_part(breakfast: Shop) -> None:
    settings = breakfast.context().price_settings
    customer = CartCustomer(1, "Abroad", tax_code="G")
    cart = untaxed(replace(breakfast.cart("BREAKFAST"), customer=customer), settings.taxes)
    # 11.19 / 1.19 + 2.06 / 1.07 + 1.74 / 1.19
    assert price_cart(cart, settings).gross_minor == 940 + 193 + 146


@pytest.mark.parametrize(
    ("parts", "refusal"),
    [
        ([], KitPartsError),
        ([("COFFEE", 1000), ("COFFEE", 2000)], PartTwiceError),
        ([("COFFEE", 0)], PartQuantityError),
        ([("BREAKFAST", 1000)], PartKindError),
    ],
    ids=["nothing", "twice", "of nothing", "a kit in a kit"],
)
def test_a_kit_is_of_real_goods(
    breakfast: Shop, parts: list[tuple[str, int]], refusal: type[Exception]
) -> None:
    (row,) = rows(breakfast, product, product.c.sku == "BREAKFAST")
    with pytest.raises(refusal):
        breakfast.runtime.run(
            set_parts, actor=SYSTEM_ACTOR, product_id=row.id, version=row.version,
            parts=[PartDraft(breakfast.products[sku], milli) for sku, milli in parts],
        )  # fmt: skip


def test_nothing_is_made_of_itself_by_way_of_another(shop: Shop) -> None:
    make_kit(shop, "DOUGH", 100, ("MILK", 500), kind=ProductKind.COUNTED)
    make_kit(shop, "BREAD", 300, ("DOUGH", 1000), kind=ProductKind.COUNTED)
    with pytest.raises(PartItselfError):
        shop.runtime.run(
            set_parts, actor=SYSTEM_ACTOR, product_id=shop.products["DOUGH"], version=2,
            parts=[PartDraft(shop.products["BREAD"], 1000)],
        )  # fmt: skip


def test_what_was_written_of_a_part_cannot_be_changed_unseen(
    breakfast: Shop, factory: UnitOfWorkFactory
) -> None:
    shift = breakfast.open_shift()
    breakfast.sell(breakfast.cart("BREAKFAST"), shift)
    close(breakfast, shift)
    with factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(text("UPDATE sale_line_part SET net_minor = net_minor + 1 WHERE part = 1"))
    broken = {r.name for r in breakfast.runtime.ask(verify_database) if not r.holds}
    assert "kits_equal_parts" in broken


def test_a_sale_without_kits_writes_no_parts(shop: Shop) -> None:
    shop.sell(shop.cart("COFFEE", "WRAP"), shop.open_shift())
    assert rows(shop, sale_line_part) == []
    assert len(rows(shop, sale)) == 1
