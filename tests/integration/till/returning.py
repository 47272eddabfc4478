"""Goods of a receipt that come back, as the screen sends them."""

from __future__ import annotations

from app.kernel.permission import Approval
from app.till.back import Back
from app.till.cart import Cart
from app.till.operations.sales import CompletedSale, complete_sale
from app.till.returnable import Returnable, get_returnable, line_back
from app.till.states import ReturnCondition
from app.till.tender import Tendering
from tests.factories.shop import Shop


def receipt(shop: Shop, sale_id: int) -> Returnable:
    """What may still come back of a sale."""
    return shop.runtime.ask(get_returnable, sale_id=sale_id)


def back_cart(
    shop: Shop, sale_id: int, *wanted: tuple[int, int], reason: str = "Faulty",
    condition: ReturnCondition = ReturnCondition.SHELF, into: Cart | None = None,
) -> Cart:  # fmt: skip
    """A cart that takes (position, thousandths) of a receipt back; all that is left without any."""
    found = receipt(shop, sale_id)
    cart = into or Cart()
    parts = wanted or tuple((x.receipt.position, x.receipt.left_milli) for x in found.lines)
    for position, quantity in parts:
        line = found.line(position)
        assert line is not None
        cart = cart.put(
            line_back(line, quantity, cashier_id=shop.users["cashier"], back=Back(reason, condition))
        )
    return cart


def take_back(
    shop: Shop, shift: int, cart: Cart, *tenders: tuple[str, int], by: str = "supervisor", till: str = "T01",
    approval: Approval | None = None, reference: str = "",
) -> CompletedSale:  # fmt: skip
    """Book a return or an exchange, paid by (tender code, size); cash for all without any."""
    tenders = tenders or tuple(("cash", size) for size in (abs(shop.total(cart)),) if size)
    paying = _paying(shop, cart, tenders, reference)
    return shop.runtime.run(
        complete_sale, actor=shop.actor(by, till), approval=approval, context=shop.context(till),
        shift_id=shift, cart=cart, tenders=paying.tenders, rounding_minor=paying.rounding_minor,
    )  # fmt: skip


def _paying(shop: Shop, cart: Cart, tenders: tuple[tuple[str, int], ...], reference: str) -> Tendering:
    paying = Tendering(shop.total(cart), "EUR", shop.context().company.cash_rounding_minor)
    if len(tenders) == 1 and tenders[0][0] == "cash":
        tenders = (("cash", abs(paying.cash_due_minor)),)
    for code, amount in tenders:
        party = cart.customer.party_id if cart.customer and code == "account" else None
        paying = paying.add(code, code, amount, reference=reference, party_id=party)
    return paying
