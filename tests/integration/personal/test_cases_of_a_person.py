"""What a case holds of a person: handed out whole, kept in a merge, and gone when he is erased."""

from __future__ import annotations

import json
from io import BytesIO
from uuid import uuid4
from zipfile import ZipFile

import pytest
from sqlalchemy import select

from app.audit.tables import journal
from app.cases.operations import CaseDraft, OpenedCase, attach_file, close_case, open_case, write_step
from app.cases.queries import get_case
from app.cases.states import CaseKind
from app.parties.operations import create_customer
from app.parties.rules import CustomerDetails
from app.personal.erasing import SomethingOpenError, erase_customer
from app.personal.exporting import export_customer
from app.personal.merging import merge_customers
from app.reporting.verify import verify_database
from app.till.cart import CartCustomer
from tests.factories.shop import Shop
from tests.factories.wholesale import Wholesale, make_wholesale

SECRET = "Quaxelbaum"
LETTER = f"letter of {SECRET}".encode()


@pytest.fixture
def trade(shop: Shop) -> Wholesale:
    return make_wholesale(shop)


def complaint(trade: Wholesale, name: str) -> tuple[int, OpenedCase]:
    """A new customer of that name, and a case about what was sold to him, with what was written and sent."""
    details = CustomerDetails(
        name,
        phone="",
        email="",
        street="",
        postcode="",
        city="",
        country="DE",
        credit_limit_minor=None,
        note="",
    )
    party_id = trade.run(create_customer, details=details).id
    cart = trade.shop.cart("MILK").set_customer(CartCustomer(party_id, name))
    sold = trade.shop.sell(cart, trade.shop.open_shift())
    draft = CaseDraft(CaseKind.COMPLAINT, f"{SECRET} rang", sold.sale_id, 1, 1000)
    case: OpenedCase = trade.run(open_case, uuid=str(uuid4()), draft=draft)
    trade.run(write_step, case_id=case.case_id, words=f"told {SECRET}")
    trade.run(attach_file, case_id=case.case_id, name=f"{SECRET}.txt", content=LETTER)
    return party_id, case


def test_a_case_is_handed_out_with_what_was_written_and_attached(trade: Wholesale) -> None:
    party_id, case = complaint(trade, "Anna")
    with ZipFile(BytesIO(trade.ask(export_customer, party_id=party_id))) as archive:
        data = json.loads(archive.read("data.json"))
        (letter,) = [name for name in archive.namelist() if name.startswith(f"cases/{case.number}/")]
        assert archive.read(letter) == LETTER
    assert [row["words"] for row in (*data["service_case"], *data["case_step"])] == [
        f"{SECRET} rang", f"told {SECRET}",
    ]  # fmt: skip


def test_a_case_goes_to_the_customer_who_is_kept(trade: Wholesale) -> None:
    gone, case = complaint(trade, "Anna")
    trade.run(merge_customers, keep_id=trade.shop.parties["Unlimited Ltd"], gone_id=gone)
    assert trade.ask(get_case, case_id=case.case_id).row.customer == "Unlimited Ltd"


def test_of_a_person_who_is_erased_a_case_says_nothing_any_more(trade: Wholesale) -> None:
    party_id, case = complaint(trade, "Anna")
    with pytest.raises(SomethingOpenError, match="cases that are not closed"):
        trade.run(erase_customer, party_id=party_id)
    trade.run(close_case, case_id=case.case_id, outcome=f"{SECRET} is content")
    trade.run(erase_customer, party_id=party_id)
    found = trade.ask(get_case, case_id=case.case_id)
    assert (found.row.words, found.outcome, found.files) == ("", "", ())
    assert [step.words for step in found.steps] == [""]
    with trade.shop.runtime.factory.read() as connection:
        told = connection.execute(select(journal.c.payload)).scalars().all()
    assert [payload for payload in told if SECRET in payload] == []
    assert [r for r in trade.ask(verify_database) if not r.holds] == []
