"""The customer's window follows the till, shows the change and the receipt, and pictures in between."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtTest import QTest

from app.documents.digital_receipt import receipt_text
from app.organisation.queries import get_company
from app.till.queries import find_sale_id, get_sale
from tests.ui.conftest import TillDriver
from tests.ui.office_driver import OfficeDriver
from ui.customer.customer_canvas import CustomerCanvas, Shown
from ui.customer.customer_presenter import LOCAL_KEY, ScreenSettings, pictures_of
from ui.customer.customer_screen import CustomerScreen
from ui.customer.settings_page import CustomerScreenPage
from ui.settings.settings_section import SettingsSection


@pytest.fixture
def screen(till: TillDriver) -> Iterator[CustomerScreen]:
    """A window beside the till, without a second screen."""
    made = CustomerScreen(till.page.parts)
    made.apply(ScreenSettings(on=True, words="Fresh bread all day", code=True), till.page.screen())
    till.page.activateWindow()
    till.settle()
    yield made
    made.close()


def shown(till: TillDriver, screen: CustomerScreen) -> Shown:
    """What the customer sees once the till has painted."""
    QTest.qWait(60)
    till.settle()
    return canvas(screen).shown()


def canvas(screen: CustomerScreen) -> CustomerCanvas:
    assert screen.window is not None
    return screen.window.canvas


def test_nobody_is_served_then_lines_total_and_what_is_saved(
    till: TillDriver, screen: CustomerScreen
) -> None:
    assert shown(till, screen).words == "Fresh bread all day"
    till.scan_sku("COFFEE", "MILK", "MILK")
    now = shown(till, screen)
    assert now.kind == "cart"
    assert [x.name for x in now.lines] == ["Coffee beans 1 kg", "Milk 1 l"]
    assert now.lines[1].detail.startswith("2 ×")
    assert now.total == till.page.desk.formats.money(till.total)
    till.page.desk.new_cart()
    assert shown(till, screen).kind == "idle"


def test_after_the_payment_change_thanks_and_a_code_that_a_telephone_reads(
    till: TillDriver, screen: CustomerScreen
) -> None:
    till.scan_sku("COFFEE")
    till.pay_exact()
    now = shown(till, screen)
    assert (now.kind, now.words) == ("done", "Thank you!")
    assert now.code
    assert screen.window is not None
    screen.window.resize(1024, 600)
    QTest.qWait(20)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    canvas(screen).grab().save(buffer, "PNG")
    read = zxingcpp.read_barcodes(Image.open(io.BytesIO(buffer.data().data())).convert("RGB"))
    ask = till.shop.runtime.ask
    sale = ask(get_sale, sale_id=ask(find_sale_id, number=till.page.desk.state.last_number))
    assert [x.text for x in read] == [receipt_text(sale, ask(get_company))]
    assert sale.number in read[0].text
    till.scan_sku("MILK")
    assert shown(till, screen).kind == "cart"


def test_the_window_takes_no_keyboard_and_scans_at_the_till_go_on(
    till: TillDriver, screen: CustomerScreen
) -> None:
    assert screen.window is not None
    assert screen.window.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    till.scan_sku("COFFEE")
    screen.close()
    till.scan_sku("COFFEE")
    assert till.lines[0][1] == 2000
    till.pay_exact()
    assert till.errors == []


def test_pictures_come_while_nobody_is_served_and_a_bad_file_is_none(
    till: TillDriver, screen: CustomerScreen, tmp_path: Path
) -> None:
    Image.new("RGB", (40, 20), "red").save(tmp_path / "b.png")
    (tmp_path / "a.png").write_bytes(b"no picture")
    (tmp_path / "notes.txt").write_text("x")
    assert [p.name for p in pictures_of(str(tmp_path))] == ["a.png", "b.png"]
    assert pictures_of(str(tmp_path / "gone")) == []
    screen.apply(ScreenSettings(on=True, folder=str(tmp_path), seconds=600), till.page.screen())
    till.settle()
    assert not canvas(screen).has_picture()
    assert screen._presenter is not None
    screen._presenter._turn()
    till.bot.waitUntil(canvas(screen).has_picture, timeout=5_000)


def test_it_is_switched_on_in_the_settings_of_this_machine(office: OfficeDriver, tmp_path: Path) -> None:
    section = office.go("settings")
    assert isinstance(section, SettingsSection)
    section.choose("customer")
    office.settle()
    page = section.page()
    assert isinstance(page, CustomerScreenPage)
    page.on.click()
    page.words.setText("Hello")
    page.folder.setText(str(tmp_path))
    office.tap(page.save_button)
    kept = ScreenSettings.of(office.services.local)
    assert kept == ScreenSettings(on=True, words="Hello", folder=str(tmp_path), seconds=8)
    assert LOCAL_KEY in office.services.local


@pytest.mark.parametrize("kept", [None, "yes", {"seconds": "x", "on": 0}, {"seconds": -1}])
def test_settings_that_are_none_switch_nothing_on(kept: object) -> None:
    assert ScreenSettings.of({LOCAL_KEY: kept}) == ScreenSettings()
