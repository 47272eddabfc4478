"""What happened with a customer, the last first: calls, letters, promises, disputes, deductions."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.collections.party_file import PartyFile
from app.collections.states import PlanStatus, PromiseStatus
from ui.collections.words import (
    contact_word,
    dispute_reason,
    outcome_word,
    plan_word,
    promise_word,
    reduction_word,
)
from ui.office.section import OfficeDesk
from ui.orders.links import money
from ui.widgets.row_list import Row

Dated = tuple[date, int, Row]


def history_rows(desk: OfficeDesk, shown: PartyFile) -> list[Row]:
    """Rows for the list; their keys say what each is."""
    found: list[Dated] = [
        *_contacts(desk, shown), *_letters(desk, shown), *_promises(desk, shown), *_disputes(desk, shown),
        *_plans(desk, shown), *_reductions(desk, shown), *_pauses(desk, shown),
    ]  # fmt: skip
    if shown.stopped:
        told = _tr("While something is overdue nothing more is sold to him.")
        row = Row(f"stop:{shown.party_id}", _tr("Credit is stopped"), told, icon="block", tone="danger")
        found.append((date.max, 0, row))
    found.sort(key=lambda x: (x[0], x[1]), reverse=True)
    return [row for _day, _id, row in found]


def _tr(text: str) -> str:
    return QCoreApplication.translate("CollectionHistory", text)


def _contacts(desk: OfficeDesk, shown: PartyFile) -> list[Dated]:
    found: list[Dated] = []
    for x in shown.contacts:
        following = x.next_action
        if x.next_on is not None:
            following = f"{desk.formats.date(x.next_on)} {x.next_action}".strip()
        told = ", ".join(
            part for part in (desk.formats.date_time(x.at), x.actor_name, "" if x.done else following) if part
        )
        row = Row(f"contact:{x.id}", f"{contact_word(x.kind)}: {x.note or x.next_action}", told, icon="call")
        found.append((x.at.date(), x.id, row))
    return found


def _letters(desk: OfficeDesk, shown: PartyFile) -> list[Dated]:
    return [
        (
            x.on, x.id,
            Row(
                f"letter:{x.id}",
                _tr("Reminder, level {level}").format(level=x.level),
                ", ".join(told for told in (desk.formats.date(x.on), x.number) if told),
                money(desk, x.overdue_minor, x.currency), icon="mail",
            ),
        )
        for x in shown.letters
    ]  # fmt: skip


def _promises(desk: OfficeDesk, shown: PartyFile) -> list[Dated]:
    return [
        (
            x.made_on, x.id,
            Row(
                f"promise:{x.id}", _tr("Promise until {day}").format(day=desk.formats.date(x.due_on)),
                ", ".join(part for part in (desk.formats.date(x.made_on), x.note) if part),
                desk.formats.money(x.amount_minor), promise_word(x.status), icon="schedule",
                tone="danger" if x.status is PromiseStatus.BROKEN else "text",
            ),
        )
        for x in shown.promises
    ]  # fmt: skip


def _disputes(desk: OfficeDesk, shown: PartyFile) -> list[Dated]:
    found: list[Dated] = []
    for x in shown.disputes:
        ended = outcome_word(x.outcome) if x.outcome is not None else _tr("open")
        title = _tr("Dispute {number}: {reason}").format(
            number=x.document_number, reason=dispute_reason(x.reason)
        )
        told = ", ".join(
            part for part in (desk.formats.date(x.opened_on), x.note, x.outcome_note or "") if part
        )
        amount = money(desk, x.amount_minor, x.currency)
        row = Row(f"dispute:{x.id}", title, told, amount, ended, icon="pause_circle")
        found.append((x.opened_on, x.id, row))
    return found


def _plans(desk: OfficeDesk, shown: PartyFile) -> list[Dated]:
    return [
        (
            x.made_on, x.id,
            Row(
                f"plan:{x.id}", _tr("Payment plan {number}").format(number=x.number),
                desk.formats.date(x.made_on), desk.formats.money(x.amount_minor), plan_word(x.status),
                icon="calendar_today", tone="danger" if x.status is PlanStatus.BROKEN else "text",
            ),
        )
        for x in shown.plans
    ]  # fmt: skip


def _reductions(desk: OfficeDesk, shown: PartyFile) -> list[Dated]:
    found: list[Dated] = []
    for x in shown.reductions:
        undone = _tr("undone") if x.undone else ""
        told = ", ".join(part for part in (desk.formats.date(x.on), x.document_number, x.reason) if part)
        row = Row(
            f"reduction:{x.id}", f"{reduction_word(x.kind)} {x.number}", told,
            desk.formats.money(x.gross_minor), undone, icon="percent",
        )  # fmt: skip
        found.append((x.on, x.id, row))
    return found


def _pauses(desk: OfficeDesk, shown: PartyFile) -> list[Dated]:
    found: list[Dated] = []
    for x in shown.pauses:
        until = desk.formats.date(x.until) if x.until is not None else _tr("until it is ended")
        what = x.document_number or _tr("all of it")
        row = Row(
            f"pause:{x.id}", _tr("Reminders paused: {what}").format(what=what), f"{x.reason}, {until}",
            icon="pause_circle",
        )  # fmt: skip
        found.append((date.max, x.id, row))
    return found
