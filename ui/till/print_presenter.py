"""What became of the papers: on the change page, and a banner when one did not come out."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from app.printing.events import PrintSettled
from app.printing.operations import reprint, retry_print
from app.printing.queries import PrintJob, find_job, list_jobs
from app.printing.states import PrintStatus
from ui.till.desk import Desk

DRAWER_FAILED: Final = "drawer_failed"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Print", text)


def _names() -> dict[str, str]:
    return {
        "gift_receipt": _tr("Gift receipt"), "counter_slip": _tr("Counter slip"),
        "delivery_slip": _tr("Delivery slip"), "receipt": _tr("Receipt"),
        "taking": _tr("Receipt"), "x_report": _tr("X report"),
        "z_report": _tr("Z report"), "cash_movement": _tr("Cash slip"),
        "card_slip": _tr("Paper of the card terminal"),
    }  # fmt: skip


class PrintPresenter:
    """Listens to the print queue of this till."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        desk.view.change.reprint_requested.connect(self.reprint_last)

    def settled(self, event: PrintSettled) -> None:
        """A job ended, well or badly."""
        if event.status == DRAWER_FAILED:
            self.desk.say(_tr("The drawer did not open. Open it with the key."), "warn")
            self.desk.view.change.add_note(_tr("The drawer did not open. Open it with the key."))
            return
        self.desk.services.gateway.ask(
            find_job, job_id=event.job_id, on_done=self._show, on_error=self.desk.refuse
        )

    def _show(self, job: PrintJob | None) -> None:
        if job is None or job.station != self.desk.services.context.till.code:
            return
        mine = job.kind in {"receipt", "taking"} and job.document_id == self.desk.state.last_sale_id
        change = self.desk.view.change
        if job.status is PrintStatus.NEEDS_ATTENTION:
            if mine:
                change.set_receipt_state(_tr("The receipt was not printed."), bad=True)
            self._trouble(job)
        elif mine and job.status is PrintStatus.PRINTED:
            change.set_receipt_state(_tr("The receipt is printed."))
        elif mine and job.status is PrintStatus.SENT_UNCONFIRMED:
            change.set_receipt_state(_tr("The receipt was sent to the printer."))

    def _trouble(self, job: PrintJob) -> None:
        name = _names().get(job.kind, _tr("Paper"))
        why = QCoreApplication.translate("Refusal", job.last_error or "")
        text = _tr("{name} not printed: {why}").format(name=name, why=why or _tr("look at the printer"))
        self.desk.say(text, "error", action=_tr("Print again"), on_action=lambda: self._retry(job))

    def _retry(self, job: PrintJob) -> None:
        self.desk.services.gateway.run(retry_print, job_id=job.id, on_error=self.desk.refuse)

    def show_waiting(self) -> None:
        """At the start: what still needs a person's word."""
        self.desk.services.gateway.ask(
            list_jobs, station=self.desk.services.context.till.code,
            statuses=(PrintStatus.NEEDS_ATTENTION,), on_done=self._waiting, on_error=self.desk.refuse,
        )  # fmt: skip

    def _waiting(self, jobs: list[PrintJob]) -> None:
        if jobs and not self.desk.view.cart.banner.text:
            self._trouble(jobs[-1])

    # --- copies ---

    def reprint_last(self) -> None:
        """The receipt of the sale that was just made, once more."""
        state = self.desk.state
        if state.last_sale_id is not None:
            kind = "receipt" if state.last_type == "sale" else "taking"
            self.copy(kind, state.last_type, state.last_sale_id)

    def copy(self, kind: str, document_type: str, document_id: int) -> None:
        """Print a document again, marked COPY."""
        from app.kernel.permission import Permission

        self.desk.run(
            reprint, station=self.desk.services.context.till.code, kind=kind, document_type=document_type,
            document_id=document_id, permission=Permission.REPRINT, what=_tr("Print a copy"),
            on_done=lambda _job: self.desk.say(_tr("The copy is printing."), "info"),
        )  # fmt: skip
