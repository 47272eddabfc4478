"""Tills: new ones, names, price lists, floats, limits; and taking one out of use."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal

from app.kernel.refusal import Refusal
from app.organisation.operations import create_till, use_till
from app.organisation.queries import Store, Till, list_settings, list_stores, list_tills
from app.pricing.queries import PriceList, list_price_lists
from app.till.drawers import SHARES, drawer_names
from app.till.operations.tills import change_till_and_drawers, retire_till
from ui.office.section import OfficeDesk, Section
from ui.settings.page import SettingsPage
from ui.shell.errors import describe
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.editor_panel import EditorPanel
from ui.widgets.edits import MoneyEdit
from ui.widgets.form import Choice, Form, text_field
from ui.widgets.text import line

_CODE = 8


class TillsPage(SettingsPage):
    """The list; a till opens in a panel."""

    def __init__(self, desk: OfficeDesk, section: Section) -> None:
        super().__init__(desk, section)
        self._tills: dict[str, Till] = {}
        self._stores: list[Store] = []
        self._lists: list[PriceList] = []
        self.table = DataTable(
            self.tr("Tills"),
            [
                Column("code", self.tr("Code"), 90),
                Column("name", self.tr("Name")),
                Column("store", self.tr("Store"), 150, least=1000),
                Column("list", self.tr("Price list"), 150),
                Column("float", self.tr("Usual float"), 140, figure=True),
                Column("difference", self.tr("Difference allowed"), 160, figure=True, least=900),
                Column("drawer", self.tr("Most in the drawer"), 160, figure=True, least=760),
            ],
        )
        self.new_button = Button(self.tr("New till"), "primary", icon="add")
        self.table.opened.connect(lambda key: self.edit(self._tills[key]))
        self.new_button.clicked.connect(lambda: self.edit(None))
        self.body.addWidget(self.table, 1)
        self.body.addLayout(line(None, self.new_button))

    def entered(self) -> None:
        """Read stores and price lists, then the tills."""
        self.desk.ask(list_stores, lambda found: setattr(self, "_stores", found))
        self.desk.ask(list_price_lists, lambda found: setattr(self, "_lists", found))
        self.desk.ask(list_tills, self._have, with_retired=True)

    def _have(self, tills: list[Till]) -> None:
        self._tills = {str(t.id): t for t in tills}
        self.table.set_rows([self._row(t) for t in tills])

    def _row(self, till: Till) -> TableRow:
        money = self.desk.formats.money
        name = till.name if till.active else self.tr("{name} (out of use)").format(name=till.name)
        listed = next((x.name for x in self._lists if x.id == till.price_list_id), "")
        cells = (
            till.code, name, till.store_name, listed, money(till.default_float_minor),
            money(till.difference_limit_minor), money(till.drawer_limit_minor),
        )  # fmt: skip
        keys = ("code", "name", "store", "list", "float", "difference", "drawer")
        return TableRow(str(till.id), cells, {} if till.active else dict.fromkeys(keys, "text2"))

    def edit(self, till: Till | None) -> TillEditor:
        """The panel of a till, or of a new one."""
        codes = [t.code for t in self._tills.values() if t.active]
        editor = TillEditor(self.desk, till, self._stores, self._lists, codes)
        editor.done.connect(self._saved)
        self.section.open_panel(editor)
        return editor

    def _saved(self, sentence: str) -> None:
        self.section.close_panel()
        self.reload_context(lambda: self.desk.say(sentence))


class TillEditor(EditorPanel):
    """Name, price list and limits of a till; code and store of a new one.

    Signals:
        done(str): saved; the sentence to be shown.
    """

    done = Signal(str)

    def __init__(
        self, desk: OfficeDesk, till: Till | None, stores: Sequence[Store], lists: Sequence[PriceList],
        others: Sequence[str] = (),
    ) -> None:  # fmt: skip
        self._desk, self._till, self._others = desk, till, others
        self._make_fields(stores, lists)
        super().__init__(f"{till.code} {till.name}" if till else self.tr("New till"), self._lay_out())
        self.first = self.name if till else self.code
        # a new till is as the one at hand: a limit of nothing would ask at every sale
        self._fill(till or desk.services.context.till)
        if till is not None:
            self._offer_to_retire(till)
            self._desk.ask(list_settings, self._have_settings, scope=till.code)
        self.watch([
            self.code, self.name, self.store, self.price_list, self.float_edit, self.difference, self.drawer,
            self.drawers, self.shares,
        ])  # fmt: skip
        self.saved.connect(self._write)
        self.clean()

    def _make_fields(self, stores: Sequence[Store], lists: Sequence[PriceList]) -> None:
        tr, till, company = self.tr, self._till, self._desk.services.context.company
        self.code = text_field(till.code if till else "", limit=_CODE)
        self.name = text_field(till.name if till else "")
        self.store = Choice([(s.id, s.name) for s in stores])
        # a till counts money of one kind: the shop's
        fitting = [x for x in lists if x.currency == company.currency]
        like = till or self._desk.services.context.till
        self.price_list = Choice([(x.id, x.name) for x in fitting], like.price_list_id)
        self.float_edit = MoneyEdit(tr("Usual float"), self._desk.formats)
        self.difference = MoneyEdit(tr("Difference allowed"), self._desk.formats)
        self.drawer = MoneyEdit(tr("Most in the drawer"), self._desk.formats)
        self.drawers = text_field(placeholder=tr("one"))
        own = self._till.code if self._till else ""
        others = [(c, c) for c in self._others if c != own]
        self.shares = Choice([("", tr("Its own")), *others], "")

    def _lay_out(self) -> Form:
        tr, form = self.tr, Form(2)
        if self._till is None:
            form.add(
                tr("Code"), self.code, hint=tr("Begins each receipt's number, as T03; it stays for ever.")
            )
            form.add(tr("Store"), self.store)
        form.add(tr("Name"), self.name)
        form.add(tr("Price list"), self.price_list)
        form.add(tr("Usual float"), self.float_edit)
        form.add(
            tr("Difference allowed"), self.difference, hint=tr("A larger one at the close needs a manager")
        )
        form.add(tr("Most in the drawer"), self.drawer, hint=tr("More than this asks for a safe drop"))
        if self._till is not None:
            form.add(
                tr("Drawers"),
                self.drawers,
                hint=tr("Names of several, with commas: each has a shift of its own"),
            )
            form.add(tr("Drawer of"), self.shares, hint=tr("Both tills sell on one shift and count it once"))
        form.end()
        return form

    def _fill(self, till: Till) -> None:
        self.float_edit.set_value(till.default_float_minor)
        self.difference.set_value(till.difference_limit_minor)
        self.drawer.set_value(till.drawer_limit_minor)

    def _have_settings(self, settings: dict[str, object]) -> None:
        self.drawers.setText(", ".join(drawer_names(settings)))
        self.shares.choose(settings.get(SHARES) or "")
        self.clean()

    def _offer_to_retire(self, till: Till) -> None:
        self.retire = Button(
            self.tr("Take out of use") if till.active else self.tr("Use again"),
            "danger_soft" if till.active else "plain",
        )
        self.retire.clicked.connect(self._retire)
        self.foot.insertWidget(1, self.retire)

    def _write(self) -> None:
        edits = (self.float_edit, self.difference, self.drawer)
        wrong = next((edit.error() for edit in edits if edit.error()), "")
        if wrong:
            self.refuse(wrong)
            return
        values: dict[str, Any] = {
            "name": self.name.text(), "price_list_id": self.price_list.value(),
            "default_float_minor": self.float_edit.value() or 0,
            "difference_limit_minor": self.difference.value() or 0,
            "drawer_limit_minor": self.drawer.value() or 0,
        }  # fmt: skip
        if self._till is None:
            code = self.code.text().strip().upper()
            sentence = self.tr("Till {code} is there. Start it with “--till {code}” on its computer.")
            self._run(
                create_till, sentence.format(code=code), code=code, store_id=self.store.value(), **values
            )
        else:
            sentence = self.tr("Till {code} is saved.").format(code=self._till.code)
            self._run(
                change_till_and_drawers, sentence, till_id=self._till.id, code=self._till.code,
                drawers=self.drawers.text().split(","), shares=str(self.shares.value() or ""), values=values,
            )  # fmt: skip

    def _retire(self) -> None:
        till = self._till
        if till is None:
            return
        if till.active:
            sentence = self.tr("Till {code} is out of use. Its reports and receipts stay.")
            self._run(retire_till, sentence.format(code=till.code), till_id=till.id)
        else:
            sentence = self.tr("Till {code} is in use again.").format(code=till.code)
            self._run(use_till, sentence, till_id=till.id, active=True)

    def _run(self, operation: Callable[..., Any], sentence: str, **arguments: Any) -> None:
        self._desk.run(operation, lambda _answer: self._written(sentence), self._refused, **arguments)

    def _written(self, sentence: str) -> None:
        self.clean()
        self.done.emit(sentence)

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            raise error
        self.refuse(describe(error))
