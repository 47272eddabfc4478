"""Short messages and the shop's chat: the same outbox, only to numbers that were agreed to."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest
from sqlalchemy import select, update

from app.devices.mail import MailFault
from app.devices.texting import BodyForm, GatewayError, Hook, HttpGateway, Modem
from app.kernel.permission import SYSTEM_ACTOR
from app.mailing.alerts import tell_of_backup
from app.mailing.consents import (
    NoConsentError,
    NoConsentSourceError,
    agreed_numbers,
    give_consent,
    list_consents,
    withdraw_consent,
)
from app.mailing.drafts import draft_message
from app.mailing.gateways import (
    ChatKind,
    ChatSettings,
    NoSmsGatewayError,
    SmsKind,
    SmsSettings,
    get_sms_settings,
    save_chat_settings,
    save_sms_settings,
)
from app.mailing.operations import save_template
from app.mailing.outbox import resend_message, retry_message
from app.mailing.phones import NoPhoneNumberError, PhoneNumberError
from app.mailing.queries import MailRow, list_messages
from app.mailing.rules import UnknownGapError
from app.mailing.sending import send_draft
from app.mailing.states import Alert, Channel, MailKind, MailStatus
from app.mailing.texting import queue_text, text_from_template
from app.organisation.tables import setting, store
from app.parties.tables import party
from app.personal.erasing import erase_customer
from app.till.operations.days import close_store_day
from tests.conftest import SteadyClock
from tests.factories.shop import TODAY, Shop
from tests.factories.wholesale import Wholesale, make_wholesale
from tests.integration.mailing.conftest import Post
from tests.integration.reporting.test_loss import _busy
from tests.integration.till.helpers import close

SMS = SmsSettings(
    kind=SmsKind.HTTP, url="https://sms.example.com/v1/send", form=BodyForm.JSON,
    headers=(("Authorization", "Bearer {secret}"),), body='{"to": "{to}", "text": "{text}"}',
    sender="Shop", notices=(MailKind.READY,),
)  # fmt: skip
CHAT = ChatSettings(
    kind=ChatKind.HOOK, server="https://chat.example.com/hooks/s3cret-path", alerts=tuple(Alert)
)


@pytest.fixture
def shop_with_sms(post: Post) -> Post:
    """Short messages leave by a gateway, and the chat is there."""
    run = post.shop.runtime.run
    run(save_sms_settings, actor=SYSTEM_ACTOR, settings=SMS)
    run(save_chat_settings, actor=SYSTEM_ACTOR, settings=CHAT)
    post.secrets.words |= {
        "sms sms.example.com": "k3y",
        "chat hook https://chat.example.com": "https://chat.example.com/hooks/s3cret-path",
    }
    return post


def customer(post: Post, number: str = "0171 1234567") -> int:
    """Somebody who agreed; 0171 is dialled in Germany."""
    party_id = post.shop.parties["Unlimited Ltd"]
    with post.shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(update(party).where(party.c.id == party_id).values(country="DE"))
    if number:
        post.shop.runtime.run(
            give_consent, actor=SYSTEM_ACTOR, party_id=party_id, number=number, source="order form"
        )
    return party_id


def text(post: Post, **more: object) -> int:
    values = {"to": "+49 171 7654321", "body": "Total 12,50 €", "kind": MailKind.RECEIPT, **more}
    made = post.shop.runtime.run(queue_text, actor=SYSTEM_ACTOR, uuid=str(uuid4()), **values)
    return made.message_id


def rows(post: Post, channel: Channel = Channel.SMS) -> list[MailRow]:
    return [row for row in post.shop.runtime.ask(list_messages) if row.channel is channel]


def test_a_short_message_leaves_after_the_commit_by_the_gateway_with_its_secret(shop_with_sms: Post) -> None:
    post = shop_with_sms
    text(post)
    assert post.messenger.sent == []
    post.deliver()
    sent = post.messenger.sent[0]
    assert (sent.to, sent.text) == ("+491717654321", "Total 12,50 €")
    way = post.messenger.ways[0]
    assert isinstance(way, HttpGateway)
    assert way.secret == "k3y"
    row = rows(post)[0]
    assert (row.status, row.to_addresses, row.subject) == (MailStatus.SENT, "+491717654321", "")
    with post.shop.runtime.factory.read() as connection:
        kept = str(connection.execute(select(setting)).all())
    assert "k3y" not in kept
    assert "s3cret-path" not in kept  # of a webhook the whole address is a secret


def test_rolled_back_nothing_leaves_and_a_gateway_that_is_busy_is_asked_again(
    shop_with_sms: Post, clock: SteadyClock
) -> None:
    post = shop_with_sms
    with pytest.raises(RuntimeError), post.shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        queue_text(uow, uuid=str(uuid4()), kind=MailKind.RECEIPT, to="+4917176543210", body="x")
        raise RuntimeError
    post.messenger.answer = lambda _message: GatewayError(MailFault.BUSY, server_says="503")
    text(post)
    post.deliver()
    assert (rows(post)[0].status, rows(post)[0].attempts) == (MailStatus.WAITING, 1)
    post.messenger.answer = lambda _message: None
    clock.advance(minutes=2)
    post.deliver()
    assert [row.status for row in rows(post)] == [MailStatus.SENT]


def test_a_poisoned_message_holds_up_no_other_and_is_told(shop_with_sms: Post) -> None:
    post = shop_with_sms
    post.messenger.answer = lambda message: (
        GatewayError(MailFault.NUMBER, server_says="+CMS ERROR: 1") if message.text == "bad" else None
    )
    bad, good = text(post, body="bad"), text(post, body="good")
    post.deliver()
    status = {row.id: (row.status, row.last_error) for row in rows(post)}
    assert status[good] == (MailStatus.SENT, "")
    assert status[bad] == (
        MailStatus.FAILED, "it does not take this telephone number. (+CMS ERROR: 1)",
    )  # fmt: skip


def test_when_nobody_knows_whether_it_was_taken_a_person_decides(shop_with_sms: Post) -> None:
    post = shop_with_sms
    post.messenger.answer = lambda _message: GatewayError(MailFault.TIMEOUT, maybe_sent=True)
    message_id = text(post)
    post.deliver()
    post.deliver()
    assert rows(post)[0].status is MailStatus.NEEDS_ATTENTION
    assert len(post.messenger.ways) == 1
    post.messenger.answer = lambda _message: None
    post.shop.runtime.run(retry_message, actor=SYSTEM_ACTOR, message_id=message_id)
    post.deliver()
    assert rows(post)[0].status is MailStatus.SENT


def test_better_settings_send_what_worse_ones_had_stopped(shop_with_sms: Post) -> None:
    post = shop_with_sms
    post.messenger.answer = lambda _message: GatewayError(MailFault.LOGIN)
    text(post)
    post.deliver()
    assert rows(post)[0].status is MailStatus.NEEDS_ATTENTION
    post.messenger.answer = lambda _message: None
    post.shop.runtime.run(save_sms_settings, actor=SYSTEM_ACTOR, settings=SMS)
    post.deliver()
    assert rows(post)[0].status is MailStatus.SENT


def test_a_station_without_the_secret_leaves_it_to_the_others(shop_with_sms: Post) -> None:
    post = shop_with_sms
    text(post)
    words, post.secrets.words = post.secrets.words, {}
    post.deliver("T02")
    assert post.lacking == {Channel.MAIL, Channel.SMS, Channel.CHAT}
    assert rows(post)[0].status is MailStatus.WAITING
    post.secrets.words = words
    post.deliver()
    assert rows(post)[0].status is MailStatus.SENT


def test_a_modem_is_used_by_the_till_it_is_plugged_into(shop_with_sms: Post) -> None:
    post = shop_with_sms
    settings = SmsSettings(kind=SmsKind.MODEM, port="/dev/ttyUSB0", till="T02")
    post.shop.runtime.run(save_sms_settings, actor=SYSTEM_ACTOR, settings=settings)
    text(post)
    post.deliver("T01")
    assert rows(post)[0].status is MailStatus.WAITING
    post.deliver("T02")
    assert post.messenger.ways == [Modem("/dev/ttyUSB0", 115_200, "")]
    assert rows(post)[0].status is MailStatus.SENT


def test_only_who_agreed_is_written_to_and_may_take_it_back(shop_with_sms: Post) -> None:
    post = shop_with_sms
    run, ask = post.shop.runtime.run, post.shop.runtime.ask
    party_id = customer(post, number="")
    values = {"number": "R-1", "amount": "12,50 €", "due": "01.03.2026"}
    more = {"kind": MailKind.REMINDER, "party_id": party_id, "values": values}
    with pytest.raises(NoPhoneNumberError):
        run(text_from_template, actor=SYSTEM_ACTOR, uuid="1", **more)
    with pytest.raises(NoConsentError, match="Unlimited Ltd has not agreed"):
        text(post, kind=MailKind.REMINDER, to="0171 1234567", party_id=party_id)
    with pytest.raises(NoConsentSourceError):
        run(give_consent, actor=SYSTEM_ACTOR, party_id=party_id, number="0171 1234567", source=" ")
    with pytest.raises(PhoneNumberError):
        run(give_consent, actor=SYSTEM_ACTOR, party_id=party_id, number="1234567", source="by phone")
    for _twice in range(2):
        run(give_consent, actor=SYSTEM_ACTOR, party_id=party_id, number="0171 1234567", source="by phone")
    assert ask(agreed_numbers, party_id=party_id) == ["+491711234567"]
    made = run(text_from_template, actor=SYSTEM_ACTOR, uuid="2", **more)
    run(withdraw_consent, actor=SYSTEM_ACTOR, party_id=party_id)
    consent = ask(list_consents, party_id=party_id)[0]
    assert (consent.source, consent.withdrawn_at is None) == ("by phone", False)
    with pytest.raises(NoConsentError):
        run(resend_message, actor=SYSTEM_ACTOR, uuid="3", message_id=made.message_id, to="0171 1234567")
    with pytest.raises(NoPhoneNumberError):
        run(text_from_template, actor=SYSTEM_ACTOR, uuid="4", **more)
    run(erase_customer, actor=SYSTEM_ACTOR, party_id=party_id)
    assert ask(list_consents, party_id=party_id) == []
    assert rows(post)[0].to_addresses == ""


def test_the_shops_own_short_words_are_used_and_gaps_are_checked(shop_with_sms: Post) -> None:
    post = shop_with_sms
    words = {"kind": MailKind.REMINDER, "language": "en", "subject": "", "channel": Channel.SMS}
    with pytest.raises(UnknownGapError):
        post.shop.runtime.run(save_template, actor=SYSTEM_ACTOR, body="{amout}", **words)
    post.shop.runtime.run(save_template, actor=SYSTEM_ACTOR, body="Pay {amount}!", **words)
    post.shop.runtime.run(
        text_from_template, actor=SYSTEM_ACTOR, uuid="1", kind=MailKind.REMINDER, party_id=customer(post),
        values={"amount": "12,50 €"}, language="en",
    )  # fmt: skip
    post.deliver()
    assert [m.text for m in post.messenger.sent] == ["Pay 12,50 €!"]


def test_without_a_gateway_it_is_said(post: Post) -> None:
    with pytest.raises(NoSmsGatewayError):
        text(post)


def test_who_agreed_is_told_that_his_order_can_be_fetched(shop_with_sms: Post, clock: SteadyClock) -> None:
    from app.orders.operations.pickup import mark_ready

    post = shop_with_sms
    trade: Wholesale = make_wholesale(post.shop)
    customer(post)
    clock.advance(minutes=5)
    numbers = []
    for who in ("Unlimited Ltd", "Limited Ltd"):  # the second never agreed
        order = trade.order(("COFFEE", 1), customer=who, pickup=True)
        trade.pick_all(order.order_id)
        trade.pack_all(order.order_id)
        trade.run(mark_ready, order_id=order.order_id)
        numbers.append(order.number)
    clock.advance(minutes=1)
    post.deliver("T02")
    post.deliver()
    assert [(m.to, numbers[0] in m.text) for m in post.messenger.sent] == [("+491711234567", True)]
    assert post.client.sent == []


def test_a_receipt_fits_one_message_and_goes_to_who_tells_his_number(shop_with_sms: Post) -> None:
    post = shop_with_sms
    shop: Shop = post.shop
    sale = shop.sell(shop.cart("COFFEE"), shop.open_shift())
    draft = shop.runtime.ask(
        draft_message, kind=MailKind.RECEIPT, document_id=sale.sale_id, sender="Ann", channel=Channel.SMS
    )
    assert (draft.to, draft.parts) == ("", ())
    assert sale.number in draft.text.body
    assert "12.90" in draft.text.body
    assert len(draft.text.body) <= 160
    shop.runtime.run(
        send_draft, actor=shop.actor(), uuid="1", draft=draft, to="+49 171 1234567", subject="",
        body=draft.text.body,
    )  # fmt: skip
    post.deliver()
    assert rows(post)[0].document_number == sale.number


# --- the chat ---


def test_a_closed_day_and_a_cashier_who_stands_out_are_told_once(
    shop_with_sms: Post, clock: SteadyClock
) -> None:
    post = shop_with_sms
    shop = post.shop
    clock.advance(minutes=1)
    _busy(shop)
    with shop.runtime.factory.read() as connection:
        store_id = connection.execute(select(store.c.id)).scalars().first()
    shop.runtime.run(close_store_day, actor=shop.actor("supervisor"), store_id=store_id, business_date=TODAY)
    clock.advance(minutes=1)
    for station in ("T01", "T02", "T01"):
        post.deliver(station)
    told = [message.text for message in post.messenger.sent]
    assert len(told) == 2
    assert "was closed by supervisor." in told[0]
    assert "Over or short: € -0.30" in told[0]
    assert told[1].startswith("More often than all others together")
    assert "supervisor: refunds 7" in told[1]
    assert "cashier:" not in told[1]
    assert all(isinstance(way, Hook) for way in post.messenger.ways)
    assert [row.to_addresses for row in rows(post, Channel.CHAT)] == ["chat.example.com"] * 2


def test_of_an_ordinary_day_only_its_figures_are_told(shop_with_sms: Post, clock: SteadyClock) -> None:
    post = shop_with_sms
    shop = post.shop
    clock.advance(minutes=1)
    shift = shop.open_shift()
    shop.sell(shop.cart("COFFEE"), shift)
    close(shop, shift, by="supervisor", next_float=0)
    with shop.runtime.factory.read() as connection:
        store_id = connection.execute(select(store.c.id)).scalars().first()
    shop.runtime.run(close_store_day, actor=shop.actor("supervisor"), store_id=store_id, business_date=TODAY)
    post.deliver()
    assert ["was closed" in message.text for message in post.messenger.sent] == [True]


def test_a_backup_that_was_not_made_is_told_where_it_is_switched_on(shop_with_sms: Post) -> None:
    post = shop_with_sms
    run = post.shop.runtime.run
    told = {"till": "T01", "reason": "The disk is full."}
    assert run(tell_of_backup, actor=SYSTEM_ACTOR, uuid="1", **told)
    run(save_chat_settings, actor=SYSTEM_ACTOR, settings=replace(CHAT, alerts=()))
    assert not run(tell_of_backup, actor=SYSTEM_ACTOR, uuid="2", **told)
    post.deliver()
    assert [m.text for m in post.messenger.sent] == [
        "The backup at till T01 was not made: The disk is full."
    ]  # fmt: skip


def test_settings_come_back_as_they_were_kept(shop_with_sms: Post, clock: SteadyClock) -> None:
    kept = shop_with_sms.shop.runtime.ask(get_sms_settings)
    assert replace(kept, notices_since=None) == SMS
