"""A message as the bytes that travel."""

from __future__ import annotations

from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from app.devices.mail import OutgoingMail
from app.kernel.text import clean, file_name


def as_message(mail: OutgoingMail) -> EmailMessage:
    """The message with headers, text and files; a header has one line, whatever its text brings."""
    message = EmailMessage(policy=SMTP)
    message["Message-ID"] = mail.message_id
    message["Date"] = format_datetime(mail.written_at)
    message["From"] = Address(display_name=_told(mail.sender_name), addr_spec=mail.sender_address)
    message["To"] = [Address(addr_spec=address) for address in mail.to]
    if mail.reply_to:
        message["Reply-To"] = Address(addr_spec=mail.reply_to)
    message["Subject"] = _told(mail.subject)
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(mail.body, charset="utf-8", cte="quoted-printable")
    for part in mail.parts:
        main, _, sub = part.media_type.partition("/")
        message.add_attachment(part.content, maintype=main, subtype=sub, filename=file_name(part.name))
    return message


def _told(text: str) -> str:
    """A text for a header: on one line, and nothing in it that says it is encoded.

    "=?utf-8?q?=0D=0ABcc:..." is taken for what it spells: the library would write a header of its own.
    """
    return clean(text).replace("=?", "= ?")
