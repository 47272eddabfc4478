"""Before anything with an age limit is sold the cashier looks at a paper."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.kernel.permission import Approval, Permission
from app.runtime.approvals import about_sale
from ui.till.desk import Desk
from ui.till.panels_money import AgeCheckPanel
from ui.till.void_presenter import VoidPresenter


def born_before(today: date, years: int) -> date:
    """The last birthday of somebody who is old enough today; born on 29 February counts on 1 March."""
    try:
        return today.replace(year=today.year - years)
    except ValueError:  # 29 February in a year without one: only who was born before it is old enough
        return today.replace(year=today.year - years, day=28)


class AgePresenter:
    """Asks once for a sale, for the highest limit."""

    def __init__(self, desk: Desk, void: VoidPresenter) -> None:
        self.desk = desk
        self._void = void

    def check(self, go_on: Callable[[], None]) -> None:
        """Ask, where the cart needs it, and go on when the customer is old enough."""
        state = self.desk.state
        years = state.age_needed
        if not years:
            go_on()
            return
        tr = QCoreApplication.translate
        if not self.desk.may(Permission.SELL_AGE_RESTRICTED):
            if self.desk.ask_approval is not None:
                what = tr("Age", "Sell goods with an age limit of {age} years").format(age=years)

                def approved(approval: Approval) -> None:
                    state.approval = approval
                    self._confirm(years, go_on)

                self.desk.ask_approval(
                    Permission.SELL_AGE_RESTRICTED, what, approved, about=about_sale(state.cart.uuid)
                )
            return
        self._confirm(years, go_on)

    def _confirm(self, years: int, go_on: Callable[[], None]) -> None:
        state = self.desk.state
        items = [line for line in state.cart.lines if line.item.min_age == years]
        if not items:
            go_on()
            return
        shift = state.shift
        today = shift.business_date if shift else self.desk.services.context.on
        panel = AgeCheckPanel(items[0].item.name, years, self.desk.formats.date(born_before(today, years)))

        def confirmed() -> None:
            state.age_confirmed = years
            self.desk.view.close_panel()
            go_on()

        def refused() -> None:
            self.desk.view.close_panel()
            over = [x.line_id for x in state.cart.lines if x.item.min_age > state.age_confirmed]
            self._void.lines(over, QCoreApplication.translate("Age", "Customer too young"))

        panel.confirmed.connect(confirmed)
        panel.refused.connect(refused)
        self.desk.view.show_panel(panel)
