"""An offer on a customer's birthday, and points for who brought a customer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.kernel.permission import SYSTEM_ACTOR
from app.loyalty.operations import save_program
from app.loyalty.queries import points_of
from app.loyalty.rules import Program
from app.parties.operations import create_customer
from app.parties.rules import CustomerDetails
from app.promotions.drafts import PromotionBirthdayError, PromotionDraft
from app.promotions.operations import save_promotion
from app.promotions.queries import list_promotions
from app.promotions.states import PromotionKind
from app.till.cart import CartCustomer
from app.till.cart_json import cart_from_json, cart_to_json
from app.till.pricing import customer_terms
from app.till.promoting import promote
from tests.factories.shop import Shop
from tests.integration.till.checkout import check_out


def run(shop: Shop, operation: Any, **arguments: Any) -> Any:
    return shop.runtime.run(operation, actor=SYSTEM_ACTOR, **arguments)


def customer(shop: Shop, name: str, **more: Any) -> CartCustomer:
    made = run(shop, create_customer, details=CustomerDetails(name, **more))
    terms = shop.runtime.ask(customer_terms, party_id=made.id, now=shop.runtime.factory.clock())
    return CartCustomer(made.id, name, made.number, born_on=terms.born_on)


def test_a_birthday_offer_reduces_only_around_the_birthday(shop: Shop) -> None:
    draft = PromotionDraft("Happy birthday", PromotionKind.PERCENT, hundredths=1000, birthday_days=3)
    run(shop, save_promotion, draft=draft)
    assert shop.runtime.ask(list_promotions)[0].draft.birthday_days == 3
    with pytest.raises(PromotionBirthdayError):
        run(shop, save_promotion, draft=replace(draft, birthday_days=99))
    soon = customer(shop, "Ann", born_on=date(1980, 3, 5))
    leap = customer(shop, "Lea", born_on=date(2004, 2, 29))
    far = customer(shop, "Bob", born_on=date(1990, 3, 6))
    silent = customer(shop, "Cleo")
    found = {}
    for who in (soon, leap, far, silent, None):
        cart = shop.cart("COFFEE").set_customer(who)
        assert cart_from_json(cart_to_json(cart)) == cart
        done = promote(cart, shop.context(), shop.runtime.factory.clock())
        found[who.name if who else ""] = sum(r.amount_minor for r in done.reductions)
    assert found == {"Ann": 129, "Lea": 129, "Bob": 0, "Cleo": 0, "": 0}


def test_who_brought_a_customer_gets_points_once(shop: Shop) -> None:
    run(shop, save_program, program=Program(points_per_unit=1, value_minor=1, referral_points=50))
    shift = shop.open_shift()
    friend = customer(shop, "Ann")
    new = customer(shop, "Bob", referred_by=friend.party_id)
    for _ in range(2):
        check_out(shop, shift, shop.cart("COFFEE").set_customer(new))
    assert shop.runtime.ask(points_of, party_id=friend.party_id).points == 50
    assert shop.runtime.ask(points_of, party_id=new.party_id).points == 24
