"""The outbox: messages written with what they tell of, so that none is lost or sent twice."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Index, LargeBinary, Table

from app.db.columns import (
    NAME,
    KeyType,
    choice,
    code,
    day,
    flag,
    key,
    metadata,
    moment,
    number,
    one_of,
    partial_index,
    ref,
    text,
)
from app.mailing.states import Channel, Every, MailKind, MailStatus

mail_message = Table(
    "mail_message",
    metadata,
    key(),
    code("uuid", unique=True),  # made by who asks: the same request is one message
    choice("channel", Channel),
    choice("kind", MailKind),
    ref("party_id", "party.id", null=True, index=True),  # NULL: a receipt for somebody unknown
    code("to_addresses", length=NAME * 2),  # with ", " between; a telephone number, the name of a chat
    code("subject", length=NAME),  # "" where the channel has none
    text("body"),
    code("message_id", length=NAME, unique=True),  # of the e-mail; the same at each try; else the UUID
    code("document_type"),  # "" where it tells of none
    number("document_id", null=True),
    code("document_number"),
    number("resend_of", null=True),  # the message that was sent again
    choice("status", MailStatus),
    number("attempts"),
    moment("next_try_at"),
    code("station"),  # who is sending, or sent it last
    code("fault"),  # app.devices.mail.MailFault of the last try; ""
    code("last_error", length=NAME),  # in words
    moment("created_at"),
    number("created_by"),
    moment("updated_at"),
    moment("sent_at", null=True),
    one_of("channel", Channel),
    one_of("kind", MailKind),
    one_of("status", MailStatus),
    Index("ix_mail_message__status_id", "status", "id"),
    Index("ix_mail_message__document_id", "document_id"),
    partial_index("ix_mail_message__waiting", "next_try_at", where="status = 'waiting'"),
)
mail_attachment = Table(
    "mail_attachment",
    metadata,
    ref("message_id", "mail_message.id", primary_key=True),
    Column("position", KeyType, primary_key=True, autoincrement=False),
    code("name", length=NAME),
    code("media_type", length=NAME),
    Column("content", LargeBinary, nullable=False),
    code("sha256", length=64),
)
# reports that are sent by themselves, each period once
report_schedule = Table(
    "report_schedule",
    metadata,
    key(),
    code("reports", length=NAME),  # ReportKind, with "," between
    choice("every", Every),
    number("hour"),  # of the shop's clock, on the day after the period
    code("to_addresses", length=NAME * 2),
    flag("active"),
    day("told_until"),  # the last day that was told of, or is not told of
    code("last_uuid"),  # of the last message; "" before the first
    code("trouble", length=NAME),  # why the last one could not be made, in words; ""
    one_of("every", Every),
    CheckConstraint("hour >= 0 AND hour <= 23", name="hour_of_day"),
)
# the shop's own words; where there are none, those of app.mailing.texts
mail_template = Table(
    "mail_template",
    metadata,
    Column("channel", code("channel").type, primary_key=True),
    Column("kind", code("kind").type, primary_key=True),
    Column("language", code("language").type, primary_key=True),
    code("subject", length=NAME),
    text("body"),
    moment("updated_at"),
    one_of("channel", Channel),
    one_of("kind", MailKind),
)
# that a customer agreed to be written to: each yes a row, and when it was taken back
message_consent = Table(
    "message_consent",
    metadata,
    key(),
    ref("party_id", "party.id", index=True),
    choice("channel", Channel),
    code("address"),  # the number that was agreed to, after E.164
    code("source", length=NAME),  # how it was given: "by word of mouth", "form of 2 March"
    moment("given_at"),
    number("given_to"),  # the user who entered it
    moment("withdrawn_at", null=True),
    one_of("channel", Channel),
)
