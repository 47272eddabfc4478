"""The cart of a customer who does not pay the taxes that prices contain (app.terms.tax_rules)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.db.unit_of_work import UnitOfWork
from app.kernel.refusal import Refusal
from app.tax.rules import Tax
from app.terms.tax_rules import price_without, tax_code_of
from app.till.cart import Cart, CartLine
from app.till.kits import KitPart, shares


class TaxRuleChangedError(Refusal):
    """The cart was reckoned by another rule than holds."""

    message = "{name} pays other taxes than this sale was reckoned with. Choose the customer again."


def untaxed(cart: Cart, taxes: Mapping[int, tuple[Tax, ...]]) -> Cart:
    """The cart with prices without tax, where its customer pays none; any other cart as it is.

    Args:
        cart: what lies on the counter; lines whose price is without tax already stay.
        taxes: of each tax class, as everybody pays them.
    """
    if cart.customer is None or not cart.customer.tax_code:
        return cart
    lines = tuple(_without(line, taxes) for line in cart.lines)
    return cart if lines == cart.lines else replace(cart, lines=lines)


def _without(line: CartLine, taxes: Mapping[int, tuple[Tax, ...]]) -> CartLine:
    item = line.item
    if not line.is_plain or not item.includes_tax:
        return line
    due = taxes.get(item.tax_class_id, ())

    def net(minor: int, quantity_milli: int) -> int:
        if item.parts:
            return _kit_without(item.parts, minor, quantity_milli, taxes)
        return price_without(minor, quantity_milli=quantity_milli, taxes=due)

    fixed = line.fixed_total_minor
    steps = tuple(
        replace(s, price_minor=net(s.price_minor, item.pack_milli), includes_tax=False)
        if s.includes_tax else s
        for s in item.steps
    )  # fmt: skip
    return replace(
        line,
        item=replace(
            item,
            unit_price_minor=net(item.unit_price_minor, item.pack_milli),
            includes_tax=False,
            steps=steps,
        ),
        unit_price_minor=net(line.unit_price_minor, item.pack_milli),
        fixed_total_minor=None if fixed is None else net(fixed, line.quantity_milli),
    )


def _kit_without(
    parts: Sequence[KitPart], minor: int, quantity_milli: int, taxes: Mapping[int, tuple[Tax, ...]]
) -> int:
    """The price of a kit without the taxes that its parts bear."""
    return sum(
        price_without(share, quantity_milli=p.in_kits(quantity_milli), taxes=taxes.get(p.tax_class_id, ()))
        for p, share in zip(parts, shares(minor, [p.weight for p in parts]), strict=True)
    )


def check_tax_code(uow: UnitOfWork, cart: Cart) -> None:
    """Raise TaxRuleChangedError unless the cart was reckoned by the rule that holds for its customer."""
    customer = cart.customer
    goods = any(line.is_plain for line in cart.lines)
    if (
        goods
        and customer is not None
        and customer.tax_code != tax_code_of(uow.connection, party_id=customer.party_id, now=uow.now)
    ):
        raise TaxRuleChangedError(name=customer.name)
