"""Several printers: which paper goes where, what is prepared at which counter, and which one stands in."""

from __future__ import annotations

from functools import partial
from typing import Final, cast

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from app.catalog.queries import Category, list_all_categories
from app.devices.sample import test_page
from app.organisation.operations import save_setting
from app.printing.rules import (
    PAPER_KINDS,
    PLAN_SETTING,
    MorePrinter,
    PrintPlan,
    SlipRule,
    plan_text,
)
from ui.office.section import OfficeDesk, Section
from ui.settings.page import SettingsPage
from ui.widgets.button import Button
from ui.widgets.form import Choice, Form, NumberBox, Tick, on_change, text_field
from ui.widgets.line_rows import LineRows
from ui.widgets.side_panel import scrolling
from ui.widgets.text import column, label, line

_OWN: Final = ""
_NOTHING: Final = "-"  # nothing stands in


def paper_name(kind: str) -> str:
    """What a kind of paper is called."""
    tr = QCoreApplication.translate
    return {
        "receipt": tr("Printers", "Receipts"), "gift_receipt": tr("Printers", "Gift receipts"),
        "taking": tr("Printers", "Money taken without goods"), "cash_movement": tr("Printers", "Cash slips"),
        "x_report": tr("Printers", "X reports"), "z_report": tr("Printers", "Z reports"),
        "delivery_slip": tr("Printers", "Delivery slips"),
    }[kind]  # fmt: skip


def _typed(fields: list[QWidget]) -> tuple[QLineEdit, QLineEdit, Choice]:
    """Name, address and what stands in, of a line."""
    return cast("tuple[QLineEdit, QLineEdit, Choice]", tuple(fields))


class PrintersPage(SettingsPage):
    """The plan of this till: its other printers, rules by kind of paper and by category."""

    def __init__(self, desk: OfficeDesk, section: Section) -> None:
        super().__init__(desk, section)
        tr = self.tr
        self._categories: list[Category] = []
        self._ticks: dict[str, dict[int, Tick]] = {}
        self.printers = LineRows(
            tr("More printers"), [tr("Name"), tr("Address"), tr("If it is not there")], self._printer_line,
            tr("Add a printer"), (2, 4, 2),
        )  # fmt: skip
        self.own_fallback = Choice()
        self.seconds = NumberBox(0, 600, 10, tr(" s"))
        self.kinds = {kind: Choice() for kind in PAPER_KINDS}
        form = Form(2)
        form.section(tr("Printers beside the till's own"))
        form.add_wide(self.printers)
        form.section(tr("When a printer is not there"))
        form.add(tr("Instead of the till's own printer"), self.own_fallback)
        form.add(tr("Wait before"), self.seconds, hint=tr("Only what has not begun to print goes elsewhere."))
        form.section(tr("Which paper goes where"))
        for kind, choice in self.kinds.items():
            form.add(paper_name(kind), choice)
        form.section(tr("Slips for those who prepare what was sold"))
        self._slips = Form(3)
        self._slips_place = QWidget()
        self._slips_body = column(self._slips_place)
        self._slips_body.addWidget(self._slips)
        self.no_slips = label(tr("Add a printer first."), tone="text2")
        form.add_wide(self.no_slips)
        form.add_wide(self._slips_place)
        form.end()
        self.body.addWidget(scrolling(form), 1)
        self.test_choice = Choice()
        self.test_choice.setAccessibleName(tr("Printer to test"))
        self.test_button = Button(tr("Test"), icon="print")
        self.body.addLayout(line(self.test_choice, self.test_button, None))
        self.make_foot()
        self.printers.changed.connect(self._printers_changed)
        self.test_button.clicked.connect(self._test)
        on_change([self.own_fallback, self.seconds, *self.kinds.values()], self.touch)

    def _printer_line(self) -> list[QWidget]:
        fallback = Choice([(_OWN, self.tr("Till's printer")), (_NOTHING, self.tr("Wait for it"))])
        name = text_field(limit=40)
        address = text_field(limit=200, placeholder="tcp://192.168.1.60:9100")
        return [name, address, fallback]

    def entered(self) -> None:
        """Read the categories, show the plan."""
        self.desk.ask(list_all_categories, self._have)

    def _have(self, categories: list[Category]) -> None:
        self._categories = categories
        printers = self.desk.services.printers
        plan = printers.plan if printers is not None else PrintPlan()
        self.printers.clear()
        for printer in plan.printers:
            name, address, _fallback = _typed(self.printers.add_line())
            name.setText(printer.name)
            address.setText(printer.url)
        self._show_choices(plan)
        self.seconds.setValue(plan.wait_seconds)
        self.set_dirty(dirty=False)

    def _names(self) -> list[str]:
        found = [_typed(fields)[0].text().strip() for fields in self.printers.lines()]
        return [name for name in dict.fromkeys(found) if name]

    def _printers_changed(self) -> None:
        self._show_choices(self.plan_now())
        self.touch()

    def _show_choices(self, plan: PrintPlan) -> None:
        """Offer the printers that there are."""
        own, names = self.tr("Till's printer"), self._names()
        named = [(name, name) for name in names]
        for kind, choice in self.kinds.items():
            choice.set_options([(_OWN, own), *named], plan.by_kind.get(kind, _OWN))
        self.own_fallback.set_options([(_OWN, self.tr("Wait for it")), *named], plan.own_fallback)
        self.test_choice.set_options([(_OWN, own), *named], self.test_choice.value())
        known = {p.name: p for p in plan.printers}
        for fields in self.printers.lines():
            edit, _address, choice = _typed(fields)
            name = edit.text().strip()
            found = known.get(name)
            chosen = _OWN if found is None else found.fallback if found.stands_in else _NOTHING
            others = [(n, n) for n in names if n != name]
            choice.set_options([(_OWN, own), *others, (_NOTHING, self.tr("Wait for it"))], chosen)
        self._show_slips(plan, names)

    def _show_slips(self, plan: PrintPlan, names: list[str]) -> None:
        chosen = {rule.printer: set(rule.categories) for rule in plan.slips}
        made = Form(3)
        self._ticks = {}
        for name in names:
            made.section(self.tr("Printed at {printer}: the lines of").format(printer=name))
            self._ticks[name] = {}
            for category in self._categories:
                tick = Tick(category.name, on=category.id in chosen.get(name, set()))
                tick.clicked.connect(self.touch)
                self._ticks[name][category.id] = tick
                made.add("", tick)
        old, self._slips = self._slips, made
        self._slips_body.replaceWidget(old, made)
        old.hide()
        old.deleteLater()
        self.no_slips.setVisible(not names)

    def tick(self, printer: str, category_id: int) -> Tick:
        """The box of a category at a printer."""
        return self._ticks[printer][category_id]

    def plan_now(self) -> PrintPlan:
        """The plan as it is edited."""
        printers = []
        for fields in self.printers.lines():
            name, address, fallback = _typed(fields)
            stands = str(fallback.value() or "")
            printers.append(MorePrinter(
                name.text().strip(), address.text().strip(), "" if stands == _NOTHING else stands,
                stands_in=stands != _NOTHING,
            ))  # fmt: skip
        slips = [
            SlipRule(name, tuple(key for key, tick in ticks.items() if tick.isChecked()))
            for name, ticks in self._ticks.items()
        ]
        names = {p.name for p in printers}
        return PrintPlan(
            tuple(printers),
            {kind: str(c.value()) for kind, c in self.kinds.items() if c.value() in names},
            tuple(s for s in slips if s.categories and s.printer in names),
            str(self.own_fallback.value() or "") if self.own_fallback.value() in names else "",
            self.seconds.value(),
        )  # fmt: skip

    def save(self) -> None:
        """Use the plan and keep it for this till."""
        printers, plan = self.desk.services.printers, self.plan_now()
        if printers is None:
            return

        def use() -> None:
            plan.check()
            printers.use(plan)

        self.desk.services.submit(
            "printer", use, on_done=lambda _none: self._keep(plan), on_error=self.refused
        )

    def _keep(self, plan: PrintPlan) -> None:
        self.desk.run(
            save_setting, lambda _none: self.reload_context(self._kept), self.refused, name=PLAN_SETTING,
            value=plan_text(plan), scope=self.desk.services.context.till.code,
        )  # fmt: skip

    def _kept(self) -> None:
        self.desk.say(self.tr("Saved. The next paper goes by it."))
        self.entered()

    def _test(self) -> None:
        """Print a page at the chosen printer, as it is saved."""
        services, name = self.desk.services, str(self.test_choice.value() or "")
        printer = services.printers.printer(name) if services.printers is not None else None
        if services.printers is None or printer is None:
            self.message.setText(self.tr("There is none: save its address first."))
            return
        page = test_page(name=name or services.context.till.name, language=services.context.company.language)
        services.submit(
            services.printers.lane(name), partial(printer.print_paper, page), on_error=self.refused,
            on_done=lambda _outcome: self.desk.say(self.tr("A test page is printed.")),
        )  # fmt: skip
