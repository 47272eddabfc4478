"""Opens the customer's window when it is wished, and closes it when it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.customer.customer_presenter import CustomerPresenter, ScreenSettings
from ui.customer.customer_window import CustomerWindow

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen

    from ui.till.till_parts import TillParts


class CustomerScreen:
    """The window with its presenter, as the settings of this machine have it."""

    def __init__(self, parts: TillParts) -> None:
        self._parts = parts
        self.window: CustomerWindow | None = None
        self._presenter: CustomerPresenter | None = None

    def apply(self, settings: ScreenSettings, till_screen: QScreen | None) -> None:
        """Show it by these settings, or not at all."""
        if not settings.on:
            self.close()
        elif self._presenter is not None:
            self._presenter.use(settings)
        else:
            self.window = CustomerWindow()
            self._presenter = CustomerPresenter(self._parts.desk, self.window.canvas, settings)
            self._parts.on_completed.append(self._presenter.completed)
            self.window.present(till_screen)

    def close(self) -> None:
        """Take it off the screen."""
        if self._presenter is not None:
            self._presenter.leave()
            self._parts.on_completed.remove(self._presenter.completed)
            self._presenter = None
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None
