"""What may be collected by direct debit, mandates and runs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, func, select

from app.banking.states import RunStatus
from app.banking.tables import debit_run, debit_run_line, sepa_mandate
from app.collections.states import DisputeStatus
from app.collections.tables import dispute
from app.parties.tables import party
from app.receivables.queries import IS_OPEN
from app.receivables.tables import open_item


@dataclass(frozen=True, slots=True)
class RunItem:
    """An item that a mandate allows to be collected."""

    item_id: int
    party_id: int
    party_name: str
    document_number: str
    due_date: date
    open_minor: int
    mandate_id: int
    mandate_reference: str
    holder: str
    iban: str
    bic: str
    kind: str
    signed_on: date
    is_first: bool


@dataclass(frozen=True, slots=True)
class Mandate:
    """A customer's mandate."""

    id: int
    reference: str
    party_id: int
    party_name: str
    kind: str
    holder: str
    iban: str
    signed_on: date
    last_used_on: date | None
    revoked_at: datetime | None


@dataclass(frozen=True, slots=True)
class DebitRun:
    """A run as it stands."""

    id: int
    number: str
    account_id: int
    status: str
    collect_on: date
    amount_minor: int
    entries: int
    at: datetime


def list_collectable(connection: Connection, *, until: date) -> list[RunItem]:
    """Items due by a day, of customers with a mandate; not in a run, not in dispute; company's currency."""
    taken = (
        select(debit_run_line.c.open_item_id)
        .join_from(debit_run_line, debit_run, debit_run.c.id == debit_run_line.c.run_id)
        .where(debit_run.c.status == RunStatus.MADE.value)
    )
    disputed = select(dispute.c.open_item_id).where(dispute.c.status == DisputeStatus.OPEN.value)
    rows = connection.execute(
        select(
            open_item.c.id.label("item_id"), open_item.c.party_id, party.c.name.label("party_name"),
            open_item.c.document_number, open_item.c.due_date, open_item.c.open_minor,
            sepa_mandate.c.id.label("mandate_id"), sepa_mandate.c.reference.label("mandate_reference"),
            sepa_mandate.c.holder, sepa_mandate.c.iban, sepa_mandate.c.bic, sepa_mandate.c.kind,
            sepa_mandate.c.signed_on, sepa_mandate.c.last_used_on.is_(None).label("is_first"),
        )
        .join_from(open_item, party, party.c.id == open_item.c.party_id)
        .join(sepa_mandate, sepa_mandate.c.party_id == open_item.c.party_id)
        .where(
            IS_OPEN, open_item.c.open_minor > 0, open_item.c.due_date <= until,
            open_item.c.currency.is_(None), sepa_mandate.c.revoked_at.is_(None),
            open_item.c.id.not_in(taken), open_item.c.id.not_in(disputed),
        )
        .order_by(party.c.name, open_item.c.due_date, open_item.c.id)
    )  # fmt: skip
    return [RunItem(**{**r._mapping, "is_first": bool(r.is_first)}) for r in rows]  # noqa: SLF001 - SQLAlchemy's public name


def list_mandates(connection: Connection, *, party_id: int | None = None) -> list[Mandate]:
    """Mandates, those in force first."""
    query = (
        select(sepa_mandate, party.c.name.label("party_name"))
        .join_from(sepa_mandate, party, party.c.id == sepa_mandate.c.party_id)
        .order_by(sepa_mandate.c.revoked_at.is_not(None), party.c.name, sepa_mandate.c.id.desc())
    )
    if party_id is not None:
        query = query.where(sepa_mandate.c.party_id == party_id)
    return [
        Mandate(*(getattr(r, n) for n in Mandate.__dataclass_fields__)) for r in connection.execute(query)
    ]


def list_debit_runs(
    connection: Connection, *, status: RunStatus | None = None, amount_minor: int | None = None
) -> list[DebitRun]:
    """Runs, newest first."""
    query = (
        select(debit_run, func.count().label("entries"))
        .join_from(debit_run, debit_run_line, debit_run_line.c.run_id == debit_run.c.id)
        .group_by(*debit_run.c)
        .order_by(debit_run.c.id.desc())
    )
    if status is not None:
        query = query.where(debit_run.c.status == status.value)
    if amount_minor is not None:
        query = query.where(debit_run.c.amount_minor == amount_minor)
    return [
        DebitRun(*(getattr(r, n) for n in DebitRun.__dataclass_fields__)) for r in connection.execute(query)
    ]


def run_xml(connection: Connection, *, run_id: int) -> bytes:
    """The file of a run, as it was made."""
    found = connection.execute(select(debit_run.c.xml).where(debit_run.c.id == run_id)).scalar_one()
    return str(found).encode()
