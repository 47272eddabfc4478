"""The one door of a till with a database of its own: sells here, tells the server, asks it where it must.

Every use case goes one of three ways, by its name: what a till does is done in its own database, and what
of it the books need is queued in the same transaction; what concerns this machine alone stays here; all
else is the shop's and runs at the server, or is refused in one sentence while that cannot be reached. The
operations themselves know nothing of it, so a shop on one machine pays nothing for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from enum import Enum
from functools import partial
from typing import Any, Final, TypeVar

from app.db.errors import DatabaseError, DatabaseUnreachableError
from app.db.unit_of_work import UnitOfWork, UnitOfWorkFactory
from app.kernel.permission import Actor, Approval
from app.kernel.refusal import CommitUnknownError
from app.runtime.run import Runtime
from app.stations.keeping import Keeper
from app.stations.offline import check_close, check_offline
from app.stations.outbox import StationSelf, check_active, count_unsent, get_self, queue_message
from app.stations.refusals import (
    ClockJumpedError,
    ClockWentBackError,
    NeedsServerError,
    NotAtThisTillError,
    SharedDrawerError,
)
from app.stations.rules import jumped, went_back
from app.stations.states import MessageKind
from app.stations.telling import TOLD
from app.till.holds import Held, Wish, wish_of
from app.till.queries import is_booked

R = TypeVar("R")
# concerns this machine alone: carts on its counter, its paper, its card terminal, who stands before it
HERE: Final = frozenset(
    {
        "app.till.operations.carts.save_cart",
        "app.till.operations.carts.begin_tendering",
        "app.till.operations.carts.end_tendering",
        "app.till.operations.carts.recall_cart",
        "app.till.operations.carts.recover_carts",
        "app.till.operations.cash.open_after_sale",
        "app.till.operations.cash.print_x_report",
        "app.printing.operations.queue_print",
        "app.printing.operations.reprint",
        "app.printing.operations.retry_print",
        "app.printing.operations.set_print_status",
        "app.printing.operations.settle_interrupted",
        "app.printing.operations.wait_for_printer",
        "app.till.operations.slips.print_gift_receipt",
        "app.payments.terminal_days.record_terminal_day",
        "app.payments.operations.open_intent",
        "app.payments.operations.record_intent_result",
        "app.payments.operations.settle_intents_at_start",
        "app.payments.operations.reverse_intent",
        "app.access.operations.sign_in",
        "app.access.operations.approve",
    }
)
# of the till's room, but the shop's business: done at the server like all else
SHOPS: Final = frozenset(
    {
        "app.till.operations.receipt_invoices.invoice_receipt",
        "app.till.operations.trade.order_from_cart",
        "app.till.operations.trade.bill_order_here",
        "app.till.operations.days.close_store_day",
        "app.till.operations.tills.retire_till",
        "app.till.operations.trading_rules.save_trading_rules",
    }
)
_SALE: Final = "app.till.operations.sales.complete_sale"
_TILLS_ROOM: Final = "app.till.operations."  # what else it does would need the till's shift at the server
_OWN_ROOM: Final = "app.stations."  # the till's own queue


class Otherwise(Enum):
    """What is said of the whole shop's while the server is away."""

    REFUSED = 1  # what lies here is a part, and wrong
    HERE = 2  # what this till knows itself


# asked of the server: by the query's name
SHARED: Final[Mapping[str, Otherwise]] = {
    "app.vouchers.queries.find_voucher": Otherwise.REFUSED,
    "app.loyalty.queries.points_of": Otherwise.REFUSED,
    "app.till.credit.credit_minor": Otherwise.REFUSED,
    "app.receivables.queries.owed_minor": Otherwise.REFUSED,
    "app.receivables.queries.list_open_items": Otherwise.REFUSED,
    "app.till.operations.trade.list_order_items": Otherwise.REFUSED,
    "app.orders.queries.find_order": Otherwise.HERE,  # asked for each unknown code
    "app.till.queries.find_sale_id": Otherwise.HERE,
    "app.till.returnable.get_returnable": Otherwise.HERE,
}


class StationRuntime(Runtime):
    """Runs use cases at a till: `server` is the door to the shop's books, made when it is first needed."""

    def __init__(self, factory: UnitOfWorkFactory, *, server: Callable[[], Runtime]) -> None:
        super().__init__(factory)
        self._server = server
        self.keeper = Keeper(self, server)
        self.is_away: Callable[[], bool] = lambda: False  # known not to answer: nobody waits for it
        self.before_server: Callable[[], None] = lambda: None  # what was sold must be there first
        self.after_server: Callable[[], None] = lambda: None  # what was changed there comes down

    def run(
        self, operation: Callable[..., R], *, actor: Actor, approval: Approval | None = None, **arguments: Any
    ) -> R:
        """Run a use case where it belongs; raises NeedsServerError, and what the till may not do alone."""
        name = f"{operation.__module__}.{operation.__name__}"
        if name == _SALE:
            return self._sell(operation, actor, approval, arguments)
        if name in TOLD:
            return self._tell(operation, actor, approval, arguments)
        if name in HERE or name.startswith(_OWN_ROOM):
            return super().run(operation, actor=actor, approval=approval, **arguments)
        if name.startswith(_TILLS_ROOM) and name not in SHOPS:
            raise NotAtThisTillError
        if self.is_away():
            raise NeedsServerError
        try:
            self._send_first()
            done = self._server().run(operation, actor=actor, approval=approval, **arguments)
        except DatabaseUnreachableError as error:
            raise NeedsServerError from error
        self.after_server()
        return done

    def _tell(
        self, operation: Callable[..., R], actor: Actor, approval: Approval | None, arguments: dict[str, Any]
    ) -> R:
        told: Callable[..., R] = partial(_told, operation, arguments)
        return super().run(told, actor=actor, approval=approval)

    def _sell(
        self, operation: Callable[..., R], actor: Actor, approval: Approval | None, arguments: dict[str, Any]
    ) -> R:
        """A checkout that needs the whole shop is booked once the server keeps that for it.

        Where that does not answer it is booked as a till may alone, or refused (app/stations/offline.py).
        """
        wish = wish_of(arguments["cart"], arguments["tenders"], arguments["context"].settings)
        if wish is None:
            return self._tell(operation, actor, approval, arguments)
        if self.ask(is_booked, uuid=wish.cart.uuid):  # and told: it is found again, or refused
            return super().run(operation, actor=actor, approval=approval, **arguments)
        with self.keeper.checkout:
            held = self._keep(wish, actor, approval)
            if held is None:
                return self._tell(operation, actor, approval, arguments)
            try:
                return self._tell(operation, actor, approval, {**arguments, "held": held})
            except CommitUnknownError:
                raise  # it may be booked: a later round looks
            except Exception as error:
                self.keeper.give_back(wish.cart.uuid, str(error))
                raise

    def _keep(self, wish: Wish, actor: Actor, approval: Approval | None) -> Held | None:
        if self.is_away():
            return None
        try:
            self._send_first()
            return self.keeper.keep(wish, actor=actor, approval=approval)
        except (DatabaseUnreachableError, CommitUnknownError):
            return None  # kept all the same, it is given back by a later round

    def _send_first(self) -> None:
        """What was sold here must be there before the server is asked; else it counts as away.

        What the server has not confirmed of the queue is no uncertain commit of whoever asks.
        """
        try:
            self.before_server()
        except (DatabaseError, CommitUnknownError) as error:
            raise DatabaseUnreachableError(detail=str(error)) from error

    # --- asking ---

    def ask(self, query: Callable[..., R], **arguments: Any) -> R:
        """Run a query on this till's books; what the whole shop knows is asked of the server.

        Raises:
            NeedsServerError: it cannot be reached, and what this till knows of it would be wrong.
        """
        otherwise = SHARED.get(f"{query.__module__}.{query.__name__}")
        if otherwise is None:
            return super().ask(query, **arguments)
        try:
            if self.is_away():
                raise NeedsServerError  # noqa: TRY301 - as if it had not answered
            if super().ask(count_unsent):
                self._send_first()  # what was sold here counts
            return self._server().ask(query, **arguments)
        except (DatabaseUnreachableError, NeedsServerError) as error:
            if otherwise is Otherwise.REFUSED:
                raise NeedsServerError from error
            return super().ask(query, **arguments)

    def lane_of(self, work: Callable[..., object]) -> str:
        """What waits for the server holds up no sale."""
        name = f"{work.__module__}.{work.__name__}"
        if name in SHARED:
            return "server"
        return super().lane_of(work)


def _told(operation: Callable[..., R], arguments: dict[str, Any], uow: UnitOfWork) -> R:
    """Do it and queue what the server must hear, in one transaction."""
    if arguments.get("context") is not None and arguments["context"].shares is not None:
        raise SharedDrawerError
    kind, tell = TOLD[f"{operation.__module__}.{operation.__name__}"]
    me = get_self(uow.connection)
    check_active(me)
    check_clock(me, uow.now, kind)
    if kind is MessageKind.SALE and arguments.get("held") is None:
        check_offline(uow, me, arguments)
    if kind in {MessageKind.SHIFT_COUNTED, MessageKind.SHIFT_CLOSED}:
        check_close(uow, me)
    done = operation(uow, **arguments)
    told = tell(uow, arguments, done)
    if told is not None:
        by = uow.actor
        values = {
            "drawer": arguments["context"].drawer if "context" in arguments else "",
            "at": uow.now, "actor": [by.user_id, by.name],
            "approval": [by.approval.user_id, by.approval.user_name] if by.approval else None,
            **told.values,
        }  # fmt: skip
        queue_message(
            uow, kind=kind, uuid=told.uuid, label=told.label, amount_minor=told.amount_minor, payload=values
        )
    return done


def check_clock(me: StationSelf, now: datetime, kind: MessageKind) -> None:
    """Raise ClockWentBackError, ClockJumpedError where the clock cannot be right.

    After a night or a holiday a shift is opened: only within a shift a day is a jump.
    """
    if me.last_at is None:
        return
    shown = {"now": f"{now:%Y-%m-%d %H:%M} UTC", "last": f"{me.last_at:%Y-%m-%d %H:%M} UTC"}
    if went_back(now, me.last_at):
        raise ClockWentBackError(**shown)
    if kind is MessageKind.SALE and jumped(now, me.last_at):
        raise ClockJumpedError(**shown)
