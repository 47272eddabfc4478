"""By which price lists a customer buys, and the cart priced again when somebody else buys it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import Connection, select

from app.parties.groups import groups_of
from app.parties.tables import party
from app.pricing.choosing import Goods, ListTerms, Step, ladder
from app.pricing.queries import prices_in
from app.terms.queries import find_terms
from app.terms.tax_rules import tax_code_of
from app.till.cart import Cart, CartLine
from app.till.lookup import with_steps


@dataclass(frozen=True, slots=True)
class CustomerTerms:
    """What a cart needs to know of its customer; see app.till.cart.CartCustomer."""

    tax_code: str = ""
    list_id: int | None = None
    group_ids: tuple[int, ...] = ()
    born_on: date | None = None


def customer_terms(connection: Connection, *, party_id: int, now: datetime) -> CustomerTerms:
    """By which taxes and lists a customer buys today."""
    terms = find_terms(connection, party_id=party_id)
    return CustomerTerms(
        tax_code_of(connection, party_id=party_id, now=now),
        terms.price_list_id if terms is not None else None,
        groups_of(connection, party_id=party_id),
        connection.execute(select(party.c.born_on).where(party.c.id == party_id)).scalar_one_or_none(),
    )


def steps_again(
    connection: Connection, *, cart: Cart, lists: Sequence[ListTerms], on: date
) -> dict[str, tuple[Step, ...]]:
    """The prices of the goods in a cart by other lists, by line; a line that no list has is left out."""
    lines = [x for x in cart.lines if _follows(x)]
    ids = sorted({x.item.product_id for x in lines if x.item.product_id is not None})
    listed = prices_in(connection, product_ids=ids, lists=lists)
    found: dict[str, tuple[Step, ...]] = {}
    for x in lines:
        item = x.item
        goods = Goods(item.product_id or 0, item.category_id, item.packaging_id, item.pack_milli)
        found[x.line_id] = ladder(lists, listed.get(goods.product_id, {}), goods, on=on)
    return {key: steps for key, steps in found.items() if steps}


def priced_again(cart: Cart, steps: Mapping[str, tuple[Step, ...]]) -> Cart:
    """The cart with other list prices; a price that was set by hand, or printed on a label, stays."""
    lines = tuple(
        _again(x, steps[x.line_id]) if x.line_id in steps and _follows(x) else x for x in cart.lines
    )
    return cart if lines == cart.lines else replace(cart, lines=lines)


def _follows(line: CartLine) -> bool:
    """Whether its price is that of a list."""
    back = line.back
    return (
        line.taking is None
        and (back is None or back.receipt is None)
        and line.item.product_id is not None
        and line.fixed_total_minor is None
        and line.unit_price_minor == line.item.unit_price_minor
    )


def _again(line: CartLine, steps: tuple[Step, ...]) -> CartLine:
    item = with_steps(line.item, steps)
    return replace(line, item=item, unit_price_minor=item.unit_price_minor).at_list_price()
