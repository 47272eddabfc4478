"""The commands of e-invoices, each as a process of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.db.engine import create_app_engine
from app.db.unit_of_work import UnitOfWorkFactory
from app.einvoice.formats import Format
from app.kernel.events import EventBus
from cli.arguments import EINVOICE_FORMATS
from tests.cli.conftest import Done, call_takings
from tests.conftest import SteadyClock
from tests.factories.shop import make_shop
from tests.integration.einvoice.conftest import ready

Takings = Callable[..., Done]
OWN = Path(__file__).resolve().parents[1] / "vectors" / "einvoices"


@pytest.fixture
def billed(sqlite_url: str, bus: EventBus, clock: SteadyClock, tmp_path: Path) -> Takings:
    """The program on a shop with one invoice of EUR 11.90."""
    factory = UnitOfWorkFactory(create_app_engine(sqlite_url), bus, clock=clock)
    trade = ready(make_shop(factory))
    trade.bill(trade.ship_all(trade.order(("COFFEE", 1)).order_id))
    factory.dispose()

    def call(*arguments: str | Path) -> Done:
        return call_takings("--data-dir", tmp_path / "data", "--database", sqlite_url, *arguments)

    return call


def test_an_invoice_is_exported_checked_and_shown(billed: Takings, tmp_path: Path):
    file = tmp_path / "it.pdf"
    told = billed("einvoice", "export", "INV-2026-000001", file, "--format", "facturx")
    assert told.code == 0, told.err
    assert told.out.endswith(f"INV-2026-000001 is written to {file} as facturx.\n")
    checked = call_takings("--data-dir", tmp_path / "d", "einvoice", "validate", file, "--json")
    assert (checked.code, checked.json["valid"], checked.json["format"]) == (0, True, "facturx")
    shown = call_takings("--data-dir", tmp_path / "d", "einvoice", "show", file)
    assert "11.90 EUR" in shown.out
    assert "it.pdf is valid as facturx." in shown.out


def test_a_broken_one_is_told_by_rule_and_field_and_the_code_says_so(tmp_path: Path):
    broken = tmp_path / "broken.xml"
    good = (OWN / "Z.peppol.xml").read_bytes()
    broken.write_bytes(good.replace(b'<cbc:EndpointID schemeID="0208">0202239951</cbc:EndpointID>', b""))
    done = call_takings("--data-dir", tmp_path / "d", "einvoice", "validate", broken)
    assert done.code == 1
    assert "FATAL   PEPPOL-EN16931-R010" in done.out
    assert "mend it in: Customer, E-invoices: electronic address" in done.out
    assert "broken.xml is not valid as peppol." in done.out


def test_what_is_no_e_invoice_is_refused(tmp_path: Path):
    done = call_takings("--data-dir", tmp_path / "d", "einvoice", "show", Path(__file__))
    assert done.code == 1
    assert "test_einvoice.py cannot be read" in done.err
    gone = call_takings("--data-dir", tmp_path / "d", "einvoice", "show", tmp_path / "gone.xml", "--json")
    assert gone.json["error"] == "EInvoiceNotReadError"


def test_the_command_knows_every_format():
    assert set(EINVOICE_FORMATS) == {f.value for f in Format}
