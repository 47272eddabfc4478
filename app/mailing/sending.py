"""A person sends a document: the message as it was edited, with the papers that belong to it."""

from __future__ import annotations

from dataclasses import replace

from app.db.unit_of_work import UnitOfWork
from app.documents.operations import print_invoice
from app.kernel.permission import Permission, permitted
from app.mailing.drafts import MailDraft
from app.mailing.operations import queue_message
from app.mailing.outbox import QueuedMail
from app.mailing.states import Channel
from app.mailing.texting import queue_text


@permitted(Permission.SEND_MAIL)
def send_draft(
    uow: UnitOfWork, *, uuid: str, draft: MailDraft, to: str, subject: str, body: str
) -> QueuedMail:
    """Put a message about a document into the outbox.

    A posted invoice goes as the very bytes that are kept with their SHA-256; they are made now where nobody
    printed it before.

    Args:
        uow: the transaction.
        uuid: of the request: pressed twice, it is sent once.
        draft: what was proposed (app.mailing.drafts.draft_message).
        to: as it was edited.
        subject: as it was edited; a short message has none.
        body: as it was edited.

    Raises:
        NotPostedError, PaperChangedError, and those of app.mailing.operations.queue_message or
        app.mailing.texting.queue_text.
    """
    if draft.channel is Channel.SMS:
        return queue_text(
            uow, uuid=uuid, kind=draft.kind, to=to, body=body, party_id=draft.party_id,
            document=draft.document,
        )  # fmt: skip
    parts = draft.parts
    if draft.keeps and parts:
        content = print_invoice(uow, invoice_id=draft.document[1])
        parts = (replace(parts[0], content=content), *parts[1:])
    return queue_message(
        uow, uuid=uuid, kind=draft.kind, to=to, subject=subject, body=body, party_id=draft.party_id,
        document=draft.document, attachments=parts,
    )  # fmt: skip
