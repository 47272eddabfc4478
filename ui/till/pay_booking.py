"""Booking what was paid, and finding out whether it was booked when the commit did not say."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.kernel.refusal import CommitUnknownError
from app.till.operations.cash import open_after_sale
from app.till.queries import SaleView, find_sale_by_uuid, get_sale
from app.till.tender import Tendering
from ui.till.desk import Desk
from ui.till.pay_figures import SaleNotBookedError

if TYPE_CHECKING:
    from app.till.operations.sales import CompletedSale


def load_sale() -> None:
    """Import what books a sale: a tenth of the start, so it waits until somebody signs in."""
    import app.till.operations.sales  # noqa: F401


class Booking:
    """One sale on its way into the database; `on_done(sale)` or `on_failed(error)` is called once."""

    def __init__(self, desk: Desk, tendering: Tendering) -> None:
        self.desk = desk
        self.tendering = tendering
        self.on_done: Callable[[CompletedSale], None] = lambda _sale: None
        self.on_failed: Callable[[Exception], None] = lambda _error: None

    def start(self) -> None:
        """Book it."""
        from app.till.operations.sales import complete_sale

        state = self.desk.state
        if state.shift is None:
            return
        state.busy = True
        self.desk.forget_pending_save()
        self.desk.services.gateway.run(
            complete_sale, context=self.desk.services.context, shift_id=state.shift.id, cart=state.cart,
            tenders=list(self.tendering.tenders), rounding_minor=self.tendering.rounding_minor,
            approval=state.approval, on_done=self._booked, on_error=self._failed,
        )  # fmt: skip

    def _booked(self, sale: CompletedSale) -> None:
        self.desk.state.busy = False
        self.on_done(sale)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, CommitUnknownError):
            self.desk.services.gateway.ask(
                find_sale_by_uuid, uuid=self.desk.state.cart.uuid, on_done=self._looked_up,
                on_error=self._give_up,
            )  # fmt: skip
            return
        self._give_up(error)

    def _looked_up(self, sale_id: int | None) -> None:
        if sale_id is None:
            self._give_up(SaleNotBookedError())
        else:
            self.desk.services.gateway.ask(
                get_sale, sale_id=sale_id, on_done=self._found, on_error=self._give_up
            )

    def _found(self, sale: SaleView) -> None:
        """It is there; nobody was told of it, so the drawer is asked for now."""
        from app.till.operations.sales import CompletedSale

        context = self.desk.services.context
        if any(context.tender(t.code).opens_drawer for t in self.tendering.tenders):
            self.desk.services.gateway.run(
                open_after_sale, context=context, sale_id=sale.id, on_error=self.desk.refuse
            )
        self._booked(
            CompletedSale(
                sale.id, sale.number, sale.gross_minor, sale.change_minor, sale.journal_excerpt,
                was_there=True,
            )
        )  # fmt: skip

    def _give_up(self, error: Exception) -> None:
        self.desk.state.busy = False
        self.on_failed(error)
