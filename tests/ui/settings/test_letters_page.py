"""Bank account and logo of quotes and invoices."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from app.documents.letter_settings import get_letter_settings
from app.documents.letterhead import BIC_SETTING, IBAN_SETTING
from app.organisation.queries import find_setting
from tests.ui.office_driver import OfficeDriver
from ui.settings.letters_page import LettersPage
from ui.settings.settings_section import SettingsSection

IBAN = "DE89 3704 0044 0532 0130 00"


def letters_page(office: OfficeDriver) -> LettersPage:
    section = office.go("settings")
    assert isinstance(section, SettingsSection)
    section.choose("letters")
    office.settle()
    page = section.page()
    assert isinstance(page, LettersPage)
    return page


def a_logo() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (60, 20), "navy").save(file, "PNG")
    return file.getvalue()


def test_account_and_logo_are_kept_for_the_next_letter(office: OfficeDriver, tmp_path: Path) -> None:
    page = letters_page(office)
    page.iban.setText(IBAN)
    page.bic.setText("COBADEFFXXX")
    (tmp_path / "logo.png").write_bytes(a_logo())
    page.use_file(tmp_path / "logo.png")
    office.tap(page.save_button)
    ask = office.shop.runtime.ask
    assert ask(find_setting, name=IBAN_SETTING) == IBAN.replace(" ", "")
    assert ask(find_setting, name=BIC_SETTING) == "COBADEFFXXX"
    kept = ask(get_letter_settings).logo
    assert Image.open(io.BytesIO(kept)).size == (60, 20)
    assert not page.dirty
    page.bic.setText("")
    office.tap(page.save_button)
    assert ask(get_letter_settings).logo == kept
    page.use_logo(b"")
    office.tap(page.save_button)
    assert ask(get_letter_settings).logo == b""


def test_a_drawing_becomes_a_picture_and_what_is_none_is_refused(
    office: OfficeDriver, tmp_path: Path
) -> None:
    page = letters_page(office)
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"><rect width="60" height="20"/></svg>'
    )
    (tmp_path / "logo.svg").write_text(drawing, encoding="utf-8")
    page.use_file(tmp_path / "logo.svg")
    office.tap(page.save_button)
    kept = Image.open(io.BytesIO(office.shop.runtime.ask(get_letter_settings).logo))
    assert kept.size == (1000, 333)
    assert kept.convert("RGBA").getpixel((500, 100)) == (0, 0, 0, 255)
    (tmp_path / "none.svg").write_text("<svg", encoding="utf-8")
    page.use_file(tmp_path / "none.svg")
    assert "SVG" in page.message.text()


def test_a_wrong_account_bank_or_picture_is_refused_and_nothing_is_kept(
    office: OfficeDriver, tmp_path: Path
) -> None:
    page = letters_page(office)
    page.iban.setText("DE89 3704 0044 0532 0130 01")
    office.tap(page.save_button)
    assert "is no IBAN" in page.message.text()
    page.iban.setText(IBAN)
    page.bic.setText("BANK")
    office.tap(page.save_button)
    assert "BANK is no BIC" in page.message.text()
    page.bic.setText("")
    page.use_logo(b"not a picture")
    office.tap(page.save_button)
    assert "no picture that can be printed" in page.message.text()
    page.use_file(tmp_path / "missing.png")
    assert "no picture that can be printed" in page.message.text()
    assert office.shop.runtime.ask(get_letter_settings).iban == ""
