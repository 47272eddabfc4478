"""A till comes to the server by its own role: what it books there it may, and no more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace as changed

import pytest
from sqlalchemy import text, update

from app.db.errors import DatabaseRightsError
from app.kernel.permission import SYSTEM_ACTOR
from app.kernel.refusal import Refusal
from app.organisation.operations import save_setting
from app.parties.operations import create_customer
from app.parties.rules import CustomerDetails
from app.payments.customers import PaymentDraft, receive_payment
from app.payments.states import PaymentMethod
from app.pricing.operations import set_price
from app.receivables.tables import open_item
from app.runtime.run import Runtime
from app.stations.tables import station
from app.till.cart import CartCustomer
from app.till.tables import sale
from tests.conftest import SteadyClock
from tests.factories.shop import Shop
from tests.integration.stations.conftest import TillMachine, open_runtime
from tests.integration.till.helpers import rows

pytestmark = pytest.mark.postgres


@pytest.fixture
def by_role(
    till: TillMachine, server_shop: Shop, server_url: str, clock: SteadyClock
) -> Iterator[TillMachine]:
    """The till, whose program comes to the server by the till's role."""
    role = rows(server_shop, station)[0].role
    factory = open_runtime(server_url.replace("://postgres@", f"://{role}@"), clock, till.bus)
    till.line.server = Runtime(factory)
    yield till
    factory.dispose()


def test_what_a_till_sold_on_account_is_booked_by_its_own_role(
    by_role: TillMachine, server_shop: Shop
) -> None:
    server_shop.runtime.run(save_setting, actor=SYSTEM_ACTOR, name="offline.account_limit", value=100_000)
    by_role.drainer.round()
    shift = by_role.shop.open_shift(by="supervisor")
    party_id = by_role.shop.parties["Unlimited Ltd"]
    cart = changed(by_role.shop.cart("COFFEE"), customer=CartCustomer(party_id, "Unlimited Ltd"))
    by_role.line.is_cut = True
    by_role.shop.sell(cart, shift, ("account", 1290), by="supervisor")
    by_role.line.is_cut = False
    link = by_role.drainer.round()
    assert (link.unsent, link.why) == (0, "")
    assert [r.number for r in rows(server_shop, sale)] == ["T01-000001"]
    assert [(r.party_id, r.open_minor) for r in rows(server_shop, open_item)] == [(party_id, 1290)]


def test_a_customer_pays_and_a_new_one_is_written_down_at_a_till_on_line(
    by_role: TillMachine, server_shop: Shop
) -> None:
    actor = by_role.shop.actor("manager")
    draft = PaymentDraft(by_role.shop.parties["Unlimited Ltd"], 500, PaymentMethod.BANK)
    paid = by_role.runtime.run(receive_payment, actor=actor, uuid="p1", draft=draft)
    made = by_role.runtime.run(create_customer, actor=actor, details=CustomerDetails(name="New One"))
    assert (paid.amount_minor, made.number != "") == (500, True)
    assert any(r.name == "New One" for r in rows(server_shop, _party()))


def _party() -> object:
    from app.parties.tables import party

    return party


def test_a_stolen_tills_role_changes_no_price_and_no_limit_and_is_told_in_words(by_role: TillMachine) -> None:
    with pytest.raises(DatabaseRightsError, match="works on the server"):
        by_role.runtime.run(
            set_price, actor=by_role.shop.actor("manager"), price_list_id=by_role.shop.price_list_id,
            product_id=by_role.shop.products["MILK"], price_minor=1,
        )  # fmt: skip
    party_id = by_role.shop.parties["Limited Ltd"]
    for statement in (
        update(_party()).values(credit_limit_minor=None).where(text(f"id = {party_id}")),  # type: ignore[arg-type]
        text("DELETE FROM party"),
        text("UPDATE product SET name = 'x'"),
        text("UPDATE user_account SET role_id = 1"),
        text("DELETE FROM journal"),
    ):
        with pytest.raises(Refusal), by_role.line.server.factory.begin(actor=SYSTEM_ACTOR) as uow:
            uow.connection.execute(statement)
