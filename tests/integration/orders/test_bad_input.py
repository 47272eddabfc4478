"""Bad input to orders and invoices: one clear sentence, nothing half done; two stations do it once."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import update

from app.catalog.tables import product
from app.db.engine import create_app_engine
from app.db.unit_of_work import UnitOfWorkFactory
from app.invoicing.operations.bill import invoice_order, invoice_shipments
from app.invoicing.operations.drafts import draft_from_shipments
from app.invoicing.operations.post import post_invoice
from app.invoicing.queries import list_invoices
from app.kernel.events import EventBus
from app.kernel.permission import SYSTEM_ACTOR
from app.kernel.refusal import Refusal
from app.orders.drafts import LineDraft, OrderHead
from app.orders.operations.amend import amend_order
from app.orders.operations.confirm import confirm_order
from app.orders.operations.entry import create_order
from app.orders.operations.progress import finish_service
from app.orders.operations.quotes import send_quote
from app.orders.queries import list_orders
from app.orders.refusals import (
    BelowInvoicedError,
    DepositTooBigError,
    MoreThanOpenError,
    NoSuchOrderError,
    NotAServiceError,
    NotDiscountableError,
    OrderConflictError,
    PriceNegativeError,
    ValidityPastError,
)
from app.orders.rules import DiscountRangeError
from app.reporting.verify import verify_database
from app.runtime.run import Runtime
from app.terms.operations import (
    AddressDraft,
    AddressEmptyError,
    CountryMissingError,
    DepositShareError,
    InstalmentsError,
    RateError,
    TermsDraft,
    add_address,
    create_payment_term,
    save_rate,
    save_terms,
)
from app.terms.queries import list_addresses, list_payment_terms
from app.terms.rules import TermLine
from app.terms.states import AddressKind, InvoicePolicy
from tests.conftest import SteadyClock
from tests.factories.shop import TODAY
from tests.factories.wholesale import Wholesale


def _refused(refusal: type[Refusal], work: Callable[[], object]) -> None:
    with pytest.raises(refusal) as raised:
        work()
    assert "{" not in str(raised.value)


def test_lines_and_heads_that_cannot_be_are_refused_with_a_sentence(trade: Wholesale):
    with trade.shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(
            update(product).where(product.c.id == trade.shop.products["MILK"]).values(discountable=False)
        )
    milk, wine = trade.line("MILK", 1, discount_hundredths=500), trade.line("WINE", 1)
    bad: list[tuple[list[LineDraft], OrderHead, type[Refusal]]] = [
        ([milk], OrderHead(), NotDiscountableError),
        ([trade.line("WINE", 1, unit_price_minor=-1)], OrderHead(), PriceNegativeError),
        ([trade.line("WINE", 1, discount_hundredths=10_001)], OrderHead(), DiscountRangeError),
        ([wine], OrderHead(discount_hundredths=-1), DiscountRangeError),
        ([wine], OrderHead(deposit_minor=834), DepositTooBigError),
        ([wine], OrderHead(deposit_hundredths=10_001), DepositTooBigError),
    ]
    party_id = trade.shop.parties["Unlimited Ltd"]
    for lines, head, refusal in bad:
        wish = {"party_id": party_id, "lines": lines, "head": head}
        _refused(refusal, lambda wish=wish: trade.run(create_order, uuid=str(uuid4()), **wish))  # type: ignore[misc]
    assert trade.ask(list_orders) == []


def test_steps_that_cannot_be_taken_are_refused_with_a_sentence(trade: Wholesale):
    run = trade.run
    draft = trade.draft(("WINE", 1))
    past = TODAY - timedelta(days=1)
    _refused(ValidityPastError, lambda: run(send_quote, order_id=draft.order_id, valid_until=past))
    _refused(NoSuchOrderError, lambda: run(confirm_order, order_id=5))
    uuid, wine = str(uuid4()), [trade.line("WINE", 1)]
    run(create_order, uuid=uuid, party_id=trade.shop.parties["Unlimited Ltd"], lines=wine)
    other = trade.shop.parties["Limited Ltd"]
    _refused(OrderConflictError, lambda: run(create_order, uuid=uuid, party_id=other, lines=wine))
    order = trade.order(("WINE", 1), ("WRAP", 2), invoice_policy=InvoicePolicy.ORDERED)
    lines = trade.lines_of(order.order_id)
    service = {"order_id": order.order_id, "line_id": lines["WRAP"].id, "quantity_milli": 3000}
    _refused(MoreThanOpenError, lambda: run(finish_service, **service))
    _refused(NotAServiceError, lambda: run(finish_service, **{**service, "line_id": lines["WINE"].id}))
    run(invoice_order, uuid=str(uuid4()), order_id=order.order_id)
    less = [
        trade.line("WINE", 1, line_id=lines["WINE"].id), trade.line("WRAP", 1, line_id=lines["WRAP"].id)
    ]  # fmt: skip
    _refused(
        BelowInvoicedError,
        lambda: run(
            amend_order, order_id=order.order_id, lines=less, head=OrderHead(), reason="fewer", by="manager"
        ),
    )
    assert [r for r in trade.ask(verify_database) if not r.holds] == []


def test_addresses_terms_and_rates_that_make_no_sense_are_refused(trade: Wholesale):
    party_id = trade.shop.parties["Unlimited Ltd"]

    def address(*parts: str) -> Callable[[], object]:
        return lambda: trade.run(
            add_address, party_id=party_id, address=AddressDraft(AddressKind.DELIVERY, *parts)
        )

    _refused(CountryMissingError, address("Dock 4", "20457", "Hamburg", ""))
    _refused(CountryMissingError, address("Dock 4", "20457", "Hamburg", "D1"))
    _refused(AddressEmptyError, address("Dock 4", "", "", "DE"))
    _refused(AddressEmptyError, address("", "", "Hamburg", "DE"))
    assert trade.ask(list_addresses, party_id=party_id) == []
    half = [TermLine(5000), TermLine(4999, days=30)]
    _refused(InstalmentsError, lambda: trade.run(create_payment_term, code="x", name="x", lines=half))
    assert trade.ask(list_payment_terms) == []
    too_much = TermsDraft(deposit_hundredths=10_001)
    _refused(DepositShareError, lambda: trade.run(save_terms, party_id=party_id, terms=too_much))
    for currency, rate in (("US", 1), ("USD", 0), ("U5D", 1)):
        wish = {"currency": currency, "on": TODAY, "rate_micro": rate}
        _refused(RateError, lambda wish=wish: trade.run(save_rate, **wish))  # type: ignore[misc]


def _at_once(url: str, bus: EventBus, clock: SteadyClock, *works: dict[str, Any]) -> list[Any]:
    """Run each wish at a station of its own, all at the same moment; refusals come back as they are."""
    gate = Barrier(len(works))

    def station(work: dict[str, Any]) -> Any:
        made = UnitOfWorkFactory(create_app_engine(url), bus, clock=clock)
        try:
            gate.wait()
            return Runtime(made).run(work.pop("operation"), actor=SYSTEM_ACTOR, **work)
        except Refusal as refusal:
            return refusal
        finally:
            made.dispose()

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(station, works))


def test_two_stations_that_post_one_draft_make_one_invoice(
    trade: Wholesale, database_url: str, bus: EventBus, clock: SteadyClock
):
    sent = trade.ship_all(trade.order(("WINE", 2)).order_id)
    draft = trade.run(draft_from_shipments, uuid=str(uuid4()), shipment_ids=[sent.shipment_id])
    work = {"operation": post_invoice, "invoice_id": draft.invoice_id}
    one, two = _at_once(database_url, bus, clock, dict(work), dict(work))
    assert {one.number, two.number} == {"INV-2026-000001"}
    assert sorted([one.was_there, two.was_there]) == [False, True]
    assert [r for r in trade.ask(verify_database) if not r.holds] == []


def test_two_stations_that_bill_one_delivery_bill_it_once(
    trade: Wholesale, database_url: str, bus: EventBus, clock: SteadyClock
):
    sent = trade.ship_all(trade.order(("WINE", 2)).order_id)
    works = [
        {"operation": invoice_shipments, "uuid": str(uuid4()), "shipment_ids": [sent.shipment_id]}
        for _station in range(2)
    ]
    found = _at_once(database_url, bus, clock, *works)
    assert sum(isinstance(x, Refusal) for x in found) == 1
    assert [x.number for x in trade.ask(list_invoices)] == ["INV-2026-000001"]
    assert [r for r in trade.ask(verify_database) if not r.holds] == []
