"""Money taken at a till, as the screen sends it."""

from __future__ import annotations

from uuid import uuid4

from app.kernel.permission import Approval
from app.till.cart import Cart, CartLine, Sellable
from app.till.operations.sales import CompletedSale, complete_sale
from app.till.states import TakingKind
from app.till.taking import Taking
from app.till.tender import Tendering
from tests.factories.shop import Shop


def money(cart: Cart, minor: int, taking: Taking) -> Cart:
    """The cart with money that is taken."""
    item = Sellable(
        product_id=None, sku="", name="Money", unit="pc", pack_milli=1000, unit_price_minor=minor,
        includes_tax=True, tax_class_id=0, category_id=None, discountable=False,
    )  # fmt: skip
    return cart.put(CartLine(uuid4().hex, item, 1000, minor, 1, taking=taking))


def card(minor: int, number: str, cart: Cart | None = None) -> Cart:
    """A cart with a gift card that is sold or loaded; paid out when negative."""
    return money(cart or Cart(), minor, Taking(TakingKind.VOUCHER, number))


def check_out(
    shop: Shop, shift: int, cart: Cart, *tenders: tuple[str, int, str], by: str = "cashier",
    till: str = "T01", approval: Approval | None = None,
) -> CompletedSale:  # fmt: skip
    """Book a cart paid by (tender code, size, number of a card); cash for all without any."""
    paying = Tendering(shop.total(cart), "EUR", 1)
    for code, amount, reference in tenders or (("cash", abs(paying.due_minor), ""),):
        party = cart.customer.party_id if cart.customer and code == "account" else None
        paying = paying.add(code, code, amount, reference=reference, party_id=party)
    return shop.runtime.run(
        complete_sale, actor=shop.actor(by, till), approval=approval, context=shop.context(till),
        shift_id=shift, cart=cart, tenders=paying.tenders, rounding_minor=paying.rounding_minor,
    )  # fmt: skip
