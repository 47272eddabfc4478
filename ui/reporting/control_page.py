"""What the pages of the control section have in common."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QWidget

from ui.office.section import OfficeDesk
from ui.reporting.period_bar import PeriodBar
from ui.theme import tokens
from ui.widgets.text import column

_DAYS = 30


class ControlPage(QWidget):
    """A page: `body` is its layout, `read` is called whenever it is shown."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.body = column(self, gap=tokens.GUTTER)

    def read(self) -> None:
        """Ask for what is shown."""
        raise NotImplementedError

    def make_period(self) -> PeriodBar:
        """Two days, a month up to today; without a till."""
        today = self.desk.services.context.on
        bar = PeriodBar(today - timedelta(days=_DAYS), today)
        bar.till.setVisible(False)
        bar.changed.connect(self.read)
        return bar
