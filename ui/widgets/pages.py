"""Pages that lie over each other, of which one is shown."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget


class Pages(QStackedWidget):
    """As large as the page that is shown wants to be.

    Qt's own asks every page, the hidden ones too, each time anything inside one of them changes its size:
    with all pages of the office made, that took 70 ms at every change of a page.
    """

    def sizeHint(self) -> QSize:
        """Of the page that is shown."""
        page = self.currentWidget()
        return page.sizeHint() if page is not None else QSize(0, 0)

    def minimumSizeHint(self) -> QSize:
        """Of the page that is shown."""
        page = self.currentWidget()
        return page.minimumSizeHint() if page is not None else QSize(0, 0)

    def hasHeightForWidth(self) -> bool:
        """No: pages fill the room they get."""
        return False
