"""A kit in an order: its parts are lines that come to its price, are promised, picked, packed and billed."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import update

from app.catalog.drafts import PartDraft, PriceEntry, ProductDetails
from app.catalog.operations import create_product, set_parts
from app.catalog.states import ProductKind
from app.catalog.tables import product
from app.fulfilment.operations.shipping import Transport, dispatch_shipment
from app.invoicing.store import invoice_lines
from app.kernel.permission import SYSTEM_ACTOR
from app.orders.drafts import LineDraft, OrderHead
from app.orders.kits import KitWithoutPartsError
from app.orders.operations.entry import change_order
from app.orders.queries import get_order
from app.orders.refusals import TemplateOrderedError
from app.orders.reorder import order_again
from app.reporting.verify import verify_database
from tests.factories.shop import Shop
from tests.factories.wholesale import Wholesale, make_wholesale
from tests.integration.catalog.test_templates import make_shirt
from ui.orders.entry_lines import drafts_of, lines_of


@pytest.fixture
def trade(shop: Shop) -> Wholesale:
    """A wholesaler with a breakfast at 9.99 net: a coffee at 10.00, two milk at 1.00, a wrapping at 1.50."""
    made = make_wholesale(shop)
    kit(made, "BREAKFAST", 999, ("COFFEE", 1000), ("MILK", 2000), ("WRAP", 1000))
    return made


def kit(trade: Wholesale, sku: str, price: int, *parts: tuple[str, int]) -> None:
    """A kit at a net price."""
    shop = trade.shop
    saved = trade.run(
        create_product,
        details=ProductDetails(
            name=sku.title(), category_id=shop.category_id, tax_class_id=shop.classes["A"], sku=sku,
            kind=ProductKind.KIT,
        ),
        prices=[PriceEntry(trade.price_list_id, price)],
    )  # fmt: skip
    shop.products[sku] = saved.id
    if parts:
        trade.run(
            set_parts, product_id=saved.id, version=1,
            parts=[PartDraft(shop.products[name], milli) for name, milli in parts],
        )  # fmt: skip


def figures(lines: dict[str, Any]) -> dict[str, tuple[int, int, int]]:
    """Unit price, base units and net by SKU."""
    return {sku: (x.unit_price_minor, x.ordered_milli, x.net_minor) for sku, x in lines.items()}


def test_its_parts_are_lines_that_come_to_its_price_to_the_cent(trade: Wholesale) -> None:
    made = trade.draft(("BREAKFAST", 3))
    lines = trade.lines_of(made.order_id)
    assert figures(lines) == {
        "COFFEE": (740, 3000, 2220), "MILK": (148, 6000, 444), "WRAP": (111, 3000, 333),
    }  # fmt: skip
    assert trade.head_of(made.order_id).net_minor == 2997
    assert next(iter(lines.values())).name == "Breakfast: Coffee beans 1 kg"
    # 19 per cent of 25.53, 7 per cent of 4.44
    assert trade.head_of(made.order_id).tax_minor == 485 + 31


def test_a_price_agreed_for_the_kit_is_shared_out_alike(trade: Wholesale) -> None:
    made = trade.draft(trade.line("BREAKFAST", 1, unit_price_minor=800))
    assert trade.head_of(made.order_id).net_minor == 800


def test_parts_are_promised_picked_packed_shipped_and_billed(trade: Wholesale) -> None:
    order = trade.order(("BREAKFAST", 2))
    picked = trade.pick_all(order.order_id)
    wanted = {sku: x.wanted_milli for sku, x in trade.pick_lines(picked.pick_list_id).items()}
    assert wanted == {"COFFEE": 2000, "MILK": 4000}
    packed = trade.pack_all(order.order_id)
    shipped = trade.run(
        dispatch_shipment, shipment_id=packed.shipment_id, transport=Transport("Swift", "Parcel", "S1")
    )
    invoice = trade.bill(shipped)
    with trade.shop.runtime.factory.read() as connection:
        billed = {x.sku: x.net_minor for x in invoice_lines(connection, invoice.invoice_id)}
    assert billed["COFFEE"] + billed["MILK"] == 2 * (740 + 148)
    assert [(r.name, r.faults) for r in trade.ask(verify_database) if not r.holds] == []


def test_an_order_with_a_kit_can_be_changed_and_its_parts_stay_as_they_are(trade: Wholesale) -> None:
    made = trade.draft(("BREAKFAST", 3), ("WINE", 1))
    before = figures(trade.lines_of(made.order_id))
    detail = trade.ask(get_order, order_id=made.order_id)
    trade.run(
        change_order, order_id=made.order_id, lines=drafts_of(lines_of(detail)), head=OrderHead(note="x")
    )
    assert figures(trade.lines_of(made.order_id)) == before


def test_ordered_again_a_kit_is_itself_once_more_and_what_is_not_sold_is_left_out(trade: Wholesale) -> None:
    made = trade.draft(("BREAKFAST", 3), ("WINE", 1), ("BREAKFAST", 2))
    wine = trade.shop.products["WINE"]
    with trade.shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(update(product).where(product.c.id == wine).values(active=False))
    again = trade.ask(order_again, order_id=made.order_id)
    breakfast = trade.shop.products["BREAKFAST"]
    wanted = [(x.draft.product_id, x.draft.quantity_milli, x.name) for x in again.lines]
    assert wanted == [(breakfast, 3000, "Breakfast"), (breakfast, 2000, "Breakfast")]
    assert again.left_out == ("Red wine",)


def test_a_kit_of_nothing_and_a_template_are_not_ordered(trade: Wholesale) -> None:
    kit(trade, "EMPTY", 100)
    with pytest.raises(KitWithoutPartsError):
        trade.draft(("EMPTY", 1))
    template = make_shirt(trade.shop)
    with pytest.raises(TemplateOrderedError):
        trade.draft(LineDraft(template, 1000, unit_price_minor=100))
