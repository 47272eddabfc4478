"""Messages are written with what they tell of, leave once, and end in a known state."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import select

from app.audit.tables import journal
from app.db.unit_of_work import UnitOfWork
from app.devices.mail import MailError, MailFault, MailPart
from app.kernel.permission import SYSTEM_ACTOR, PermissionNeededError
from app.kernel.state import InvalidTransitionError
from app.mailing.operations import TrainingMailError, queue_from_template, queue_message
from app.mailing.outbox import (
    OtherMessageError,
    cancel_message,
    claim_next,
    resend_message,
    retry_message,
)
from app.mailing.queries import count_messages, get_file, get_message, list_messages
from app.mailing.rules import (
    MOST_ATTEMPTS,
    MailAddressError,
    MailHeaderError,
    MailTextError,
    MailTooLargeError,
    NoMailAddressError,
)
from app.mailing.settings import MailNotSetUpError, save_mail_settings
from app.mailing.states import MailKind, MailStatus
from app.organisation.operations import save_company, save_setting
from app.organisation.queries import get_company
from tests.conftest import SteadyClock
from tests.factories.shop import Shop
from tests.integration.mailing.conftest import SETTINGS, Post

PDF = MailPart("INV-1.pdf", b"%PDF-1.7 bytes")


def state(post: Post, message_id: int) -> MailStatus:
    return post.shop.runtime.ask(get_message, message_id=message_id).row.status


def test_a_message_leaves_after_the_commit_with_its_files(post: Post) -> None:
    made = post.queue("Invoice 1", attachments=[PDF])
    assert state(post, made.message_id) is MailStatus.WAITING
    post.deliver()
    mail = post.client.sent[0]
    assert (mail.to, mail.subject, mail.parts) == (("one@example.com",), "Invoice 1", (PDF,))
    assert (mail.sender_name, mail.sender_address) == ("Corner Shop", "shop@example.com")
    assert post.client.servers[0].password == "s3cret words"
    found = post.shop.runtime.ask(get_message, message_id=made.message_id)
    assert found.row.status is MailStatus.SENT
    assert found.row.attempts == 1
    assert found.row.sent_at is not None
    assert post.shop.runtime.ask(get_file, message_id=made.message_id, position=1) == PDF.content


def test_what_is_rolled_back_sends_nothing(post: Post) -> None:
    def fails(uow: UnitOfWork) -> None:
        queue_message(
            uow, uuid=str(uuid4()), kind=MailKind.INVOICE, to="a@example.com", subject="x", body="y"
        )
        raise MailTextError

    with pytest.raises(MailTextError):
        post.shop.runtime.run(fails, actor=SYSTEM_ACTOR)
    post.deliver()
    assert not post.client.sent


def test_the_same_request_twice_is_one_message_and_another_content_is_refused(post: Post) -> None:
    uuid = str(uuid4())
    first = post.queue("Invoice 1", uuid, document=("invoice", 7, "INV-7"))
    again = post.queue("Invoice 1", uuid, document=("invoice", 7, "INV-7"))
    assert (again.message_id, again.again) == (first.message_id, True)
    with pytest.raises(OtherMessageError):
        post.queue("Invoice 1", uuid, document=("invoice", 8, "INV-8"))
    post.deliver()
    post.queue("Invoice 1", uuid, document=("invoice", 7, "INV-7"))
    post.deliver()
    assert len(post.client.sent) == 1


def test_a_try_that_failed_is_repeated_later_with_the_same_message_id(post: Post, clock: SteadyClock) -> None:
    made = post.queue()
    post.client.answer = lambda _mail: MailError(MailFault.TIMEOUT)
    post.deliver()
    post.deliver()  # not due yet
    row = post.shop.runtime.ask(get_message, message_id=made.message_id).row
    assert (row.status, row.attempts) == (MailStatus.WAITING, 1)
    assert row.next_try_at == clock.moment + timedelta(minutes=1)
    assert "does not answer in time" in row.last_error
    tried = [s.host for s in post.client.servers]
    clock.advance(minutes=1)
    post.client.answer = lambda _mail: None
    post.deliver()
    assert len(post.client.servers) == len(tried) + 1
    detail = post.shop.runtime.ask(get_message, message_id=made.message_id)
    assert detail.row.status is MailStatus.SENT
    assert post.client.sent[0].message_id == detail.message_id


def test_after_ten_tries_it_has_failed_and_a_person_may_begin_anew(post: Post, clock: SteadyClock) -> None:
    made = post.queue()
    post.client.answer = lambda _mail: MailError(MailFault.LOST)
    for _ in range(MOST_ATTEMPTS):
        post.deliver()
        clock.advance(hours=5)
    assert state(post, made.message_id) is MailStatus.FAILED
    post.deliver()
    assert len(post.client.servers) == MOST_ATTEMPTS
    post.client.answer = lambda _mail: None
    post.shop.runtime.run(retry_message, actor=SYSTEM_ACTOR, message_id=made.message_id)
    post.deliver()
    assert state(post, made.message_id) is MailStatus.SENT


def test_a_refused_recipient_fails_at_once_and_holds_up_no_other(post: Post) -> None:
    def answer(mail: object) -> MailError | None:
        bad = "one@example.com" in mail.to  # type: ignore[attr-defined]
        return MailError(MailFault.RECIPIENT, server_says="550 no such user") if bad else None

    post.client.answer = answer
    bad, good = post.queue(), post.queue(to="two@example.com")
    post.deliver()
    assert state(post, bad.message_id) is MailStatus.FAILED
    assert state(post, good.message_id) is MailStatus.SENT
    assert "550 no such user" in post.shop.runtime.ask(get_message, message_id=bad.message_id).row.last_error
    fixed = post.shop.runtime.run(
        resend_message, actor=SYSTEM_ACTOR, uuid=str(uuid4()), message_id=bad.message_id, to="two@example.com"
    )
    post.deliver()
    assert state(post, fixed.message_id) is MailStatus.SENT


def test_wrong_settings_wait_for_a_person_and_go_on_when_they_are_mended(post: Post) -> None:
    made = post.queue()
    post.client.answer = lambda _mail: MailError(MailFault.LOGIN)
    post.deliver()
    assert state(post, made.message_id) is MailStatus.NEEDS_ATTENTION
    post.client.answer = lambda _mail: None
    post.shop.runtime.run(save_mail_settings, actor=SYSTEM_ACTOR, settings=SETTINGS)
    post.deliver()
    assert state(post, made.message_id) is MailStatus.SENT


def test_a_message_that_may_have_been_taken_is_not_sent_again_by_itself(
    post: Post, clock: SteadyClock
) -> None:
    made = post.queue()
    post.client.answer = lambda _mail: MailError(MailFault.LOST, maybe_sent=True)
    post.deliver()
    post.shop.runtime.run(save_mail_settings, actor=SYSTEM_ACTOR, settings=SETTINGS)
    clock.advance(hours=9)
    post.deliver()
    assert state(post, made.message_id) is MailStatus.NEEDS_ATTENTION
    assert len(post.client.servers) == 1


def test_what_was_being_sent_when_the_program_died_needs_a_person(post: Post) -> None:
    made = post.queue()
    claimed = post.shop.runtime.run(claim_next, actor=SYSTEM_ACTOR, station="T01")
    assert claimed == made.message_id
    assert post.deliver("T02") == []  # another station's is none of its business
    assert state(post, made.message_id) is MailStatus.SENDING
    assert post.deliver("T01") == [made.message_id]
    assert state(post, made.message_id) is MailStatus.NEEDS_ATTENTION
    assert not post.client.sent

    # and two stations claim no message twice
    ids = {post.queue(f"No. {i}").message_id for i in range(3)}
    claimed = [
        post.shop.runtime.run(claim_next, actor=SYSTEM_ACTOR, station=f"T0{i % 2 + 1}") for i in range(4)
    ]
    assert claimed[3] is None
    assert set(claimed[:3]) == ids


def test_a_station_without_the_password_leaves_the_messages_to_others(post: Post) -> None:
    made = post.queue()
    password = post.secrets.words.pop(SETTINGS.secret_name)
    post.deliver()
    assert post.lacks_password
    assert state(post, made.message_id) is MailStatus.WAITING
    post.secrets.words[SETTINGS.secret_name] = password
    post.deliver()
    assert state(post, made.message_id) is MailStatus.SENT


def test_a_message_is_sent_again_as_a_new_one_with_the_same_files(post: Post) -> None:
    first = post.queue("Invoice 1", attachments=[PDF])
    post.deliver()
    uuid = str(uuid4())
    for _twice in range(2):
        post.shop.runtime.run(
            resend_message, actor=SYSTEM_ACTOR, uuid=uuid, message_id=first.message_id, to="two@example.com"
        )
    post.deliver()
    one, two = post.client.sent
    assert (one.subject, one.parts, one.body) == (two.subject, two.parts, two.body)
    assert (one.to, two.to) == (("one@example.com",), ("two@example.com",))
    assert one.message_id != two.message_id
    rows = post.shop.runtime.ask(list_messages)
    assert [r.resend_of for r in rows] == [first.message_id, None]


def test_a_waiting_message_is_cancelled_and_a_sent_one_is_not(post: Post) -> None:
    made = post.queue()
    post.shop.runtime.run(cancel_message, actor=SYSTEM_ACTOR, message_id=made.message_id)
    post.deliver()
    assert not post.client.sent
    sent = post.queue()
    post.deliver()
    with pytest.raises(InvalidTransitionError):
        post.shop.runtime.run(cancel_message, actor=SYSTEM_ACTOR, message_id=sent.message_id)
    assert post.shop.runtime.ask(count_messages) == {MailStatus.CANCELLED: 1, MailStatus.SENT: 1}


WRONG: tuple[tuple[dict[str, object], type[Exception]], ...] = (
    ({"subject": "Hello\r\nBcc: all@example.com"}, MailHeaderError),
    ({"to": "a@example.com\nBcc: b@example.com"}, MailHeaderError),
    ({"to": "nobody"}, MailAddressError),
    ({"to": "Ann <ann@example.com>"}, MailAddressError),
    ({"to": " , "}, NoMailAddressError),
    ({"subject": "  "}, MailTextError),
    ({"body": " \n "}, MailTextError),
    ({"attachments": [MailPart("a\nb.pdf", b"x")]}, MailHeaderError),
    ({"attachments": [MailPart("a.pdf", b"x" * 20_000_001)]}, MailTooLargeError),
)


def test_what_cannot_be_sent_is_refused_and_nothing_is_kept(post: Post) -> None:
    for wrong, refusal in WRONG:
        with pytest.raises(refusal):
            post.queue(**wrong)  # type: ignore[arg-type]
    assert post.shop.runtime.ask(list_messages) == []


def test_without_settings_and_in_training_nothing_is_queued(shop: Shop, post: Post) -> None:
    company = shop.runtime.ask(get_company)
    shop.runtime.run(save_company, actor=SYSTEM_ACTOR, details=replace(company, is_training=True))
    with pytest.raises(TrainingMailError):
        post.queue()
    shop.runtime.run(save_company, actor=SYSTEM_ACTOR, details=company)
    shop.runtime.run(save_setting, actor=SYSTEM_ACTOR, name="mail.server", value={})
    with pytest.raises(MailNotSetUpError):
        post.queue()


def test_who_may_not_send_is_refused(post: Post) -> None:
    nobody = replace(post.shop.actor("cashier"), permissions=frozenset())
    with pytest.raises(PermissionNeededError):
        post.shop.runtime.run(
            queue_message, actor=nobody, uuid=str(uuid4()), kind=MailKind.ORDER, to="a@example.com",
            subject="x", body="y",
        )  # fmt: skip


def test_no_address_stands_in_the_journal_and_no_password_anywhere(post: Post) -> None:
    post.queue(to="very.private@example.com")
    post.deliver()
    with post.shop.runtime.factory.read() as connection:
        told = " ".join(str(row) for row in connection.execute(select(journal)))
    assert "very.private" not in told
    assert "s3cret words" not in told


def test_a_reminder_is_written_from_the_template_in_the_customers_language(post: Post) -> None:
    party_id = post.shop.parties["Limited Ltd"]
    with pytest.raises(NoMailAddressError):
        post.shop.runtime.run(
            queue_from_template, actor=SYSTEM_ACTOR, uuid=str(uuid4()), kind=MailKind.REMINDER,
            party_id=party_id, values={"number": "R-1"},
        )  # fmt: skip
    post.shop.runtime.run(
        queue_from_template, actor=SYSTEM_ACTOR, uuid=str(uuid4()), kind=MailKind.REMINDER,
        party_id=party_id, values={"number": "R-1", "amount": "12,50 €", "due": "01.03.2026"},
        to="x@example.com", language="de",
    )  # fmt: skip
    post.deliver()
    mail = post.client.sent[0]
    assert mail.subject == "Zahlungserinnerung R-1"
    assert "12,50 € war am 01.03.2026 fällig" in mail.body
    assert "Mahngebühr" not in mail.body  # a line whose gap is empty is left out
