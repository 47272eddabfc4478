"""An archive is written and checked, and a key rolled over, in the window."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDate

from app.archive.writing import write_archive
from app.audit.codes import SIGN_RECEIPTS
from app.audit.keys import list_keys, make_secret, register_key, roll_key, sign_chains
from app.devices.fiscal import FISCAL
from app.kernel.permission import SYSTEM_ACTOR, Actor
from app.organisation.queries import list_settings
from tests.factories.shop import TODAY
from tests.ui.office_driver import OfficeDriver
from tests.ui.reporting.test_reports import journal_of, sell_some
from ui.reporting.archive_panel import ArchivePanel


class Desk:
    """What the composition root hands over, with a key in memory."""

    def __init__(self, runtime: Any) -> None:
        self.runtime = runtime
        signer = make_secret(lambda _name, _secret: True)
        runtime.run(register_key, actor=SYSTEM_ACTOR, signer=signer)
        runtime.factory.signer = signer

    def roll(self, actor: Actor) -> str:
        signer = make_secret(lambda _name, _secret: True)
        self.runtime.run(roll_key, actor=actor, signer=signer)
        self.runtime.factory.signer = signer
        return signer.fingerprint

    def archive(self, actor: Actor, since: date, until: date, path: Path) -> Any:
        self.runtime.run(sign_chains, actor=actor)
        factory = self.runtime.factory
        return self.runtime.ask(
            write_archive, since=since, until=until, path=path, signer=factory.signer, now=factory.clock()
        )


@pytest.fixture
def panel(office: OfficeDriver) -> ArchivePanel:
    office.page.desk.services.journal = Desk(office.shop.runtime)
    sell_some(office.shop)
    section = journal_of(office)
    office.tap(section.archive)
    found = office.open_panel
    assert isinstance(found, ArchivePanel)
    for field in (found.period.first, found.period.last):
        field.setDate(QDate(TODAY.year, TODAY.month, TODAY.day))
    return found


def test_an_archive_is_written_and_checked(office: OfficeDriver, panel: ArchivePanel, tmp_path: Path) -> None:
    panel.write_to(tmp_path / "march.zip")
    office.settle()
    assert "march.zip" in panel.message.text()
    assert "Fingerprint" in panel.message.text()
    panel.check_file(tmp_path / "march.zip")
    office.settle()
    assert "everything is as it was written" in panel.message.text()
    (tmp_path / "other.zip").write_bytes(b"rubbish")
    panel.check_file(tmp_path / "other.zip")
    office.settle()
    assert "not an archive" in panel.message.text()
    panel.write_to(tmp_path / "march.zip")
    office.settle()
    assert "there already" in panel.message.text()


def test_a_new_key_is_taken_with_two_presses(office: OfficeDriver, panel: ArchivePanel, clock: Any) -> None:
    assert panel.keys.count() == 1
    clock.advance(hours=1)
    office.tap(panel.roll)
    assert panel.keys.count() == 1
    office.tap(panel.roll)
    assert panel.keys.count() == 2
    assert "signs from now on" in panel.message.text()
    retired = [k.retired_at is not None for k in office.shop.runtime.ask(list_keys)]
    assert sorted(retired) == [False, True]


def test_receipts_are_signed_and_the_journal_copied_from_here(
    office: OfficeDriver, panel: ArchivePanel
) -> None:
    panel.sign.setChecked(True)
    panel.witness.setText("tse:com1")
    office.tap(panel.keep)
    assert "no address of a fiscal device" in panel.message.text()
    panel.witness.setText("file:/media/usb/journal.jsonl")
    office.tap(panel.keep)
    assert panel.message.text().startswith("Saved")
    settings = office.shop.runtime.ask(list_settings, scope="T01")
    assert settings[SIGN_RECEIPTS] is True
    assert settings[FISCAL] == "file:/media/usb/journal.jsonl"
