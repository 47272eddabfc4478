"""The command that writes an invoice's PDF, as a process of its own."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pypdfium2
import pytest

from app.db.engine import create_app_engine
from app.db.unit_of_work import UnitOfWorkFactory
from app.documents.queries import find_kept_pdf
from app.invoicing.queries import find_invoice
from app.kernel.events import EventBus
from tests.cli.conftest import Done, call_takings
from tests.conftest import SteadyClock
from tests.factories.shop import make_shop
from tests.factories.wholesale import make_wholesale

Takings = Callable[..., Done]


@pytest.fixture
def billed(sqlite_url: str, bus: EventBus, clock: SteadyClock, tmp_path: Path) -> Takings:
    """The program on a shop with one invoice of EUR 11.90."""
    factory = UnitOfWorkFactory(create_app_engine(sqlite_url), bus, clock=clock)
    trade = make_wholesale(make_shop(factory))
    trade.bill(trade.ship_all(trade.order(("COFFEE", 1)).order_id))
    factory.dispose()

    def call(*arguments: str | Path) -> Done:
        return call_takings("--data-dir", tmp_path / "data", "--database", sqlite_url, *arguments)

    return call


def test_the_pdf_is_written_and_twice_the_same_and_kept(billed: Takings, sqlite_url: str, tmp_path: Path):
    first, second = tmp_path / "first.pdf", tmp_path / "second.pdf"
    told = billed("invoice", "pdf", "inv-2026-000001", first)
    assert told.code == 0, told.err
    assert told.out == f"INV-2026-000001 is written to {first}.\n"
    done = billed("invoice", "pdf", "INV-2026-000001", second, "--json")
    assert done.json == {
        "number": "INV-2026-000001", "kind": "invoice", "file": str(second),
        "bytes": first.stat().st_size, "sha256": sha256(first.read_bytes()).hexdigest(),
        "gross_minor": 1190, "currency": "EUR",
    }  # fmt: skip
    assert second.read_bytes() == first.read_bytes()
    text = pypdfium2.PdfDocument(first)[0].get_textpage().get_text_range()
    assert "Invoice INV-2026-000001" in text
    assert "€ 11.90" in text
    engine = create_app_engine(sqlite_url, readonly=True)
    with engine.connect() as connection:
        row = find_invoice(connection, number="INV-2026-000001")
        assert row is not None
        assert find_kept_pdf(connection, invoice_id=row.id) == first.read_bytes()
    engine.dispose()


def test_a_number_that_is_not_there_is_refused(billed: Takings, tmp_path: Path):
    done = billed("invoice", "pdf", "INV-2026-000009", tmp_path / "no.pdf")
    assert done.code == 1
    assert "There is no invoice, credit note or pro-forma INV-2026-000009" in done.err
    assert not (tmp_path / "no.pdf").exists()


def test_a_folder_that_is_not_there_is_refused(billed: Takings, tmp_path: Path):
    done = billed("invoice", "pdf", "INV-2026-000001", tmp_path / "nowhere" / "x.pdf")
    assert done.code == 1
    assert "cannot be written" in done.err
