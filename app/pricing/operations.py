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
from app.organisation.queries import get_company
from app.pricing.events import PricesChanged
from app.pricing.following import followers_of, with_following
from app.pricing.history import HistoryEntry, PriceRow, remember, rows_of, take_away
from app.pricing.rules import choose_price
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


class BaseListError(Refusal):
    """A formula on a formula, or on other money."""

    message = (
        "A list by formula stands on a list with prices of its own, in the same currency and with tax "
        "alike. {code} is not one."
    )


@dataclass(frozen=True, slots=True)
class PriceDraft:
    """A price to be set; see app.pricing.rules.PriceLine for the fields."""

    product_id: int
    price_minor: int
    packaging_id: int | None = None
    min_quantity_milli: int = 0
    valid_from: date | None = None
    valid_to: date | None = None
    change_id: int | None = None  # planned together with others


@permitted(Permission.SETTINGS)
def create_price_list(
    uow: UnitOfWork, *, code: str, name: str, currency: str, includes_tax: bool, base_id: int | None = None
) -> int:
    """A price list, with tax included in its prices or not; returns its id.

    With `base_id` it is a list by formula: what it has no price for costs what the base list says times
    the first formula that fits (app.pricing.keeping.set_formulas).

    Raises:
        PriceListTakenError, PriceListNameError, BaseListError: see their sentences.
    """
    values: dict[str, object] = {
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
    if base_id is not None:
        _check_base(uow, base_id, values)
        values["base_id"] = base_id
    list_id = next_id()
    uow.connection.execute(insert(price_list), {"id": list_id, **values})
    note(uow, kind="price_list.created", document_type="price_list", document_id=list_id, payload=values)
    return list_id


def _check_base(uow: UnitOfWork, base_id: int, values: dict[str, object]) -> None:
    base = uow.connection.execute(select(price_list).where(price_list.c.id == base_id)).one_or_none()
    if base is None:
        raise NoSuchPriceListError
    if base.base_id is not None or (base.currency, base.includes_tax) != (
        values["currency"], values["includes_tax"],
    ):  # fmt: skip
        raise BaseListError(code=base.code)


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
    whose = [product_id]
    if packaging_id is None:
        whose += followers_of(uow.connection, price_list_id=price_list_id, product_ids=[product_id])
    gone = [row for row in rows_of(uow.connection, price_list_id, whose) if row.key[1:] == key]
    if gone:
        take_away(uow, price_list_id, gone)
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
    .values(price_minor=bindparam("minor_"), valid_to=bindparam("to_"), change_id=bindparam("change_"))
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
    drafts = with_following(uow, price_list_id, drafts)
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


def _write(uow: UnitOfWork, price_list_id: int, drafts: Sequence[PriceDraft]) -> int:
    rows = rows_of(uow.connection, price_list_id, sorted({d.product_id for d in drafts}))
    there = {row.key: row for row in rows}
    new: dict[tuple[object, ...], dict[str, object]] = {}
    changed: dict[int, dict[str, object]] = {}
    told: list[HistoryEntry] = []
    over: dict[int, PriceRow] = {}
    ended = _ended_by(uow, rows, drafts)
    for draft in drafts:
        row = there.get((draft.product_id, draft.packaging_id, draft.min_quantity_milli, draft.valid_from))
        over |= {x.id: x for x in ended if x.key[:3] == (draft.product_id, *_break(draft))}
        if row is None:
            key = (draft.product_id, *_break(draft), draft.valid_from)
            new[key] = {"id": next_id(), "price_list_id": price_list_id, **asdict(draft)}
            held = _held(rows, draft)
            if held is not None or draft.valid_from is not None:
                told.append(HistoryEntry(draft, held))
        elif (row.price_minor, row.valid_to) != (draft.price_minor, draft.valid_to):
            told.append(HistoryEntry(draft, row.price_minor))
            changed[row.id] = {
                "id_": row.id, "minor_": draft.price_minor, "to_": draft.valid_to,
                "change_": draft.change_id or row.change_id,
            }  # fmt: skip
    if new:
        uow.connection.execute(insert(price), list(new.values()))
    if changed:
        uow.connection.execute(_CHANGE, list(changed.values()))
    if over:
        uow.connection.execute(delete(price).where(price.c.id.in_(sorted(over))))
    remember(uow, price_list_id, told)
    return len(new) + len(changed) + len(over)


def _break(draft: PriceDraft) -> tuple[int | None, int]:
    return draft.packaging_id, draft.min_quantity_milli


def _held(rows: Sequence[PriceRow], draft: PriceDraft) -> int | None:
    """What held on the first day of a new price, of the same packaging and break."""
    same = [x.line for x in rows if x.key[:3] == (draft.product_id, *_break(draft))]
    found = choose_price(
        same, packaging_id=draft.packaging_id, quantity_milli=draft.min_quantity_milli,
        on=draft.valid_from or date.max,
    )  # fmt: skip
    return None if found is None else found.price_minor


def _ended_by(uow: UnitOfWork, rows: Sequence[PriceRow], drafts: Sequence[PriceDraft]) -> list[PriceRow]:
    """Prices begun without an end, that would hold before a new one without days: these end with it."""
    if all(d.valid_from is not None for d in drafts):
        return []
    open_ended = [x for x in rows if x.line.valid_from is not None and x.line.valid_to is None]
    if not open_ended:
        return []
    today = get_company(uow.connection).day_of(uow.now)
    undated = {(d.product_id, *_break(d)) for d in drafts if d.valid_from is None}
    return [x for x in open_ended if (x.line.valid_from or today) <= today and x.key[:3] in undated]
