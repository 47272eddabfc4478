"""Complaints, warranty and recalls: opened once, written into, closed, with what was attached."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import update

from app.cases import refusals
from app.cases.operations import (
    CaseDraft,
    OpenedCase,
    attach_file,
    close_case,
    open_case,
    tell_buyer,
    write_step,
)
from app.cases.queries import CaseView, get_case, get_file, list_cases, list_sold_lines
from app.cases.rules import warranty_end
from app.cases.states import CaseKind, CaseState
from app.cases.tables import case_file
from app.inventory.policies import Policy, set_policy
from app.inventory.receipts import ReceivedLine, receive_goods
from app.kernel.permission import SYSTEM_ACTOR, PermissionNeededError
from app.kernel.refusal import Refusal
from app.reporting.lots import find_lots, trace_lot
from app.reporting.verify import verify_database
from app.till.operations.sales import CompletedSale
from tests.conftest import SteadyClock
from tests.factories.shop import Shop

WORDS = "The bag was open"


def run(shop: Shop, operation: Any, **arguments: Any) -> Any:
    return shop.runtime.run(operation, actor=shop.actor("manager"), **arguments)


def opened(shop: Shop, **fields: Any) -> OpenedCase:
    draft = CaseDraft(**({"kind": CaseKind.COMPLAINT, "words": WORDS} | fields))
    found: OpenedCase = run(shop, open_case, uuid=str(uuid4()), draft=draft)
    return found


def view(shop: Shop, case_id: int) -> CaseView:
    found: CaseView = shop.runtime.ask(get_case, case_id=case_id)
    return found


@pytest.fixture
def sold(shop: Shop) -> CompletedSale:
    return shop.sell(shop.cart(("COFFEE", 2000), "MILK"), shop.open_shift())


def test_a_complaint_about_a_line_of_a_receipt_is_opened_worked_and_closed(
    shop: Shop, sold: CompletedSale
) -> None:
    lines = shop.runtime.ask(list_sold_lines, number=sold.number.lower())
    assert [(x.name, x.quantity_milli) for x in lines] == [("Coffee beans 1 kg", 2000), ("Milk 1 l", 1000)]
    case = opened(shop, sale_id=sold.sale_id, sale_line=lines[0].position, quantity_milli=1000)
    run(shop, write_step, case_id=case.case_id, words="Photo asked for")
    file_id = run(shop, attach_file, case_id=case.case_id, name="bag.jpg", content=b"\xff\xd8photo")
    run(shop, close_case, case_id=case.case_id, outcome="Replaced")
    found = view(shop, case.case_id)
    assert (found.row.number, found.row.state, found.row.receipt) == (
        case.number,
        CaseState.CLOSED,
        sold.number,
    )
    assert (found.quantity_milli, found.outcome) == (1000, "Replaced")
    assert [s.words for s in found.steps] == ["Photo asked for"]
    assert found.steps[0].who
    assert shop.runtime.ask(get_file, file_id=file_id) == ("bag.jpg", b"\xff\xd8photo")
    for operation, more in (
        (write_step, {"words": "x"}), (attach_file, {"name": "x", "content": b"x"}),
        (close_case, {"outcome": "x"}),
    ):  # fmt: skip
        with pytest.raises(refusals.CaseClosedError, match=case.number):
            run(shop, operation, case_id=case.case_id, **more)


def test_sent_again_it_is_the_same_case_and_numbers_have_no_gaps(shop: Shop, sold: CompletedSale) -> None:
    draft = CaseDraft(CaseKind.COMPLAINT, WORDS, sold.sale_id, 1, 1000)
    uuid = str(uuid4())
    first = run(shop, open_case, uuid=uuid, draft=draft)
    again = run(shop, open_case, uuid=uuid, draft=draft)
    assert (again.case_id, again.was_there) == (first.case_id, True)
    with pytest.raises(refusals.CaseQuantityError):
        opened(shop, sale_id=sold.sale_id, sale_line=1, quantity_milli=2001)
    second = opened(shop, sale_id=sold.sale_id, sale_line=1, quantity_milli=1000)
    assert int(second.number[-6:]) == int(first.number[-6:]) + 1
    assert [c.number for c in shop.runtime.ask(list_cases, text="coffee")] == [second.number, first.number]
    assert shop.runtime.ask(list_cases, state=CaseState.CLOSED) == []


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({"words": "  "}, refusals.CaseWordsError),
        ({}, refusals.CaseAboutError),
        ({"sale_line": 9, "quantity_milli": 1000}, refusals.CaseAboutError),
        ({"sale_line": 1}, refusals.CaseQuantityError),
        ({"kind": CaseKind.RECALL}, refusals.CaseAboutError),
    ],
)
def test_what_is_about_nothing_is_refused(
    shop: Shop, sold: CompletedSale, fields: dict[str, Any], refusal: type[Refusal]
) -> None:
    about = {"sale_id": sold.sale_id} | fields if "sale_line" in fields else fields
    with pytest.raises(refusal):
        opened(shop, **about)


def test_a_warranty_runs_from_the_day_of_the_sale(
    shop: Shop, sold: CompletedSale, clock: SteadyClock
) -> None:
    claim = {"kind": CaseKind.WARRANTY, "sale_id": sold.sale_id, "sale_line": 1, "quantity_milli": 1000}
    case = opened(shop, **claim, warranty_months=1)
    assert view(shop, case.case_id).warranty_until == date(2026, 4, 2)
    clock.advance(days=32)
    with pytest.raises(refusals.WarrantyOverError):
        opened(shop, **claim, warranty_months=1)
    assert warranty_end(date(2024, 2, 29), 12) == date(2025, 2, 28)
    assert warranty_end(date(2025, 12, 31), 2) == date(2026, 2, 28)


def test_a_changed_document_is_found_and_a_cashier_has_no_cases(shop: Shop, sold: CompletedSale) -> None:
    case = opened(shop, sale_id=sold.sale_id, sale_line=1, quantity_milli=1000)
    run(shop, attach_file, case_id=case.case_id, name="letter.txt", content=b"as it came")
    with pytest.raises(PermissionNeededError):
        shop.runtime.run(write_step, actor=shop.actor(), case_id=case.case_id, words="x")
    for name, content in (("", b"x"), ("x", b""), ("x", b"x" * 10_000_001)):
        with pytest.raises(refusals.CaseFileError):
            run(shop, attach_file, case_id=case.case_id, name=name, content=content)
    with shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(update(case_file).values(content=b"as it is liked"))
    with shop.runtime.factory.read() as connection:
        wrong = [c.name for c in verify_database(connection) if not c.holds]
    assert wrong == ["case_files"]


def test_a_recall_knows_who_bought_the_lot_and_who_was_told(shop: Shop) -> None:
    policy = Policy(by_lot=True)
    shop.runtime.run(set_policy, actor=SYSTEM_ACTOR, product_id=shop.products["WINE"], policy=policy)
    shop.runtime.run(
        receive_goods, actor=SYSTEM_ACTOR, uuid=str(uuid4()), location_id=shop.locations["SHOP"],
        lines=[ReceivedLine(shop.products["WINE"], 2000, 1000, lot="L7", expires_on=date(2027, 1, 1))],
    )  # fmt: skip
    sold = shop.sell(shop.cart("WINE"), shop.open_shift())
    (lot,) = shop.runtime.ask(find_lots, code="L7")
    case = opened(shop, kind=CaseKind.RECALL, words="Corks break", lot_id=lot.id)
    _lot, _places, moves = shop.runtime.ask(trace_lot, lot_id=lot.id)
    bought = [(m.document_type, m.document_id) for m in moves if m.kind == "customer" and not m.came]
    assert bought == [("sale", sold.sale_id)]
    for _ in range(2):  # told twice is told
        run(shop, tell_buyer, case_id=case.case_id, document_type="sale", document_id=sold.sale_id)
    found = view(shop, case.case_id)
    assert found.told == {("sale", sold.sale_id)}
    assert (found.row.lot, found.row.product, found.row.receipt) == ("L7", "Red wine", "")
    other = opened(shop, sale_id=sold.sale_id, sale_line=1, quantity_milli=1000)
    with pytest.raises(refusals.CaseAboutError):
        run(shop, tell_buyer, case_id=other.case_id, document_type="sale", document_id=sold.sale_id)
