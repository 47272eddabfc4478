"""After the commit: the drawer opens, the paper comes out, and the queue knows how it ended."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Final

from app.devices.paper import Paper
from app.devices.ports import CashDrawer, DeviceError, PrintOutcome, ReceiptPrinter
from app.kernel.events import Event, EventBus
from app.kernel.permission import SYSTEM_ACTOR, Actor
from app.kernel.refusal import Refusal
from app.printing.events import PrintQueued, PrintSettled
from app.printing.operations import set_print_status, settle_interrupted
from app.printing.queries import PrintJob, find_job, list_jobs
from app.printing.states import PrintStatus
from app.runtime.lanes import Lanes
from app.runtime.run import Runtime
from app.till.events import DrawerRequested, SaleCompleted

DB_LANE: Final = "db"
PRINTER_LANE: Final = "printer"
_log = logging.getLogger(__name__)
_STATUS: Final = {
    PrintOutcome.PRINTED: PrintStatus.PRINTED,
    PrintOutcome.SENT: PrintStatus.SENT_UNCONFIRMED,
}


class PrintPump:
    """Works the print queue of one station.

    Database work runs on the lane `db`, the printer on its own; a job is SENDING in the database
    before its first byte leaves, so that a crash never prints it twice in silence.
    """

    def __init__(
        self,
        runtime: Runtime,
        lanes: Lanes,
        bus: EventBus,
        *,
        station: str,
        printer: Callable[[], ReceiptPrinter | None],
        drawer: Callable[[], CashDrawer | None],
    ) -> None:
        self._runtime = runtime
        self._lanes = lanes
        self._bus = bus
        self._station = station
        self._printer = printer
        self._drawer = drawer
        self._actor: Actor = SYSTEM_ACTOR
        bus.subscribe(self._on_event)

    def start(self) -> list[int]:
        """Settle what a crash left behind; returns the jobs that need a person's word.

        Runs on the caller's thread; what is still queued is printed.
        """
        interrupted = self._runtime.run(settle_interrupted, actor=self._actor, station=self._station)
        self._submit()
        return interrupted

    def _on_event(self, event: Event) -> None:
        if isinstance(event, PrintQueued) and event.station == self._station:
            self._submit()
        elif isinstance(event, SaleCompleted) and event.station == self._station:
            if event.opens_drawer:
                self._submit_kick()
        elif isinstance(event, DrawerRequested) and event.station == self._station:
            self._submit_kick()

    def _submit(self) -> None:
        self._guard(lambda: self._lanes.submit(DB_LANE, self._sweep))

    def _sweep(self) -> None:
        """Every job that waits, oldest first: also one whose event was lost with an uncertain commit."""
        for job in self._runtime.ask(list_jobs, station=self._station):
            self._prepare(job.id)

    def _submit_kick(self) -> None:
        self._guard(lambda: self._lanes.submit(PRINTER_LANE, self._kick))

    def _guard(self, submit: Callable[[], object]) -> None:
        try:
            submit()
        except Refusal as refusal:
            # the job's row stays queued: it is found again at the next start or by hand
            _log.warning("print lane: %s", refusal)

    def _kick(self) -> None:
        drawer = self._drawer()
        if drawer is None:
            return
        try:
            drawer.kick()
        except DeviceError as error:
            # never repeated later: a drawer must not open by itself
            _log.warning("drawer: %s", error)
            self._bus.publish(PrintSettled(job_id=0, status="drawer_failed", error=str(error)))

    def _prepare(self, job_id: int) -> None:
        job = self._runtime.ask(find_job, job_id=job_id)
        if job is None or job.status is not PrintStatus.QUEUED:
            return
        if self._printer() is None:
            self._fail(job_id, PrintStatus.SENDING, "no printer is set up")
            return
        from app.documents.build import build_paper  # at the first job, not at a till's start

        try:
            paper = self._runtime.ask(build_paper, job=job)
        except Exception as error:  # noqa: BLE001 - one paper that cannot be built holds up no other
            _log.exception("building the paper of job %s", job_id)
            self._fail(job_id, PrintStatus.SENDING, f"the paper could not be built ({type(error).__name__})")
            return
        self._runtime.run(set_print_status, actor=self._actor, job_id=job_id, status=PrintStatus.SENDING)
        try:
            self._lanes.submit(PRINTER_LANE, lambda: self._print(job, paper))
        except Refusal as refusal:
            self._settle(job_id, PrintStatus.NEEDS_ATTENTION, str(refusal), nothing_sent=True)

    def _fail(self, job_id: int, first: PrintStatus, why: str) -> None:
        self._runtime.run(set_print_status, actor=self._actor, job_id=job_id, status=first)
        self._settle(job_id, PrintStatus.NEEDS_ATTENTION, why, nothing_sent=True)

    def _print(self, job: PrintJob, paper: Paper) -> None:
        printer = self._printer()
        nothing_sent = False
        try:
            if printer is None:
                status, why, nothing_sent = PrintStatus.NEEDS_ATTENTION, "no printer is set up", True
            else:
                status, why = _STATUS[printer.print_paper(paper)], ""
        except DeviceError as error:
            status, why, nothing_sent = PrintStatus.NEEDS_ATTENTION, str(error), error.nothing_sent
        except Exception as error:  # noqa: BLE001 - a driver's bug must not kill the lane
            _log.exception("printer driver")
            status, why = PrintStatus.NEEDS_ATTENTION, f"{type(error).__name__}"
        try:
            self._lanes.submit(DB_LANE, lambda: self._settle(job.id, status, why, nothing_sent=nothing_sent))
        except Refusal:  # the program is closing: what is known of the paper is still written down
            self._settle(job.id, status, why, nothing_sent=nothing_sent)

    def _settle(self, job_id: int, status: PrintStatus, why: str, *, nothing_sent: bool) -> None:
        self._runtime.run(
            set_print_status, actor=self._actor, job_id=job_id, status=status, error=why or None,
            nothing_sent=nothing_sent,
        )  # fmt: skip
        self._bus.publish(PrintSettled(job_id=job_id, status=status.value, error=why))
