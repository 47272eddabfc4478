"""Price changes planned under a name: they begin by themselves, and end by themselves where that is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection, func, insert, select, update

from app.audit.operations import note
from app.db.columns import NAME
from app.db.unit_of_work import UnitOfWork
from app.kernel.ids import next_id
from app.kernel.permission import Permission, permitted
from app.kernel.refusal import Refusal
from app.kernel.text import clean_field
from app.organisation.queries import get_company
from app.pricing.events import PricesChanged
from app.pricing.history import PriceRow, rows_of, take_away
from app.pricing.operations import PriceDatesError, PriceDraft, write_prices
from app.pricing.rules import PriceLine
from app.pricing.states import PriceChangeStatus
from app.pricing.tables import price, price_change


class PriceChangeNameError(Refusal):
    """No name."""

    message = "A price change needs a name, such as “Spring offers”. Enter one."


class PriceChangeEmptyError(Refusal):
    """Nothing changes."""

    message = "No price is in this change. Add at least one product."


class PriceChangePastError(Refusal):
    """It would begin on a day that is over."""

    message = "A planned change begins today or later, not on {start}."


class PriceChangeClashError(Refusal):
    """Two changes of one price from the same day on."""

    message = "“{name}” changes one of these prices from the same day on. Choose another day, or cancel it."


class NoSuchPriceChangeError(Refusal):
    """The change is not there, or was cancelled."""

    message = "That price change is not planned any more. Reload and try again."


@dataclass(frozen=True, slots=True)
class PriceChange:
    """A planned change; see `stage` for where it stands on a day."""

    id: int
    name: str
    price_list_id: int
    valid_from: date
    valid_to: date | None
    status: PriceChangeStatus
    prices: int  # how many

    def stage(self, on: date) -> str:
        """Where it stands on a day: "cancelled", "planned", "running" or "over"."""
        if self.status is PriceChangeStatus.CANCELLED:
            return "cancelled"
        if on < self.valid_from:
            return "planned"
        return "over" if self.valid_to is not None and self.valid_to < on else "running"


@permitted(Permission.EDIT_CATALOG)
def plan_price_change(
    uow: UnitOfWork, *, name: str, price_list_id: int, valid_from: date, valid_to: date | None = None,
    drafts: Sequence[PriceDraft],
) -> int:  # fmt: skip
    """Plan prices of a list from a day on; with `valid_to` what held before comes back after that day.

    The days of the drafts themselves do not count. Of two changes of one price the one begun last holds.

    Returns:
        the id of the change.

    Raises:
        PriceChangeNameError, PriceChangeEmptyError, PriceChangePastError, PriceChangeClashError,
        PriceDatesError, PriceRangeError, NoSuchPriceListError: see their sentences.
    """
    cleaned = clean_field(name, field="Name", limit=NAME)
    if not cleaned:
        raise PriceChangeNameError
    if not drafts:
        raise PriceChangeEmptyError
    if valid_to is not None and valid_to < valid_from:
        raise PriceDatesError(start=valid_from, end=valid_to)
    if valid_from < get_company(uow.connection).day_of(uow.now):
        raise PriceChangePastError(start=valid_from)
    change_id = next_id()
    dated = [replace(d, valid_from=valid_from, valid_to=valid_to, change_id=change_id) for d in drafts]
    _check_clash(uow.connection, price_list_id, dated)
    uow.connection.execute(
        insert(price_change),
        {
            "id": change_id, "name": cleaned, "price_list_id": price_list_id, "valid_from": valid_from,
            "valid_to": valid_to, "status": PriceChangeStatus.PLANNED.value, "made_at": uow.now,
            "made_by": uow.actor.user_id,
        },
    )  # fmt: skip
    write_prices(uow, price_list_id=price_list_id, drafts=dated)
    note(
        uow, kind="price_change.planned", document_type="price_change", document_id=change_id,
        payload={"name": cleaned, "from": valid_from, "to": valid_to, "prices": len(dated)},
    )  # fmt: skip
    uow.record(
        PricesChanged(price_list_id=price_list_id, product_ids=tuple({d.product_id: None for d in dated}))
    )
    return change_id


def _check_clash(connection: Connection, price_list_id: int, dated: Sequence[PriceDraft]) -> None:
    wanted = {(d.product_id, d.packaging_id, d.min_quantity_milli, d.valid_from) for d in dated}
    rows = rows_of(connection, price_list_id, sorted({d.product_id for d in dated}))
    other = next((x.change_id for x in rows if x.key in wanted and x.change_id is not None), None)
    if other is not None:
        name = select(price_change.c.name).where(price_change.c.id == other)
        raise PriceChangeClashError(name=connection.execute(name).scalar_one())


@permitted(Permission.EDIT_CATALOG)
def cancel_price_change(uow: UnitOfWork, *, change_id: int) -> None:
    """Take the prices of a planned or running change away; what held before holds again at once.

    Raises:
        NoSuchPriceChangeError: it is not planned.
    """
    done = uow.connection.execute(
        update(price_change).where(
            price_change.c.id == change_id, price_change.c.status == PriceChangeStatus.PLANNED.value
        ),
        {"status": PriceChangeStatus.CANCELLED.value},
    )
    if done.rowcount != 1:
        raise NoSuchPriceChangeError
    list_id = uow.connection.execute(
        select(price_change.c.price_list_id).where(price_change.c.id == change_id)
    ).scalar_one()
    rows = prices_of_change(uow.connection, change_id=change_id)
    if rows:
        take_away(uow, list_id, rows)
    note(
        uow, kind="price_change.cancelled", document_type="price_change", document_id=change_id,
        payload={"prices": len(rows)},
    )  # fmt: skip
    uow.record(PricesChanged(price_list_id=list_id, product_ids=tuple({r.product_id: None for r in rows})))


def prices_of_change(connection: Connection, *, change_id: int) -> list[PriceRow]:
    """The prices that a change brings."""
    columns = [price.c[name] for name in PriceLine.__dataclass_fields__]
    found = connection.execute(
        select(price.c.id, price.c.product_id, price.c.change_id, *columns)
        .where(price.c.change_id == change_id)
        .order_by(price.c.id)
    )
    return [PriceRow(r[0], r[1], PriceLine(*r[3:]), r[2]) for r in found]


def list_price_changes(connection: Connection, *, limit: int = 500) -> list[PriceChange]:
    """Planned changes, the one that begins last first."""
    count = select(func.count()).where(price.c.change_id == price_change.c.id).scalar_subquery()
    rows = connection.execute(
        select(
            price_change.c.id, price_change.c.name, price_change.c.price_list_id, price_change.c.valid_from,
            price_change.c.valid_to, price_change.c.status, count,
        )
        .order_by(price_change.c.valid_from.desc(), price_change.c.id.desc())
        .limit(limit)
    )  # fmt: skip
    return [PriceChange(*row[:5], PriceChangeStatus(row[5]), row[6]) for row in rows]
