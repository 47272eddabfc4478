"""What a till with books of its own takes without the server, up to a cap, or refuses.

The table of design/reliability.md 3.3; on line the server keeps what is needed (app/stations/keeping.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from sqlalchemy import func, select

from app.db.unit_of_work import UnitOfWork
from app.kernel.money import Money
from app.kernel.permission import Permission
from app.payments.tables import payment
from app.stations.outbox import StationSelf
from app.stations.refusals import (
    ForeignReceiptError,
    OfflineAccountError,
    OfflineReturnError,
    OfflineTakingError,
    OfflineTenderError,
    UnsentDocumentsError,
)
from app.stations.rules import caps_of
from app.stations.tables import outbox
from app.till.cart import Cart
from app.till.context import TillContext
from app.till.credit import OWN_CREDIT
from app.till.states import TakingKind
from app.till.tables import sale
from app.till.tender import Tender

# their balance is the whole shop's: two tills would pay by the same one
_SHARED: Final = frozenset({"gift_card", "store_credit", "points"})


def check_offline(uow: UnitOfWork, me: StationSelf, arguments: Mapping[str, Any]) -> None:
    """Whether this till may book the checkout by itself, nothing being kept for it at the server.

    Raises:
        OfflineTenderError, OfflineTakingError, OfflineAccountError, OfflineReturnError,
        ForeignReceiptError: see their sentences.
    """
    context: TillContext = arguments["context"]
    cart: Cart = arguments["cart"]
    tenders: tuple[Tender, ...] = tuple(arguments["tenders"])
    if any(x.taking is not None and x.taking.kind is not TakingKind.TIP for x in cart.lines):
        raise OfflineTakingError
    for t in tenders:
        if t.kind in _SHARED or t.reference == OWN_CREDIT:
            raise OfflineTenderError(tender=context.tender(t.code).name)
    _check_account(uow, context, tenders)
    if not cart.is_plain:
        _check_return(uow, me, context, cart, tenders)


def _check_account(uow: UnitOfWork, context: TillContext, tenders: Iterable[Tender]) -> None:
    limit = caps_of(context.settings).account_minor
    for t in tenders:
        if t.kind != "account" or t.amount_minor <= 0:
            continue
        waiting = uow.connection.execute(
            select(func.coalesce(func.sum(payment.c.amount_minor), 0))
            .join_from(payment, sale, sale.c.id == payment.c.document_id)
            .join(outbox, outbox.c.uuid == sale.c.uuid)
            .where(
                payment.c.party_id == t.party_id, payment.c.document_type == "sale",
                payment.c.tender_code == t.code, outbox.c.acked_at.is_(None),
            )
        ).scalar_one()  # fmt: skip
        total, currency = int(waiting) + t.amount_minor, context.company.currency
        if total > limit:
            raise OfflineAccountError(limit=Money(limit, currency), total=Money(total, currency))


def _check_return(
    uow: UnitOfWork, me: StationSelf, context: TillContext, cart: Cart, tenders: Iterable[Tender]
) -> None:
    caps, currency = caps_of(context.settings), context.company.currency
    back = -sum(t.amount_minor for t in tenders if t.amount_minor < 0)
    over = caps.return_minor is not None and back > caps.return_minor
    if over and not uow.actor.may(Permission.CLOSE_DAY):
        raise OfflineReturnError(limit=Money(caps.return_minor or 0, currency), total=Money(back, currency))
    for line in cart.lines:
        receipt = line.back.receipt if line.back is not None else None
        if receipt is None:
            if line.back is not None and not (caps.no_receipt or uow.actor.may(Permission.CLOSE_DAY)):
                raise OfflineReturnError(limit=Money(0, currency), total=Money(back, currency))
            continue
        own = uow.connection.execute(select(sale.c.till_id).where(sale.c.id == receipt.sale_id)).scalar()
        if own != me.till_id:
            raise ForeignReceiptError(number=receipt.number)


def check_close(uow: UnitOfWork, me: StationSelf) -> None:
    """Raise UnsentDocumentsError while the server lacks documents, unless a manager let them be."""
    waiting = uow.connection.execute(
        select(func.count()).select_from(outbox).where(
            outbox.c.acked_at.is_(None), outbox.c.seq > me.close_allowed_seq,
            outbox.c.kind != "shift_counted",
        )
    ).scalar_one()  # fmt: skip
    if waiting:
        raise UnsentDocumentsError(count=int(waiting))
