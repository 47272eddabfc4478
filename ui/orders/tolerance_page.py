"""Settings: how much more or less than ordered may leave, by product and customer."""

from __future__ import annotations

from app.orders.operations.tolerance import drop_tolerance, set_tolerance
from app.orders.tolerance import Tolerance, ToleranceRule, list_tolerances
from ui.office.section import OfficeDesk, Section
from ui.parties.customer_field import CustomerField
from ui.pricing.goods_field import GoodsField
from ui.settings.page import SettingsPage
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.edits import PercentEdit
from ui.widgets.form import Choice, Form
from ui.widgets.status import EmptyState
from ui.widgets.text import label, line


class TolerancePage(SettingsPage):
    """The rules, and a line to set one; the narrowest one holds."""

    def __init__(self, desk: OfficeDesk, section: Section) -> None:
        super().__init__(desk, section)
        tr, formats = self.tr, desk.formats
        self.rules: dict[str, ToleranceRule] = {}
        self.table = DataTable(tr("Tolerances"), [
            Column("product", tr("Product")), Column("customer", tr("Customer"), 220),
            Column("over", tr("More"), 90, figure=True), Column("under", tr("Less"), 90, figure=True),
            Column("billed", tr("More is"), 190),
        ])  # fmt: skip
        self.empty = EmptyState(
            "inventory_2", tr("What is ordered leaves, no more and no less"),
            tr("Set by how much a delivery may differ, for everything or for a product or a customer."),
        )  # fmt: skip
        self.goods, self.customer = GoodsField(desk), CustomerField(desk)
        self.over = PercentEdit(tr("More than ordered"), formats)
        self.under = PercentEdit(tr("Less than ordered"), formats)
        self.billing = Choice([(False, tr("billed as delivered")), (True, tr("given away"))])
        self.set_button = Button(tr("Set"), "primary", icon="check")
        self.drop_button = Button(tr("Take away"), "danger_soft", icon="delete")
        self._lay_out()
        self.set_button.clicked.connect(self.save)
        self.under.returnPressed.connect(self.save)
        self.drop_button.clicked.connect(self._drop)
        self.table.current_changed.connect(lambda key: self.drop_button.setEnabled(bool(key)))

    def _lay_out(self) -> None:
        tr = self.tr
        told = tr(
            "A delivery that is short by no more than the tolerance closes its line. What holds is the rule "
            "of product and customer, else of the product, else of the customer, else that for everything."
        )
        self.body.addWidget(label(told, tokens.META, 400, "text2", wrap=True))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.empty, 1)
        form = Form(3)
        form.add(tr("Product, empty: any"), self.goods)
        form.add(tr("Customer, empty: any"), self.customer)
        form.add(tr("More than ordered"), self.over)
        form.add(tr("Less than ordered"), self.under)
        form.add(tr("More is"), self.billing)
        form.end()
        self.body.addWidget(form)
        self.body.addWidget(self.message)
        self.body.addLayout(line(self.drop_button, None, self.set_button))

    def entered(self) -> None:
        """Read the rules."""
        self.desk.ask(list_tolerances, self._have)

    def _have(self, found: list[ToleranceRule]) -> None:
        self.rules = {str(x.id): x for x in found}
        self.table.setVisible(bool(found))
        self.empty.setVisible(not found)
        self.drop_button.setEnabled(bool(found))
        self.table.set_rows([self._row(key, x) for key, x in self.rules.items()])

    def _row(self, key: str, x: ToleranceRule) -> TableRow:
        per_cent = self.desk.formats.percent
        billed = self.tr("given away") if x.tolerance.is_free else self.tr("billed as delivered")
        cells = (
            x.product or self.tr("any"), x.customer or self.tr("any"), per_cent(x.tolerance.over_hundredths),
            per_cent(x.tolerance.under_hundredths), billed,
        )  # fmt: skip
        return TableRow(key, cells)

    def save(self) -> None:
        """Set the rule that was entered; one of the same product and customer is replaced."""
        wrong = self.over.error() or self.under.error()
        for field, typed in (
            (self.goods.goods, self.goods.text),
            (self.customer.customer, self.customer.text),
        ):
            if field is None and typed.text().strip():
                wrong = wrong or self.tr("Press Enter in the field to look it up first.")
        if wrong:
            self.message.setText(wrong)
            return
        goods, customer = self.goods.goods, self.customer.customer
        self.desk.run(
            set_tolerance, lambda _id: self._done(), self.refused,
            tolerance=Tolerance(self.over.value() or 0, self.under.value() or 0, bool(self.billing.value())),
            product_id=goods.id if goods else None, party_id=customer.id if customer else None,
        )  # fmt: skip

    def _done(self) -> None:
        self.message.setText("")
        self.goods.clear()
        self.customer.clear()
        self.over.set_value(None)
        self.under.set_value(None)
        self.entered()

    def _drop(self) -> None:
        rule = self.rules.get(self.table.current())
        if rule is not None:
            self.desk.run(drop_tolerance, lambda _none: self._done(), self.refused, rule_id=rule.id)
