"""Assembly: what was put together and taken apart."""

from __future__ import annotations

from app.assembly.queries import AssemblyRow, list_assemblies
from app.assembly.states import AssemblyKind
from app.kernel.permission import Permission
from ui.inventory.area import StockArea
from ui.inventory.assembly_panel import AssemblyPanel
from ui.inventory.assembly_view import AssemblyView
from ui.office.section import Section
from ui.widgets.button import Button
from ui.widgets.data_table import Column, TableRow
from ui.widgets.sound import Sound
from ui.widgets.status import EmptyState


class AssemblyArea(StockArea):
    """The list of what was done, the newest first."""

    def __init__(self, section: Section, sound: Sound) -> None:
        tr = self.tr
        self._with_cost = section.desk.may(Permission.VIEW_COST)
        cost = [Column("cost", tr("Cost"), 120, figure=True, least=800)] if self._with_cost else []
        super().__init__(
            section, sound, tr("Assembly"),
            [
                Column("state", tr("What"), 140), Column("number", tr("Number"), 165),
                Column("item", tr("Item")), Column("quantity", tr("Quantity"), 110, figure=True), *cost,
                Column("day", tr("When"), 205, least=700), Column("who", tr("Who"), 110, least=950),
            ],
            EmptyState(
                "category", tr("Nothing was put together yet"),
                tr("Say in the catalogue what a product is made of, then press F10 to put it together."),
            ),
            Button(tr("Put together"), "primary", icon="add", hint="F10"),
        )  # fmt: skip
        self.apart_button = Button(tr("Take apart"), icon="remove")
        self.apart_button.clicked.connect(lambda: self.work(AssemblyKind.TAKE_APART))
        self.foot.insertWidget(self.foot.count() - 1, self.apart_button)

    def hint(self) -> str:
        """What a scan does here."""
        return self.tr("A scan puts the product together.")

    def ask(self, asked: int) -> None:
        """The newest first."""
        self.desk.ask(
            list_assemblies, lambda found: self.show_rows([self._row(x) for x in found], asked)
        )  # fmt: skip

    def _row(self, x: AssemblyRow) -> TableRow:
        formats = self.desk.formats
        tone = "text"
        if x.is_undone:
            state, tone = self.tr("Taken back"), "text2"
        elif x.undoes_id is not None:
            state, tone = self.tr("Takes back"), "text2"
        elif x.kind is AssemblyKind.BUILD:
            state = self.tr("Put together")
        else:
            state = self.tr("Taken apart")
        cost = (formats.money(x.product_minor),) if self._with_cost else ()
        cells = (
            state, x.number, x.name, formats.quantity(x.quantity_milli, x.unit), *cost,
            formats.date_time(x.at), x.who,
        )  # fmt: skip
        return TableRow(str(x.id), cells, {"state": tone})

    def open(self, key: str) -> None:
        """Look at it, or take it back."""
        panel = AssemblyView(self.desk, int(key))
        panel.undone.connect(self.done)
        self.section.open_panel(panel)
        panel.load()

    def primary(self) -> None:
        """Put something together."""
        self.work(AssemblyKind.BUILD)

    def work(self, kind: AssemblyKind) -> AssemblyPanel:
        """Either way."""
        panel = AssemblyPanel(self.desk, self.sound, kind)
        panel.made.connect(self.done)
        self.section.open_panel(panel)
        return panel

    def scanned(self, raw: str) -> bool:
        """A product that is put together."""
        self.work(AssemblyKind.BUILD).scanned(raw)
        return True
