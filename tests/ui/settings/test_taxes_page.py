"""Taxes are set up in the window, and the till sells with them."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, Qt

from app.organisation.queries import get_company
from app.tax.operations import change_tax_rate
from app.tax.queries import TaxClass, TaxRate, list_tax_classes
from app.tax.states import TaxKind
from app.till.queries import SaleTaxView, find_sale_id, get_sale
from tests.ui.conftest import MakeTill
from tests.ui.office_driver import MakeOffice, OfficeDriver
from ui.settings.settings_section import SettingsSection
from ui.settings.tax_editors import TaxChangeEditor, TaxClassEditor, TaxEditor
from ui.settings.taxes_page import TaxesPage

CONTROL = Qt.KeyboardModifier.ControlModifier
TODAY = date.today()  # noqa: DTZ011 - the page goes by the calendar
NEXT_YEAR, PAST = date(TODAY.year + 1, 1, 1), TODAY - timedelta(days=3)


def taxes_page(office: OfficeDriver) -> TaxesPage:
    section = office.go("settings")
    assert isinstance(section, SettingsSection)
    section.choose("taxes")
    office.settle()
    page = section.page()
    assert isinstance(page, TaxesPage)
    return page


def class_of(office: OfficeDriver, code: str) -> TaxClass:
    return next(c for c in office.shop.runtime.ask(list_tax_classes) if c.code == code)


def tax_of(office: OfficeDriver, code: str) -> TaxRate:
    return next(t for c in office.shop.runtime.ask(list_tax_classes) for t in c.taxes if t.code == code)


def rows(page: TaxesPage) -> list[tuple[str, ...]]:
    return [tuple(cell.strip() for cell in page.table.row(n).cells) for n in range(page.table.count())]


def new_tax(
    office: OfficeDriver, page: TaxesPage, of: str, code: str, *, rate: str = "", amount: str = "",
    adds: bool = False, first_day: date | None = None,
) -> TaxEditor:  # fmt: skip
    """Add a tax as a person does: fields typed, Ctrl+S."""
    office.tap(page.new_tax)
    editor = office.panel(TaxEditor)
    editor.its_class.choose(class_of(office, of).id)
    editor.kind.choose(TaxKind.FIXED if amount else TaxKind.PERCENT)
    editor.code.setText(code)
    editor.name.setText(f"Tax {code}")
    editor.rate.setText(rate)
    editor.amount.setText(amount)
    editor.adds.setChecked(adds)
    if first_day is not None:
        editor.dated.choose("day")
        editor.day.setDate(QDate(first_day.year, first_day.month, first_day.day))
    office.key(Qt.Key.Key_S, CONTROL)
    return editor


def change(office: OfficeDriver, page: TaxesPage, tax: TaxRate, what: str, day: date, rate: str) -> None:
    page.change(tax)
    editor = office.panel(TaxChangeEditor)
    editor.what.choose(what)
    editor.day.setDate(QDate(day.year, day.month, day.day))
    editor.rate.setText(rate)
    office.key(Qt.Key.Key_S, CONTROL)


def test_a_compound_pair_and_a_tax_a_piece_are_set_up_and_sold_with(
    office: OfficeDriver, make_till: MakeTill
) -> None:
    page = taxes_page(office)
    # class C has 0 %: it ends up with 5 % that adds to the base, 10 % on top of that, and 3 cents a piece
    new_tax(office, page, "C", "LUX", rate="5", adds=True)
    new_tax(office, page, "C", "CITY", rate="10 %")
    new_tax(office, page, "C", "ECO", amount="0.03")
    assert office.open_panel is None
    assert [r[0] for r in rows(page) if r[0] in {"LUX", "CITY", "ECO"}] == ["LUX", "CITY", "ECO"]
    assert next(r for r in rows(page) if r[0] == "LUX")[2:] == ("5%", "always", "adds to next base")
    assert next(r for r in rows(page) if r[0] == "CITY")[4] == "on earlier ones"
    assert next(r for r in rows(page) if r[0] == "ECO")[2] == "€0.03 / pc"
    office.shop.open_shift("T02")
    till = make_till("T02")
    till.sign_in()
    till.scan_sku("STAMP")
    till.scan_sku("STAMP")
    assert till.total == 190  # the price on the shelf includes them
    till.pay_exact()
    taxes = {t.tax_code: (t.base_minor, t.tax_minor) for t in last_taxes(office)}
    # 1.90 = n + 0.05 n + 0.1 (1.05 n) + 2 x 0.03: n = 1.84 / 1.155 = 1.593
    assert taxes["LUX"] == (159, 8)
    assert taxes["CITY"] == (167, 17)
    assert taxes["ECO"][1] == 6


def last_taxes(office: OfficeDriver) -> tuple[SaleTaxView, ...]:
    found = office.shop.runtime.ask(find_sale_id, number="T02-000001")
    assert found is not None
    return office.shop.runtime.ask(get_sale, sale_id=found).taxes


def test_a_new_class_is_exempt_until_it_has_a_tax(office: OfficeDriver) -> None:
    page = taxes_page(office)
    office.tap(page.new_class)
    editor = office.panel(TaxClassEditor)
    editor.code.setText("BOOK")
    editor.name.setText("Books")
    office.key(Qt.Key.Key_S, CONTROL)
    assert ("BOOK", "Books", "", "exempt", "") in rows(page)
    assert class_of(office, "BOOK").id in office.services.context.taxes
    page.edit_class(class_of(office, "BOOK"))
    assert office.panel(TaxClassEditor).code.isReadOnly()
    office.panel(TaxClassEditor).name.setText("Books and papers")
    office.key(Qt.Key.Key_S, CONTROL)
    assert class_of(office, "BOOK").name == "Books and papers"


def test_a_rate_change_entered_in_advance_is_shown_with_its_day(office: OfficeDriver) -> None:
    page = taxes_page(office)
    change(office, page, tax_of(office, "A"), "rate", NEXT_YEAR, "20.5 %")
    assert office.open_panel is None
    shown = [r[2:4] for r in rows(page) if r[0] == "A" and r[2]]
    formats = office.page.desk.formats
    last = formats.date(date(NEXT_YEAR.year - 1, 12, 31))
    assert shown == [("19%", f"until {last}"), ("20.5%", f"from {formats.date(NEXT_YEAR)}")]
    assert formats.date(NEXT_YEAR) in office.banner
    assert [t.rate for t in office.services.context.taxes[office.shop.classes["A"]]] == [19_000]


def test_a_tax_ends_and_goods_without_one_are_marked(office: OfficeDriver) -> None:
    page = taxes_page(office)
    change(office, page, tax_of(office, "A"), "end", PAST, "")
    assert tax_of(office, "A").valid_to == PAST
    assert [r[3] for r in rows(page) if r[0] == "A"] == [
        "no rate today: not sold", f"ended {office.page.desk.formats.date(PAST)}",
    ]  # fmt: skip
    assert office.shop.classes["A"] not in office.services.context.taxes


def test_what_cannot_be_is_one_sentence_in_place_and_nothing_is_written(office: OfficeDriver) -> None:
    page = taxes_page(office)
    for rate, amount, said in (
        ("", "", "Enter the rate"), ("100.5", "", "from 0 to 100 %"), ("ten", "", "is not an amount"),
        ("", "0.001", "decimals"),
    ):  # fmt: skip
        editor = new_tax(office, page, "A", "NEW", rate=rate, amount=amount)
        assert said in editor.message(), (rate, amount)
        office.tap_text("Back")
        office.tap_text("Throw away")
    editor = new_tax(office, page, "A", "A", rate="5")
    assert "has the tax A already" in editor.message()
    assert len(class_of(office, "A").taxes) == 1


def test_a_change_behind_one_that_comes_is_refused_in_place(office: OfficeDriver) -> None:
    page = taxes_page(office)
    office.shop.runtime.run(
        change_tax_rate, actor=office.shop.actor("manager"), tax_id=tax_of(office, "A").id,
        first_day=NEXT_YEAR, rate=20_000,
    )  # fmt: skip
    change(office, page, class_of(office, "A").taxes[0], "rate", date(NEXT_YEAR.year - 1, 12, 1), "18")
    assert "on already" in office.panel(TaxChangeEditor).message()
    assert [t.rate for t in class_of(office, "A").taxes] == [19_000, 20_000]


def test_german_writes_rates_and_days_its_own_way(make_office: MakeOffice) -> None:
    office = make_office(locale="de")
    page = taxes_page(office)
    new_tax(office, page, "A", "LUX", rate="9,975", first_day=NEXT_YEAR)
    assert tax_of(office, "LUX").rate == 9975
    shown = next(r for r in rows(page) if r[0] == "LUX")
    assert shown[2].replace("\u00a0", " ") == "9,975 %"
    assert f"01.01.{NEXT_YEAR.year}" in shown[3]
    assert office.shop.runtime.ask(get_company).name == "Corner Shop"
