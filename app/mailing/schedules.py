"""Reports that are sent by themselves: which, how often, to whom; each period once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final
from uuid import NAMESPACE_OID, uuid5
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, delete, insert, select, update

from app.audit.operations import note
from app.db.columns import NAME
from app.db.unit_of_work import UnitOfWork
from app.devices.mail import MailPart
from app.documents.formats import day
from app.kernel.ids import next_id
from app.kernel.permission import Permission, permitted, require
from app.kernel.refusal import Refusal
from app.kernel.text import clean_field
from app.mailing.operations import queue_message
from app.mailing.report_files import report_title
from app.mailing.rules import parse_addresses
from app.mailing.schedule_rules import Period, due_periods
from app.mailing.states import Every, MailKind, MailStatus, ReportKind
from app.mailing.tables import mail_message, report_schedule
from app.mailing.texts import LANGUAGES, language_of
from app.organisation.queries import get_company

_LAST_HOUR: Final = 23


class NoReportChosenError(Refusal):
    """Nothing to send."""

    message = "Choose at least one report."


class ScheduleHourError(Refusal):
    """No hour of a day."""

    message = "Enter an hour from 0 to 23."


class NoSuchScheduleError(Refusal):
    """Somebody deleted it."""

    message = "That schedule is not there any more. Reload the list."


@dataclass(frozen=True, slots=True)
class Plan:
    """What is sent, how often, at which hour of the shop's clock, to whom (addresses with commas)."""

    reports: tuple[ReportKind, ...]
    every: Every
    hour: int
    to: str
    active: bool = True


@dataclass(frozen=True, slots=True)
class Schedule:
    """A plan and what became of its last message.

    Attributes:
        told_until: the last day that was told of; before the first message the day before it began.
        status: of the last message; None where there is none.
        trouble: why the last one was not made or not sent, in words (Refusal or MailFault); "".
    """

    id: int
    plan: Plan
    told_until: date
    status: MailStatus | None
    trouble: str


@dataclass(frozen=True, slots=True)
class DueReport:
    """A message that is to be made: about the last period, the missed ones are named in it."""

    schedule_id: int
    plan: Plan
    told_until: date  # as it was read: who finds another has lost
    period: Period
    missed: tuple[Period, ...]

    @property
    def uuid(self) -> str:
        """The same for every station that finds it."""
        return str(uuid5(NAMESPACE_OID, f"takings report {self.schedule_id} {self.period.until}"))


def list_schedules(connection: Connection) -> list[Schedule]:
    """All, in the order they were made."""
    rows = connection.execute(
        select(report_schedule, mail_message.c.status, mail_message.c.last_error)
        .select_from(
            report_schedule.outerjoin(mail_message, mail_message.c.uuid == report_schedule.c.last_uuid)
        )
        .order_by(report_schedule.c.id)
    )
    return [
        Schedule(
            r.id, _plan(r), r.told_until, MailStatus(r.status) if r.status else None,
            r.trouble or r.last_error or "",
        )
        for r in rows
    ]  # fmt: skip


def _plan(r: Row[Any]) -> Plan:
    kinds = tuple(ReportKind(x) for x in r.reports.split(","))
    return Plan(kinds, Every(r.every), r.hour, r.to_addresses, r.active)


@permitted(Permission.SETTINGS)
def save_schedule(uow: UnitOfWork, *, plan: Plan, schedule_id: int | None = None) -> int:
    """Keep a schedule, a new one without an id; returns its id.

    What is past is not sent for a new one, for one that was switched off, and at another pace.

    Raises:
        PermissionNeededError: who saves it may not see the reports.
        NoReportChosenError, ScheduleHourError, NoSuchScheduleError, NoMailAddressError, MailAddressError,
        TooManyRecipientsError, TextTooLongError: see their sentences.
    """
    require(uow, Permission.VIEW_REPORTS)
    require(uow, Permission.VIEW_COST)
    if not plan.reports:
        raise NoReportChosenError
    if not 0 <= plan.hour <= _LAST_HOUR:
        raise ScheduleHourError
    kinds = [kind.value for kind in ReportKind if kind in plan.reports]
    to = clean_field(", ".join(parse_addresses(plan.to)), field="Address", limit=NAME * 2)
    values: dict[str, Any] = {
        "reports": ",".join(kinds), "every": plan.every.value, "hour": plan.hour, "to_addresses": to,
        "active": plan.active, "trouble": "",
    }  # fmt: skip
    yesterday = get_company(uow.connection).day_of(uow.now) - timedelta(days=1)
    if schedule_id is None:
        schedule_id = next_id()
        fresh = {"id": schedule_id, "last_uuid": "", "told_until": yesterday}
        uow.connection.execute(insert(report_schedule), {**fresh, **values})
    else:
        _change(uow, schedule_id, values, yesterday)
    payload = {"reports": kinds, "every": plan.every.value, "hour": plan.hour, "active": plan.active}
    note(
        uow, kind="mail.schedule", document_type="report_schedule", document_id=schedule_id, payload=payload
    )  # fmt: skip
    return schedule_id


def _change(uow: UnitOfWork, schedule_id: int, values: dict[str, Any], yesterday: date) -> None:
    before = uow.connection.execute(
        select(report_schedule).where(report_schedule.c.id == schedule_id).with_for_update()
    ).one_or_none()
    if before is None:
        raise NoSuchScheduleError
    if not before.active or before.every != values["every"]:
        values = {**values, "told_until": yesterday}
    uow.connection.execute(
        update(report_schedule).where(report_schedule.c.id == schedule_id).values(**values)
    )


@permitted(Permission.SETTINGS)
def delete_schedule(uow: UnitOfWork, *, schedule_id: int) -> None:
    """Send it no more; raises NoSuchScheduleError."""
    gone = uow.connection.execute(delete(report_schedule).where(report_schedule.c.id == schedule_id))
    if gone.rowcount != 1:
        raise NoSuchScheduleError
    note(
        uow, kind="mail.schedule_deleted", document_type="report_schedule", document_id=schedule_id,
        payload={},
    )  # fmt: skip


def list_due_reports(connection: Connection, *, now: datetime) -> list[DueReport]:
    """What is to be sent now: one message for a schedule, however many of its times were missed."""
    company = get_company(connection)
    local = now.astimezone(ZoneInfo(company.time_zone))
    found: list[DueReport] = []
    for r in connection.execute(select(report_schedule).where(report_schedule.c.active)):
        plan = _plan(r)
        periods = due_periods(
            plan.every, hour=plan.hour, told_until=r.told_until, local=local,
            business_day=company.day_of(now),
        )  # fmt: skip
        if periods:
            found.append(DueReport(r.id, plan, r.told_until, periods[-1], tuple(periods[:-1])))
    return found


@permitted(Permission.SYSTEM)
def queue_report(uow: UnitOfWork, *, due: DueReport, parts: Sequence[MailPart]) -> bool:
    """Put it into the outbox; False where another station did, or somebody changed the schedule meanwhile.

    Raises:
        as app.mailing.operations.queue_message.
    """
    claimed = uow.connection.execute(
        update(report_schedule)
        .where(
            report_schedule.c.id == due.schedule_id, report_schedule.c.active,
            report_schedule.c.told_until == due.told_until,
        )
        .values(told_until=due.period.until, last_uuid=due.uuid, trouble="")
    )  # fmt: skip
    if claimed.rowcount != 1:
        return False
    subject, body = _letter(uow.connection, due)
    queue_message(
        uow, uuid=due.uuid, kind=MailKind.REPORT, to=due.plan.to, subject=subject, body=body,
        document=("report_schedule", due.schedule_id, ""), attachments=parts,
    )  # fmt: skip
    return True


def _letter(connection: Connection, due: DueReport) -> tuple[str, str]:
    company = get_company(connection)
    place = LANGUAGES.index(language_of(company.language))

    def days(period: Period) -> str:
        ends = dict.fromkeys((period.since, period.until))
        return " - ".join(day(on, company.language) for on in ends)

    titles = [report_title(kind, company.language) for kind in due.plan.reports]
    subject = f"{company.name}: {', '.join(titles)} {days(due.period)}"
    rows = [_ATTACHED[place].format(days=days(due.period)), *(f"- {title}" for title in titles)]
    if due.missed:
        rows += ["", _MISSED[place], *(f"- {days(period)}" for period in due.missed)]
    return subject[:NAME], "\n".join(rows)


@permitted(Permission.SYSTEM)
def note_trouble(uow: UnitOfWork, *, schedule_id: int, words: str) -> None:
    """Why a report could not be made; it stands beside the schedule until one is."""
    uow.connection.execute(
        update(report_schedule).where(report_schedule.c.id == schedule_id).values(trouble=words[:NAME])
    )


_ATTACHED: Final = ("The reports of {days} are attached:", "Die Auswertungen für {days} sind beigefügt:")
_MISSED: Final = (
    "These could not be sent when they were due, and are not sent any more:",
    "Diese konnten bei Fälligkeit nicht gesendet werden und werden nicht nachgereicht:",
)
