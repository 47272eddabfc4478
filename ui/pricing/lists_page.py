"""The prices of a list: found, changed, taken away, read from a file, written to one."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QFileDialog

from app.catalog.price_files import ListedPrice, list_listed_prices, price_file
from app.kernel.permission import Permission
from app.kernel.text import file_name
from app.pricing.queries import PriceList, list_price_lists
from ui.formatting import Formats
from ui.office.paging import show_page
from ui.office.section import OfficeDesk, Section
from ui.pricing.formula_editor import FormulaEditor
from ui.pricing.history_panel import HistoryPanel
from ui.pricing.import_panel import PriceImportPanel
from ui.pricing.price_editor import PriceEditor
from ui.settings.page import SettingsPage
from ui.settings.price_lists_page import PriceListEditor
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.form import Choice
from ui.widgets.search_line import SearchLine
from ui.widgets.status import EmptyState
from ui.widgets.text import line

_PAGE: Final = 200


class ListsPage(SettingsPage):
    """One list at a time, its prices by product."""

    def __init__(self, desk: OfficeDesk, section: Section) -> None:
        super().__init__(desk, section)
        tr = self.tr
        self._lists: dict[int, PriceList] = {}
        self.prices: dict[str, ListedPrice] = {}
        self._asked = 0
        self.list = Choice()
        self.list.setAccessibleName(tr("Price list"))
        self.list.setMinimumContentsLength(18)
        self.search = SearchLine(tr("Search: product, number or barcode"))
        self.new_button = Button(tr("New price"), "primary", icon="add")
        self.new_list = Button(tr("New list"), icon="add")
        self.formulas = Button(tr("Formulas"), icon="percent")
        self.history = Button(tr("Price history"), icon="history")
        self.import_button = Button(tr("Import…"), icon="upload")
        self.export_button = Button(tr("Export…"), icon="download")
        self.table = DataTable(
            tr("Prices"),
            [
                Column("sku", tr("Number"), 110), Column("name", tr("Product")),
                Column("unit", tr("Unit"), 90), Column("least", tr("From"), 70, figure=True),
                Column("price", tr("Price"), 95, figure=True), Column("days", tr("Days"), 225),
                Column("change", tr("Planned as"), 110),
            ],
        )  # fmt: skip
        self.empty = EmptyState(
            "payments", tr("No prices here"), tr("What a list has no price for is priced by the next list.")
        )
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        top = line(self.list, self.search, self.new_button, gap=8)
        top.setStretch(1, 1)
        self.body.addLayout(top)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.empty, 1)
        self.body.addLayout(
            line(
                self.new_list,
                self.formulas,
                self.history,
                None,
                self.import_button,
                self.export_button,
                gap=8,
            )
        )

    def _connect(self) -> None:
        self.list.currentIndexChanged.connect(lambda _place: self._list_chosen())
        self.search.searched.connect(lambda _text: self.reload())
        self.search.down_pressed.connect(self.table.setFocus)
        self.table.opened.connect(lambda key: self.edit(self.prices[key]))
        self.table.more_wanted.connect(self.reload)
        self.new_button.clicked.connect(lambda: self.edit(None))
        self.new_list.clicked.connect(self._new_list)
        self.formulas.clicked.connect(self._edit_formulas)
        self.history.clicked.connect(self.show_history)
        self.import_button.clicked.connect(self.import_file)
        self.export_button.clicked.connect(self._export)

    @property
    def current(self) -> PriceList | None:
        """The list that is shown."""
        return self._lists.get(self.list.value() or 0)

    def entered(self) -> None:
        """Read the lists, then the prices of the one that is shown."""
        self.desk.ask(list_price_lists, self._have_lists)

    def _have_lists(self, found: list[PriceList]) -> None:
        kept = self.list.value() or self.desk.services.context.till.price_list_id
        self._lists = {x.id: x for x in found}
        self.list.set_options([(x.id, x.name) for x in found], kept)
        self.new_list.setVisible(self.desk.may(Permission.SETTINGS))
        self._list_chosen()

    def _list_chosen(self) -> None:
        one = self.current
        self.formulas.setVisible(one is not None and one.base_id is not None)
        self.reload()

    def reload(self, offset: int = 0) -> None:
        """Read a page of prices."""
        one = self.current
        if one is None:
            return
        self._asked += 1
        self.desk.ask(
            list_listed_prices, partial(self._have, self._asked, offset), price_list_id=one.id,
            text=self.search.text(), limit=_PAGE, offset=offset,
        )  # fmt: skip

    def _have(self, asked: int, offset: int, found: list[ListedPrice]) -> None:
        if asked != self._asked:
            return
        if not offset:
            self.prices.clear()
        self.prices |= {str(x.id): x for x in found}
        rows = [TableRow(str(x.id), self._cells(x)) for x in found]
        more = len(found) == _PAGE
        show_page(self, self.table, self.empty, rows, further=bool(offset), more=more)

    def _cells(self, x: ListedPrice) -> tuple[str, ...]:
        formats = self.desk.formats
        least = formats.quantity(x.min_quantity_milli) if x.min_quantity_milli else ""
        return (
            x.sku, x.name, x.packaging or formats.unit(x.unit), least, formats.amount(x.price_minor),
            days_text(x, formats), x.change_name,
        )  # fmt: skip

    def edit(self, one: ListedPrice | None) -> PriceEditor | None:
        """The panel of a price, or of a new one."""
        if self.current is None:
            return None
        editor = PriceEditor(self.desk, self.current, one)
        editor.done.connect(self._saved)
        self.section.open_panel(editor)
        return editor

    def _saved(self, name: str) -> None:
        self.section.close_panel()
        self.desk.say(self.tr("The price of {name} is saved.").format(name=name))

    def show_history(self) -> HistoryPanel | None:
        """What the prices of the chosen product were."""
        one = self.prices.get(self.table.current())
        if one is None:
            return None
        panel = HistoryPanel(self.desk, one.product_id, one.name)
        self.section.open_panel(panel)
        return panel

    def _new_list(self) -> None:
        editor = PriceListEditor(self.desk, None, list(self._lists.values()))
        editor.done.connect(lambda _name: self.section.close_panel())
        self.section.open_panel(editor)

    def _edit_formulas(self) -> None:
        if self.current is not None:
            editor = FormulaEditor(self.desk, self.current)
            editor.done.connect(self.section.close_panel)
            self.section.open_panel(editor)

    def import_file(self) -> PriceImportPanel | None:
        """The panel in which a file is read."""
        if self.current is None:
            return None
        panel = PriceImportPanel(self.desk, self.current)
        self.section.open_panel(panel)
        return panel

    def _export(self) -> None:
        one = self.current
        if one is None:
            return
        path, _kind = QFileDialog.getSaveFileName(
            self, self.tr("Export prices"), str(Path.home() / file_name(f"{one.code}.csv")), "CSV (*.csv)"
        )
        if path:
            self.export_to(Path(path))

    def export_to(self, path: Path) -> None:
        """Write the prices of the list that is shown into a file."""
        one = self.current
        if one is None:
            return

        def write(content: bytes) -> None:
            try:
                path.write_bytes(content)
            except OSError as error:
                self.desk.say(self.tr("It could not be written: {why}").format(why=error.strerror), "error")
            else:
                self.desk.say(self.tr("The prices are in {name}.").format(name=path.name))

        self.desk.report(price_file, write, price_list_id=one.id)


def days_text(x: ListedPrice, formats: Formats) -> str:
    """The first and the last day of a price; "" where it has none."""
    day = formats.date
    if x.valid_from is None and x.valid_to is None:
        return ""
    first = day(x.valid_from) if x.valid_from else "…"
    return f"{first} – {day(x.valid_to)}" if x.valid_to else f"{first} – …"
