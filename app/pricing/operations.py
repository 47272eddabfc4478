"""Setting prices and making price lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Final

from sqlalchemy import bindparam, delete, insert, select, update

from app.audit.operations import note
from app.db.columns import NAME, SHORT
from app.db.unit_of_work import UnitOfWork
from app.kernel.ids import next_id
from app.kernel.permission import Permission, permitted
from app.kernel.refusal import Refusal
from app.kernel.text import clean_field
from app.pricing.events import PricesChanged
from app.pricing.tables import price, price_list

MAX_PRICE_MINOR: Final = 1_000_000_000  # ten million euros: more is a slip
_CHUNK: Final = 400


class PriceRangeError(Refusal):
    """Negative, or absurd."""

    message = "A price is from 0 to 10,000,000. Enter it again."


class PriceDatesError(Refusal):
    """The last day lies before the first."""

    message = "The price would end on {end}, before it begins on {start}. Choose a later day."


class NoSuchPriceListError(Refusal):
    """The list is not there."""

    message = "That price list is not there any more. Reload and try again."


class PriceListTakenError(Refusal):
    """Two lists of one code."""

    message = "There is a price list {code} already. Choose another code."


class PriceListNameError(Refusal):
    """No code, no name, or no currency."""

    message = "A price list needs a code, a name and a currency of three letters."


@dataclass(frozen=True, slots=True)
class PriceDraft:
    """A price to be set; see app.pricing.rules.PriceLine for the fields."""

    product_id: int
    price_minor: int
    packaging_id: int | None = None
    min_quantity_milli: int = 0
    valid_from: date | None = None
    valid_to: date | None = None


@permitted(Permission.SETTINGS)
def create_price_list(uow: UnitOfWork, *, code: str, name: str, currency: str, includes_tax: bool) -> int:
    """A price list, with tax included in its prices or not; returns its id.

    Raises:
        PriceListTakenError, PriceListNameError: see their sentences.
    """
    values = {
        "code": clean_field(code, field="Code", limit=SHORT),
        "name": clean_field(name, field="Name", limit=NAME),
        "currency": currency.strip().upper(),
        "includes_tax": includes_tax,
    }
    letters = str(values["currency"])
    if not values["code"] or not values["name"] or len(letters) != 3 or not letters.isalpha():  # noqa: PLR2004
        raise PriceListNameError
    taken = select(price_list.c.id).where(price_list.c.code == values["code"])
    if uow.connection.execute(taken).first() is not None:
        raise PriceListTakenError(code=values["code"])
    list_id = next_id()
    uow.connection.execute(insert(price_list), {"id": list_id, **values})
    note(uow, kind="price_list.created", document_type="price_list", document_id=list_id, payload=values)
    return list_id


@permitted(Permission.SETTINGS)
def rename_price_list(uow: UnitOfWork, *, price_list_id: int, name: str) -> None:
    """Give a price list another name; code, currency and tax stay, since its prices were meant so.

    Raises:
        NoSuchPriceListError, PriceListNameError, TextTooLongError: see their sentences.
    """
    cleaned = clean_field(name, field="Name", limit=NAME)
    if not cleaned:
        raise PriceListNameError
    _lock(uow, price_list_id)
    uow.connection.execute(update(price_list).where(price_list.c.id == price_list_id), {"name": cleaned})
    note(
        uow, kind="price_list.renamed", document_type="price_list", document_id=price_list_id,
        payload={"name": cleaned},
    )  # fmt: skip


@permitted(Permission.EDIT_CATALOG)
def set_price(
    uow: UnitOfWork, *, price_list_id: int, product_id: int, price_minor: int,
    packaging_id: int | None = None, min_quantity_milli: int = 0, valid_from: date | None = None,
    valid_to: date | None = None,
) -> None:  # fmt: skip
    """Set one price; a price of the same packaging, break and first day is overwritten.

    Raises:
        PriceRangeError, PriceDatesError, NoSuchPriceListError: see their sentences.
    """
    draft = PriceDraft(product_id, price_minor, packaging_id, min_quantity_milli, valid_from, valid_to)
    if write_prices(uow, price_list_id=price_list_id, drafts=[draft]):
        note(
            uow, kind="price.set", document_type="product", document_id=product_id,
            payload={"price_list_id": price_list_id, **asdict(draft)},
        )  # fmt: skip
        uow.record(PricesChanged(price_list_id=price_list_id, product_ids=(product_id,)))


@permitted(Permission.EDIT_CATALOG)
def remove_price(
    uow: UnitOfWork, *, price_list_id: int, product_id: int, packaging_id: int | None = None,
    min_quantity_milli: int = 0, valid_from: date | None = None,
) -> None:  # fmt: skip
    """Take a price away; nothing happens when it is not there."""
    _lock(uow, price_list_id)
    key = (packaging_id, min_quantity_milli, valid_from)
    for row in _rows(uow, price_list_id, [product_id]):
        if (row[1], row[2], row[3]) == key:
            uow.connection.execute(delete(price).where(price.c.id == row[5]))
            note(
                uow, kind="price.removed", document_type="product", document_id=product_id,
                payload={
                    "price_list_id": price_list_id, "packaging_id": packaging_id,
                    "min_quantity_milli": min_quantity_milli, "valid_from": valid_from,
                },
            )  # fmt: skip
            uow.record(PricesChanged(price_list_id=price_list_id, product_ids=(product_id,)))


_CHANGE: Final = (
    update(price)
    .where(price.c.id == bindparam("id_"))
    .values(price_minor=bindparam("minor_"), valid_to=bindparam("to_"))
)


@permitted(Permission.EDIT_CATALOG)
def write_prices(uow: UnitOfWork, *, price_list_id: int, drafts: Sequence[PriceDraft]) -> int:
    """Set many prices of one list in few statements; returns how many differ from before.

    For other operations: they write the audit entry, since they know what it was for.

    Raises:
        PriceRangeError, PriceDatesError, NoSuchPriceListError: see their sentences.
    """
    for draft in drafts:
        _check(draft)
    _lock(uow, price_list_id)
    changed = 0
    for at in range(0, len(drafts), _CHUNK):
        changed += _write(uow, price_list_id, drafts[at : at + _CHUNK])
    return changed


def _check(draft: PriceDraft) -> None:
    if not 0 <= draft.price_minor <= MAX_PRICE_MINOR or draft.min_quantity_milli < 0:
        raise PriceRangeError
    if draft.valid_from and draft.valid_to and draft.valid_to < draft.valid_from:
        raise PriceDatesError(start=draft.valid_from, end=draft.valid_to)


def _lock(uow: UnitOfWork, price_list_id: int) -> None:
    """One writer a list: a unique key does not hold where its columns are NULL."""
    found = uow.connection.execute(
        select(price_list.c.id).where(price_list.c.id == price_list_id).with_for_update()
    ).first()
    if found is None:
        raise NoSuchPriceListError


_Row = tuple[int, int | None, int, date | None, date | None, int, int]


def _rows(uow: UnitOfWork, price_list_id: int, product_ids: Sequence[int]) -> list[_Row]:
    found = uow.connection.execute(
        select(
            price.c.product_id, price.c.packaging_id, price.c.min_quantity_milli, price.c.valid_from,
            price.c.valid_to, price.c.id, price.c.price_minor,
        ).where(price.c.price_list_id == price_list_id, price.c.product_id.in_(product_ids))
    )  # fmt: skip
    return [(r[0], r[1], r[2], r[3], r[4], r[5], r[6]) for r in found]


def _write(uow: UnitOfWork, price_list_id: int, drafts: Sequence[PriceDraft]) -> int:
    there = {r[:4]: r for r in _rows(uow, price_list_id, sorted({d.product_id for d in drafts}))}
    new: dict[tuple[object, ...], dict[str, object]] = {}
    changed: dict[int, dict[str, object]] = {}
    for draft in drafts:
        key = (draft.product_id, draft.packaging_id, draft.min_quantity_milli, draft.valid_from)
        row = there.get(key)
        if row is None:
            new[key] = {"id": next_id(), "price_list_id": price_list_id, **asdict(draft)}
        elif (row[6], row[4]) != (draft.price_minor, draft.valid_to):
            changed[row[5]] = {"id_": row[5], "minor_": draft.price_minor, "to_": draft.valid_to}
    if new:
        uow.connection.execute(insert(price), list(new.values()))
    if changed:
        uow.connection.execute(_CHANGE, list(changed.values()))
    return len(new) + len(changed)
