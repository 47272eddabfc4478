"""What left and what came is proved: a changed byte, a changed digest and a missing row are named."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, select, update

from app.einvoice.formats import Format
from app.einvoice.operations import keep_einvoice, keep_received
from app.einvoice.queries import get_received, list_received
from app.einvoice.receiving import open_file
from app.einvoice.refusals import EInvoiceChangedError, NoSuchReceivedError
from app.invoicing.tables import einvoice_file, einvoice_received
from app.kernel.permission import SYSTEM_ACTOR, PermissionNeededError
from app.reporting.verify import verify_database
from app.reporting.verify.einvoices import EINVOICE_CHECKS
from tests.factories.wholesale import Wholesale
from tests.integration.einvoice.documents import billed, einvoice_of

OWN = Path(__file__).resolve().parents[2] / "vectors" / "einvoices"


@pytest.fixture
def kept(trade: Wholesale) -> Wholesale:
    """Two e-invoices that left, one of them in two formats, and one that came."""
    for _ in range(2):
        bill = billed(trade, ("COFFEE", 1))
        trade.run(keep_einvoice, made=einvoice_of(trade, bill))
    trade.run(keep_einvoice, made=einvoice_of(trade, bill, Format.XRECHNUNG_CII))
    content = (OWN / "credit_note.en16931-cii.xml").read_bytes()
    trade.run(keep_received, received=open_file(content, name="note.xml"))
    return trade


def _broken(trade: Wholesale) -> dict[str, str]:
    return {r.name: r.faults[0] for r in trade.ask(verify_database) if not r.holds}


def test_everything_kept_holds(kept: Wholesale):
    assert _broken(kept) == {}


@pytest.mark.parametrize("check", EINVOICE_CHECKS, ids=lambda c: c.name)
def test_each_tampering_is_named(kept: Wholesale, check: Any):
    table = einvoice_file if check.name == "einvoices_as_kept" else einvoice_received
    row = kept.shop.runtime.ask(lambda c: c.execute(select(table).order_by(table.c.id)).first())
    content, digest = bytes(row.content), str(row.sha256)
    changes: list[dict[str, Any]] = [
        {"content": content[:-1] + b" "}, {"sha256": "0" * 64},
        {"content": b"x", "sha256": sha256(b"x").hexdigest()},
    ]  # fmt: skip
    for change in changes:
        _write(kept, update(table).where(table.c.id == row.id).values(**change))
        assert list(_broken(kept)) == [check.name]
        back = {"content": content, "sha256": digest}
        _write(kept, update(table).where(table.c.id == row.id).values(**back))
    _write(kept, delete(table).where(table.c.id == row.id))
    assert list(_broken(kept)) == [check.name]
    assert "is not there" in _broken(kept)[check.name]


def _write(trade: Wholesale, statement: Any) -> None:
    with trade.shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(statement)


def test_a_changed_received_one_is_not_shown(kept: Wholesale):
    (row,) = kept.ask(list_received)
    assert (row.type, row.valid, row.seller) == ("381", True, "Corner Shop GmbH")
    _write(kept, update(einvoice_received).values(content=b"<a/>"))
    with pytest.raises(EInvoiceChangedError):
        kept.ask(get_received, received_id=row.id)
    with pytest.raises(NoSuchReceivedError):
        kept.ask(get_received, received_id=1)


def test_received_ones_come_page_by_page_and_need_the_right(trade: Wholesale):
    content = (OWN / "Z.peppol.xml").read_bytes()
    for number in range(3):
        file = open_file(content.replace(b"INV-2026-0001", f"N-{number}".encode()), name=f"{number}.xml")
        trade.run(keep_received, received=file)
    first = trade.ask(list_received, limit=2)
    rest = trade.ask(list_received, after_id=first[-1].id)
    assert [x.number for x in (*first, *rest)] == ["N-2", "N-1", "N-0"]
    assert [x.number for x in trade.ask(list_received, text="n-1")] == ["N-1"]
    with pytest.raises(PermissionNeededError):
        trade.run(keep_received, by="cashier", received=file)
