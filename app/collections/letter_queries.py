"""Reminders: runs, letters, and the lines that were sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select

from app.collections.states import LetterStatus, RunStatus
from app.collections.tables import dunning_letter, dunning_letter_line, dunning_run
from app.parties.tables import party
from app.receivables.tables import open_item


@dataclass(frozen=True, slots=True)
class RunRow:
    """A run of reminders."""

    id: int
    status: RunStatus
    on: date
    letters: int
    overdue_minor: int


@dataclass(frozen=True, slots=True)
class LetterRow:
    """A reminder of a run."""

    id: int
    run_id: int
    party_id: int
    party_name: str
    status: LetterStatus
    number: str | None
    level: int
    language: str
    currency: str
    on: date
    pay_until: date
    overdue_minor: int
    fee_minor: int
    interest_minor: int
    compensation_minor: int

    @property
    def charged_minor(self) -> int:
        """What it added to what he owes."""
        return self.fee_minor + self.interest_minor + self.compensation_minor


@dataclass(frozen=True, slots=True)
class SentLine:
    """A line of a reminder that was sent."""

    letter_id: int
    open_item_id: int
    document_type: str
    document_id: int
    document_number: str
    document_date: date
    due_date: date
    amount_minor: int
    open_minor: int
    disputed_minor: int
    level: int
    interest_minor: int
    interest_from: date | None
    interest_until: date | None
    compensation_minor: int
    sent_on: date


def list_runs(connection: Connection, *, limit: int = 50) -> list[RunRow]:
    """Runs of reminders, the last first."""
    counted = (dunning_letter.c.status != LetterStatus.LEFT_OUT.value) & (
        dunning_letter.c.status != LetterStatus.PAID.value
    )
    rows = connection.execute(
        select(
            dunning_run.c.id, dunning_run.c.status, dunning_run.c.date,
            func.count(dunning_letter.c.id).filter(counted),
            func.coalesce(func.sum(dunning_letter.c.overdue_minor).filter(counted), 0),
        )
        .join_from(dunning_run, dunning_letter, isouter=True)
        .group_by(dunning_run.c.id, dunning_run.c.status, dunning_run.c.date)
        .order_by(dunning_run.c.id.desc())
        .limit(limit)
    )  # fmt: skip
    return [RunRow(i, RunStatus(s), on, int(n), int(minor)) for i, s, on, n, minor in rows]


def list_letters(
    connection: Connection, *, run_id: int | None = None, party_id: int | None = None
) -> list[LetterRow]:
    """The letters of a run, the largest first, or those that were sent to a customer, the last first."""
    query = select(dunning_letter, party.c.name.label("party_name")).join_from(dunning_letter, party)
    if run_id is not None:
        query = query.where(dunning_letter.c.run_id == run_id).order_by(
            dunning_letter.c.overdue_minor.desc(), dunning_letter.c.id
        )
    if party_id is not None:
        query = query.where(
            dunning_letter.c.party_id == party_id, dunning_letter.c.status == LetterStatus.SENT.value
        ).order_by(dunning_letter.c.id.desc())
    names = LetterRow.__dataclass_fields__
    return [
        LetterRow(
            **{
                **{n: getattr(r, "date" if n == "on" else n) for n in names},
                "status": LetterStatus(r.status),
            }
        )
        for r in connection.execute(query)
    ]


def list_sent_lines(connection: Connection, *, letter_id: int | None = None) -> list[SentLine]:
    """The lines of reminders that were sent, in the order of their letters."""
    query = (
        select(
            dunning_letter_line, dunning_letter.c.date.label("sent_on"), open_item.c.document_type,
            open_item.c.document_id,
        )
        .join_from(dunning_letter_line, dunning_letter)
        .join(open_item, open_item.c.id == dunning_letter_line.c.open_item_id)
        .where(dunning_letter.c.status == LetterStatus.SENT.value)
        .order_by(dunning_letter_line.c.letter_id, dunning_letter_line.c.due_date, open_item.c.id)
    )  # fmt: skip
    if letter_id is not None:
        query = query.where(dunning_letter_line.c.letter_id == letter_id)
    names = SentLine.__dataclass_fields__
    return [SentLine(**{n: getattr(r, n) for n in names}) for r in connection.execute(query)]
