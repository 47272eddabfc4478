"""Price lists: with tax in their prices or without, and which tills sell by them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from app.kernel.refusal import Refusal
from app.organisation.queries import Till, list_tills
from app.pricing.operations import create_price_list, rename_price_list
from app.pricing.queries import PriceList, list_price_lists
from ui.office.section import OfficeDesk, Section
from ui.settings.page import SettingsPage
from ui.shell.errors import describe
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.editor_panel import EditorPanel
from ui.widgets.form import Choice, Form, text_field
from ui.widgets.text import label, line

_CODE, _CURRENCY = 32, 3


class PriceListsPage(SettingsPage):
    """The list; a price list opens in a panel."""

    def __init__(self, desk: OfficeDesk, section: Section) -> None:
        super().__init__(desk, section)
        self._lists: dict[str, PriceList] = {}
        self._tills: list[Till] = []
        self.table = DataTable(
            self.tr("Price lists"),
            [
                Column("code", self.tr("Code"), 150),
                Column("name", self.tr("Name")),
                Column("currency", self.tr("Currency"), 110),
                Column("tax", self.tr("Prices"), 160),
                Column("tills", self.tr("Tills"), 200),
            ],
        )
        self.new_button = Button(self.tr("New price list"), "primary", icon="add")
        self.table.opened.connect(lambda key: self.edit(self._lists[key]))
        self.new_button.clicked.connect(lambda: self.edit(None))
        hint = self.tr(
            "Prices are entered with each product; a till's list is chosen at the till's settings."
        )
        self.body.addWidget(self.table, 1)
        foot = line(label(hint, tokens.META, 400, "text2", wrap=True), self.new_button)
        foot.setStretch(0, 1)
        self.body.addLayout(foot)

    def entered(self) -> None:
        """Read tills, then lists."""
        self.desk.ask(list_tills, lambda found: setattr(self, "_tills", found))
        self.desk.ask(list_price_lists, self._have)

    def _have(self, lists: list[PriceList]) -> None:
        self._lists = {str(x.id): x for x in lists}
        with_tax, without = self.tr("include tax"), self.tr("without tax")
        self.table.set_rows([
            TableRow(
                str(x.id),
                (x.code, x.name, x.currency, with_tax if x.includes_tax else without, self._used_by(x)),
                {} if self._used_by(x) else {"name": "text2", "code": "text2"},
            )
            for x in lists
        ])  # fmt: skip

    def _used_by(self, one: PriceList) -> str:
        return ", ".join(t.code for t in self._tills if t.price_list_id == one.id)

    def edit(self, one: PriceList | None) -> PriceListEditor:
        """The panel of a list, or of a new one."""
        editor = PriceListEditor(self.desk, one, list(self._lists.values()))
        editor.done.connect(self._saved)
        self.section.open_panel(editor)
        return editor

    def _saved(self, name: str) -> None:
        self.section.close_panel()
        self.desk.say(self.tr("Price list {name} is saved.").format(name=name))


class PriceListEditor(EditorPanel):
    """A price list; of one that is there only the name changes, since its prices were meant so.

    Signals:
        done(str): saved; its name.
    """

    done = Signal(str)

    def __init__(self, desk: OfficeDesk, one: PriceList | None, lists: Sequence[PriceList] = ()) -> None:
        self._desk, self._list = desk, one
        bases = [x for x in lists if x.base_id is None]
        tr, form = self.tr, Form(2)
        self.code = text_field(one.code if one else "", limit=_CODE)
        self.name = text_field(one.name if one else "")
        currency = one.currency if one else desk.services.context.company.currency
        self.currency = text_field(currency, limit=_CURRENCY)
        self.tax = Choice(
            [(True, tr("include tax, as on the shelf")), (False, tr("without tax; it comes on top"))],
            one.includes_tax if one else True,
        )
        self.base = Choice(
            [(None, tr("no list: prices of its own")), *((x.id, x.name) for x in bases)],
            one.base_id if one else None,
        )
        self.base.setEnabled(one is None)
        self.code.setReadOnly(one is not None)
        self.currency.setReadOnly(one is not None)
        self.tax.setEnabled(one is None)
        form.add(tr("Code"), self.code, hint=tr("Short, as TRADE; it cannot be changed later."))
        form.add(tr("Name"), self.name)
        form.add(tr("Currency"), self.currency, hint=tr("Three letters, as EUR"))
        form.add(tr("Prices"), self.tax)
        form.add(
            tr("By formula from"), self.base,
            hint=tr("A list by formula has factors on the prices of another list of its kind."),
        )  # fmt: skip
        form.end()
        super().__init__(one.name if one else tr("New price list"), form)
        self.first = self.name if one else self.code
        self.watch([self.code, self.name, self.currency, self.tax, self.base])
        self.saved.connect(self._write)
        self.clean()

    def _write(self) -> None:
        name = self.name.text().strip()
        if self._list is None:
            self._desk.run(
                create_price_list, lambda _id: self._written(name), self._refused, code=self.code.text(),
                name=name, currency=self.currency.text(), includes_tax=bool(self.tax.value()),
                base_id=self.base.value(),
            )  # fmt: skip
        else:
            self._desk.run(
                rename_price_list, lambda _none: self._written(name), self._refused,
                price_list_id=self._list.id, name=name,
            )  # fmt: skip

    def _written(self, name: str) -> None:
        self.clean()
        self.done.emit(name)

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            raise error
        self.refuse(describe(error))
