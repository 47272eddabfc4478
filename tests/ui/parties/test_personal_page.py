"""Joining, exporting and forgetting a customer, by clicks."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

from app.parties.queries import get_customer
from tests.ui.office_driver import OfficeDriver
from tests.ui.parties.test_customers import edit


def test_a_double_is_found_and_joined(office: OfficeDriver) -> None:
    parties = office.shop.parties
    editor = edit(office, "Unlimited Ltd")
    page = editor.personal
    editor.tabs.setCurrentWidget(page)
    office.settle()
    assert not page.merge_button.isEnabled()
    page.search.setFocus()
    office.type("limited")
    assert [page.doubles.row(n).cells[1] for n in range(page.doubles.count())] == ["Limited Ltd"]
    page.doubles.select(str(parties["Limited Ltd"]))
    office.settle()
    page.merge_button.click()
    office.settle()
    assert office.banner == "The two entries are one customer now."
    assert office.open_panel is None
    assert not office.shop.runtime.ask(get_customer, party_id=parties["Limited Ltd"]).active


def test_all_that_is_known_is_saved_as_a_file_and_a_folder_that_is_not_there_is_told(
    office: OfficeDriver, tmp_path: Path
) -> None:
    editor = edit(office, "Limited Ltd")
    page = editor.personal
    editor.tabs.setCurrentWidget(page)
    page.export_to(tmp_path / "no folder" / "x.zip")
    office.settle()
    assert "could not be written" in page.message.text()
    page.export_to(tmp_path / "C0002.zip")
    office.settle()
    assert page.message.text() == f"Saved as {tmp_path / 'C0002.zip'}."
    with ZipFile(tmp_path / "C0002.zip") as archive:
        assert "Limited Ltd" in archive.read("data.json").decode()


def test_a_person_is_forgotten_only_after_his_number_was_typed(office: OfficeDriver) -> None:
    party_id = office.shop.parties["No Credit"]
    editor = edit(office, "No Credit")
    page = editor.personal
    editor.tabs.setCurrentWidget(page)
    office.settle()
    page.confirm.setText("C0001")
    assert not page.erase_button.isEnabled()
    page.confirm.setText("c0003")
    assert page.erase_button.isEnabled()
    page.erase_button.click()
    office.settle()
    assert office.banner == "The person is forgotten."
    assert office.shop.runtime.ask(get_customer, party_id=party_id).details.name == "(C0003)"
