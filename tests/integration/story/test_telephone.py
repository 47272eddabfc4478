"""Who rings, found by a number however it is written, and the last order written once more."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.orders.drafts import LineDraft
from app.orders.operations.entry import create_order
from app.orders.reorder import order_again
from app.orders.states import LineKind
from app.parties.operations import set_customer_active, update_customer
from app.parties.queries import NoSuchCustomerError, get_customer
from app.story.telephone import caller_file, find_callers
from app.terms.operations import add_contact
from tests.factories.shop import TODAY
from tests.factories.wholesale import Wholesale


def _give_number(trade: Wholesale, name: str, phone: str) -> int:
    party_id = trade.shop.parties[name]
    view = trade.ask(get_customer, party_id=party_id)
    trade.run(
        update_customer, party_id=party_id, version=view.version, details=replace(view.details, phone=phone)
    )
    return party_id


@pytest.mark.parametrize(
    "typed", ["+49 (0)30 5550-1234", "030/55501234", "0049 30 55 50 12 34", "3055501234", "0 30 5550.1234"]
)
def test_a_caller_is_found_however_his_number_is_written(trade: Wholesale, typed: str) -> None:
    party_id = _give_number(trade, "Unlimited Ltd", "(030) 5550 12-34")
    _give_number(trade, "Limited Ltd", "030 7770 1234")
    assert [c.party_id for c in trade.ask(find_callers, text=typed)] == [party_id]


def test_the_number_of_a_person_there_counts_and_names_and_customer_numbers_too(trade: Wholesale) -> None:
    party_id = trade.shop.parties["Unlimited Ltd"]
    trade.run(add_contact, party_id=party_id, name="Ada", phone="0171 / 999 88-77")
    found = trade.ask(find_callers, text="+49 171 9998877")
    assert [(c.party_id, c.contact) for c in found] == [(party_id, "Ada")]
    assert [c.name for c in trade.ask(find_callers, text="unlim")] == ["Unlimited Ltd"]
    assert trade.ask(find_callers, text=found[0].number)[0].party_id == party_id
    assert trade.ask(find_callers, text="030 4711 4711") == []
    assert trade.ask(find_callers, text="  ") == []


def test_of_two_with_one_number_who_is_in_use_comes_first(trade: Wholesale) -> None:
    blocked = _give_number(trade, "Limited Ltd", "030 5550 1234")
    other = _give_number(trade, "Unlimited Ltd", "030 5550 1234")
    view = trade.ask(get_customer, party_id=blocked)
    trade.run(set_customer_active, party_id=blocked, version=view.version, active=False)
    found = trade.ask(find_callers, text="030 55501234")
    assert [(c.party_id, c.active) for c in found] == [(other, True), (blocked, False)]


def test_the_file_shows_orders_open_items_and_what_is_overdue(trade: Wholesale) -> None:
    first = trade.order(("COFFEE", 2)).order_id
    bill = trade.bill(trade.ship_all(first))
    last = trade.order(("MILK", 1)).order_id
    party_id = trade.shop.parties["Unlimited Ltd"]
    found = trade.ask(caller_file, party_id=party_id, on=TODAY)
    assert [o.id for o in found.orders] == [last, first]
    assert [(i.document_id, i.open_minor) for i in found.items] == [(bill.invoice_id, bill.gross_minor)]
    assert (found.owed_minor, found.overdue_minor) == (bill.gross_minor, 0)
    later = trade.ask(caller_file, party_id=party_id, on=TODAY + timedelta(days=400))
    assert later.overdue_minor == bill.gross_minor
    with pytest.raises(NoSuchCustomerError):
        trade.ask(caller_file, party_id=1, on=TODAY)


def test_an_order_is_written_once_more_at_the_prices_of_today(trade: Wholesale) -> None:
    tax_class_id = trade.lines_of(trade.draft(("COFFEE", 1)).order_id)["COFFEE"].tax_class_id
    made = trade.order(
        trade.line("COFFEE", 3, unit_price_minor=1, discount_hundredths=500),
        LineDraft(None, 1000, unit_price_minor=450, kind=LineKind.CHARGE, name="Freight",
                  tax_class_id=tax_class_id),
        LineDraft(None, 1000, kind=LineKind.TEXT, name="As always"),
    )  # fmt: skip
    again = trade.ask(order_again, order_id=made.order_id)
    assert again.left_out == ()
    copy = trade.run(
        create_order, uuid="again-1", party_id=again.party_id, lines=[x.draft for x in again.lines]
    )
    lines = trade.lines_of(copy.order_id)
    assert lines["COFFEE"].ordered_milli == 3000
    assert (lines["COFFEE"].unit_price_minor, lines["COFFEE"].discount_hundredths) == (1000, 0)
    assert lines["Freight"].unit_price_minor == 450
    assert "As always" in lines
