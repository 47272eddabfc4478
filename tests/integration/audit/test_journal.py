"""The journal: one chain a station, and any change in it shows."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import delete, update

from app.audit.operations import note
from app.audit.queries import list_entries, verify_chains
from app.audit.tables import journal, journal_head
from app.kernel.permission import SYSTEM_ACTOR
from tests.factories.shop import Shop
from tests.integration.till.helpers import rows


@pytest.fixture
def busy(shop: Shop) -> Shop:
    """A shop where something happened at two tills."""
    for till in ("T01", "T02"):
        shift = shop.open_shift(till)
        for _ in range(3):
            shop.sell(shop.cart("MILK"), shift, till=till)
    return shop


def tamper(shop: Shop, statement: Any) -> list[tuple[str, int, str]]:
    with shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(statement)
    return [(f.chain, f.seq, f.what) for f in shop.runtime.ask(verify_chains)]


def test_each_station_has_a_chain_without_gaps(busy: Shop) -> None:
    assert busy.runtime.ask(verify_chains) == []
    for chain in ("T01", "T02", "office"):
        found = sorted(r.seq for r in rows(busy, journal, journal.c.chain == chain))
        assert found == list(range(1, len(found) + 1))


def test_any_changed_byte_shows(busy: Shop) -> None:
    here = (journal.c.chain == "T01") & (journal.c.seq == 2)
    row = rows(busy, journal, here)[0]
    for name, value in (
        ("payload", row.payload.replace("119", "118", 1)), ("kind", "sale.complete"), ("actor_id", 1),
        ("hash", "0" * 64), ("previous_hash", "0" * 64), ("document_id", 7), ("approver_id", 3),
    ):  # fmt: skip
        assert tamper(busy, update(journal).where(here).values({name: value})) == [
            ("T01", 2, "entry changed")
        ]
        assert tamper(busy, update(journal).where(here).values({name: getattr(row, name)})) == []


def test_a_missing_entry_a_cut_tail_and_a_lost_head_show(busy: Shop) -> None:
    last = max(r.seq for r in rows(busy, journal, journal.c.chain == "T02"))
    cut = delete(journal).where(journal.c.chain == "T02", journal.c.seq == last)
    assert tamper(busy, cut) == [("T02", last, "entries cut off at the end")]
    middle = delete(journal).where(journal.c.chain == "T01", journal.c.seq == 2)
    assert ("T01", 2, "entry missing") in tamper(busy, middle)
    assert ("T01", 0, "head missing") in tamper(
        busy, delete(journal_head).where(journal_head.c.chain == "T01")
    )


def test_the_newest_entries_come_first_and_by_kind(busy: Shop) -> None:
    found = busy.runtime.ask(list_entries, kind_prefix="sale.", chain="T01", limit=2)
    assert [e.kind for e in found] == ["sale.completed"] * 2
    assert found[0].seq > found[1].seq
    assert busy.runtime.ask(list_entries, kind_prefix="%") == []


def test_what_is_rolled_back_leaves_no_entry(busy: Shop) -> None:
    before = len(rows(busy, journal))
    with pytest.raises(ZeroDivisionError), busy.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        note(uow, kind="test", payload={})
        raise ZeroDivisionError
    assert len(rows(busy, journal)) == before
    assert busy.runtime.ask(verify_chains) == []
