"""After the commit: the drawer opens, the paper comes out, and the queue knows how it ended."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from threading import Timer
from typing import Final, Protocol

from app.devices.paper import Align, Paper, TextLine
from app.devices.ports import CashDrawer, DeviceError, PrintOutcome, ReceiptPrinter
from app.documents.texts import text
from app.kernel.clock import Clock, system_clock
from app.kernel.events import Event, EventBus
from app.kernel.permission import SYSTEM_ACTOR, Actor
from app.kernel.refusal import Refusal
from app.printing.events import PrintQueued, PrintSettled
from app.printing.operations import set_print_status, settle_interrupted, wait_for_printer
from app.printing.queries import PrintJob, find_job, list_jobs
from app.printing.rules import PrintPlan
from app.printing.states import PrintStatus
from app.runtime.lanes import Lanes
from app.runtime.run import Runtime
from app.till.events import DrawerRequested, SaleCompleted

DB_LANE: Final = "db"
PRINTER_LANE: Final = "printer"
NO_PRINTER: Final = "no printer is set up"
_log = logging.getLogger(__name__)
_STATUS: Final = {
    PrintOutcome.PRINTED: PrintStatus.PRINTED,
    PrintOutcome.SENT: PrintStatus.SENT_UNCONFIRMED,
}


class Printers(Protocol):
    """The printers beside the till's own (drivers.printer_park)."""

    @property
    def plan(self) -> PrintPlan:
        """Which paper goes where."""
        ...

    def printer(self, name: str) -> ReceiptPrinter | None:
        """The printer of that name; None where its address is none:."""
        ...

    def lane(self, name: str) -> str:
        """The lane that its connection is used on."""
        ...


def _in_a_while(seconds: float, work: Callable[[], None]) -> None:
    timer = Timer(seconds, work)
    timer.daemon = True  # the queue is swept at the next start as well
    timer.start()


def _stood_in(paper: Paper, meant: str) -> Paper:
    """The paper with the word that it was meant for another printer."""
    name = meant or text("own_printer", paper.language)
    words = text("stood_in", paper.language).format(printer=name)
    return replace(paper, blocks=(*paper.blocks, TextLine(f"*** {words} ***", Align.CENTRE, bold=True)))


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
        more: Printers | None = None,
        later: Callable[[float, Callable[[], None]], object] = _in_a_while,
        clock: Clock = system_clock,
    ) -> None:
        """Hear of jobs and work them.

        Args:
            runtime: for the queue.
            lanes: "db" and "printer", and those that `more` names.
            bus: where jobs are told of.
            station: whose queue it is.
            printer: the till's own, as it is now.
            drawer: on its plug.
            more: the printers beside it, with the plan; None: there are none.
            later: calls back after so many seconds, on any thread.
            clock: of the database's times.
        """
        self._runtime = runtime
        self._lanes = lanes
        self._bus = bus
        self._station = station
        self._printer = printer
        self._drawer = drawer
        self._more = more
        self._later = later
        self._clock = clock
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
        plan = self._plan()
        place = plan.place(
            kind=job.kind, printer=job.printer, failing_since=job.failing_since, now=self._clock()
        )
        if self._printer_at(place) is None and not self._stands_in(job, place):
            self._fail(job_id, PrintStatus.SENDING, NO_PRINTER)
            return
        from app.documents.build import build_paper  # at the first job, not at a till's start

        try:
            paper = self._runtime.ask(build_paper, job=job)
        except Exception as error:  # noqa: BLE001 - one paper that cannot be built holds up no other
            _log.exception("building the paper of job %s", job_id)
            self._fail(job_id, PrintStatus.SENDING, f"the paper could not be built ({type(error).__name__})")
            return
        self._runtime.run(
            set_print_status, actor=self._actor, job_id=job_id, status=PrintStatus.SENDING, went_to=place
        )
        meant = plan.meant(kind=job.kind, printer=job.printer)
        shown = paper if place == meant else _stood_in(paper, meant)
        lane = self._more.lane(place) if self._more is not None and place else PRINTER_LANE
        try:
            self._lanes.submit(lane, lambda: self._print(job, shown, place))
        except Refusal as refusal:
            self._settle(job_id, PrintStatus.NEEDS_ATTENTION, str(refusal), nothing_sent=True)

    def _fail(self, job_id: int, first: PrintStatus, why: str) -> None:
        self._runtime.run(set_print_status, actor=self._actor, job_id=job_id, status=first)
        self._settle(job_id, PrintStatus.NEEDS_ATTENTION, why, nothing_sent=True)

    def _plan(self) -> PrintPlan:
        return PrintPlan() if self._more is None else self._more.plan

    def _printer_at(self, place: str) -> ReceiptPrinter | None:
        return self._more.printer(place) if self._more is not None and place else self._printer()

    def _stands_in(self, job: PrintJob, place: str) -> bool:
        """Whether another printer waits for a job that was meant for this place."""
        plan = self._plan()
        return place == plan.meant(kind=job.kind, printer=job.printer) and plan.fallback(place) is not None

    def _print(self, job: PrintJob, paper: Paper, place: str) -> None:
        printer = self._printer_at(place)
        nothing_sent = False
        try:
            if printer is None:
                status, why, nothing_sent = PrintStatus.NEEDS_ATTENTION, NO_PRINTER, True
            else:
                status, why = _STATUS[printer.print_paper(paper)], ""
        except DeviceError as error:
            status, why, nothing_sent = PrintStatus.NEEDS_ATTENTION, str(error), error.nothing_sent
        except Exception as error:  # noqa: BLE001 - a driver's bug must not kill the lane
            _log.exception("printer driver")
            status, why = PrintStatus.NEEDS_ATTENTION, f"{type(error).__name__}"
        waits = nothing_sent and self._stands_in(job, place)
        try:
            if waits:
                self._lanes.submit(DB_LANE, lambda: self._wait(job.id, why))
            else:
                self._lanes.submit(
                    DB_LANE, lambda: self._settle(job.id, status, why, nothing_sent=nothing_sent)
                )
        except Refusal:  # the program is closing: what is known of the paper is still written down
            self._settle(job.id, status, why, nothing_sent=nothing_sent)

    def _wait(self, job_id: int, why: str) -> None:
        """Not one byte left: the job waits for its printer, and after the plan's time for the other one."""
        began = self._runtime.run(wait_for_printer, actor=self._actor, job_id=job_id, error=why)
        self._bus.publish(PrintSettled(job_id=job_id, status=PrintStatus.QUEUED.value, error=why))
        seconds = (self._plan().due(began) - self._clock()).total_seconds()
        self._later(max(seconds, 0.0), self._submit)

    def _settle(self, job_id: int, status: PrintStatus, why: str, *, nothing_sent: bool) -> None:
        self._runtime.run(
            set_print_status, actor=self._actor, job_id=job_id, status=status, error=why or None,
            nothing_sent=nothing_sent,
        )  # fmt: skip
        self._bus.publish(PrintSettled(job_id=job_id, status=status.value, error=why))
