"""One agreement: its products, what was ordered of each, by which orders, and a line to agree on more."""

from __future__ import annotations

from uuid import uuid4

from app.agreements.operations import agree_price, drop_product
from app.agreements.queries import AgreedLine, Agreement, get_agreement
from app.kernel.refusal import Refusal
from app.orders.agreed import DrawnOrder, orders_of
from app.orders.drafts import SavedOrder
from app.orders.operations.call_off import call_off
from app.promotions.goods import NamedGoods
from ui.office.section import OfficeDesk
from ui.pricing.goods_field import GoodsField
from ui.shell.errors import describe
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.edits import MoneyEdit, QuantityEdit
from ui.widgets.form import Form
from ui.widgets.row_list import Row, RowList
from ui.widgets.side_panel import SidePanel
from ui.widgets.text import label, line


class AgreementPanel(SidePanel):
    """Read again after each change."""

    def __init__(self, desk: OfficeDesk, agreement_id: int) -> None:
        super().__init__(self.tr("Agreement"))
        self.use_full_width()
        self.desk = desk
        self._id = agreement_id
        self._agreement: Agreement | None = None
        tr, formats = self.tr, desk.formats
        self.head = label("", tokens.LABEL, 600, wrap=True)
        self.table = DataTable(
            tr("Products"),
            [
                Column("sku", tr("Number"), 140), Column("name", tr("Product")),
                Column("price", tr("Price"), 110, figure=True),
                Column("agreed", tr("Agreed"), 120, figure=True),
                Column("drawn", tr("Ordered"), 120, figure=True),
                Column("left", tr("Left"), 120, figure=True),
            ],
        )  # fmt: skip
        self.goods = GoodsField(desk)
        self.price = MoneyEdit(tr("Price of one unit"), formats)
        self.quantity = QuantityEdit(tr("Quantity, empty: any"), formats)
        self.add = Button(tr("Agree"), "primary", icon="check")
        self.take_away = Button(tr("Take away"), "danger_soft", icon="delete")
        self.called = QuantityEdit(tr("Call off"), formats)
        self.call_button = Button(tr("Call off"), icon="edit_note")
        self.call_button.setToolTip(tr("Write an order of so much of the product, at its agreed price"))
        self.called.setMaximumWidth(140)
        self._uuid = str(uuid4())
        self.orders = RowList(tr("Orders"))
        self.message = label("", tokens.BODY, 600, "danger", wrap=True)
        self.content.addWidget(self.head)
        self.content.addWidget(self.table, 2)
        form = Form(3)
        form.add(tr("Product"), self.goods)
        form.add(tr("Price of one unit"), self.price)
        form.add(tr("Quantity, empty: any"), self.quantity)
        form.end()
        self.content.addWidget(form)
        self.content.addLayout(line(self.take_away, None, self.called, self.call_button, self.add, gap=8))
        self.content.addWidget(self.message)
        self.content.addWidget(label(tr("Orders that drew it down"), tokens.LABEL, 600))
        self.content.addWidget(self.orders, 1)
        self.first = self.goods.text
        self._connect()
        self._read()

    def _connect(self) -> None:
        self.goods.found.connect(lambda _goods: self.price.setFocus())
        self.price.returnPressed.connect(self.quantity.setFocus)
        self.quantity.returnPressed.connect(self._agree)
        self.add.clicked.connect(self._agree)
        self.take_away.clicked.connect(self._take_away)
        self.call_button.clicked.connect(self.call_off)
        self.called.returnPressed.connect(self.call_off)

    def scanned(self, raw: str) -> None:
        """A scan is the product."""
        self.goods.look(raw)

    def _read(self) -> None:
        self.desk.ask(get_agreement, self._have, agreement_id=self._id)

    def _have(self, found: Agreement) -> None:
        self._agreement = found
        day = self.desk.formats.date
        last = day(found.valid_to) if found.valid_to else "…"
        terms = self.tr("prices with tax") if found.includes_tax else self.tr("prices without tax")
        parts = [
            found.number,
            found.customer,
            f"{day(found.valid_from)} – {last}",
            found.currency,
            terms,
            found.remark,
        ]
        self.head.setText(" · ".join(part for part in parts if part))
        self.desk.ask(orders_of, self._have_orders, party_id=found.party_id, number=found.number)

    def _have_orders(self, drew: list[DrawnOrder]) -> None:
        found = self._agreement
        if found is None:
            return
        drawn: dict[int, int] = {}
        for x in drew:
            drawn[x.product_id] = drawn.get(x.product_id, 0) + x.quantity_milli
        self.table.set_rows([self._row(x, drawn.get(x.product_id, 0)) for x in found.lines])
        for part in (self.take_away, self.called, self.call_button):
            part.setEnabled(bool(found.lines))
        names = {x.product_id: x.name for x in found.lines}
        quantity = self.desk.formats.quantity
        self.orders.set_rows(
            [
                Row(f"{x.order_id}/{n}", x.number, names.get(x.product_id, ""), quantity(x.quantity_milli))
                for n, x in enumerate(drew)
            ]
        )

    def _row(self, x: AgreedLine, drawn: int) -> TableRow:
        quantity, amount = self.desk.formats.quantity, self.desk.formats.amount
        agreed = self.tr("any") if x.quantity_milli is None else quantity(x.quantity_milli)
        left = "" if x.quantity_milli is None else quantity(max(x.quantity_milli - drawn, 0))
        cells = (x.sku, x.name, amount(x.unit_price_minor), agreed, quantity(drawn), left)
        return TableRow(str(x.product_id), cells)

    def _agree(self) -> None:
        goods: NamedGoods | None = self.goods.goods
        minor, wrong = self.price.value(), self.price.error() or self.quantity.error()
        if goods is None or minor is None or wrong:
            self.message.setText(wrong or self.tr("Choose a product and enter its price."))
            return
        self.desk.run(
            agree_price, self._agreed, self._refused, agreement_id=self._id, product_id=goods.id,
            unit_price_minor=minor, quantity_milli=self.quantity.value(),
        )  # fmt: skip

    def _agreed(self, _none: None) -> None:
        self.message.setText("")
        self.goods.clear()
        self.price.set_value(None)
        self.quantity.set_value(None)
        self.goods.text.setFocus()
        self._read()

    def call_off(self) -> None:
        """An order of so much of the product the keyboard is on."""
        key, quantity, wrong = self.table.current(), self.called.value(), self.called.error()
        if not key or not quantity or wrong:
            self.message.setText(wrong or self.tr("Choose a product and enter how much is called off."))
            return
        self.desk.run(
            call_off, self._called_off, self._refused, uuid=self._uuid, agreement_id=self._id,
            product_id=int(key), quantity_milli=quantity,
        )  # fmt: skip

    def _called_off(self, order: SavedOrder) -> None:
        self._uuid = str(uuid4())
        self.desk.go_to.emit("orders", str(order.order_id))

    def _take_away(self) -> None:
        key = self.table.current()
        if key:
            self.desk.run(
                drop_product, self._agreed, self._refused, agreement_id=self._id, product_id=int(key)
            )

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            raise error
        self.message.setText(describe(error))
