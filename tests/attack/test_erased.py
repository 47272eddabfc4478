"""A customer is erased: not a byte of the name is left, and what was posted stands as it was.

design/reliability.md 7, S8. Of a customer who was invoiced the invoice keeps the name for as long as the law
has it kept (GDPR article 17, 3 b); of one who was not, nothing does.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from app.audit.queries import verify_chains
from app.db.backup import back_up_sqlite
from app.db.engine import create_app_engine
from app.db.unit_of_work import UnitOfWorkFactory
from app.documents.operations import print_invoice
from app.kernel.events import EventBus
from app.parties.operations import create_customer
from app.parties.rules import CustomerDetails
from app.personal.erasing import erase_customer
from tests.conftest import SteadyClock
from tests.factories.shop import make_shop
from tests.factories.wholesale import make_wholesale
from tests.integration.personal.test_personal import pay

SECRET: Final = "Xaverius Quentinmayr"
INVOICED: Final = "Ysolde Zwickelbauer"


def test_not_a_byte_of_the_name_is_left_and_invoices_stand(
    sqlite_url: str, bus: EventBus, clock: SteadyClock, tmp_path: Path
) -> None:
    factory = UnitOfWorkFactory(
        create_app_engine(sqlite_url), bus, read_engine=create_app_engine(sqlite_url, readonly=True),
        clock=clock,
    )  # fmt: skip
    trade = make_wholesale(make_shop(factory))
    secret = CustomerDetails(
        SECRET, phone="0171", email="x@example.com", street="Weg 1", postcode="10115", city="Berlin",
        country="DE", credit_limit_minor=None, note=f"{SECRET} likes tea",
    )  # fmt: skip
    plain = trade.run(create_customer, details=secret).id
    invoiced = trade.run(
        create_customer, details=replace(secret, name=INVOICED, phone="", email="", note="")
    ).id
    trade.shop.parties[INVOICED] = invoiced
    saved = trade.bill(trade.ship_all(trade.order(("COFFEE", 1), customer=INVOICED).order_id))
    paper = trade.run(print_invoice, invoice_id=saved.invoice_id)
    pay(trade, invoiced, saved.gross_minor)
    database = Path(sqlite_url.removeprefix("sqlite:///"))
    files = [database, database.with_name(database.name + "-wal")]
    assert any(SECRET.encode() in file.read_bytes() for file in files if file.exists()), "planted"

    trade.run(erase_customer, party_id=plain)
    copy = tmp_path / "next.db"
    back_up_sqlite(database, copy, now=clock())
    trade.run(print_invoice, invoice_id=saved.invoice_id)
    factory.close_thread()

    for file in [file for file in (*files, copy) if file.exists()]:
        assert file.read_bytes().lower().count(SECRET.lower().encode()) == 0, file.name
    assert trade.run(print_invoice, invoice_id=saved.invoice_id) == paper
    assert trade.ask(verify_chains) == []
    factory.dispose()
