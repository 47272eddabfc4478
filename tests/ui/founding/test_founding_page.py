"""The first start on the real window: asked by keys, set up at once, nothing half done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.access.queries import list_users
from app.catalog.queries import find_ids_by_sku
from app.founding.operations import ShopExistsError
from app.founding.plan import ShopPlan
from app.organisation.queries import NoCompanyError, find_company, get_company, list_tills
from cli import first_run
from cli.compose import preparer
from cli.folders import Folders
from cli.opening import Place, open_shop
from ui.founding.founding_page import FoundingPage
from ui.shell.first_run import page_for
from ui.shell.main_window import MainWindow
from ui.shell.shell import Shell
from ui.shell.start_page import RefusalPage, StartPage
from ui.shell.startup import Begun, WindowOptions
from ui.theme import apply_theme


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(f"sqlite:///{tmp_path / 'takings.db'}", Folders(tmp_path, tmp_path, tmp_path))


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication, place: Place) -> FoundingPage:
    apply_theme(qapp, "light")
    begin = first_run.starter(place, {})
    assert begin is not None
    made = FoundingPage(begin, "en")
    qtbot.addWidget(made)
    made.resize(1024, 768)
    made.show()
    qtbot.waitExposed(made)
    made.setFocus()
    return made


def press(page: FoundingPage, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or page, key)


def put(field: QWidget, text: str) -> None:
    field.setFocus()
    QTest.keyClicks(field, text)


def answer(page: FoundingPage) -> None:
    """Company, taxes, tills and users, by keys; the goods are in front."""
    page.company.country.choose("CH")
    put(page.company.name, "Laedeli")
    press(page, Qt.Key.Key_Return)
    press(page, Qt.Key.Key_Return)  # the country's taxes
    page.tills.count.setValue(2)
    page.tills.float_field.clear()
    put(page.tills.float_field, "150.00")
    press(page, Qt.Key.Key_Return)
    assert page.focusProxy() is page.users.rows[0][0]
    put(page.users.rows[0][0], "Mia")
    put(page.users.rows[0][2], "9051")
    press(page, Qt.Key.Key_Return)
    assert page.place == 4, page.message.text()


def ask(place: Place, query: Callable[..., Any], **arguments: Any) -> Any:
    shop = open_shop(place)
    try:
        return shop.runtime.ask(query, **arguments)
    finally:
        shop.factory.close_thread()
        shop.close()


def test_a_shop_is_set_up_by_keys_and_opened(page: FoundingPage, place: Place, qtbot: QtBot) -> None:
    answer(page)
    press(page, Qt.Key.Key_Return)
    told = page.summary.text.text()
    assert "Standard rate 8.1" in told
    assert "Till 1 (T01), Till 2 (T02)" in told
    assert ask(place, find_company) is None  # until the last key nothing is written
    with qtbot.waitSignal(page.retry_requested, timeout=60_000):
        press(page, Qt.Key.Key_Return)
    company = ask(place, get_company)
    assert (company.name, company.currency, company.country, company.cash_rounding_minor) == (
        "Laedeli", "CHF", "CH", 5,
    )  # fmt: skip
    assert [t.default_float_minor for t in ask(place, list_tills)] == [15_000, 15_000]
    assert [(u.name, u.role_code) for u in ask(place, list_users)] == [("Mia", "manager")]


def test_back_and_forth_keeps_what_was_typed_and_another_country_brings_its_taxes(page: FoundingPage) -> None:
    put(page.company.name, "Corner")
    press(page, Qt.Key.Key_Return)
    page.taxes.rows[0][0].setText("VAT")
    press(page, Qt.Key.Key_Escape)
    assert (page.place, page.company.name.text()) == (0, "Corner")
    press(page, Qt.Key.Key_Return)
    assert page.taxes.rows[0][0].text() == "VAT"
    page.go_back()
    page.company.country.choose("US")
    assert page.company.prices.value() is False
    page.go_on()
    assert [name.text() for name, _rate in page.taxes.rows] == ["Without tax", "", "", ""]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (lambda p: p.company.name.setText(""), "name of the shop"),
        (lambda p: p.taxes.rows[0][1].setText("many"), "many"),
        (lambda p: p.tills.float_field.setText("x"), "x"),
        (lambda p: p.users.rows[0][2].setText("1234"), "too easy"),
        (lambda p: p.goods.kind.choose("file"), "Choose the file"),
    ],
    ids=["company", "taxes", "tills", "users", "goods"],
)
def test_what_cannot_be_is_said_at_its_step(
    page: FoundingPage, wrong: Callable[[FoundingPage], None], words: str
) -> None:
    answer(page)
    for _ in range(4):
        page.go_back()
    wrong(page)
    for _ in range(5):
        page.go_on()
    assert page.place < 5
    assert page.message.isVisible()
    assert words in page.message.text()


def test_goods_out_of_a_file_come_in_and_what_stays_out_is_told(
    page: FoundingPage, place: Place, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "goods.csv"
    file.write_text("sku,name,price\nX1,Ball,1.50\nX2,Kite,abc\n", encoding="utf-8")
    answer(page)
    page.goods.kind.choose("file")
    page.goods.use_file(file)
    page.go_on()
    page.go_on()
    qtbot.waitUntil(page.next.isEnabled, timeout=60_000)
    assert page.heading.text() == "The shop is ready"
    assert "1 products are in. Left out: 1" in page.summary.text.text()
    assert list(ask(place, find_ids_by_sku, skus=["X1", "X2"])) == ["X1"]
    with qtbot.waitSignal(page.retry_requested):
        page.go_on()


def test_a_refusal_leaves_everything_as_it_was_typed(qtbot: QtBot, qapp: QApplication) -> None:
    def begin(_plan: ShopPlan, _samples: bool, _file: Path | None, _progress: object) -> Begun:  # noqa: FBT001
        raise ShopExistsError(where="here", name="Other")

    apply_theme(qapp, "light")
    page = FoundingPage(begin, "en")
    qtbot.addWidget(page)
    page.show()
    answer(page)
    page.go_on()
    page.go_on()
    qtbot.waitUntil(page.next.isEnabled, timeout=10_000)
    assert "There is a shop in here already: Other" in page.message.text()
    assert page.company.name.text() == "Laedeli"
    assert page.place == 5


def test_only_an_empty_database_that_may_be_filled_begins_a_shop(
    qtbot: QtBot, qapp: QApplication, place: Place, tmp_path: Path
) -> None:
    apply_theme(qapp, "light")
    begin = first_run.starter(place, {})
    may = WindowOptions(tmp_path, "en", begin_shop=begin)
    for error, options, kind in (
        (NoCompanyError(), may, FoundingPage),
        (NoCompanyError(), WindowOptions(tmp_path, "en"), RefusalPage),
        (ShopExistsError(where="", name=""), may, RefusalPage),
    ):
        found = page_for(error, str(error), options)
        qtbot.addWidget(found)
        assert isinstance(found, kind)
    assert first_run.starter(Place(place.url, place.folders, training=True), {}) is None
    assert first_run.starter(place, {"server": "postgresql://server/takings"}) is None


def test_the_program_on_an_empty_folder_asks_sets_up_and_opens_its_till(
    qtbot: QtBot, qapp: QApplication, place: Place, tmp_path: Path
) -> None:
    options = WindowOptions(
        tmp_path, "en", log_dir=tmp_path / "logs", begin_shop=first_run.starter(place, {})
    )
    window, start = MainWindow("Takings"), StartPage("Opening …")
    window.show_page(start)
    qtbot.addWidget(window)
    window.show()
    shell = Shell(qapp, window, start, options, preparer(place, till=None, local={}))
    try:
        with qtbot.waitSignal(shell.refused, timeout=60_000):
            shell.open_shop()
        page = window.page()
        assert isinstance(page, FoundingPage)
        answer(page)
        page.goods.kind.choose("samples")
        page.go_on()
        with qtbot.waitSignal(shell.ready, timeout=60_000):
            page.go_on()
        assert window.page() is shell.till
        assert window.windowTitle() == "Laedeli - Till 1"
    finally:
        shell.finish()
