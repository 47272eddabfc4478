"""Everything about a customer who is late, read at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from app.collections.letter_queries import LetterRow, list_letters
from app.collections.queries import (
    ContactRow,
    DisputeRow,
    PauseRow,
    PlanRow,
    PromiseRow,
    ReductionRow,
    list_contacts,
    list_disputes,
    list_pauses,
    list_plans,
    list_promises,
    list_reductions,
)
from app.collections.workbench import WorkRow, list_work
from app.credit.queries import is_stopped
from app.parties.tables import party
from app.receivables.queries import OpenItem, list_open_items


@dataclass(frozen=True, slots=True)
class PartyFile:
    """What one has to know before one calls."""

    party_id: int
    name: str
    number: str
    phone: str
    email: str
    work: WorkRow | None  # None: he is not late
    stopped: bool
    items: tuple[OpenItem, ...]
    disputes: tuple[DisputeRow, ...]
    promises: tuple[PromiseRow, ...]
    plans: tuple[PlanRow, ...]
    pauses: tuple[PauseRow, ...]
    contacts: tuple[ContactRow, ...]
    letters: tuple[LetterRow, ...]
    reductions: tuple[ReductionRow, ...]

    def disputed_minor(self, item_id: int) -> int:
        """What is in dispute of an item now."""
        return sum(d.amount_minor for d in self.disputes if d.open_item_id == item_id and d.outcome is None)


def party_file(connection: Connection, *, party_id: int, on: date) -> PartyFile:
    """Read it; a day's promises and pauses as of `on`."""
    who = connection.execute(select(party).where(party.c.id == party_id)).one()
    work = list_work(connection, on=on, party_id=party_id)
    return PartyFile(
        party_id, who.name, who.number, who.phone, who.email, work[0] if work else None,
        is_stopped(connection, party_id=party_id), tuple(list_open_items(connection, party_id=party_id)),
        tuple(list_disputes(connection, party_id=party_id, open_only=False)),
        tuple(list_promises(connection, on=on, party_id=party_id)),
        tuple(list_plans(connection, party_id=party_id)),
        tuple(list_pauses(connection, on=on, party_id=party_id)),
        tuple(list_contacts(connection, party_id=party_id)),
        tuple(list_letters(connection, party_id=party_id)),
        tuple(list_reductions(connection, party_id=party_id)),
    )  # fmt: skip
