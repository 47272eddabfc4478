"""What only screens ask: everything about one line at once."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from app.banking.matching.model import Candidate
from app.banking.offers import Offer, list_offers
from app.banking.queries import (
    LedgerAccount,
    LineRow,
    MatchRow,
    get_line,
    list_bookable_accounts,
    list_matches,
    name_items,
)
from app.banking.run import suggest
from app.banking.states import LineStatus
from app.parties.tables import party
from app.receivables.queries import OpenItem


@dataclass(frozen=True, slots=True)
class LineLook:
    """A line with its candidates, what else it may be, and how it was booked."""

    line: LineRow
    candidates: tuple[Candidate, ...]
    offers: tuple[Offer, ...]
    items: dict[int, OpenItem]
    names: dict[int, str]  # of customers
    matches: tuple[MatchRow, ...]
    accounts: tuple[LedgerAccount, ...]


def look_at_line(connection: Connection, *, line_id: int) -> LineLook:
    """Everything the page of a line shows; raises NoSuchLineError."""
    line = get_line(connection, line_id=line_id)
    is_open = line.status == LineStatus.OPEN.value
    found = tuple(suggest(connection, line_id=line_id)) if is_open else ()
    offers = tuple(list_offers(connection, line=line)) if is_open else ()
    matches = tuple(list_matches(connection, line_id=line_id))
    ids = {s.item_id for c in found for s in (*c.shares, *c.credits)}
    ids |= {p.open_item_id for m in matches for p in m.parts if p.open_item_id is not None}
    parties = {c.party_id for c in found}
    names = {
        int(r.id): str(r.name)
        for r in connection.execute(select(party.c.id, party.c.name).where(party.c.id.in_(parties)))
    }
    return LineLook(
        line, found, offers, name_items(connection, item_ids=sorted(ids)), names, matches,
        tuple(list_bookable_accounts(connection)) if is_open else (),
    )  # fmt: skip
