"""Counting in turns: the classes, what is due, the sheet of the day, and the plan."""

from __future__ import annotations

from uuid import uuid4

from PySide6.QtWidgets import QGridLayout, QWidget

from app.fulfilment.cycle_queries import CycleBoard, DueRow, cycle_board
from app.inventory.counts import Count
from app.inventory.cycle import ClassFigures, CyclePlan, classify_products, save_plan, start_cycle_count
from app.inventory.states import AbcClass
from app.kernel.permission import Permission
from ui.office.section import OfficeDesk
from ui.reporting.control_page import ControlPage
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.edits import PercentEdit
from ui.widgets.form import NumberBox
from ui.widgets.text import Card, label, line

_MOST_DAYS = 3650
_MOST = 500
_CLASSES_H = 204  # head and three rows
_IN_ROW = 4


class CyclePage(ControlPage):
    """Above how well the plan is kept by class, below what is due, A first."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        tr = self.tr
        self.classes = DataTable(
            tr("Classes"),
            [
                Column("letter", tr("Class"), 90), Column("every", tr("Counted every"), 150),
                Column("products", tr("Products"), 110, figure=True),
                Column("counted", tr("In time"), 110, figure=True),
                Column("late", tr("Late"), 110, figure=True),
                Column("turnover", tr("Turnover"), 150, figure=True),
            ],
        )  # fmt: skip
        self.classes.setFixedHeight(_CLASSES_H)
        self.due = DataTable(
            tr("Due"),
            [
                Column("letter", tr("Class"), 80), Column("sku", tr("Number"), 150, least=700),
                Column("item", tr("Item")), Column("bin", tr("Bin"), 110, least=800),
                Column("last", tr("Last counted"), 140), Column("day", tr("Due"), 130),
            ],
        )  # fmt: skip
        self.said = label("", tokens.SUB, tone="text2")
        self.classify_button = Button(tr("Work the classes out anew"), icon="refresh")
        self.start_button = Button(tr("Make the count sheet"), "primary", icon="task_alt")
        self._make_plan()
        self.body.addWidget(self.classes)
        self.body.addWidget(self.plan)
        self.body.addWidget(self.due, 1)
        self.body.addLayout(line(self.said, None, self.classify_button, self.start_button, gap=8))
        self.classify_button.clicked.connect(self._classify)
        self.start_button.clicked.connect(self._start)

    def _make_plan(self) -> None:
        tr, formats = self.tr, self.desk.formats
        self.plan = Card(well=True)
        self.share_a = PercentEdit(tr("A makes up to"), formats)
        self.share_b = PercentEdit(tr("A and B up to"), formats)
        self.days = [NumberBox(1, _MOST_DAYS) for _letter in AbcClass]
        self.back, self.most = NumberBox(1, _MOST_DAYS), NumberBox(1, _MOST)
        self.save_button = Button(tr("Save the plan"), icon="check")
        names = (
            (tr("A makes up to"), self.share_a), (tr("A and B up to"), self.share_b),
            (tr("Days A"), self.days[0]), (tr("Days B"), self.days[1]), (tr("Days C"), self.days[2]),
            (tr("Turnover of days"), self.back), (tr("On a sheet"), self.most),
        )  # fmt: skip
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        for place, (name, field) in enumerate(names):
            head = label(name, tokens.CAPTION, 500, "text2")
            head.setBuddy(field)
            field.setAccessibleName(name)
            field.setFixedWidth(84)
            row, column = divmod(place, _IN_ROW)
            grid.addWidget(head, row, 2 * column)
            grid.addWidget(field, row, 2 * column + 1)
        grid.addWidget(self.save_button, 1, 2 * (_IN_ROW - 1), 1, 2)
        for column in range(_IN_ROW):
            grid.setColumnStretch(2 * column, 1)
        self.plan.body.addLayout(grid)
        self.save_button.clicked.connect(self._save)

    def read(self) -> None:
        """The board of this place today."""
        context = self.desk.services.context
        self.plan.setVisible(self.desk.may(Permission.SETTINGS))
        self.desk.report(cycle_board, self._have, location_id=context.stock_location_id, on=context.on)

    def _have(self, board: CycleBoard) -> None:
        plan, formats = board.plan, self.desk.formats
        self.classes.set_rows([self._class(x, plan) for x in board.classes])
        self.due.set_rows([self._due(x) for x in board.due])
        self.start_button.setEnabled(bool(board.due))
        if board.classed_at is None:
            self.said.setText(self.tr("The classes were never worked out: everything is C."))
        else:
            told = self.tr("Classes as of {day}").format(day=formats.date_time(board.classed_at))
            self.said.setText(told)
        self.share_a.set_value(plan.a_hundredths)
        self.share_b.set_value(plan.b_hundredths)
        for field, days in zip(self.days, plan.days, strict=True):
            field.setValue(days)
        self.back.setValue(plan.back_days)
        self.most.setValue(plan.most)

    def _class(self, x: ClassFigures, plan: CyclePlan) -> TableRow:
        formats = self.desk.formats
        every = self.tr("%n day(s)", "", plan.days_of(x.letter))
        cells = (
            x.letter.value.upper(), every, formats.number(x.products), formats.number(x.counted),
            formats.number(x.late), formats.money(x.turnover_minor),
        )  # fmt: skip
        return TableRow(x.letter.value, cells, {"late": "danger" if x.late else "ok"})

    def _due(self, x: DueRow) -> TableRow:
        formats = self.desk.formats
        last = formats.date(x.due.counted_on) if x.due.counted_on else self.tr("never")
        late = x.due.due_on < self.desk.services.context.on
        cells = (x.due.letter.value.upper(), x.sku, x.name, x.bin, last, formats.date(x.due.due_on))
        return TableRow(str(x.due.product_id), cells, {"day": "danger" if late else "text"})

    def _classify(self) -> None:
        def done(count: int) -> None:
            self.desk.say(self.tr("%n product(s) have a class.", "", count))
            self.read()

        self.desk.run(classify_products, done)

    def _start(self) -> None:
        def done(made: Count) -> None:
            self.desk.say(self.tr("Count {number} is ready.").format(number=made.number))
            self.desk.go_to.emit("stock", f"count:{made.count_id}")

        self.desk.run(
            start_cycle_count, done, uuid=str(uuid4()),
            location_id=self.desk.services.context.stock_location_id,
        )  # fmt: skip

    def _save(self) -> None:
        def done(_none: None) -> None:
            self.desk.say(self.tr("The plan is saved."))
            self.read()

        first, second, third = (field.value() for field in self.days)
        plan = CyclePlan(
            self.share_a.value() or 0, self.share_b.value() or 0, (first, second, third), self.back.value(),
            self.most.value(),
        )  # fmt: skip
        self.desk.run(save_plan, done, plan=plan)
