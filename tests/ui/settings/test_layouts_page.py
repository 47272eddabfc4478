"""Receipts and letters are laid out with the paper beside the layout, and every version is kept."""

from __future__ import annotations

from app.layouts.kinds import LayoutKind, PaperSize, PartKind
from app.layouts.queries import get_layout, list_versions
from app.layouts.rules import DocumentLayout, ReceiptLayout
from tests.ui.office_driver import OfficeDriver
from ui.settings.layouts_page import LayoutsPage
from ui.settings.settings_section import SettingsSection
from ui.widgets.row_list import RowList
from ui.widgets.side_panel import SidePanel


def layouts_page(office: OfficeDriver) -> LayoutsPage:
    section = office.go("settings")
    assert isinstance(section, SettingsSection)
    section.choose("layouts")
    office.settle()
    page = section.page()
    assert isinstance(page, LayoutsPage)
    return page


def kept(office: OfficeDriver, kind: LayoutKind = LayoutKind.RECEIPT) -> ReceiptLayout | DocumentLayout:
    found: ReceiptLayout | DocumentLayout = office.shop.runtime.ask(get_layout, kind=kind)
    return found


def draw(office: OfficeDriver, page: LayoutsPage) -> None:
    """What the pause after the last key would do."""
    page._draw()
    office.settle()


def picture(page: LayoutsPage) -> bytes:
    image = page.paper._sheet._image
    return bytes(image.constBits())


def test_a_text_is_added_moved_to_the_top_seen_on_the_paper_and_kept(office: OfficeDriver) -> None:
    page = layouts_page(office)
    before = picture(page)
    assert before
    editor = page.receipt
    editor.list.select("0")
    editor.add_choice.choose(PartKind.TEXT)
    office.tap(editor.add_button)
    editor.words.setPlainText("Fair trade since 1998")
    office.tap(editor.bold)
    office.tap(editor.up_button)
    draw(office, page)
    assert picture(page) != before
    office.tap(page.save_button)
    layout = kept(office)
    assert isinstance(layout, ReceiptLayout)
    first = layout.parts[0]
    assert (first.kind, first.text, first.bold) == (PartKind.TEXT, "Fair trade since 1998", True)
    assert not page.dirty


def test_what_the_law_asks_for_has_no_button_to_take_it_away(office: OfficeDriver) -> None:
    page = layouts_page(office)
    editor = page.receipt
    places = {part.kind: str(i) for i, part in enumerate(editor.layout_now().parts)}
    editor.list.select(places[PartKind.TAXES])
    assert not editor.remove_button.isEnabled()
    editor.list.select(places[PartKind.PHONE])
    office.tap(editor.remove_button)
    office.tap(page.save_button)
    layout = kept(office)
    assert isinstance(layout, ReceiptLayout)
    assert PartKind.PHONE not in [p.kind for p in layout.parts]


def test_a_layout_goes_back_to_the_default_and_to_an_older_version(office: OfficeDriver) -> None:
    page = layouts_page(office)
    office.tap(page.receipt.sku)
    office.tap(page.save_button)
    office.tap(page.default_button)
    assert kept(office) == ReceiptLayout()
    assert not page.receipt.sku.isChecked()
    office.tap(page.versions_button)
    shown = office.panel(SidePanel).findChild(RowList)
    assert shown is not None
    assert shown.count() == 2
    shown.chosen.emit("1")
    office.settle()
    assert kept(office) == ReceiptLayout(sku=True)
    assert [v.version for v in office.shop.runtime.ask(list_versions, kind=LayoutKind.RECEIPT)] == [3, 2, 1]


def test_an_invoice_gets_another_sheet_and_what_cannot_be_read_is_told_and_not_kept(
    office: OfficeDriver,
) -> None:
    page = layouts_page(office)
    page.kind.choose(LayoutKind.INVOICE)
    office.settle()
    editor = page.letter
    wide = page.sheet.pixmap().height() / page.sheet.pixmap().width()
    assert round(wide, 1) == 1.4
    editor.size_choice.choose(PaperSize.LETTER)
    editor.tick("customer_number").click()
    editor.heads[0].setPlainText("Thank you for your order.")
    draw(office, page)
    letter = page.sheet.pixmap().height() / page.sheet.pixmap().width()
    assert round(letter, 1) == 1.3
    editor.colour.setText("#ffff00")
    office.tap(page.save_button)
    assert "darker colour" in page.message.text()
    assert kept(office, LayoutKind.INVOICE) == DocumentLayout()
    editor.colour.setText("#7a1f1f")
    office.tap(page.save_button)
    layout = kept(office, LayoutKind.INVOICE)
    assert isinstance(layout, DocumentLayout)
    assert (layout.size, layout.colour) == (PaperSize.LETTER, "#7a1f1f")
    assert layout.hidden_facts == ("customer_number",)
    assert layout.head == ("Thank you for your order.", "")


def test_another_paper_is_not_chosen_over_changes_that_are_not_saved(office: OfficeDriver) -> None:
    page = layouts_page(office)
    office.tap(page.receipt.notes)
    page.kind.choose(LayoutKind.QUOTE)
    office.settle()
    assert page.kind.value() == LayoutKind.RECEIPT
    assert "not saved" in page.message.text()
