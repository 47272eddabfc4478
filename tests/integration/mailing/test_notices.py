"""Customers are told by themselves, each thing once, in the words of the template."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from sqlalchemy import update

from app.fulfilment.operations.delivery import deliver_shipment
from app.fulfilment.operations.shipping import Transport, dispatch_shipment
from app.kernel.permission import SYSTEM_ACTOR
from app.mailing.drafts import NothingToSendError, draft_message
from app.mailing.operations import save_template
from app.mailing.sending import send_draft
from app.mailing.settings import save_mail_settings
from app.mailing.states import NOTICES, MailKind
from app.orders.operations.progress import promise_line
from app.parties.tables import party
from app.terms.operations import TermsDraft, save_terms
from tests.conftest import SteadyClock
from tests.factories.wholesale import Wholesale, make_wholesale
from tests.integration.mailing.conftest import SETTINGS, Post


@pytest.fixture
def trade(post: Post) -> Wholesale:
    """A wholesaler whose customer has an address and reads German."""
    made = make_wholesale(post.shop)
    party_id = post.shop.parties["Unlimited Ltd"]
    with post.shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(
            update(party).where(party.c.id == party_id).values(email="einkauf@unlimited.example")
        )
        save_terms(uow, party_id=party_id, terms=TermsDraft(price_list_id=made.price_list_id, language="de"))
    return made


def switch_on(post: Post) -> None:
    settings = replace(SETTINGS, notices=NOTICES)
    post.shop.runtime.run(save_mail_settings, actor=SYSTEM_ACTOR, settings=settings)


def subjects(post: Post) -> list[str]:
    return [mail.subject for mail in post.client.sent]


def test_a_customer_is_told_of_each_step_once_and_of_nothing_before_it_was_switched_on(
    post: Post, trade: Wholesale, clock: SteadyClock
) -> None:
    trade.order(("COFFEE", 1))  # before: nobody is told
    clock.advance(minutes=5)
    switch_on(post)
    clock.advance(minutes=1)
    order = trade.order(("COFFEE", 2))
    trade.order(("WINE", 1), customer="Limited Ltd")  # has no address
    post.deliver()
    post.deliver()
    assert subjects(post) == [f"Auftragsbestätigung {order.number}"]
    assert post.client.sent[0].parts[0].content.startswith(b"%PDF")
    clock.advance(minutes=5)
    line = trade.lines_of(order.order_id)["COFFEE"]
    for day in (8, 9):
        trade.run(promise_line, order_id=order.order_id, line_id=line.id, on=date(2026, 3, day))
    post.deliver()
    assert len(post.client.sent) == 1  # more lines may follow
    clock.advance(minutes=3)
    post.deliver()
    assert subjects(post)[1:] == [f"Neuer Liefertermin für Auftrag {order.number}"]
    assert "- 2 Stk. Coffee beans 1 kg: 09.03.2026" in post.client.sent[1].body
    trade.pick_all(order.order_id)
    packed = trade.pack_all(order.order_id)
    trade.run(
        dispatch_shipment, shipment_id=packed.shipment_id, transport=Transport("DHL Paket", "", "00340/1")
    )
    clock.advance(minutes=1)
    post.deliver()
    shipped = post.client.sent[2]
    assert shipped.subject == f"Ihr Auftrag {order.number} ist unterwegs"
    assert "https://www.dhl.com/en/express/tracking.html?AWB=00340%2F1" in shipped.body
    trade.run(deliver_shipment, shipment_id=packed.shipment_id, received_by="Frau Müller")
    clock.advance(minutes=1)
    post.deliver("T02")
    post.deliver("T01")
    assert subjects(post)[3:] == [f"Ihr Auftrag {order.number} wurde zugestellt"]
    assert "Angenommen von: Frau Müller" in post.client.sent[3].body


def test_what_was_told_by_hand_is_not_told_again(post: Post, trade: Wholesale, clock: SteadyClock) -> None:
    switch_on(post)
    clock.advance(minutes=1)
    order = trade.order(("COFFEE", 2))
    draft = trade.ask(draft_message, kind=MailKind.ORDER, document_id=order.order_id, sender="Ann")
    assert draft.to == "einkauf@unlimited.example"
    trade.run(
        send_draft, uuid=str(uuid4()), draft=draft, to=draft.to, subject=draft.text.subject,
        body=draft.text.body,
    )  # fmt: skip
    post.deliver()
    assert len(post.client.sent) == 1
    assert "Ann" in post.client.sent[0].body


def test_a_paper_that_cannot_be_built_holds_up_no_message(
    post: Post, trade: Wholesale, clock: SteadyClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    switch_on(post)
    clock.advance(minutes=1)
    trade.order(("COFFEE", 1))

    def broken(*_arguments: object) -> bytes:
        raise ZeroDivisionError

    monkeypatch.setattr("app.mailing.drafts.build_order_confirmation", broken)
    post.queue("Another")
    post.deliver()
    assert subjects(post) == ["Another"]


def test_a_draft_has_nothing_to_send_and_the_shops_own_words_are_used(post: Post, trade: Wholesale) -> None:
    draft = trade.draft(("COFFEE", 1))
    with pytest.raises(NothingToSendError):
        trade.ask(draft_message, kind=MailKind.QUOTE, document_id=draft.order_id, sender="Ann")
    trade.run(
        save_template, kind=MailKind.INVOICE, language="de", subject="RE {number}", body="{customer}: {due}"
    )
    saved = trade.bill(trade.ship_all(trade.order(("COFFEE", 1)).order_id))
    found = trade.ask(draft_message, kind=MailKind.INVOICE, document_id=saved.invoice_id, sender="Ann")
    assert (found.text.subject, found.text.body) == (f"RE {saved.number}", "Unlimited Ltd: 16.03.2026")
    assert found.parts[0].name == f"Rechnung {saved.number}.pdf"
