"""For whom, where and when a price list is asked, in the order in which lists are asked."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal

from app.kernel.refusal import Refusal
from app.organisation.queries import Store, list_stores
from app.parties.groups import PartyGroup, list_groups
from app.pricing.choosing import ListRule, rank
from app.pricing.keeping import add_rule, remove_rule
from app.pricing.queries import PriceList, list_price_lists, list_rules
from ui.office.section import OfficeDesk, Section
from ui.settings.page import SettingsPage
from ui.shell.errors import describe
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.editor_panel import EditorPanel
from ui.widgets.form import Choice, Form, NumberBox
from ui.widgets.optional_day import OptionalDay
from ui.widgets.status import EmptyState
from ui.widgets.text import label, line

_MOST_PRIORITY = 99


class RulesPage(SettingsPage):
    """The rules, the one that is asked first on top."""

    def __init__(self, desk: OfficeDesk, section: Section) -> None:
        super().__init__(desk, section)
        tr = self.tr
        self.lists: dict[int, PriceList] = {}
        self.groups: dict[int, PartyGroup] = {}
        self.stores: dict[int, Store] = {}
        self.table = DataTable(
            tr("Who gets which list"),
            [
                Column("list", tr("Price list")), Column("group", tr("Customers"), 180),
                Column("store", tr("Store"), 180), Column("days", tr("Days"), 240),
                Column("priority", tr("Priority"), 90, figure=True),
            ],
        )  # fmt: skip
        self.empty = EmptyState(
            "payments", tr("Everybody pays the prices of the till's list"),
            tr("Give a list to a group of customers, to a store, or to everybody on some days."),
        )  # fmt: skip
        self.new_button = Button(tr("New rule"), "primary", icon="add")
        self.remove_button = Button(tr("Take away"), "danger_soft", icon="delete")
        hint = tr(
            "Asked first is a customer's own list, then these from the top down, then the list of the till. "
            "The first that has a price for the goods says it."
        )
        self.body.addWidget(label(hint, tokens.META, 400, "text2", wrap=True))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.empty, 1)
        self.body.addLayout(line(self.remove_button, None, self.new_button))
        self.new_button.clicked.connect(self.new_rule)
        self.remove_button.clicked.connect(self._remove)

    def entered(self) -> None:
        """Read lists, groups and stores, then the rules."""
        ask = self.desk.ask
        ask(list_price_lists, lambda found: self._keep("lists", {x.id: x for x in found}))
        ask(list_groups, lambda found: self._keep("groups", {x.id: x for x in found}))
        ask(list_stores, lambda found: self._keep("stores", {x.id: x for x in found}))
        ask(list_rules, self._have)

    def _keep(self, name: str, found: dict[int, object]) -> None:
        setattr(self, name, found)

    def _have(self, found: list[ListRule]) -> None:
        self.table.setVisible(bool(found))
        self.empty.setVisible(not found)
        self.remove_button.setEnabled(bool(found))
        self.table.set_rows([TableRow(str(x.id), self._cells(x)) for x in sorted(found, key=rank)])

    def _cells(self, x: ListRule) -> tuple[str, ...]:
        tr, day = self.tr, self.desk.formats.date
        group = self.groups.get(x.party_group_id or 0)
        store = self.stores.get(x.store_id or 0)
        days = ""
        if x.valid_from or x.valid_to:
            first = day(x.valid_from) if x.valid_from else "…"
            days = f"{first} – {day(x.valid_to) if x.valid_to else '…'}"
        return (
            self.lists[x.price_list_id].name if x.price_list_id in self.lists else "",
            group.name if group else tr("all"), store.name if store else tr("every store"),
            days or tr("always"), self.desk.formats.number(x.priority),
        )  # fmt: skip

    def new_rule(self) -> RuleEditor:
        """The panel of a new rule."""
        editor = RuleEditor(self.desk, self)
        editor.done.connect(self._saved)
        self.section.open_panel(editor)
        return editor

    def _saved(self) -> None:
        self.section.close_panel()
        self.reload_context(lambda: self.desk.say(self.tr("Saved.")))

    def _remove(self) -> None:
        key = self.table.current()
        if key:
            done = partial(self.reload_context, self.entered)
            self.desk.run(remove_rule, lambda _none: done(), rule_id=int(key))


class RuleEditor(EditorPanel):
    """A list for somebody, somewhere, on some days.

    Signals:
        done(): saved.
    """

    done = Signal()

    def __init__(self, desk: OfficeDesk, page: RulesPage) -> None:
        self._desk = desk
        tr, form, today = self.tr, Form(2), desk.services.context.on
        self.list = Choice([(x.id, x.name) for x in page.lists.values()])
        groups = [(x.id, x.name) for x in page.groups.values() if x.active]
        self.group = Choice([(None, tr("All customers")), *groups])
        self.store = Choice([(None, tr("Every store")), *((x.id, x.name) for x in page.stores.values())])
        self.first_day, self.last_day = OptionalDay(today), OptionalDay(today)
        self.priority = NumberBox(0, _MOST_PRIORITY)
        form.add(tr("Price list"), self.list)
        form.add(tr("For the customers of"), self.group)
        form.add(tr("In"), self.store)
        form.add(tr("Priority, the highest first"), self.priority)
        form.add(tr("First day"), self.first_day)
        form.add(tr("Last day"), self.last_day)
        form.end()
        super().__init__(tr("New rule"), form)
        self.first = self.list
        self.watch([self.list, self.group, self.store, self.first_day, self.last_day, self.priority])
        self.saved.connect(self._write)
        self.clean()

    def _write(self) -> None:
        self._desk.run(
            add_rule, lambda _id: self._written(), self._refused, price_list_id=self.list.value(),
            party_group_id=self.group.value(), store_id=self.store.value(), priority=self.priority.value(),
            valid_from=self.first_day.value(), valid_to=self.last_day.value(),
        )  # fmt: skip

    def _written(self) -> None:
        self.clean()
        self.done.emit()

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            raise error
        self.refuse(describe(error))
