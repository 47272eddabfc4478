"""One round of the scheduled reports, on the lane of the mail."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import Final

from app.kernel.permission import SYSTEM_ACTOR
from app.kernel.refusal import Refusal
from app.mailing.report_files import report_parts
from app.mailing.schedules import DueReport, list_due_reports, note_trouble, queue_report
from app.runtime.run import Runtime

AGAIN: Final = timedelta(minutes=15)  # after a report that could not be made
_log = logging.getLogger(__name__)


class ReportNotMadeError(Refusal):
    """A bug, or figures that no paper takes."""

    message = "The report could not be made. It is tried again; the log of the program says why."


class ReportRound:
    """Makes what is due and puts it into the outbox; what fails is told at its schedule and tried again."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime
        self._not_before: dict[int, datetime] = {}

    def queue_due(self) -> None:
        """Every schedule whose hour has come; raises Refusal where the database does not answer."""
        now = self._runtime.factory.clock()
        for due in self._runtime.ask(list_due_reports, now=now):
            if self._not_before.get(due.schedule_id, now) > now:
                continue
            words = self._queue(due)
            if words:
                self._not_before[due.schedule_id] = now + AGAIN
                self._runtime.run(
                    note_trouble, actor=SYSTEM_ACTOR, schedule_id=due.schedule_id, words=words
                )  # fmt: skip

    def _queue(self, due: DueReport) -> str:
        """Why it was not queued; "" where it was, or another station did it."""
        try:
            parts = self._runtime.ask(report_parts, kinds=due.plan.reports, period=due.period)
            self._runtime.run(queue_report, actor=SYSTEM_ACTOR, due=due, parts=parts)
        except Refusal as refusal:
            _log.warning("report %s: %s", due.schedule_id, refusal)
            return str(refusal)
        except Exception:  # noqa: BLE001 - one report that cannot be made holds up no message
            _log.exception("report %s", due.schedule_id)
            return str(ReportNotMadeError())
        return ""
