"""Importing the orders of a web shop: choose the export, take it in, read what became of each order."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from app.kernel.permission import Permission
from app.orders.imports.operations import ImportedOrder
from app.orders.imports.profiles import CSV, JSON, SHOPIFY, WOOCOMMERCE
from app.orders.imports.records import RowError
from app.orders.imports.run import ImportedOrders, import_orders
from app.orders.imports.shop_file import SHOP_PROFILES, write_shop_file
from app.orders.states import OrderStatus
from app.plugins.loading import Plugins
from app.pricing.queries import PriceList, list_price_lists
from ui.office.file_panel import FilePanel
from ui.office.section import OfficeDesk, Section
from ui.orders.links import money
from ui.shell.errors import describe
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.form import Choice, Form
from ui.widgets.text import label, line

_ROWS = 1000


class ImportOrdersPanel(FilePanel):
    """The panel of the import."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Import orders"), desk, parent)
        self._make_parts()
        self._lay_out()
        self.choose.clicked.connect(self._choose)
        self.start.clicked.connect(self._start)
        desk.ask(list_price_lists, self._have_lists)
        self._plugins = Plugins(desk.services.gateway.runtime, desk.services.data_dir)
        desk.services.submit(
            "reports", self._plugins.orders, on_done=self._have_plugins, on_error=desk.failed
        )

    def _make_parts(self) -> None:
        tr = self.tr
        self.file_name.setText(tr("Export of a web shop: CSV, XLSX or JSON. Each order comes in once."))
        self._profiles = [
            ("", tr("As the file looks")), (SHOPIFY, "Shopify"), (WOOCOMMERCE, "WooCommerce"),
            (CSV, tr("Table of your own (CSV, XLSX)")), (JSON, "JSON"),
        ]  # fmt: skip
        self.profile = Choice(self._profiles)
        self.price_list = Choice([("", tr("The first price list"))])
        self.confirm = Choice([(True, tr("Confirmed at once")), (False, tr("Drafts to look at first"))])
        self.table = DataTable(
            tr("Orders of the file"),
            [
                Column("reference", tr("Outside"), 116),
                Column("state", tr("Now"), 108),
                Column("number", tr("Number"), 152),
                Column("what", tr("What is wrong, or to be looked at")),
                Column("amount", tr("Amount"), 96, figure=True),
            ],
        )
        self.told = label("", tokens.SUB, 400, "text2", wrap=True)
        self.table.current_changed.connect(self._tell)
        self.back = Button(tr("Stock and prices for the shop…"), icon="download")
        self.back.clicked.connect(self._choose_target)
        self.locked = (self.back, self.choose, self.profile, self.price_list, self.confirm)

    def _lay_out(self) -> None:
        form = Form(3)
        form.add(self.tr("Where it comes from"), self.profile)
        form.add(self.tr("Its prices are those of"), self.price_list)
        form.add(self.tr("The orders are"), self.confirm)
        self.content.addLayout(line(self.choose, self.file_name, None))
        self.content.addWidget(form)
        for part in (self.message, self.summary):
            self.content.addWidget(part)
        self.content.addWidget(self.table, 1)
        self.content.addWidget(self.told)
        self.content.addWidget(self.bar)
        self.content.addLayout(line(self.back, None, self.cancel, self.start))
        self.show_running(running=False)

    def _tell(self, key: str) -> None:
        """What the line says, whole: the column may be too narrow for it."""
        cells = next((r.cells for r in map(self.table.row, range(self.table.count())) if r.key == key), None)
        self.told.setText(cells[3] if cells else "")

    def _have_plugins(self, found: dict[str, str]) -> None:
        """Profiles that plug-ins add stand behind ours."""
        self.profile.set_options([*self._profiles, *found.items()], self.profile.value())

    def _have_lists(self, found: list[PriceList]) -> None:
        lists = [(x.code, x.name) for x in found]
        self.price_list.set_options([("", self.tr("The first price list")), *lists], self.price_list.value())

    def _choose(self) -> None:
        path = self.ask_path(
            self.tr("Choose an export of orders"),
            self.tr("Orders (*.csv *.tsv *.txt *.xlsx *.gz *.json);;All files (*)"),
        )
        if path:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """This file is meant."""
        self.use_file(path)
        self.summary.setText("")
        self.message.setVisible(False)
        self.table.set_rows([])
        self.show_running(running=False)
        self.start.setFocus()

    def _start(self) -> None:
        path, actor = self.path, self.desk.services.gateway.actor
        if path is None or actor is None:
            return
        profile, lists = self.profile.value() or None, self.price_list.value() or None
        confirm = bool(self.confirm.value())
        runtime = self.desk.services.gateway.runtime
        self.work(
            self.tr("The orders are being imported …"),
            lambda: import_orders(
                runtime, actor=actor, path=path, profile=profile, price_list=lists, confirm=confirm,
                progress=self.progressed.emit, cancelled=self.stop.is_set,
                reader=self._plugins.order_reader(profile),
            ),
            self._imported,
        )  # fmt: skip

    def _choose_target(self) -> None:
        path, _kind = QFileDialog.getSaveFileName(
            self, self.tr("Save stock and prices"), str(Path.home() / "stock.csv"), self.tr("CSV (*.csv)")
        )
        if path:
            self.write_shop_file(Path(path))

    def write_shop_file(self, path: Path) -> None:
        """The way back: what the shop outside is to show, in the columns of its kind."""
        chosen = self.profile.value()
        profile = chosen if chosen in SHOP_PROFILES else CSV
        lists, runtime = self.price_list.value() or None, self.desk.services.gateway.runtime
        self.work(
            self.tr("Stock and prices are being written …"),
            lambda: write_shop_file(runtime, path=path, profile=profile, price_list=lists),
            lambda count: self._written(path, count),
        )

    def _written(self, path: Path, count: int) -> None:
        self.show_running(running=False)
        words = self.tr("Stock and prices of {count} goods are in {file}.")
        self.summary.setText(words.format(count=self.desk.formats.number(count), file=path.name))

    def _imported(self, result: ImportedOrders) -> None:
        self.show_running(running=False)
        number = self.desk.formats.number
        words = self.tr(
            "New: {new}, on hold: {held}, new customers: {customers}, known before: {known}, "
            "cancelled outside: {cancelled}, left out: {wrong}"
        )
        left_out = len({e.reference or str(e.line) for e in result.errors})
        self.summary.setText(
            words.format(
                new=number(len(result.new)), held=number(result.held),
                customers=number(result.new_customers), known=number(result.known),
                cancelled=number(result.cancelled), wrong=number(left_out),
            )
        )  # fmt: skip
        wrong = [self._wrong(place, error) for place, error in enumerate(result.errors[:_ROWS])]
        self.table.set_rows([*wrong, *(self._row(x, result.currency) for x in result.new[:_ROWS])])
        self.table.setFocus()
        self.start.setEnabled(False)
        self.done.emit()

    def _wrong(self, place: int, error: RowError) -> TableRow:
        text = describe(error.refusal) if error.refusal is not None else error.text
        told = self.tr("Line {line}: {text}").format(line=self.desk.formats.number(error.line), text=text)
        cells = (error.reference, self.tr("left out"), "", told, "")
        return TableRow(f"e{place}", cells, {"state": "danger"})

    def _row(self, order: ImportedOrder, currency: str) -> TableRow:
        state, tone, what = self.tr("confirmed"), "ok", ""
        if order.status is OrderStatus.ON_HOLD:
            state, tone = self.tr("on hold"), "warn"
        elif order.status is OrderStatus.DRAFT:
            state, tone = self.tr("draft"), "text2"
        if order.off_minor:
            what = self.tr("It comes to {amount} outside").format(
                amount=money(self.desk, order.outside_minor, currency)
            )
        amount = money(self.desk, order.gross_minor, currency)
        return TableRow(
            f"o{order.order_id}", (order.reference, state, order.number or "", what, amount), {"state": tone}
        )


class ImportOrdersButton(Button):
    """Opens the panel over the list of orders; for who may write orders."""

    def __init__(self, section: Section) -> None:
        super().__init__("", icon="upload")
        self.setToolTip(self.tr("Import orders of a web shop"))
        self.setAccessibleName(self.toolTip())
        self._section = section
        self.clicked.connect(self.open_import)

    def showEvent(self, event: QShowEvent) -> None:
        """Who is signed in may have changed."""
        self.setEnabled(self._section.desk.may(Permission.ORDERS))
        super().showEvent(event)

    def open_import(self) -> ImportOrdersPanel:
        """Show the panel."""
        panel = ImportOrdersPanel(self._section.desk)
        self._section.open_panel(panel)
        return panel
