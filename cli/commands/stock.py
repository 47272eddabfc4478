"""stock list, count, export: what is there, what was counted, and a file of it for a shop outside."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from app.kernel.refusal import Refusal
from cli import exits
from cli.commands import existing_shop
from cli.output import table

if TYPE_CHECKING:
    from cli.main import Call
    from cli.opening import OpenShop


class UnknownLocationError(Refusal):
    """No such place."""

    message = "There is no place {code} with stock. Places: {known}."


class CountedTextError(Refusal):
    """Not SKU=QUANTITY."""

    message = "“{text}” says no count. Write it as SKU=41 or SKU=7.5."


class UnknownGoodsError(Refusal):
    """No goods of that number."""

    message = "There are no goods {sku} in the catalogue. Nothing was booked."


def run(call: Call) -> int:
    """Do what was asked."""
    action = {"list": _list, "count": _count, "export": _export}[call.options.action]
    shop = existing_shop(call)
    try:
        return action(call, shop)
    finally:
        shop.close()


def _location(call: Call, shop: OpenShop) -> int:
    from app.inventory.operations import SALES_FLOOR
    from app.inventory.reservations import internal_locations

    wanted = call.options.location or SALES_FLOOR
    known = {code: row_id for row_id, code, _name in shop.runtime.ask(internal_locations)}
    if wanted not in known:
        raise UnknownLocationError(code=wanted[:40], known=", ".join(known))
    return known[wanted]


def _list(call: Call, shop: OpenShop) -> int:
    """Goods by name."""
    from app.catalog.queries import ProductFilter, list_products
    from app.inventory.reservations import list_availability
    from app.kernel.quantity import milli_to_decimal
    from app.organisation.queries import get_company, get_till
    from cli.commands import till_code

    options = call.options
    location_id = _location(call, shop)
    till = shop.runtime.ask(get_till, code=till_code(call, shop))
    today = shop.runtime.ask(get_company).day_of(shop.factory.clock())
    found = shop.runtime.ask(
        list_products, wanted=ProductFilter(text=options.text), price_list_id=till.price_list_id,
        location_id=location_id, on=today, limit=options.limit,
    )  # fmt: skip
    goods = [row for row in found if row.on_hand_milli is not None]
    stock = shop.runtime.ask(
        list_availability, location_id=location_id, product_ids=[row.id for row in goods]
    )
    shown = [("SKU", "name", "on hand", "promised", "available", "coming")]
    for row in goods:
        there = stock[row.id]
        figures = (there.on_hand_milli, there.committed_milli, there.available_milli, there.incoming_milli)
        on_hand, promised, available, coming = (f"{milli_to_decimal(m):f}" for m in figures)
        shown.append((row.sku, row.name, on_hand, promised, available, coming))
    for line in table(shown):
        call.output.say(line)
    call.output.give(
        stock=[
            {
                "sku": row.sku, "name": row.name, "unit": row.unit,
                "on_hand_milli": stock[row.id].on_hand_milli,
                "committed_milli": stock[row.id].committed_milli,
                "available_milli": stock[row.id].available_milli,
                "incoming_milli": stock[row.id].incoming_milli,
            }
            for row in goods
        ],
        count=len(goods),
    )  # fmt: skip
    return exits.OK


def _export(call: Call, shop: OpenShop) -> int:
    """For a shop outside."""
    from app.orders.imports.shop_file import write_shop_file

    options = call.options
    count = write_shop_file(
        shop.runtime, path=options.file, profile=options.profile, price_list=options.price_list
    )
    call.output.say(f"Stock and prices of {count} goods are written to {options.file}.")
    call.output.give(file=options.file, profile=options.profile, count=count)
    return exits.OK


def _count(call: Call, shop: OpenShop) -> int:
    """Book what was counted of these goods."""
    from app.catalog.queries import find_ids_by_sku
    from app.inventory.quick_counts import book_count
    from app.kernel.permission import SYSTEM_ACTOR
    from app.kernel.quantity import milli_to_decimal

    location_id = _location(call, shop)
    counted = dict(_read(text) for text in call.options.counted)
    goods = shop.runtime.ask(find_ids_by_sku, skus=list(counted))
    for sku in counted:
        if sku not in goods:
            raise UnknownGoodsError(sku=sku[:40])
    quantities = {goods[sku]: milli for sku, milli in counted.items()}
    count, variances = shop.runtime.run(
        book_count, actor=SYSTEM_ACTOR, uuid=str(uuid4()), location_id=location_id, quantities=quantities
    )
    names = {row_id: sku for sku, row_id in goods.items()}
    differences = {names[v.product_id]: v.difference_milli for v in variances}
    call.output.say(f"{count.number} is posted: {len(differences)} goods counted.")
    for sku, milli in differences.items():
        if milli:
            call.output.say(f"  {sku}: {milli_to_decimal(milli):+f}")
    call.output.give(number=count.number, differences_milli=differences)
    return exits.OK


def _read(text: str) -> tuple[str, int]:
    from app.kernel.quantity import QuantityTextError, milli_from_text

    sku, sign, quantity = text.rpartition("=")
    try:
        milli = milli_from_text(quantity)
    except QuantityTextError as error:
        raise CountedTextError(text=text[:40]) from error
    if not sign or not sku.strip() or milli < 0:
        raise CountedTextError(text=text[:40])
    return sku.strip(), milli
