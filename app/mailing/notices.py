"""Customers are told by themselves: what happened to their orders leads to messages, each once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import NAMESPACE_OID, uuid5

from sqlalchemy import Connection, Select, and_, exists, select

from app.audit.tables import document_step
from app.db.unit_of_work import UnitOfWork
from app.kernel.ids import first_id_of
from app.kernel.permission import Permission, permitted
from app.mailing.drafts import MailDraft
from app.mailing.gateways import get_sms_settings
from app.mailing.operations import queue_message
from app.mailing.settings import get_mail_settings
from app.mailing.states import Channel, MailKind
from app.mailing.tables import mail_message
from app.mailing.texting import queue_text

# which step of which document is told how
_STEPS: Final[Mapping[tuple[str, str], MailKind]] = {
    ("order", "confirmed"): MailKind.ORDER,
    ("order", "released"): MailKind.ORDER,
    ("order", "promised"): MailKind.CHANGED_DATE,
    ("order", "ready"): MailKind.READY,
    ("shipment", "dispatched"): MailKind.SHIPPED,
    ("shipment", "dispatched_again"): MailKind.SHIPPED,
    ("shipment", "delivered"): MailKind.DELIVERED,
}
# the lines of an order are promised one after the other: one message tells of all
SETTLING: Final = timedelta(minutes=2)
LOOK_BACK: Final = timedelta(days=3)  # what a closed program missed; older news is none


@dataclass(frozen=True, slots=True)
class DueNotice:
    """Something a customer is to be told."""

    step_id: int
    kind: MailKind
    document_id: int
    channel: Channel = Channel.MAIL

    @property
    def uuid(self) -> str:
        """The same for every station that finds the step."""
        way = "" if self.channel is Channel.MAIL else f" {self.channel}"
        return str(uuid5(NAMESPACE_OID, f"takings notice {self.step_id} {self.kind}{way}"))


def list_due_notices(connection: Connection, *, now: datetime) -> list[DueNotice]:
    """The news customers have not been told yet, oldest first; a message sent by hand counts as told.

    Steps of an order that follow each other lead to one message, about the last of them.
    """
    found: list[DueNotice] = []
    for channel, settings in (
        (Channel.MAIL, get_mail_settings(connection)), (Channel.SMS, get_sms_settings(connection)),
    ):  # fmt: skip
        if settings.is_set_up and settings.notices:
            since = max(now - LOOK_BACK, settings.notices_since or now)
            found += _due(connection, channel, settings.notices, since, now)
    return sorted(found, key=lambda notice: notice.step_id)


def _due(
    connection: Connection, channel: Channel, notices: Sequence[MailKind], since: datetime, now: datetime
) -> Iterable[DueNotice]:
    """What one channel has not told yet."""
    wanted = [(key, kind) for key, kind in _STEPS.items() if kind in notices]
    found: dict[tuple[MailKind, int], DueNotice] = {}
    for (document_type, step), kind in wanted:
        for row in connection.execute(_untold(document_type, step, kind, since, channel)):
            if kind is MailKind.CHANGED_DATE and row.at > now - SETTLING:
                found.pop((kind, row.document_id), None)
                continue
            found[kind, row.document_id] = DueNotice(row.id, kind, row.document_id, channel)
    return found.values()


def _untold(document_type: str, step: str, kind: MailKind, since: datetime, channel: Channel) -> Select[Any]:
    told = exists().where(
        and_(
            mail_message.c.document_id == document_step.c.document_id,
            mail_message.c.kind == kind.value,
            mail_message.c.channel == channel.value,
            mail_message.c.created_at >= document_step.c.at,
        )
    )
    return (
        select(document_step.c.id, document_step.c.document_id, document_step.c.at)
        .where(
            document_step.c.id >= first_id_of(since), document_step.c.at >= since,
            document_step.c.document_type == document_type, document_step.c.step == step, ~told,
        )
        .order_by(document_step.c.id)
    )  # fmt: skip


@permitted(Permission.SYSTEM)
def queue_notice(uow: UnitOfWork, *, notice: DueNotice, draft: MailDraft) -> None:
    """Put a notice into the outbox; several stations may do it, one message comes of it.

    Raises:
        as app.mailing.operations.queue_message or app.mailing.texting.queue_text.
    """
    if draft.channel is Channel.SMS:
        queue_text(
            uow, uuid=notice.uuid, kind=draft.kind, to=draft.to, body=draft.text.body,
            party_id=draft.party_id, document=draft.document,
        )  # fmt: skip
        return
    queue_message(
        uow, uuid=notice.uuid, kind=draft.kind, to=draft.to, subject=draft.text.subject,
        body=draft.text.body, party_id=draft.party_id, document=draft.document, attachments=draft.parts,
    )  # fmt: skip
