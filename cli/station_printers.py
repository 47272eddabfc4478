"""The printers of a till beside its own: the plan of the shop, and the drivers that carry it out."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from app.printing.rules import PrintPlan, plan_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.devices.paper import Paper
    from app.devices.ports import ReceiptPrinter
    from drivers.printer_park import NamedPrinter, PrinterPark
    from drivers.registry import StationDevices


class StationPrinters:
    """Fulfils app.flows.printing.Printers and ui.runtime.services.PrinterDesk."""

    def __init__(self, devices: StationDevices, settings: Mapping[str, object]) -> None:
        self._devices = devices
        self._park: PrinterPark | None = None
        self.plan = plan_of(settings)
        if self.plan.printers:
            self._parked().use_what_works(self._named(self.plan))

    @staticmethod
    def _named(plan: PrintPlan) -> tuple[NamedPrinter, ...]:
        return cast("tuple[NamedPrinter, ...]", plan.printers)

    def _parked(self) -> PrinterPark:
        """Made when there is a second printer: most tills have none."""
        if self._park is None:
            from drivers.factory import open_printer
            from drivers.printer_park import PrinterPark

            self._park = PrinterPark(lambda url: open_printer(url, self._devices.windows))
        return self._park

    def use(self, plan: PrintPlan) -> None:
        """Print by another plan from now on; raises BadDeviceUrlError, and then prints by the old one."""
        self._parked().use(self._named(plan))
        self.plan = plan

    def printer(self, name: str) -> ReceiptPrinter | None:
        """The printer of that name, "" for the till's own; None where there is none."""
        if not name:
            return self._devices.printer
        return self._park.printer(name) if self._park is not None else None

    def lane(self, name: str) -> str:
        """The lane of its connection."""
        return self._parked().lane(name) if name else "printer"

    @staticmethod
    def picture(paper: Paper, columns: int) -> bytes:
        """A paper as a receipt printer of so many columns burns it, as PNG."""
        from drivers.printer.render_png import render_png

        return render_png(paper, columns)

    def close(self) -> None:
        """Let go of all."""
        if self._park is not None:
            self._park.close()
