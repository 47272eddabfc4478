"""The bank's commands, as processes of their own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.banking.operations.accounts import AccountDraft, save_bank_account
from app.db.engine import create_app_engine
from app.db.unit_of_work import UnitOfWorkFactory
from app.kernel.events import EventBus
from tests.cli.conftest import Done, call_takings
from tests.conftest import SteadyClock
from tests.factories.shop import make_shop
from tests.factories.wholesale import make_wholesale
from tests.integration.banking.conftest import IBAN, Mt940, mt940

__all__ = ["mt940"]
Takings = Callable[..., Done]


@pytest.fixture
def bank(sqlite_url: str, bus: EventBus, clock: SteadyClock, tmp_path: Path) -> Takings:
    """The program on a shop with an open invoice of EUR 11.90 and a bank account."""
    factory = UnitOfWorkFactory(create_app_engine(sqlite_url), bus, clock=clock)
    trade = make_wholesale(make_shop(factory))
    trade.bill(trade.ship_all(trade.order(("COFFEE", 1)).order_id))
    trade.run(save_bank_account, draft=AccountDraft("Main", IBAN, "EUR"))
    factory.dispose()

    def call(*arguments: str | Path) -> Done:
        return call_takings("--data-dir", tmp_path / "data", "--database", sqlite_url, "bank", *arguments)

    return call


def test_a_statement_is_imported_matched_and_reconciled(bank: Takings, mt940: Mt940, tmp_path: Path) -> None:
    path = tmp_path / "march.sta"
    path.write_bytes(mt940((1190, "RE INV-2026-000001"), (-500, "Charges")))
    done = bank("import", path, "--json")
    assert done.code == 0, done.err
    assert (done.json["new"], done.json["known"], done.json["format"]) == (2, 0, "mt940")
    assert done.json["statements"][0]["proven"] is True
    again = bank("import", path)
    assert again.code == 1
    assert "was imported" in again.err
    matched = bank("match")
    assert matched.code == 0, matched.err
    assert matched.out == "1 of 1 lines booked, 0 with suggestions, 0 unknown, 0 refused.\n"
    told = bank("reconcile", "--json")
    assert told.code == 0, told.err
    figures = {f["kind"]: f for f in told.json["figures"]}
    assert figures["receivables"]["agrees"] is True
    assert figures["bank"]["unexplained_minor"] == 0
    assert {i["kind"] for i in figures["bank"]["items"]} == {"open_line"}


def test_what_cannot_be_read_is_refused_in_one_sentence(bank: Takings, tmp_path: Path) -> None:
    assert "cannot be read" in bank("import", tmp_path / "none.xml").err
    letter = tmp_path / "letter.txt"
    letter.write_text("hello")
    assert bank("import", letter, "--json").json["error"] == "UnknownFormatError"
    assert "There is no bank account Other" in bank("match", "--account", "Other").err
