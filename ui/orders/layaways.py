"""Layaways that are not paid in full: until when, how much is left, reminded of, forfeited."""

from __future__ import annotations

from uuid import uuid4

from app.kernel.permission import Permission
from app.till.operations.layaways import Forfeited, LayawayRow, forfeit_layaway, list_layaways
from ui.office.section import OfficeDesk, Section
from ui.orders.document_panel import DocumentPanel
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.status import EmptyState
from ui.widgets.text import line


class LayawaysButton(Button):
    """Opens the list over the page it stands on."""

    def __init__(self, section: Section) -> None:
        super().__init__("", icon="inventory_2")
        self.setToolTip(self.tr("Layaways"))
        self.setAccessibleName(self.toolTip())
        self._section = section
        self.clicked.connect(self.open_list)

    def open_list(self) -> LayawaysPanel:
        """Show the layaways."""
        panel = LayawaysPanel(self._section.desk)
        self._section.open_panel(panel)
        return panel


class LayawaysPanel(DocumentPanel):
    """The list, the one that ends first on top; those whose last day is over stand out."""

    def __init__(self, desk: OfficeDesk) -> None:
        super().__init__(desk, "")
        tr = self.tr
        self.set_title(tr("Layaways"))
        self.rows: dict[str, LayawayRow] = {}
        self.table = DataTable(
            tr("Layaways"),
            [
                Column("number", tr("Order"), 150), Column("customer", tr("Customer")),
                Column("deadline", tr("Last day"), 140), Column("paid", tr("Paid"), 120, figure=True),
                Column("left", tr("Left"), 120, figure=True),
            ],
        )  # fmt: skip
        self.empty = EmptyState(
            "inventory_2", tr("No layaways"), tr("Every layaway is paid, or none was made at the till.")
        )
        self.remind_button = Button(tr("Remind by e-mail"), icon="mail")
        self.forfeit_button = Button(tr("Forfeit"), "danger_soft", icon="block")
        self.first = self.table
        self.page.addWidget(self.table, 1)
        self.page.addWidget(self.empty, 1)
        self.page.addLayout(line(self.forfeit_button, None, self.remind_button))
        self.remind_button.clicked.connect(self.remind)
        self.forfeit_button.clicked.connect(self.forfeit)
        self.table.opened.connect(lambda key: desk.go_to.emit("orders", key))
        self.reload()

    def reload(self) -> None:
        """Read the list."""
        self.ask(list_layaways, self._have)

    def _have(self, found: list[LayawayRow]) -> None:
        formats, on = self.desk.formats, self.desk.services.context.on
        self.rows = {str(x.order_id): x for x in found}
        self.table.setVisible(bool(found))
        self.empty.setVisible(not found)
        self.table.set_rows([
            TableRow(
                key,
                (
                    x.number, x.customer, formats.date(x.deadline) if x.deadline else self.tr("none"),
                    formats.amount(x.paid_minor), formats.amount(x.open_minor),
                ),
                {"deadline": "danger"} if x.is_late(on) else {},
            )
            for key, x in self.rows.items()
        ])  # fmt: skip
        may = self.desk.may(Permission.CANCEL_ORDER)
        self.forfeit_button.setEnabled(bool(found) and may)
        self.remind_button.setEnabled(bool(found) and self.desk.may(Permission.SEND_MAIL))

    def remind(self) -> None:
        """A message about the down payment of the chosen one, to be looked at and sent."""
        row = self.rows.get(self.table.current())
        if row is not None:
            self.write_mail("invoice", "posted", row.invoice_id)

    def forfeit(self) -> None:
        """Ask why, then end the chosen one."""
        row = self.rows.get(self.table.current())
        if row is None:
            return
        question = self.tr("Why is {number} of {name} forfeited? Its goods are free again.")
        self.asking.ask(
            question.format(number=row.number, name=row.customer), self.tr("Forfeit"),
            lambda reason: self._forfeit(row, reason), text=self.tr("Not paid in time"),
        )  # fmt: skip

    def _forfeit(self, row: LayawayRow, reason: str) -> None:
        self.run(forfeit_layaway, self._done, uuid=str(uuid4()), order_id=row.order_id, reason=reason)

    def _done(self, done: Forfeited) -> None:
        money = self.desk.formats.money
        self.desk.say(
            self.tr("Forfeited: {fee} is kept, {credit} is the customer's credit.").format(
                fee=money(done.fee_minor), credit=money(done.credit_minor)
            )
        )
        self.reload()
