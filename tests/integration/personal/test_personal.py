"""Two entries of one customer become one, everything is handed out, and a person is forgotten."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from uuid import uuid4
from zipfile import ZipFile

import pytest
from sqlalchemy import delete, insert, select, update

import app.migrations.all_tables
from app.db.columns import metadata
from app.db.engine import create_app_engine
from app.db.unit_of_work import UnitOfWorkFactory
from app.documents.operations import print_invoice
from app.fulfilment.operations.delivery import deliver_shipment
from app.invoicing.operations.credit import credit_invoice
from app.invoicing.operations.settle import record_payment, take_back_payment
from app.kernel.events import EventBus
from app.kernel.permission import SYSTEM_ACTOR, PermissionNeededError
from app.loyalty.tables import loyalty_account
from app.parties.operations import create_customer
from app.parties.queries import CustomerView, get_customer, search_customers
from app.parties.rules import CustomerDetails
from app.parties.tables import party
from app.payments.customers import PaymentDraft
from app.payments.states import PaymentMethod
from app.personal.erasing import SomethingOpenError, erase_customer
from app.personal.exporting import export_customer
from app.personal.fates import FOLLOW, KEYED, STAY, SUMMED
from app.personal.merging import AlreadyMergedError, SameCustomerError, merge_customers
from app.receivables.queries import list_open_items, owed_minor
from app.reporting.lists import customer_history
from app.reporting.verify import verify_database
from app.terms.operations import AddressDraft, add_address, add_contact
from app.terms.queries import list_addresses, list_contacts
from app.terms.states import AddressKind
from app.till.cart import CartCustomer
from tests.conftest import SteadyClock
from tests.factories.shop import Shop, make_shop
from tests.factories.wholesale import Wholesale, make_wholesale

SECRET = "Quaxelbaum"


@pytest.fixture
def trade(shop: Shop) -> Wholesale:
    return make_wholesale(shop)


def wrong(trade: Wholesale) -> list[object]:
    return [r for r in trade.ask(verify_database) if not r.holds]


def pay(trade: Wholesale, party_id: int, minor: int) -> int:
    saved = trade.run(
        record_payment, uuid=str(uuid4()), draft=PaymentDraft(party_id, minor, PaymentMethod.BANK)
    )
    return int(saved.payment_id)


def test_every_table_that_names_a_customer_says_what_becomes_of_its_rows() -> None:
    named = {t.name for t in (*FOLLOW, *KEYED, *SUMMED, *STAY)}
    there = {t.name for t in metadata.tables.values() if "party_id" in t.c}
    assert app.migrations.all_tables is not None
    assert there - named == set(), "add these to app/personal/fates.py"
    assert named - there == set()


def test_two_entries_become_one_and_business_goes_on_with_the_one_that_is_kept(trade: Wholesale) -> None:
    keep, gone = trade.shop.parties["Unlimited Ltd"], trade.shop.parties["Limited Ltd"]
    with trade.shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(
            update(party).where(party.c.id == gone).values(phone="030 777", email="a@b.de")
        )
    trade.run(add_contact, party_id=gone, name="Ms Miller")
    shift = trade.shop.open_shift()
    sold = trade.shop.sell(trade.shop.cart("MILK").set_customer(CartCustomer(gone, "Limited Ltd")), shift)
    one = trade.bill(trade.ship_all(trade.order(("COFFEE", 1), customer="Limited Ltd").order_id))
    part = pay(trade, gone, 500)
    two = trade.bill(trade.ship_all(trade.order(("WINE", 1)).order_id))
    still = trade.order(("MILK", 1), customer="Limited Ltd")
    with trade.shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        for party_id, points in ((keep, 10), (gone, 5)):
            uow.connection.execute(
                insert(loyalty_account), {"party_id": party_id, "points": points, "earned": points}
            )
    done = trade.run(merge_customers, keep_id=keep, gone_id=gone)
    assert done.moved["open_item"] == 2
    with trade.shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        points = uow.connection.execute(select(loyalty_account.c.party_id, loyalty_account.c.points)).all()
        assert points == [(keep, 15)]
        uow.connection.execute(delete(loyalty_account))
    assert wrong(trade) == []
    assert trade.ask(owed_minor, party_id=keep) == 1190 + 833 - 500
    assert trade.ask(list_open_items, party_id=gone) == []
    whole: CustomerView = trade.ask(get_customer, party_id=keep)
    assert (whole.details.name, whole.details.phone, whole.details.email) == (
        "Unlimited Ltd", "030 777", "a@b.de",
    )  # fmt: skip
    assert [c.name for c in trade.ask(list_contacts, party_id=keep)] == ["Ms Miller"]
    assert [r.name for r in trade.ask(search_customers, text="limited ltd")] == []
    assert [s.number for s in trade.ask(customer_history, party_id=keep).sales] == [sold.number]
    # what was begun with the double goes on: credit, taken back payment, shipment, invoice
    trade.run(take_back_payment, payment_id=part, reason="bounced")
    trade.run(credit_invoice, uuid=str(uuid4()), invoice_id=one.invoice_id, reason="broken", wishes=None)
    trade.bill(trade.ship_all(still.order_id))
    pay(trade, keep, 833 + 107)
    assert trade.ask(owed_minor, party_id=keep) == 0
    assert two.number
    assert wrong(trade) == []
    with pytest.raises(AlreadyMergedError):
        trade.run(merge_customers, keep_id=keep, gone_id=gone)
    with pytest.raises(SameCustomerError):
        trade.run(merge_customers, keep_id=keep, gone_id=keep)
    with pytest.raises(PermissionNeededError):
        trade.run(merge_customers, by="office", keep_id=keep, gone_id=trade.shop.parties["No Credit"])


def make_person(trade: Wholesale) -> int:
    saved = trade.run(
        create_customer,
        details=CustomerDetails(
            f"Quirin {SECRET}", phone="0171 4711", email=f"q@{SECRET}.example".lower(),
            street=f"{SECRET}weg 1", postcode="10115", city="Berlin", country="DE",
            credit_limit_minor=None, note=f"likes {SECRET}",
        ),
    )  # fmt: skip
    trade.shop.parties[SECRET] = saved.id
    trade.run(
        add_address, party_id=saved.id,
        address=AddressDraft(AddressKind.DELIVERY, f"{SECRET}gasse 2", "10115", "Berlin", "DE"),
    )  # fmt: skip
    trade.run(add_contact, party_id=saved.id, name=f"Frau {SECRET}", email="frau@example.com")
    return int(saved.id)


def test_all_that_is_known_of_a_person_is_handed_out(trade: Wholesale) -> None:
    party_id = make_person(trade)
    saved = trade.bill(trade.ship_all(trade.order(("COFFEE", 1), customer=SECRET).order_id))
    kept = trade.run(print_invoice, invoice_id=saved.invoice_id)
    with ZipFile(BytesIO(trade.ask(export_customer, party_id=party_id))) as archive:
        data = json.loads(archive.read("data.json"))
        assert archive.read(f"invoices/{saved.number}.pdf") == kept
    assert data["party"][0]["name"] == f"Quirin {SECRET}"
    assert data["party_contact"][0]["email"] == "frau@example.com"
    assert [x["name"] for x in data["invoice_line"]] == ["Coffee beans 1 kg"]
    assert {x["document_number"] for x in data["open_item"]} == {saved.number}


def test_a_person_is_forgotten_when_nothing_is_open_and_posted_papers_stay(
    trade: Wholesale,
) -> None:
    party_id = make_person(trade)
    shipped = trade.ship_all(trade.order(("COFFEE", 1), customer=SECRET).order_id)
    trade.run(deliver_shipment, shipment_id=shipped.shipment_id, received_by="Ms Miller")
    saved = trade.bill(shipped)
    kept = trade.run(print_invoice, invoice_id=saved.invoice_id)
    with pytest.raises(SomethingOpenError) as refused:
        trade.run(erase_customer, party_id=party_id)
    assert "open items" in str(refused.value)
    pay(trade, party_id, saved.gross_minor)
    with pytest.raises(PermissionNeededError):
        trade.run(erase_customer, by="office", party_id=party_id)
    trade.run(erase_customer, party_id=party_id)
    view: CustomerView = trade.ask(get_customer, party_id=party_id)
    assert view.details.name == f"({view.details.number})"
    assert (view.active, view.details.email, view.details.note) == (False, "", "")
    assert trade.ask(list_contacts, party_id=party_id) == []
    assert trade.ask(list_addresses, party_id=party_id) == []
    assert trade.run(print_invoice, invoice_id=saved.invoice_id) == kept
    assert wrong(trade) == []
    with trade.shop.runtime.factory.read() as connection:
        for table in ("party", "party_address", "party_contact", "journal"):
            rows = connection.execute(select(metadata.tables[table])).all()
            assert SECRET.lower() not in str(rows).lower()


def test_erased_text_is_gone_from_the_file_itself(sqlite_url: str, bus: EventBus, clock: SteadyClock) -> None:
    factory = UnitOfWorkFactory(
        create_app_engine(sqlite_url),
        bus,
        read_engine=create_app_engine(sqlite_url, readonly=True),
        clock=clock,
    )
    trade = make_wholesale(make_shop(factory))
    trade.run(erase_customer, party_id=make_person(trade))
    factory.dispose()
    content = Path(sqlite_url.removeprefix("sqlite:///")).read_bytes()
    assert SECRET.encode() not in content
    assert SECRET.lower().encode() not in content
