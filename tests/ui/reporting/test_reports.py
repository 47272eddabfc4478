"""Overview, sales, shifts, print queue and journal of the back office."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from sqlalchemy import update

from app.audit.tables import journal
from app.devices.ports import DeviceFault
from app.kernel.permission import SYSTEM_ACTOR
from app.printing.queries import list_jobs
from app.printing.rules import MorePrinter, PrintPlan
from app.printing.states import PrintStatus
from app.till.operations.shifts import Counted, close_shift, save_count
from app.till.states import SaleKind
from drivers.printer.virtual_printer import VirtualPrinter
from tests.factories.shop import Shop
from tests.ui.office_driver import MakeOffice, OfficeDriver
from ui.reporting.dashboard_section import DashboardSection
from ui.reporting.journal_section import JournalSection
from ui.reporting.print_queue_section import PrintQueueSection
from ui.reporting.sales_section import SalesSection
from ui.reporting.shifts_section import ShiftsSection


def sell_some(shop: Shop) -> int:
    """Three sales and a return."""
    shift = shop.open_shift()
    shop.sell(shop.cart("COFFEE", "MILK"), shift)
    shop.sell(shop.cart("WINE"), shift, ("card", 799))
    shop.sell(shop.cart("STAMP", "STAMP"), shift)
    shop.sell(shop.cart("MILK"), shift, by="supervisor", kind=SaleKind.RETURN)
    return shift


def close(shop: Shop, shift: int, cash_minor: int) -> None:
    context, manager = shop.context(), shop.actor("manager")
    shop.runtime.run(
        save_count, actor=manager, context=context, shift_id=shift,
        counts=[Counted("cash", cash_minor), Counted("card", 799)],
    )  # fmt: skip
    shop.runtime.run(
        close_shift, actor=manager, context=context, shift_id=shift, next_float_minor=20000, explanation="-"
    )


def printer_of(office: OfficeDriver) -> VirtualPrinter:
    assert isinstance(office.devices.printer, VirtualPrinter)
    return office.devices.printer


def test_the_overview_adds_up_what_was_sold(office: OfficeDriver) -> None:
    sell_some(office.shop)
    section = office.go("dashboard")
    office.page.go("dashboard")
    office.settle()
    assert isinstance(section, DashboardSection)
    assert section.sales.accessibleName() == "Sales including tax: €22.79"
    assert section.receipts.accessibleName() == "Receipts: 3"
    assert "Coffee beans 1 kg: 10" in section.product_chart.accessibleDescription()
    assert section.cashier_chart.accessibleDescription().startswith("cashier: 23; supervisor: ")
    assert section.tender_chart.accessibleDescription() == "Cash: 14; Card: 7"
    assert section.customer_chart.accessibleDescription() == ""
    assert "10: 22" in section.hour_chart.accessibleDescription()  # 09:00 UTC is ten in Berlin


def test_today_stands_beside_yesterday_and_the_same_day_of_last_week(office: OfficeDriver) -> None:
    office.clock.advance(days=-1)
    close(office.shop, sell_some(office.shop), 21491)
    office.clock.advance(days=1)
    shift = office.shop.open_shift()
    office.shop.sell(office.shop.cart("COFFEE"), shift)
    section = office.go("dashboard")
    office.page.go("dashboard")
    office.settle()
    assert isinstance(section, DashboardSection)
    assert section.today.accessibleName() == "Today: €12.90"
    assert section.yesterday.accessibleName() == "Yesterday by this time: €22.79"
    assert section.yesterday.accessibleDescription() == "today 43.4% less · Mar 1, 2026: €22.79 in all"
    assert section.last_week.accessibleDescription() == "Feb 23, 2026: €0.00 in all"


def test_an_overview_without_sales_says_so(office: OfficeDriver) -> None:
    section = office.go("dashboard")
    assert isinstance(section, DashboardSection)
    assert section.empty.isVisible()


def sales(office: OfficeDriver) -> SalesSection:
    section = office.go("sales")
    assert isinstance(section, SalesSection)
    return section


def test_the_newest_sale_is_first_and_its_receipt_is_shown(office: OfficeDriver) -> None:
    sell_some(office.shop)
    section = sales(office)
    assert section.table.count() == 4
    assert section.table.row(0).cells[2] == "Return"
    assert "T01-000004" in section.paper._sheet.accessibleName()


def test_a_receipt_is_found_by_the_end_of_its_number_whatever_the_days(office: OfficeDriver) -> None:
    sell_some(office.shop)
    office.clock.advance(days=90)
    section = sales(office)
    section.period.first.setDate(section.period.last.date())
    section.search.setText("0002")
    QTest.qWait(120)
    office.settle()
    assert [section.table.row(n).cells[0] for n in range(section.table.count())] == ["T01-000002"]


def test_the_barcode_of_a_receipt_shows_it(office: OfficeDriver) -> None:
    sell_some(office.shop)
    section = sales(office)
    office.page.scanned("T01-000001")
    QTest.qWait(120)
    office.settle()
    assert section.table.count() == 1


def test_another_till_has_other_sales(office: OfficeDriver) -> None:
    sell_some(office.shop)
    section = sales(office)
    section.period.till.choose(office.shop.tills["T02"])
    office.settle()
    assert section.empty.isVisible()


def test_a_reprint_says_copy(office: OfficeDriver) -> None:
    sell_some(office.shop)
    office.settle()
    section = sales(office)
    before = len(printer_of(office).papers)
    office.tap(section.reprint)
    assert len(printer_of(office).papers) == before + 1
    assert "COPY" in printer_of(office).papers[-1].text
    assert "marked COPY" in office.banner


def shifts(office: OfficeDriver) -> ShiftsSection:
    section = office.go("shifts")
    assert isinstance(section, ShiftsSection)
    return section


def test_an_open_shift_shows_its_x_and_no_z_to_print(office: OfficeDriver) -> None:
    sell_some(office.shop)
    section = shifts(office)
    assert section.table.row(0).cells[3] == "Open, cashier"
    assert "X report" in section.paper._sheet.accessibleName()
    assert not section.reprint.isEnabled()


def test_a_closed_shift_shows_its_z_prints_it_again_and_saves_it(
    office: OfficeDriver, tmp_path: Path
) -> None:
    shift = sell_some(office.shop)
    close(office.shop, shift, 20000 + 1290 + 119 + 190 - 119)
    section = shifts(office)
    assert section.table.row(0).cells[2] == "1"
    assert "Z report 1" in section.paper._sheet.accessibleName()
    office.tap(section.reprint)
    assert "COPY" in printer_of(office).papers[-1].text
    section.save_pdf(tmp_path / "z.pdf")
    office.settle()
    assert (tmp_path / "z.pdf").read_bytes().startswith(b"%PDF")


def test_a_folder_that_is_not_there_is_one_sentence(office: OfficeDriver, tmp_path: Path) -> None:
    sell_some(office.shop)
    section = shifts(office)
    section.save_pdf(tmp_path / "no" / "z.pdf")
    office.settle()
    assert "could not be written" in office.banner


def test_a_difference_is_marked(office: OfficeDriver) -> None:
    shift = sell_some(office.shop)
    close(office.shop, shift, 20000 + 1290 + 119 + 190 - 119 - 100)
    section = shifts(office)
    assert section.table.row(0).cells[5] == "−€1.00"
    assert section.table.row(0).tones["difference"] == "danger"


def queue(office: OfficeDriver) -> PrintQueueSection:
    section = office.go("print_queue")
    assert isinstance(section, PrintQueueSection)
    return section


def stuck(office: OfficeDriver) -> PrintQueueSection:
    """A receipt that did not come out."""
    printer_of(office).fault = DeviceFault.PAPER_OUT
    shift = office.shop.open_shift()
    office.shop.sell(office.shop.cart("MILK"), shift)
    office.settle()
    section = queue(office)
    assert section.table.row(0).cells[4] == "Needs attention"
    return section


def test_with_everything_printed_the_queue_is_empty(office: OfficeDriver) -> None:
    sell_some(office.shop)
    office.settle()
    assert queue(office).empty.isVisible()


def test_a_job_of_which_nothing_came_out_is_printed_again_and_is_no_copy(office: OfficeDriver) -> None:
    section = stuck(office)
    printer_of(office).fault = None
    office.tap(section.retry)
    assert section.empty.isVisible()
    assert len(printer_of(office).papers) == 1
    assert "COPY" not in printer_of(office).papers[-1].text


def test_a_job_is_printed_again_at_another_printer_and_the_queue_shows_where(office: OfficeDriver) -> None:
    printers = office.services.printers
    assert printers is not None
    section = stuck(office)
    assert not section.where.isVisible()
    printers.use(PrintPlan((MorePrinter("Kitchen", "virtual:"),)))
    section.entered()
    office.settle()
    section.where.choose("Kitchen")
    office.tap(section.retry)
    kitchen = printers.printer("Kitchen")
    assert isinstance(kitchen, VirtualPrinter)
    assert [p.paper.title.split()[0] for p in kitchen.papers] == ["Receipt"]
    section.filter.select("all")
    section.entered()
    office.settle()
    assert section.table.row(0).cells[3] == "Kitchen"


def test_a_job_can_be_given_up(office: OfficeDriver) -> None:
    section = stuck(office)
    office.tap(section.cancel)
    jobs = office.shop.runtime.ask(list_jobs, station="T01", statuses=(PrintStatus.CANCELLED,))
    assert len(jobs) == 1
    assert section.empty.isVisible()


def journal_of(office: OfficeDriver) -> JournalSection:
    section = office.go("journal")
    assert isinstance(section, JournalSection)
    return section


def test_the_journal_is_narrowed_by_kind(office: OfficeDriver) -> None:
    sell_some(office.shop)
    section = journal_of(office)
    everything = section.table.count()
    section.kind.choose("shift.")
    office.settle()
    kinds = {section.table.row(n).cells[2] for n in range(section.table.count())}
    assert kinds == {"Shift opened"}
    assert section.table.count() < everything


WRITTEN = {
    "sale.": "{sale_row['kind']}.completed", "return.": "{sale_row['kind']}.completed",
    "reprint.": "reprint.{kind}", "drawer.": "drawer.{kind.value}", "card.": "card.{status.value}",
}  # fmt: skip


def test_every_kind_that_can_be_chosen_is_written_by_the_program(office: OfficeDriver) -> None:
    root = Path(__file__).resolve().parents[3] / "app"
    source = "\n".join(p.read_text() for p in root.rglob("*.py") if "migrations" not in p.parts)
    section = journal_of(office)
    for place in range(section.kind.count()):
        prefix = section.kind.itemData(place)
        assert WRITTEN.get(prefix, f'"{prefix}') in source, prefix


def test_sound_books_are_said_to_be_sound(office: OfficeDriver) -> None:
    sell_some(office.shop)
    section = journal_of(office)
    office.tap(section.verify)
    assert "nothing was changed" in office.banner
    assert office.open_panel is not None


def test_a_changed_entry_is_found(office: OfficeDriver) -> None:
    sell_some(office.shop)
    with office.shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(
            update(journal).where(journal.c.kind == "shift.opened").values(payload='{"float":1}')
        )
    section = journal_of(office)
    office.tap(section.verify)
    assert office.page.banner.kind == "error"


@pytest.mark.parametrize("user", ["cashier"])
def test_who_may_not_see_figures_sees_no_shifts(make_office: MakeOffice, user: str) -> None:
    office = make_office(user)
    assert "shifts" not in office.page.section_ids()
    assert "journal" not in office.page.section_ids()
